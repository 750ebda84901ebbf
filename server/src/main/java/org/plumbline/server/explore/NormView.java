package org.plumbline.server.explore;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.NormSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// A norm as a page shows it: its sentence, its force with a mark, and its parts.
///
/// @param anchor its id within the page
/// @param family the colours of its force: `f-against` …
/// @param glyph the mark of its force in the frame
/// @param force "Forbids"
/// @param reading under which reading of the provision it stands; empty under every one
/// @param sentence the one sentence that it renders to
/// @param parts in the order of the sentence, those that it has
public record NormView(
        String anchor,
        String family,
        String glyph,
        String force,
        String reading,
        String sentence,
        List<Part> parts) {

    public NormView {
        parts = List.copyOf(parts);
    }

    /// A part: "Toward" and whom.
    public record Part(String name, String words) {}

    /// The norm of an edition.
    public static NormView of(Vocabulary vocabulary, Edition edition, Norm norm) {
        Force force = Force.of(norm);
        return new NormView(
                "norm-" + norm.name().id(),
                force.family(),
                force.glyph(),
                force.words(),
                norm.name().reading().orElse(""),
                new NormSentence(vocabulary).of(edition, norm),
                new Parts(vocabulary).of(norm));
    }

    /// What a norm does, with its mark.
    private record Force(String words, String family, String glyph) {
        static Force of(Norm norm) {
            return switch (norm) {
                case Norm.Directive directive ->
                        switch (directive.modality()) {
                            case FORBID -> new Force("Forbids", "f-against", "g-prohibited");
                            case ADVISE_AGAINST ->
                                    new Force("Advises against", "f-caution", "g-caution");
                            case REQUIRE -> new Force("Requires", "f-ought", "g-required");
                            case ADVISE -> new Force("Advises", "f-ought", "g-advised");
                            case ALLOW -> new Force("Expressly allows", "f-leave", "g-permitted");
                            case UPON ->
                                    new Force(
                                            "Asks something of whoever does it",
                                            "f-leave",
                                            "g-duties");
                        };
                case Norm.Definition _ ->
                        new Force("Says who counts as whom", "f-none", "g-notaddressed");
                case Norm.SetAside _ ->
                        new Force("Sets another norm aside", "f-none", "g-notaddressed");
            };
        }
    }

    /// The parts of a norm in words.
    private static final class Parts {
        private final Vocabulary vocabulary;
        private final ConditionSentence conditions;
        private final ActWording acts;
        private final List<Part> all = new ArrayList<>();

        private Parts(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            this.conditions = new ConditionSentence(vocabulary);
            this.acts = new ActWording(vocabulary);
        }

        private List<Part> of(Norm norm) {
            switch (norm) {
                case Norm.Directive directive -> directive(directive);
                case Norm.Definition definition -> {
                    add("Counts", definition.counted().says());
                    add("As", definition.as().says());
                    clauses(norm);
                }
                case Norm.SetAside aside -> {
                    add("Sets aside", aside.target());
                    people(aside.with());
                    clauses(norm);
                }
            }
            return all;
        }

        private void directive(Norm.Directive norm) {
            add("Act", acts.names(norm.acts().words()));
            if (!norm.acts().butNot().isEmpty()) {
                add("But not", acts.names(norm.acts().butNot()));
            }
            people(norm.with());
            if (!norm.media().words().isEmpty()) {
                add(
                        "Means",
                        conditions.fact(vocabulary.oneOf("medium"), norm.media().words(), true));
            }
            clauses(norm);
            norm.butMay().ifPresent(may -> add("But may if", conditions.of(may.when())));
            duties("Must", norm.duties());
            duties("Should", norm.advisedDuties());
            norm.butMay()
                    .ifPresent(may -> {
                        duties("Then must", may.duties());
                        duties("Then should", may.advisedDuties());
                    });
            if (!norm.weighing().isEmpty()) {
                add(
                        "To weigh",
                        Words.and(norm.weighing().stream().map(conditions::factor).toList()));
            }
        }

        private void clauses(Norm norm) {
            if (!(norm.window() instanceof Window.Always)) {
                add("When", conditions.window(norm.window()));
            }
            if (!norm.when().equals(Condition.ALWAYS)) {
                add("If", conditions.of(norm.when()));
            }
            if (!norm.unless().equals(Condition.NEVER)) {
                add("Unless", conditions.of(norm.unless()));
            }
            if (norm.burden()) {
                add("Burden", "the practitioner must show the exception");
            }
        }

        private void people(List<Party> people) {
            if (!people.isEmpty()) {
                add(
                        "Toward",
                        Words.and(people.stream().map(Party::says).toList())
                                .replace(" and ", " or "));
            }
        }

        private void duties(String name, List<Fact.YesNo> duties) {
            if (!duties.isEmpty()) {
                add(name, Words.and(duties.stream().map(conditions::duty).toList()));
            }
        }

        private void add(String name, String words) {
            all.add(new Part(name, Words.capital(words)));
        }
    }
}
