package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// What every text that binds says of one act, as far as the facts go.
///
/// @param together the texts joined; absent when not one of them binds and is in force
/// @param answers text by text, in the order asked for
/// @param assumed ordinary values that were taken for granted and matter to an answer
public record Decision(
        Scenario scenario,
        Optional<Together> together,
        List<Answer> answers,
        List<Assumption> assumed) {

    public Decision {
        answers = List.copyOf(answers);
        assumed = List.copyOf(assumed);
    }

    /// Whether something is so: certainly, certainly not, or not known.
    public enum Sureness {
        YES("yes"),
        NO("no"),
        UNKNOWN("unknown");

        private final String word;

        Sureness(String word) {
            this.word = word;
        }

        /// The word in answers.
        public String word() {
            return word;
        }
    }

    /// What one text says.
    ///
    /// @param binds whether it binds the practitioner; the headlines are the answer if it does
    /// @param inForce whether it was in force on the day of the act
    /// @param headlines every headline that some completion of the facts would give, strictest
    ///     first; never empty
    /// @param missing the facts that could still change it; empty when there is one headline
    /// @param bindingMissing the facts that would tell whether it binds
    /// @param lifts when the certain bar weakens; absent where there is none
    /// @param then the headlines on the day to wait for
    /// @param provisions what grounds it: in every completion, or in some while it is open
    /// @param defeated norms that apply and are taken away by others
    /// @param readings open points of interpretation that could change it
    /// @param underBurden the headlines if what is not shown counts against whoever must show it
    /// @param verified the best level at which the answer stands without weaker provisions
    /// @param reminders norms on anything one could do, whose condition is not certain
    /// @param notReached norms on the act that do not apply, with the first thing that failed
    public record Answer(
            Edition edition,
            Sureness binds,
            Sureness inForce,
            List<Headline> headlines,
            List<Missing> missing,
            List<String> bindingMissing,
            Optional<Lifts> lifts,
            List<Headline> then,
            List<Missing> missingThen,
            List<Ground> provisions,
            List<Duty> duties,
            List<Weighing> weighing,
            List<Defeat> defeated,
            List<String> readings,
            List<Headline> underBurden,
            String verified,
            List<Ground> reminders,
            List<NotReached> notReached) {

        /// Whether exactly one headline is possible.
        public boolean settled() {
            return headlines.size() == 1;
        }

        /// Whether the way the text counts could change it on this day: whether the last day of a
        /// window belongs to it, or how an anniversary that the calendar lacks is rounded.
        public boolean turnsOnCounting() {
            return readings.contains(Possibilities.LAST_DAY)
                    || readings.contains(Possibilities.ROUNDING);
        }
    }

    /// The texts joined.
    ///
    /// @param by what grounds the joined headline: edition and provision
    public record Together(
            List<Headline> headlines,
            Optional<Lifts> lifts,
            List<Headline> then,
            List<Missing> missing,
            List<String> by) {

        /// Whether exactly one headline is possible.
        public boolean settled() {
            return headlines.size() == 1;
        }
    }

    /// A fact that could still change an answer.
    ///
    /// @param kind circumstance, judgement, safeguard, one-of, some-of, amount or event
    /// @param would what each value would leave
    public record Missing(String fact, String kind, SequencedMap<String, List<Headline>> would) {}

    /// An ordinary value that was taken for granted.
    ///
    /// @param would what each other value would leave, of the texts joined
    /// @param editions whose answers it matters to
    public record Assumption(
            String fact,
            String value,
            SequencedMap<String, List<Headline>> would,
            List<String> editions) {}

    /// A provision that bears on the answer.
    ///
    /// @param cite the provision, with its edition in front if it was borrowed
    /// @param effect the strongest verb with which it does; absent for definitions and set-asides
    /// @param norms its norms that do
    public record Ground(
            String cite,
            Edition home,
            Provision provision,
            Optional<Modality> effect,
            List<Norm> norms) {}

    /// Something to do for whoever does the act.
    ///
    /// @param id the safeguard
    /// @param from the provisions that ask for it
    /// @param must whether one of them says must; should otherwise
    /// @param certain whether it attaches in every completion
    /// @param done whether the safeguard is in place
    public record Duty(
            String id, List<String> from, boolean must, boolean certain, Sureness done) {}

    /// Something to weigh.
    ///
    /// @param from the provisions that name it
    public record Weighing(String factor, List<String> from) {}

    /// A norm that applies, or may, and is taken away.
    ///
    /// @param cite its provision
    /// @param by the provisions that take it away
    public record Defeat(String cite, List<String> by) {}

    /// A norm on the act that does not apply.
    ///
    /// @param condition what failed, where it is a condition
    public record NotReached(
            String cite, Norm norm, Failed failed, Optional<Condition> condition) {}

    /// The first thing that keeps a norm from applying.
    public enum Failed {
        FORM,
        MEDIUM,
        PARTY,
        ADOPTION,
        READING,
        BINDING,
        WINDOW,
        CONDITION,
        EXCEPTION,
        SET_ASIDE,
        OVERRIDDEN
    }

    /// When a bar weakens.
    public sealed interface Lifts {
        /// On a day, or between two days according to what is open.
        ///
        /// @param latest the day to wait for; absent when no day is certain
        record On(LocalDate earliest, Optional<LocalDate> latest) implements Lifts {}

        /// Not by time alone.
        record Never() implements Lifts {}
    }

    /// The day or days of the act.
    public Known.Range asOf() {
        return scenario.asOf();
    }

    /// Which editions spoke.
    public Set<String> editions() {
        Set<String> ids = new java.util.LinkedHashSet<>();
        answers.forEach(a -> ids.add(a.edition().id()));
        return ids;
    }
}
