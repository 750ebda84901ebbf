package org.plumbline.server.page.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.norm.Encoded;
import org.plumbline.server.page.Words;

/// The joined answer in a sentence, for whoever must act or for the client. A silence is never worded
/// as a permission, and a day never without what holds from then on.
final class JoinedLine {

    private static final String NO_PERMISSION = "This is not permission.";

    private final Decision decision;
    private final boolean client;

    JoinedLine(Decision decision, boolean client) {
        this.decision = decision;
        this.client = client;
    }

    String says() {
        Optional<Together> together = decision.together();
        if (together.isEmpty()) {
            return "No text that we hold binds here. " + NO_PERMISSION;
        }
        List<Headline> headlines = together.get().headlines();
        Headline strictest = headlines.getFirst();
        Optional<Lifts> lifts = together.get().lifts();
        if (lifts.isPresent()
                && lifts.get() instanceof Lifts.On(var earliest, _)
                && strictest == Headline.PROHIBITED) {
            return "No. Not before " + DayWording.of(earliest) + ".";
        }
        return headlines.size() == 1 ? settled(strictest) : open(headlines);
    }

    private String settled(Headline headline) {
        return switch (headline) {
            case DILEMMA -> "A dilemma: one rule forbids it and another requires it.";
            case CONTESTED -> "Contested. Treat it as prohibited.";
            case PROHIBITED -> client ? "No. They must not do this." : "No. Prohibited.";
            case REQUIRED_WITH_CAUTION ->
                    client ? "They must do this, with caution." : "Required, with caution.";
            case REQUIRED -> client ? "Yes. They must do this." : "Required.";
            case TENSION -> "Advised against, though a text also speaks for it.";
            case ADVISED_AGAINST -> client ? "They should not do this." : "Advised against.";
            case PERMITTED_WITH_DUTIES -> "Permitted, with duties.";
            case PERMITTED -> "Expressly permitted.";
            case ADVISED -> client ? "They should do this." : "Advised.";
            case OPEN_WITH_DUTIES -> "Nothing forbids it. Whoever does it has duties.";
            case NOT_ADDRESSED -> "Not addressed here. " + NO_PERMISSION;
            case SILENT ->
                    excerptsOnly()
                            ? "Not covered by what we hold. " + NO_PERMISSION
                            : "Silent. " + NO_PERMISSION;
            case NOT_BOUND -> "No text that we hold binds here. " + NO_PERMISSION;
            case NOT_IN_FORCE -> "No text that we hold was in force. " + NO_PERMISSION;
        };
    }

    private String open(List<Headline> headlines) {
        return switch (headlines.getFirst()) {
            case DILEMMA, CONTESTED, PROHIBITED ->
                    burden()
                            ? client
                                    ? "No, unless they can show otherwise."
                                    : "No, unless you can show otherwise."
                            : "It depends. Until it is settled, treat it as prohibited.";
            case TENSION, ADVISED_AGAINST ->
                    "It depends. Until it is settled, treat it as advised against.";
            case REQUIRED, REQUIRED_WITH_CAUTION -> "It depends. It may be required.";
            default -> "It depends on what is not known.";
        };
    }

    private boolean excerptsOnly() {
        return decision.answers().stream()
                .filter(a -> a.headlines().contains(Headline.SILENT))
                .anyMatch(a -> a.edition().encoded() == Encoded.EXCERPT);
    }

    /// Whether the strictest text forbids it unless the practitioner can show something.
    private boolean burden() {
        return decision.answers().stream()
                .anyMatch(a ->
                        a.headlines().size() > 1
                                && a.headlines().getFirst() == Headline.PROHIBITED
                                && a.underBurden().equals(List.of(Headline.PROHIBITED)));
    }

    // ── What belongs to it ──────────────────────────────────────────────────────────────────

    List<String> more() {
        List<String> more = new ArrayList<>();
        if (decision.together().isEmpty()) {
            more.add(
                    decision.answers().isEmpty()
                            ? "None of the texts in the library binds this practitioner on that day,"
                                    + " so there is nothing to say."
                            : "The texts below were asked, and none of them binds this practitioner"
                                    + " on that day.");
            return more;
        }
        Together together = decision.together().get();
        lifting(together).ifPresent(more::add);
        if (!together.settled() && together.lifts().isEmpty()) {
            more.add(
                    "It is "
                            + Words.or(names(together.headlines()))
                            + ", depending on "
                            + depending(together)
                            + ".");
        }
        boolean open = decision.answers().stream().anyMatch(a -> a.binds() == Sureness.UNKNOWN);
        boolean bound = decision.answers().stream().anyMatch(a -> a.binds() == Sureness.YES);
        if (open) {
            more.add(
                    bound
                            ? "Some of these texts count only if they bind "
                                    + (client ? "the practitioner." : "you.")
                            : client
                                    ? "This is the answer if these texts bind the person who helps you."
                                    : "This is the answer if these texts bind you: that was not said.");
        }
        return more;
    }

    private Optional<String> lifting(Together together) {
        return together.lifts()
                .map(lifts ->
                        switch (lifts) {
                            case Lifts.Never _ -> "Time alone does not lift it.";
                            case Lifts.On(var earliest, var latest) ->
                                    (latest.isEmpty()
                                                    ? "No later day is certain. "
                                                    : latest.get().equals(earliest)
                                                            ? ""
                                                            : "It may be as late as "
                                                                    + DayWording.of(latest.get())
                                                                    + ". ")
                                            + "From then on it is "
                                            + Words.or(names(together.then()))
                                            + ".";
                        });
    }

    private static String depending(Together together) {
        long judgements =
                together.missing().stream().filter(m -> m.kind().equals("judgement")).count();
        long facts = together.missing().size() - judgements;
        List<String> parts = new ArrayList<>();
        if (facts > 0) {
            parts.add(Words.count((int) facts, "fact"));
        }
        if (judgements > 0) {
            parts.add(Words.count((int) judgements, "judgement"));
        }
        return parts.isEmpty() ? "what is not known" : Words.and(parts);
    }

    /// Headlines within a sentence, each once.
    static List<String> names(List<Headline> headlines) {
        var all = new LinkedHashSet<String>();
        headlines.forEach(h -> all.add(name(h)));
        return List.copyOf(all);
    }

    static String name(Headline headline) {
        return switch (headline) {
            case DILEMMA -> "a dilemma";
            case CONTESTED -> "contested, to be treated as prohibited";
            case PROHIBITED -> "prohibited";
            case REQUIRED_WITH_CAUTION -> "required, with caution";
            case REQUIRED -> "required";
            case TENSION -> "advised against, in tension with advice for it";
            case ADVISED_AGAINST -> "advised against";
            case PERMITTED_WITH_DUTIES -> "permitted with duties";
            case PERMITTED -> "expressly permitted";
            case ADVISED -> "advised";
            case OPEN_WITH_DUTIES -> "open, with duties";
            case NOT_ADDRESSED -> "not addressed (which is not permission)";
            case SILENT -> "not covered (which is not permission)";
            case NOT_BOUND -> "not binding";
            case NOT_IN_FORCE -> "not in force";
        };
    }

    /// Whether a text has anything to say of the act.
    static boolean speaks(Answer answer) {
        return answer.headlines().stream()
                .anyMatch(h ->
                        h != Headline.NOT_ADDRESSED
                                && h != Headline.SILENT
                                && h != Headline.NOT_BOUND
                                && h != Headline.NOT_IN_FORCE);
    }
}
