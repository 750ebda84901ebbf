package org.plumbline.core.interview;

import java.util.List;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Asking;

/// A question worth asking now.
///
/// @param about the fact, and the link that it is asked of
/// @param form what an answer looks like
/// @param kind what kind of thing is asked, and so how dear the question is
/// @param text the question, to be read out
/// @param why why it is asked: which provisions turn on it, and what each answer would leave
/// @param provisions the provisions that turn on it, each with its edition in front
/// @param options what can be chosen; empty where a date or a number is asked for
/// @param units for a number, the units that the texts know
/// @param factors for a judgement, what the texts tell one to weigh, in words. None is filled in
public record Question(
        Inquiry about,
        Form form,
        Asking.Kind kind,
        String text,
        String why,
        List<String> provisions,
        List<Option> options,
        List<String> units,
        List<String> factors) {

    public Question {
        provisions = List.copyOf(provisions);
        options = List.copyOf(options);
        units = List.copyOf(units);
        factors = List.copyOf(factors);
    }

    /// What an answer looks like.
    public enum Form {
        YES_NO("yes-no"),
        /// Exactly one of the options.
        ONE("one"),
        /// Any number of the options, also none.
        SEVERAL("several"),
        /// A number in a unit.
        NUMBER("number"),
        /// A day, month or year, or that it has not happened.
        DATE("date");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /// The word in answers.
        public String word() {
            return word;
        }
    }

    /// Something that can be chosen.
    ///
    /// @param label how it reads
    /// @param word the word of the vocabulary, or several with commas between
    /// @param known what is then known; where several can be chosen, of this one alone
    public record Option(String label, String word, Known known) {}

    /// The word of the fact.
    public String fact() {
        return about.fact();
    }
}
