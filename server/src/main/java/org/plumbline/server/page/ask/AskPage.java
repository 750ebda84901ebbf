package org.plumbline.server.page.ask;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.ask.Evidence;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.Reading;
import org.plumbline.ask.Trouble;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.CaseAddress;
import org.plumbline.server.page.Controls;
import org.plumbline.server.page.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a question is put in plain words. What was typed is read and forgotten: the address that one
/// is sent on to holds words of the vocabulary and dates only, and where there is no answer, the same
/// response shows the words again.
@Controller
public class AskPage {

    private static final int MOST_EXAMPLES = 8;

    private final Desk desk;
    private @Nullable Dated five;

    private record Dated(LocalDate day, FiveTexts texts) {}

    public AskPage(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/")
    ModelAndView fresh(@RequestParam(name = "_as", defaultValue = "") String as) {
        return page(view(as.equals("client"), "", ""), HttpStatus.OK);
    }

    /// Reads the words: on to the answer; or the same page again, with the reason why there is none.
    @PostMapping("/ask")
    Object ask(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "who", defaultValue = "practitioner") String who) {
        boolean client = who.equals("client");
        String words = q.strip();
        if (words.isEmpty()) {
            return page(view(client, "", "Type your question"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (words.length() > QuestionReader.LONGEST) {
            return page(
                    view(
                            client,
                            words,
                            "Use %,d characters or fewer; there are %,d"
                                    .formatted(QuestionReader.LONGEST, words.length())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Reading reading = desk.reader().read(words, desk.today());
        boolean crisis = reading.trouble().filter(t -> t.kind() == Trouble.Kind.CRISIS).isPresent();
        if (!crisis && reading.parts().size() == 1 && reading.scenario().isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(address(reading.parts().getFirst(), client)))
                    .build();
        }
        return page(unanswered(reading, words, client), HttpStatus.OK);
    }

    private static ModelAndView page(AskView view, HttpStatus status) {
        String title =
                view.error().isEmpty()
                        ? view.trouble()
                                .map(AskView.Refusal::title)
                                .orElse(
                                        view.two().isEmpty()
                                                ? "Is this relationship allowed?"
                                                : "Two questions in one")
                        : "Error: Is this relationship allowed?";
        return new ModelAndView("ask", Map.of("v", view, "title", title), status);
    }

    private AskView view(boolean client, String typed, String error) {
        return new AskView(
                client, typed, error, examples(), Optional.empty(), List.of(), List.of(), five());
    }

    private List<String> examples() {
        List<String> all = desk.reader().examples();
        List<String> some = new ArrayList<>();
        int every = Math.max(1, all.size() / MOST_EXAMPLES);
        for (int at = 0; at < all.size() && some.size() < MOST_EXAMPLES; at += every) {
            some.add(all.get(at));
        }
        return some;
    }

    private synchronized FiveTexts five() {
        Dated known = five;
        if (known == null || !known.day().equals(desk.today())) {
            known = new Dated(desk.today(), FiveTexts.of(desk.decider(), desk.today()));
            five = known;
        }
        return known.texts();
    }

    // ── On to the answer ────────────────────────────────────────────────────────────────────

    /// The address of the answer; the day is left out where it is today, so that it holds tomorrow.
    private String address(Reading.Part part, boolean client) {
        return Controls.NONE.as(client).address("/answer", facts(part));
    }

    private Map<String, Object> facts(Reading.Part part) {
        Map<String, Object> facts = new LinkedHashMap<>(part.scenario().orElseThrow());
        facts.remove("date", desk.today().toString());
        return facts;
    }

    // ── No answer yet ───────────────────────────────────────────────────────────────────────

    private AskView unanswered(Reading reading, String words, boolean client) {
        List<AskView.One> two = new ArrayList<>();
        Optional<AskView.Refusal> trouble = reading.trouble().map(this::refusal);
        if (reading.parts().size() > 1
                && reading.parts().stream().anyMatch(p -> p.scenario().isPresent())
                && reading.trouble().filter(t -> t.kind() == Trouble.Kind.CRISIS).isEmpty()) {
            reading.parts().forEach(part -> two.add(one(part, client)));
            trouble = Optional.empty();
        } else if (trouble.isEmpty()
                || reading.trouble().orElseThrow().kind() == Trouble.Kind.NOT_UNDERSTOOD) {
            trouble = Optional.of(notUnderstood(reading));
        }
        return new AskView(
                client,
                words,
                "",
                examples(),
                trouble,
                reading.trouble().map(Trouble::helpLines).orElse(List.of()),
                two,
                five());
    }

    private AskView.One one(Reading.Part part, boolean client) {
        String read =
                part.evidence().stream()
                        .map(Evidence::words)
                        .distinct()
                        .map(w -> "“" + w + "”")
                        .collect(Collectors.joining(", "));
        if (part.scenario().isEmpty()) {
            return new AskView.One("A part that we could not read", read, "");
        }
        String says =
                CaseAddress.scenario(desk.library(), facts(part), desk.today())
                                instanceof Loaded.Sound<Scenario>(var scenario, _)
                        ? said(scenario)
                        : "See the answer";
        return new AskView.One(says, read, address(part, client));
    }

    private String said(Scenario scenario) {
        var vocabulary = desk.library().vocabulary();
        List<String> acts =
                scenario.known(0, "act") instanceof Known.Value(var possible)
                        ? vocabulary.oneOf("act").values().stream()
                                .filter(possible::contains)
                                .toList()
                        : List.of();
        String people = new ScenarioSentence(vocabulary).people(scenario);
        return acts.isEmpty()
                ? Words.capital(people)
                : Words.capital(new ActWording(vocabulary).gerundWith(acts, people));
    }

    private AskView.Refusal notUnderstood(Reading reading) {
        String words =
                reading.notUnderstood().isEmpty()
                        ? ""
                        : "“" + String.join("”, “", reading.notUnderstood()) + "”";
        return new AskView.Refusal(
                "We could not read your question",
                "Your words are kept below. Say what is to be done, and with whom; or choose the act and"
                        + " the person instead.",
                words,
                reading.trouble().map(Trouble::nearest).orElse(List.of()),
                "/interview");
    }

    private AskView.Refusal refusal(Trouble trouble) {
        return switch (trouble.kind()) {
            case CRISIS ->
                    new AskView.Refusal(
                            "If you or somebody else may be in danger, get help now",
                            "These lines also advise whoever is worried about somebody else, a"
                                    + " professional among them. Plumbline answers no question about"
                                    + " codes here; ask again when nobody is in danger.",
                            "",
                            List.of(),
                            "");
            case NOT_UNDERSTOOD ->
                    new AskView.Refusal(
                            "We could not read your question",
                            "",
                            "",
                            trouble.nearest(),
                            "/interview");
            case NOT_ABOUT_BOUNDARIES ->
                    new AskView.Refusal(
                            "The codes have no answer to this",
                            "It is not about the boundaries of a professional relationship, or it is not"
                                    + " in English, and nothing else is read. Your words are kept below.",
                            "",
                            trouble.nearest(),
                            "/interview");
            case ABOUT_THE_CLIENT ->
                    new AskView.Refusal(
                            "Codes bind the professional, not the client",
                            "This is about what the client may do or feels. You can ask what the"
                                    + " professional must do. Your words are kept below.",
                            "",
                            trouble.nearest(),
                            "/interview");
            case ABOUT_AN_OUTCOME ->
                    new AskView.Refusal(
                            "Plumbline cannot say how a case would end",
                            "This asks what a court, a board or an insurer would do. Plumbline says what"
                                    + " the texts say. Your words are kept below.",
                            "",
                            trouble.nearest(),
                            "/interview");
        };
    }
}
