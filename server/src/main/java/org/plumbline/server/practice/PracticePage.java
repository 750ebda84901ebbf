package org.plumbline.server.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.explain.ValueWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;
import org.plumbline.server.desk.Desk;
import org.plumbline.server.page.Words;
import org.plumbline.server.pdf.PdfPress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Practice: a vignette at a time, or a sheet of them with its key. Everything is in the address, and
/// nothing is kept.
@Controller
public class PracticePage {

    private static final int LAST = 200;
    private static final int SHEET = 10;
    private static final int SHEET_MOST = 30;

    private final Desk desk;
    private final CaseBox box;
    private final ExerciseMaker maker;
    private final PdfPress press;

    public PracticePage(Desk desk, CaseBox box, ExerciseMaker maker, PdfPress press) {
        this.desk = desk;
        this.box = box;
        this.maker = maker;
        this.press = press;
    }

    @GetMapping("/practice")
    ModelAndView practise(@RequestParam Map<String, String> sent) {
        Optional<Choices> choices = choices(sent);
        Optional<Long> number = number(sent, "n", 1, LAST);
        if (choices.isEmpty() || number.isEmpty()) {
            return none(HttpStatus.BAD_REQUEST);
        }
        String id = sent.get("case");
        if (id != null) {
            return maker.one(
                            id,
                            sent.getOrDefault("edition", ""),
                            Optional.ofNullable(sent.get("change")),
                            choices.get().seed())
                    .map(exercise -> page(choices.get(), exercise, 0, sent.get("answer")))
                    .orElseGet(() -> none(HttpStatus.NOT_FOUND));
        }
        int n = number.get().intValue();
        List<Exercise> made = maker.first(choices.get(), n);
        return made.size() < n
                ? fewer(choices.get(), made.size())
                : page(choices.get(), made.getLast(), n, sent.get("answer"));
    }

    /// A printable sheet: `for` is `student` (no key), `examiner` (the key on a page of its own) or
    /// `supervisor` (each vignette with its answer and what would change it).
    @GetMapping("/practice/sheet")
    ModelAndView sheet(@RequestParam Map<String, String> sent) {
        return model(sent)
                .map(model -> {
                    var page = new ModelAndView("practice-sheet");
                    page.addAllObjects(model);
                    return page;
                })
                .orElseGet(() -> none(HttpStatus.BAD_REQUEST));
    }

    @GetMapping("/practice/sheet.pdf")
    Object file(@RequestParam Map<String, String> sent) {
        Optional<Map<String, Object>> model = model(sent);
        return model.isEmpty()
                ? none(HttpStatus.BAD_REQUEST)
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"practice-sheet-%s.pdf\""
                                        .formatted(model.get().get("seed")))
                        .body(press.print("pdf/practice", model.get()));
    }

    // ── What was sent ───────────────────────────────────────────────────────────────────────

    /// The choices, or nothing where one of them is not a word of the library.
    private Optional<Choices> choices(Map<String, String> sent) {
        Optional<Long> seed = number(sent, "seed", 1, Long.MAX_VALUE);
        Optional<String> profession = word(sent, "profession");
        Optional<String> place = word(sent, "place");
        Optional<String> topic = word(sent, "topic");
        Library library = desk.library();
        boolean known =
                profession.map(worded("profession").values()::contains).orElse(true)
                        && place.map(library.places()::containsKey).orElse(true)
                        && topic.map(t -> !library.vocabulary().actLeaves(t).isEmpty())
                                .orElse(true);
        return known ? seed.map(s -> new Choices(profession, place, topic, s)) : Optional.empty();
    }

    private static Optional<String> word(Map<String, String> sent, String name) {
        return Optional.ofNullable(sent.get(name)).filter(w -> !w.isBlank());
    }

    private static Optional<Long> number(
            Map<String, String> sent, String name, long absent, long most) {
        String text = sent.get(name);
        if (text == null || text.isBlank()) {
            return Optional.of(absent);
        }
        return text.matches("[0-9]{1,18}")
                        && Long.parseLong(text) <= most
                        && Long.parseLong(text) > 0
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    private Fact.Worded worded(String fact) {
        return (Fact.Worded) desk.library().vocabulary().fact(fact).orElseThrow();
    }

    // ── What is shown ───────────────────────────────────────────────────────────────────────

    private ModelAndView page(Choices choices, Exercise exercise, int n, @Nullable String answer) {
        String here = n == 0 ? exercise.query(choices.seed()) : choices.query() + "&n=" + n;
        var page = new ModelAndView("practice");
        page.addObject("exercise", exercise);
        page.addObject("n", n);
        page.addObject("hidden", pairs(here));
        page.addObject(
                "picked",
                exercise.choices().stream()
                        .filter(c -> c.letter().equals(answer))
                        .findFirst()
                        .orElse(null));
        page.addObject("next", "/practice?" + choices.query() + "&n=" + (n + 1));
        page.addObject(
                "variants",
                maker.variants(exercise, choices.seed()).stream()
                        .map(v ->
                                Map.of(
                                        "says",
                                        v.change().orElseThrow().says(),
                                        "answer",
                                        v.right().says(),
                                        "address",
                                        "/practice?" + v.query(choices.seed())))
                        .toList());
        page.addObject("link", "/practice?" + exercise.query(choices.seed()));
        choosing(page, choices);
        return page;
    }

    private static List<Map.Entry<String, String>> pairs(String query) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            pairs.add(Map.entry(pair.substring(0, at), pair.substring(at + 1)));
        }
        return pairs;
    }

    private void choosing(ModelAndView page, Choices choices) {
        page.addObject("chooser", chooser(choices));
        page.addObject("seed", choices.seed());
        page.addObject(
                "another",
                "/practice?"
                        + new Choices(
                                        choices.profession(),
                                        choices.place(),
                                        choices.topic(),
                                        choices.seed() + 1)
                                .query());
        page.addObject("sheet", "/practice/sheet?" + choices.query());
    }

    private ModelAndView fewer(Choices choices, int made) {
        var page = new ModelAndView("practice-none");
        page.addObject(
                "says",
                made == 0
                        ? "There is no vignette for what you chose. Choose more widely."
                        : "That was the last of %d for what you chose.".formatted(made));
        choosing(page, choices);
        return page;
    }

    private ModelAndView none(HttpStatus status) {
        var page = new ModelAndView("practice-none");
        page.setStatus(status);
        page.addObject("says", "There is no such vignette. Choose from the lists.");
        choosing(page, new Choices(Optional.empty(), Optional.empty(), Optional.empty(), 1));
        return page;
    }

    private Optional<Map<String, Object>> model(Map<String, String> sent) {
        Optional<Choices> choices = choices(sent);
        Optional<Long> count = number(sent, "count", SHEET, SHEET_MOST);
        String reader = sent.getOrDefault("for", "examiner");
        if (choices.isEmpty()
                || count.isEmpty()
                || !List.of("student", "examiner", "supervisor").contains(reader)) {
            return Optional.empty();
        }
        List<Exercise> made = maker.first(choices.get(), count.get().intValue());
        Map<String, List<String>> changes = new HashMap<>();
        if (reader.equals("supervisor")) {
            made.forEach(e ->
                    changes.put(
                            e.id(),
                            maker.variants(e, choices.get().seed()).stream()
                                    .map(v ->
                                            v.change().orElseThrow().says()
                                                    + " Then: "
                                                    + v.right().says())
                                    .toList()));
        }
        String query = choices.get().query() + "&count=" + count.get();
        return Optional.of(
                Map.of(
                        "exercises", made,
                        "reader", reader,
                        "changes", changes,
                        "seed", choices.get().seed(),
                        "query", query,
                        "fingerprint", desk.library().fingerprint()));
    }

    // ── What can be chosen ──────────────────────────────────────────────────────────────────

    private Chooser chooser(Choices choices) {
        Library library = desk.library();
        Vocabulary vocabulary = library.vocabulary();
        Set<String> professions = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> acts = new HashSet<>();
        Set<Edition> editions = new HashSet<>();
        for (CaseBox.Story story : box.all()) {
            editions.add(story.edition());
            acts.addAll(CaseBox.acts(story.vignette()));
        }
        for (Edition edition : editions) {
            professions.addAll(box.professions(edition));
            Optional.ofNullable(library.bodies().get(edition.body()))
                    .ifPresent(b -> {
                        places.add(b.country());
                        b.place().ifPresent(places::add);
                    });
        }
        Fact.Worded jurisdiction = worded("jurisdiction");
        var wording = new ActWording(vocabulary);
        return new Chooser(
                professions.stream()
                        .map(p -> item(p, profession(vocabulary, p), choices.profession()))
                        .sorted(Comparator.comparing(Chooser.Item::says))
                        .toList(),
                places.stream()
                        .filter(library.places()::containsKey)
                        .map(p ->
                                item(
                                        p,
                                        Words.inList(jurisdiction.phrases().getOrDefault(p, p)),
                                        choices.place()))
                        .sorted(Comparator.comparing(Chooser.Item::says))
                        .toList(),
                vocabulary.oneOf("act").families().entrySet().stream()
                        // "Any" stands above them already.
                        .filter(f -> !f.getKey().equals(Vocabulary.ANY_ACT))
                        .filter(f -> f.getValue().stream().anyMatch(acts::contains))
                        .map(f -> item(f.getKey(), wording.alone(f.getKey()), choices.topic()))
                        .toList());
    }

    /// "Social worker"; a group of professions as such: "Any (mental health)".
    private String profession(Vocabulary vocabulary, String word) {
        Fact.Worded professions = worded("profession");
        String says = new ValueWording(vocabulary).of(professions, List.of(word));
        return professions.families().containsKey(word)
                ? "Any (" + says + ")"
                : Words.capital(says);
    }

    private static Chooser.Item item(String id, String says, Optional<String> chosen) {
        return new Chooser.Item(id, says, chosen.filter(id::equals).isPresent());
    }
}
