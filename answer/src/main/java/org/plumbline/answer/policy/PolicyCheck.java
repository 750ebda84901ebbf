package org.plumbline.answer.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.LeadingTexts;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Holds what a choice permits against the texts that bind a practice.
public final class PolicyCheck {

    private final Decider decider;
    private final Known.Range on;

    /// @param on the day on which the policy is looked at
    public PolicyCheck(Decider decider, Known.Range on) {
        this.decider = decider;
        this.on = on;
    }

    /// Whose policy it is, as far as it was said.
    ///
    /// @param members ids of the bodies whose members work there, and whose codes so bind; where it is
    ///     empty the texts that lead for profession and place are looked at
    public record Practice(
            Optional<String> profession, Optional<String> place, List<String> members) {
        public Practice {
            members = List.copyOf(members);
        }

        /// Whether anything was said of it.
        public boolean said() {
            return profession.isPresent() || place.isPresent() || !members.isEmpty();
        }
    }

    /// How a text takes what a clause permits, worst first.
    public enum Weight {
        /// It forbids it.
        FORBIDS,
        /// It forbids it in some cases that the clause does not keep out.
        MAY_FORBID,
        /// It says that it should not be done, or should not in some cases.
        ADVISES_AGAINST,
        /// It asks something of whoever does it.
        ASKS,
        /// It has no rule that reaches it, which is not permission.
        SILENT,
        /// It permits or advises it in words.
        ALLOWS
    }

    /// One text on one permitted act.
    ///
    /// @param text short, with its edition
    /// @param act what the clause permits, in words
    /// @param headline the answer in words
    /// @param provisions numbers of the provisions behind it
    /// @param duties what whoever does it must or should do
    public record Remark(
            Weight weight,
            String text,
            String act,
            String headline,
            List<String> provisions,
            List<String> duties) {

        /// As a sentence or two.
        public String says() {
            String where = text + (provisions.isEmpty() ? "" : " " + String.join(", ", provisions));
            String asks =
                    duties.isEmpty()
                            ? ""
                            : " Whoever does it must " + String.join("; ", duties) + ".";
            return switch (weight) {
                case FORBIDS -> "%s forbids %s.".formatted(where, act);
                case MAY_FORBID -> "%s may forbid %s: %s.".formatted(where, act, headline);
                case ADVISES_AGAINST -> "%s on %s: %s.".formatted(where, act, headline) + asks;
                case ASKS -> "%s on %s: %s.".formatted(where, act, headline) + asks;
                case SILENT ->
                        "%s on %s: %s. This is not permission.".formatted(where, act, headline);
                case ALLOWS -> "%s on %s: %s.".formatted(where, act, headline);
            };
        }
    }

    /// What the texts that bind say of everything that a choice permits, worst first; empty where it
    /// permits nothing.
    ///
    public List<Remark> remarks(PolicyForm.Choice choice, Practice practice) {
        List<Remark> remarks = new ArrayList<>();
        for (Map<String, Object> permitted : choice.permits()) {
            scenario(permitted, practice)
                    .ifPresent(scenario -> {
                        Decision decision =
                                decider.decide(
                                        scenario,
                                        LeadingTexts.of(decider.library(), scenario, false));
                        decision.answers().stream()
                                .filter(PolicyCheck::speaks)
                                .map(a -> remark(scenario, a))
                                .forEach(remarks::add);
                    });
        }
        remarks.sort((a, b) -> a.weight().compareTo(b.weight()));
        return remarks.stream().distinct().toList();
    }

    private Optional<Scenario> scenario(Map<String, Object> permitted, Practice practice) {
        Map<String, Object> practitioner = new LinkedHashMap<>();
        practice.profession().ifPresent(p -> practitioner.put("profession", p));
        practice.place().ifPresent(p -> practitioner.put("jurisdiction", p));
        if (!practice.members().isEmpty()) {
            practitioner.put("membership", practice.members());
        }
        return switch (ScenarioReader.read(
                decider.library(),
                PolicyReader.scenario(permitted, practitioner),
                new ScenarioReader.Defaults(on, false))) {
            case Loaded.Sound<Scenario>(var scenario, _) -> Optional.of(scenario);
            case Loaded.Unsound<Scenario> _ -> Optional.empty();
        };
    }

    private static boolean speaks(Answer answer) {
        return !answer.headlines().contains(Headline.NOT_BOUND)
                && !answer.headlines().contains(Headline.NOT_IN_FORCE);
    }

    private Remark remark(Scenario scenario, Answer answer) {
        Library library = decider.library();
        var words = new ConditionSentence(library.vocabulary());
        return new Remark(
                weight(answer),
                EditionName.brief(library, answer.edition()),
                act(scenario),
                new VerdictSentence(library).headline(answer),
                answer.provisions().stream().map(Ground::cite).distinct().toList(),
                answer.duties().stream()
                        .filter(d -> d.done() != Decision.Sureness.YES)
                        .map(d -> words.duty(d.id()))
                        .distinct()
                        .toList());
    }

    private static Weight weight(Answer answer) {
        Headline strictest = answer.headlines().getFirst();
        return switch (strictest) {
            case PROHIBITED, DILEMMA, CONTESTED ->
                    answer.settled() ? Weight.FORBIDS : Weight.MAY_FORBID;
            case ADVISED_AGAINST, TENSION -> Weight.ADVISES_AGAINST;
            case REQUIRED, REQUIRED_WITH_CAUTION, PERMITTED_WITH_DUTIES, OPEN_WITH_DUTIES ->
                    Weight.ASKS;
            case PERMITTED, ADVISED -> Weight.ALLOWS;
            case NOT_ADDRESSED, SILENT, NOT_BOUND, NOT_IN_FORCE -> Weight.SILENT;
        };
    }

    /// "having a personal social-media connection with a current client"
    private String act(Scenario scenario) {
        var sentences = new ScenarioSentence(decider.library().vocabulary());
        String question = sentences.question(scenario);
        int at = question.indexOf(" asks about ");
        String about = question.substring(at + " asks about ".length(), question.length() - 1);
        String facts =
                sentences.facts(scenario).stream()
                        .map(f ->
                                f.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                                        + f.substring(1, f.length() - 1))
                        .collect(Collectors.joining(", "));
        return facts.isEmpty() ? about : about + " (" + facts + ")";
    }
}
