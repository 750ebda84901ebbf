package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.plumbline.answer.NextQuestion;
import org.plumbline.ask.Evidence;
import org.plumbline.ask.Reading;
import org.plumbline.core.change.Changes;
import org.plumbline.core.decide.Beside;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Scenario;

/// A decision for people: the joined answer first, then text by text with its provisions.
///
/// @param why whether to say of each norm on the act that does not apply what kept it
/// @param again decides a changed case as the decision was made
record AnswerPage(
        Decider decider, Console console, boolean why, Function<Scenario, Decision> again) {

    /// How a question was understood, then the decision.
    void print(Reading.Part part, Decision decision) {
        String words =
                part.evidence().stream()
                        .map(Evidence::words)
                        .distinct()
                        .map(w -> "“" + w + "”")
                        .collect(Collectors.joining(", "));
        console.paragraph(
                "",
                new ScenarioSentence(decider.library().vocabulary()).question(decision.scenario()));
        if (!words.isEmpty()) {
            console.paragraph("", "Read from " + words + ".");
        }
        console.out().println();
        print(decision);
    }

    void print(Decision decision) {
        if (decision.answers().isEmpty()) {
            console.paragraph(
                    "",
                    "No text of the library binds this practitioner on that day, so there is"
                            + " nothing to say. That is not a permission.");
            return;
        }
        // What comes last takes longest, and may as well be worked out meanwhile.
        Supplier<Optional<VerdictSentence.Question>> next =
                Beside.of("next question", () -> NextQuestion.of(decider, decision));
        if (decision.answers().size() > 1) {
            decision.together().ifPresent(this::together);
        }
        decision.answers().stream()
                .sorted((a, b) -> a.headlines().getFirst().compareTo(b.headlines().getFirst()))
                .forEach(this::print);
        assumed(decision);
        new ChangesPage(console).print(Changes.of(decider, decision, again));
        next.get()
                .ifPresent(question -> {
                    console.paragraph("", console.strong("Ask next: " + question.text()));
                    console.paragraph("  ", question.why());
                    console.out().println();
                });
        console.paragraph(
                "", "This is what the texts say, not legal advice. `plumbline codes` shows them.");
    }

    // ── The texts together ──────────────────────────────────────────────────────────────────

    private void together(Together together) {
        console.paragraph("", console.strong("Together: " + headlines(together) + "."));
        if (!together.by().isEmpty()) {
            console.paragraph("  ", "By " + String.join(", ", together.by()) + ".");
        }
        together.lifts()
                .ifPresent(lifts ->
                        console.paragraph(
                                "  ",
                                switch (lifts) {
                                    case Lifts.Never _ -> "Time alone does not change that.";
                                    case Lifts.On(_, var latest) ->
                                            latest.map(day ->
                                                            "Wait until "
                                                                    + day
                                                                    + "; then "
                                                                    + words(together.then())
                                                                    + ".")
                                                    .orElse(
                                                            "When that weakens depends on"
                                                                    + " what is not known.");
                                }));
        console.out().println();
    }

    private static String headlines(Together together) {
        String words = words(together.headlines());
        return together.settled() ? words : words + ", depending on what is not known";
    }

    static String words(List<Headline> headlines) {
        List<String> words = new ArrayList<>();
        for (Headline headline : headlines) {
            words.add(
                    switch (headline) {
                        case NOT_ADDRESSED -> "not addressed (not a permission)";
                        case SILENT -> "not covered (not a permission)";
                        default -> headline.id().replace('-', ' ');
                    });
        }
        return String.join(" or ", words);
    }

    // ── One text ────────────────────────────────────────────────────────────────────────────

    private void print(Answer answer) {
        var sentences = new VerdictSentence(decider.library());
        console.paragraph("", console.strong(answer.edition().title()));
        sentences.of(answer).forEach(line -> console.paragraph("  ", line));
        for (Ground ground : answer.provisions()) {
            for (Norm norm : ground.norms()) {
                console.paragraph("  - ", "    ", ground.cite() + ": " + norm.reads());
            }
        }
        if (why) {
            answer.notReached()
                    .forEach(n -> console.paragraph("  . ", "    ", sentences.whyNot(n)));
        }
        console.out().println();
    }

    private void assumed(Decision decision) {
        if (decision.assumed().isEmpty()) {
            return;
        }
        var library = decider.library();
        var sentences = new ScenarioSentence(library.vocabulary());
        List<String> words = new ArrayList<>();
        for (Assumption assumption : decision.assumed()) {
            String id = assumption.fact();
            String clause =
                    library.vocabulary()
                            .fact(id)
                            .flatMap(f -> sentences.fact(f, decision.scenario().known(0, id)))
                            .orElse(id + " is " + assumption.value());
            words.add(clause + " (" + id + ")");
        }
        console.paragraph("", "Assumed as ordinary: " + String.join("; ", words) + ".");
        console.out().println();
    }
}
