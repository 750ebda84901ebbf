package org.plumbline.server.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.answer.Asked;
import org.plumbline.answer.NextQuestion;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Norm;
import org.plumbline.server.page.Misfit;

/// An answer as lines for an assistant to quote: headline, provision and what is missing, text by text.
record AnswerText(Decider decider) {

    static final String END =
            "This is what the texts say, not legal advice. Quote the headline, the citation and what is"
                    + " not known; not being addressed or covered is not permission.";

    String of(Asked asked) {
        List<String> lines = new ArrayList<>();
        asked.reading()
                .trouble()
                .ifPresent(trouble -> {
                    lines.add(
                            "No answer: this was not read as a question about the boundaries of a"
                                    + " professional relationship ("
                                    + trouble.kind()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ')
                                    + ").");
                    trouble.helpLines()
                            .forEach(line ->
                                    lines.add(
                                            "If anybody may be in danger, first say this: "
                                                    + line.place()
                                                    + ": "
                                                    + line.call()
                                                    + " "
                                                    + line.says()));
                    trouble.nearest().forEach(q -> lines.add("It could answer: " + q));
                });
        for (Asked.Answered answered : asked.answers()) {
            if (answered.decision().isPresent()) {
                lines.addAll(lines(answered.decision().get()));
            } else {
                lines.add(
                        "No answer: what is to be done, and with whom, could not be read. Ask the user"
                                + " to say it in other words.");
            }
        }
        return String.join("\n", lines);
    }

    String of(Decision decision) {
        return String.join("\n", lines(decision));
    }

    private List<String> lines(Decision decision) {
        var library = decider.library();
        List<String> lines = new ArrayList<>();
        lines.add(new ScenarioSentence(library.vocabulary()).question(decision.scenario()));
        Misfit.of(library, decision.scenario())
                .ifPresent(misfit ->
                        lines.add(
                                "The days do not fit together: "
                                        + String.join(" ", misfit.says())
                                        + " "
                                        + Misfit.STRICTER
                                        + " Do not pass on what follows; ask the user which is wrong."));
        if (decision.answers().isEmpty()) {
            lines.add(
                    "No text of the library binds this practitioner on that day, so there is nothing to"
                            + " say. That is not a permission.");
        }
        if (decision.answers().size() > 1) {
            decision.together().ifPresent(together -> lines.add(together(together)));
        }
        decision.answers().stream()
                .sorted((a, b) -> a.headlines().getFirst().compareTo(b.headlines().getFirst()))
                .forEach(answer -> lines.addAll(lines(answer)));
        if (!decision.assumed().isEmpty()) {
            lines.add("");
            lines.add(
                    "Assumed, and to be checked with the user: "
                            + decision.assumed().stream()
                                    .map(a -> assumed(decision, a))
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        NextQuestion.of(decider, decision)
                .ifPresent(next -> {
                    lines.add("");
                    lines.add("Ask the user next: " + next.text());
                    lines.add("Why: " + next.why());
                });
        lines.add("");
        lines.add(END);
        return lines;
    }

    private static String together(Decision.Together together) {
        String by = together.by().isEmpty() ? "" : " (by " + String.join(", ", together.by()) + ")";
        String open = together.settled() ? "" : ", depending on what is not known";
        String until =
                together.lifts()
                        .map(lifts ->
                                switch (lifts) {
                                    case Lifts.Never _ -> " Time alone does not change that.";
                                    case Lifts.On(_, var latest) ->
                                            latest.map(day ->
                                                            " Not before %s; then %s."
                                                                    .formatted(
                                                                            day,
                                                                            words(together.then())))
                                                    .orElse(
                                                            " When that weakens depends on what is not"
                                                                    + " known.");
                                })
                        .orElse("");
        return "All texts together: " + words(together.headlines()) + open + by + "." + until;
    }

    private static String words(List<Headline> headlines) {
        return headlines.stream()
                .map(h ->
                        switch (h) {
                            case NOT_ADDRESSED -> "not addressed (not a permission)";
                            case SILENT -> "not covered (not a permission)";
                            default -> h.id().replace('-', ' ');
                        })
                .collect(Collectors.joining(" or "));
    }

    private List<String> lines(Answer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(answer.edition().title() + " [" + answer.edition().id() + "]");
        new VerdictSentence(decider.library()).of(answer).forEach(line -> lines.add("- " + line));
        for (Ground ground : answer.provisions()) {
            for (Norm norm : ground.norms()) {
                lines.add(
                        "- Cite as %s %s: %s"
                                .formatted(
                                        ground.home().id(), ground.provision().id(), norm.reads()));
            }
        }
        return lines;
    }

    private String assumed(Decision decision, Assumption assumption) {
        var vocabulary = decider.library().vocabulary();
        return vocabulary
                .fact(assumption.fact())
                .flatMap(f ->
                        new ScenarioSentence(vocabulary)
                                .fact(f, decision.scenario().known(0, assumption.fact())))
                .orElse(assumption.fact() + " is " + assumption.value());
    }
}
