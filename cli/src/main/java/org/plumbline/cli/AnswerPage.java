package org.plumbline.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.ask.Evidence;
import org.plumbline.ask.Reading;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Norm;

/// A decision for people: the joined answer first, then text by text with its provisions.
record AnswerPage(Decider decider, Console console, boolean why) {

    /// How a question was understood, then the decision.
    void print(Reading.Part part, Decision decision) {
        String understood =
                part.evidence().stream()
                        .map(Evidence::words)
                        .distinct()
                        .map(w -> "“" + w + "”")
                        .collect(Collectors.joining(", "));
        console.paragraph("", sentences().scenario(decision.scenario()));
        if (!understood.isEmpty()) {
            console.paragraph("", "Read from: " + understood + ".");
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
        decision.together()
                .ifPresent(
                        together -> {
                            console.paragraph(
                                    "", console.strong(sentences().together(together, decision)));
                            console.out().println();
                        });
        strictestFirst(decision).forEach(this::print);
        assumed(decision.assumed());
        Decider.askNext(decider.library(), decision)
                .ifPresent(
                        next -> {
                            console.paragraph("", "Ask next: " + sentences().question(next));
                            console.paragraph("  ", sentences().why(next, decision));
                        });
        console.out().println();
        console.paragraph(
                "",
                "What the texts say, not legal advice. `plumbline codes show EDITION` shows a text.");
    }

    private static List<Answer> strictestFirst(Decision decision) {
        return decision.answers().stream()
                .sorted(java.util.Comparator.comparing(a -> a.headlines().getFirst()))
                .toList();
    }

    private VerdictSentence sentences() {
        return new VerdictSentence(decider.library());
    }

    private void print(Answer answer) {
        console.paragraph("", console.strong(answer.edition().title()));
        sentences().answer(answer).forEach(line -> console.paragraph("  ", line));
        for (Ground ground : answer.provisions()) {
            console.paragraph(
                    "  - ",
                    "    ",
                    ground.cite()
                            + ": "
                            + ground.norms().stream()
                                    .map(Norm::reads)
                                    .collect(Collectors.joining(" ")));
        }
        for (Missing missing : answer.missing()) {
            console.paragraph("  ? ", "    ", sentences().question(missing));
        }
        if (why) {
            answer.notReached()
                    .forEach(n -> console.paragraph("  . ", "    ", sentences().whyNot(n, answer)));
        }
        console.out().println();
    }

    private void assumed(List<Assumption> assumptions) {
        for (Assumption assumption : assumptions) {
            console.paragraph("Assumed: ", "  ", sentences().assumed(assumption));
        }
        if (!assumptions.isEmpty()) {
            console.out().println();
        }
    }
}
