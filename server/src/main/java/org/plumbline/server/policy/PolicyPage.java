package org.plumbline.server.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.answer.policy.Policies;
import org.plumbline.answer.policy.PolicyCheck;
import org.plumbline.answer.policy.PolicyCheck.Remark;
import org.plumbline.answer.policy.PolicyCheck.Weight;
import org.plumbline.answer.policy.PolicyForm;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.ValueWording;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.explore.Address;
import org.plumbline.server.page.Words;
import org.plumbline.server.pdf.PdfPress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Puts a policy together out of choices, none of which is made beforehand.
@Controller
public class PolicyPage {

    private static final Set<Weight> AGAINST =
            Set.of(Weight.FORBIDS, Weight.MAY_FORBID, Weight.ADVISES_AGAINST);

    private final Desk desk;
    private final PdfPress press;
    private final ITemplateEngine templates;
    private final PolicyForm form;

    public PolicyPage(Desk desk, PdfPress press, ITemplateEngine templates) {
        this.desk = desk;
        this.press = press;
        this.templates = templates;
        this.form =
                switch (Policies.form(desk.open())) {
                    case Loaded.Sound<PolicyForm>(var sound, _) -> sound;
                    case Loaded.Unsound<PolicyForm>(var findings) ->
                            throw new IllegalStateException(
                                    "the choices for a policy cannot be read: "
                                            + findings.getFirst().found());
                };
    }

    /// What was chosen.
    ///
    /// @param choices by the id of their topic, in the order of the form
    private record Chosen(
            PolicyCheck.Practice practice, SequencedMap<String, PolicyForm.Choice> choices) {

        static final Chosen NOTHING =
                new Chosen(
                        new PolicyCheck.Practice(Optional.empty(), Optional.empty(), List.of()),
                        new LinkedHashMap<>());

        String query() {
            List<String> parts = new ArrayList<>();
            practice.profession().ifPresent(p -> parts.add("profession=" + p));
            practice.place().ifPresent(p -> parts.add("place=" + p));
            if (!practice.members().isEmpty()) {
                parts.add("membership=" + String.join(".", practice.members()));
            }
            choices.forEach((topic, choice) -> parts.add(topic + "=" + choice.id()));
            return String.join("&", parts);
        }
    }

    /// A topic on the form.
    public record Asked(String id, String title, String asks, boolean open, List<Offer> offers) {

        /// What was chosen, for where the choices are folded.
        public String chosen() {
            return offers.stream()
                    .filter(Offer::chosen)
                    .map(Offer::label)
                    .findFirst()
                    .orElse("Not decided");
        }

        /// What speaks against the choice made; empty where nothing does or none was made.
        public String against() {
            return offers.stream().filter(Offer::chosen).map(Offer::mark).findFirst().orElse("");
        }
    }

    /// A choice on the form.
    ///
    /// @param mark a warning in a few words; empty where no binding text speaks against it
    public record Offer(String id, String label, boolean chosen, String mark) {}

    /// An entry of a list.
    public record Item(String id, String says, boolean chosen) {}

    @GetMapping("/policy")
    ModelAndView choose(@RequestParam MultiValueMap<String, String> sent) {
        Optional<Chosen> read = read(sent);
        Chosen chosen = read.orElse(Chosen.NOTHING);
        var page = new ModelAndView("policy");
        if (read.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        page.addObject("unknown", read.isEmpty());
        page.addObject("practice", chosen.practice().said());
        page.addObject("professions", professions(chosen.practice()));
        page.addObject("places", places(chosen.practice()));
        page.addObject("bodies", bodies(chosen.practice()));
        page.addObject("members", members(chosen.practice()));
        page.addObject("topics", form.topics().stream().map(t -> asked(t, chosen)).toList());
        page.addObject("policy", document(chosen));
        page.addObject("linked", true);
        page.addObject("query", chosen.query());
        return page;
    }

    @GetMapping("/policy/policy.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam MultiValueMap<String, String> sent) {
        return file(
                sent,
                "policy.pdf",
                MediaType.APPLICATION_PDF,
                policy -> press.print("pdf/policy", Map.of("policy", policy)));
    }

    /// A page that stands alone, which Word and other text programs open for editing.
    @GetMapping("/policy/policy.html")
    ResponseEntity<byte[]> words(@RequestParam MultiValueMap<String, String> sent) {
        return file(
                sent,
                "policy.html",
                new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8),
                policy ->
                        templates
                                .process(
                                        "word/policy",
                                        new Context(Locale.UK, Map.of("policy", policy)))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> file(
            MultiValueMap<String, String> sent,
            String name,
            MediaType type,
            java.util.function.Function<PolicyDocument, byte[]> made) {
        return read(sent)
                .filter(chosen -> !chosen.choices().isEmpty())
                .map(chosen ->
                        ResponseEntity.ok()
                                .contentType(type)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "attachment; filename=\"" + name + "\"")
                                .body(made.apply(document(chosen))))
                .orElseGet(() -> ResponseEntity.badRequest().build());
    }

    // ── What was sent ───────────────────────────────────────────────────────────────────────

    /// The choices, or nothing where one is not a word of the library or of the form.
    private Optional<Chosen> read(MultiValueMap<String, String> sent) {
        SequencedMap<String, PolicyForm.Choice> choices = new LinkedHashMap<>();
        Map<String, String> rest = new LinkedHashMap<>(sent.toSingleValueMap());
        rest.remove("membership");
        List<String> members =
                sent.getOrDefault("membership", List.of()).stream()
                        .flatMap(several -> Arrays.stream(several.split("\\.", -1)))
                        .filter(one -> !one.isBlank())
                        .distinct()
                        .sorted()
                        .toList();
        Optional<String> profession = word(rest.remove("profession"));
        Optional<String> place = word(rest.remove("place"));
        for (PolicyForm.Topic topic : form.topics()) {
            Optional<String> choice = word(rest.remove(topic.id()));
            if (choice.isPresent()) {
                if (topic.choice(choice.get()).isEmpty()) {
                    return Optional.empty();
                }
                choices.put(topic.id(), topic.choice(choice.get()).get());
            }
        }
        boolean known =
                rest.isEmpty()
                        && profession.map(worded("profession").values()::contains).orElse(true)
                        && place.map(desk.library().places()::containsKey).orElse(true)
                        && worded("membership").values().containsAll(members);
        return known
                ? Optional.of(
                        new Chosen(new PolicyCheck.Practice(profession, place, members), choices))
                : Optional.empty();
    }

    private static Optional<String> word(@org.jspecify.annotations.Nullable String sent) {
        return Optional.ofNullable(sent).filter(w -> !w.isBlank());
    }

    private Fact.Worded worded(String fact) {
        return (Fact.Worded) desk.library().vocabulary().fact(fact).orElseThrow();
    }

    // ── What is shown ───────────────────────────────────────────────────────────────────────

    private List<Remark> remarks(PolicyForm.Choice choice, Chosen chosen) {
        return chosen.practice().said()
                ? new PolicyCheck(desk.decider(), Known.Range.of(desk.today()))
                        .remarks(choice, chosen.practice())
                : List.of();
    }

    private Asked asked(PolicyForm.Topic topic, Chosen chosen) {
        return new Asked(
                topic.id(),
                topic.title(),
                topic.asks(),
                !chosen.choices().containsKey(topic.id()),
                topic.choices().stream()
                        .map(choice ->
                                new Offer(
                                        choice.id(),
                                        choice.label(),
                                        choice.equals(chosen.choices().get(topic.id())),
                                        mark(remarks(choice, chosen))))
                        .toList());
    }

    private static String mark(List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return "";
        }
        Remark worst = remarks.getFirst();
        return switch (worst.weight()) {
            case FORBIDS -> worst.text() + " forbids what this permits";
            case MAY_FORBID -> worst.text() + " may forbid what this permits";
            case ADVISES_AGAINST -> worst.text() + " advises against what this permits";
            case ASKS, SILENT, ALLOWS -> "";
        };
    }

    private PolicyDocument document(Chosen chosen) {
        Library library = desk.library();
        List<PolicyDocument.Section> sections = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        for (PolicyForm.Topic topic : form.topics()) {
            PolicyForm.Choice choice = chosen.choices().get(topic.id());
            if (choice == null) {
                undecided.add(topic.title());
                continue;
            }
            List<Remark> remarks = remarks(choice, chosen);
            sections.add(
                    new PolicyDocument.Section(
                            topic.id(),
                            topic.title(),
                            choice.clause(),
                            choice.serves().stream()
                                    .map(s ->
                                            new PolicyDocument.Served(
                                                    "%s %s, %s"
                                                            .formatted(
                                                                    EditionName.brief(
                                                                            library, s.edition()),
                                                                    s.provision().id(),
                                                                    s.provision().title()),
                                                    Address.provision(
                                                            s.edition().id(), s.provision().id())))
                                    .toList(),
                            says(remarks, true),
                            says(remarks, false)));
        }
        return new PolicyDocument(
                form.title(),
                practice(chosen.practice()),
                sections,
                undecided,
                (int) sections.stream().filter(s -> !s.warnings().isEmpty()).count(),
                DayWording.of(desk.today()),
                library.fingerprint());
    }

    private static List<String> says(List<Remark> remarks, boolean against) {
        return remarks.stream()
                .filter(r -> AGAINST.contains(r.weight()) == against)
                .map(Remark::says)
                .toList();
    }

    private String practice(PolicyCheck.Practice practice) {
        if (!practice.said()) {
            return "Not checked against any text: neither profession nor place nor a body was chosen.";
        }
        String where =
                practice.place()
                        .map(p -> " in " + worded("jurisdiction").phrases().getOrDefault(p, p))
                        .orElse("");
        String who =
                practice.profession().map(p -> p.replace('-', ' ') + "s").orElse("practitioners");
        return (practice.members().isEmpty()
                        ? "Checked against the texts that lead for " + who + where
                        : "Checked against the texts that bind "
                                + who
                                + where
                                + " who are members of "
                                + Words.and(practice.members().stream().map(this::body).toList()))
                + ". Others may bind you as well.";
    }

    private String body(String id) {
        return Optional.ofNullable(desk.library().bodies().get(id)).map(Body::name).orElse(id);
    }

    /// Bodies whose code binds their members, by country.
    private SequencedMap<String, List<Item>> bodies(PolicyCheck.Practice practice) {
        SequencedMap<String, List<Item>> byCountry = new TreeMap<>();
        for (String id : worded("membership").values()) {
            String country =
                    Optional.ofNullable(desk.library().bodies().get(id))
                            .map(b -> desk.library().places().get(b.country()))
                            .map(Words::capital)
                            .orElse("Elsewhere");
            byCountry
                    .computeIfAbsent(country, _ -> new ArrayList<>())
                    .add(new Item(id, Words.capital(body(id)), practice.members().contains(id)));
        }
        byCountry.values().forEach(list -> list.sort(Comparator.comparing(Item::says)));
        return byCountry;
    }

    /// What stands where the list of bodies is folded: it is long, and on a phone several screens of it.
    private String members(PolicyCheck.Practice practice) {
        return "Bodies of which you are members: "
                + (practice.members().isEmpty()
                        ? "none chosen"
                        : Words.and(practice.members().stream().map(this::body).toList()));
    }

    private List<Item> professions(PolicyCheck.Practice practice) {
        Fact.Worded professions = worded("profession");
        var values = new ValueWording(desk.library().vocabulary());
        return professions.values().stream()
                .map(p ->
                        new Item(
                                p,
                                Words.capital(values.of(professions, List.of(p))),
                                practice.profession().filter(p::equals).isPresent()))
                .sorted(Comparator.comparing(Item::says))
                .toList();
    }

    private List<Item> places(PolicyCheck.Practice practice) {
        Fact.Worded places = worded("jurisdiction");
        return desk.library().places().keySet().stream()
                .map(p ->
                        new Item(
                                p,
                                Words.inList(places.phrases().getOrDefault(p, p)),
                                practice.place().filter(p::equals).isPresent()))
                .sorted(Comparator.comparing(Item::says))
                .toList();
    }
}
