package org.plumbline.server.page.question;

import java.util.List;
import java.util.Optional;

/// One question as a form shows it.
///
/// @param fact the word of the fact, `party` or `date`
/// @param link which link of the person it is asked of, from 0
/// @param text the question itself
/// @param about which link, where there are several: "As a former client"; empty otherwise
/// @param why why it is asked, a sentence each
/// @param kind how it is answered: `one`, `several`, `date`, `number`, `list`
/// @param options what can be chosen; for `list` in groups
/// @param units of a number
/// @param judgement whether only the professional can say
/// @param factors what the texts tell one to weigh, for a judgement
/// @param others what can be said instead: not happened, not known, does not apply
/// @param typed what was typed, to be shown again; empty on a fresh form
/// @param errors what is wrong with it, with the field each is about
public record QuestionView(
        String fact,
        int link,
        String text,
        Optional<String> about,
        List<String> why,
        String kind,
        List<Group> options,
        List<Choice> units,
        boolean judgement,
        List<String> factors,
        List<Choice> others,
        Typed typed,
        List<FieldError> errors) {

    /// Options under one heading; the heading is empty where there is one group only.
    public record Group(String heading, List<Choice> choices) {}

    /// Something to choose.
    ///
    /// @param id of its control, unique on the page
    /// @param hint a sentence beneath; empty where there is none
    public record Choice(String id, String value, String label, String hint, boolean chosen) {}

    /// What the fields hold.
    public record Typed(String day, String month, String year, String number) {
        /// Nothing yet.
        public static final Typed NOTHING = new Typed("", "", "", "");
    }

    /// A mistake.
    ///
    /// @param field the id of the control that it is about
    public record FieldError(String field, String says) {}

    /// The same form as it was sent, with what is wrong.
    public QuestionView refused(Typed as, List<FieldError> mistakes) {
        return new QuestionView(
                fact, link, text, about, why, kind, options, units, judgement, factors, others, as,
                mistakes);
    }

    /// The message for a field; empty where nothing is wrong with any.
    public String error() {
        return errors.isEmpty() ? "" : errors.getFirst().says();
    }

    /// Whether a field is among the mistakes.
    public boolean wrong(String field) {
        return errors.stream().anyMatch(e -> e.field().equals(field));
    }
}
