package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// A family is never listed beside something that it already contains: the reader would take the
/// longer list to say more.
final class FamilyStandsAlone implements Check {

    @Override
    public String code() {
        return "norm.family.beside-leaf";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e -> e.norms().stream())
                .flatMap(n -> findings(library, n).stream());
    }

    private List<Finding> findings(Bookshelf library, Norm norm) {
        Vocabulary vocabulary = library.library().vocabulary();
        List<Finding> all = new ArrayList<>();
        var words = new Words(library, norm.name(), all);
        Fact.OneOf act = vocabulary.oneOf("act");
        Fact.OneOf medium = vocabulary.oneOf("medium");
        switch (norm) {
            case Norm.Directive directive -> {
                String verb = directive.modality().key();
                words.look(verb, directive.acts().words(), act::leaves);
                words.look("but-not", directive.acts().butNot(), act::leaves);
                words.look("medium", directive.media().words(), medium::leaves);
                words.look(directive.with());
                directive.butMay().ifPresent(b -> words.look("but-may", b.when()));
            }
            case Norm.SetAside setAside -> words.look(setAside.with());
            case Norm.Definition definition ->
                    definition.acts().ifPresent(a -> words.look("for", a.words(), act::leaves));
        }
        words.look("when", norm.when());
        words.look("unless", norm.unless());
        return all;
    }

    /// Looks at the lists of one norm.
    private final class Words {
        private final Bookshelf library;
        private final NormName norm;
        private final List<Finding> found;

        Words(Bookshelf library, NormName norm, List<Finding> found) {
            this.library = library;
            this.norm = norm;
            this.found = found;
        }

        void look(String key, List<String> words, Function<String, Set<String>> leaves) {
            for (String part : words) {
                for (String whole : words) {
                    boolean inside = leaves.apply(whole).containsAll(leaves.apply(part));
                    boolean bigger = leaves.apply(whole).size() > leaves.apply(part).size();
                    if (!part.equals(whole) && inside && (bigger || later(words, part, whole))) {
                        add(key, part, whole);
                    }
                }
            }
        }

        private boolean later(List<String> words, String part, String whole) {
            return words.indexOf(part) > words.indexOf(whole);
        }

        void look(List<Party> with) {
            for (Party part : with) {
                for (Party whole : with) {
                    if (!part.equals(whole) && part.within(whole)) {
                        add("with", part.id(), whole.id());
                    }
                }
            }
        }

        void look(String key, Condition condition) {
            switch (condition) {
                case Condition.Has(var fact, var words, _) -> look(key, words, fact::leaves);
                case Condition.Not(var part) -> look(key, part);
                case Condition.All(var parts) -> parts.forEach(p -> look(key, p));
                case Condition.Any(var parts) -> parts.forEach(p -> look(key, p));
                case Condition.None(var parts) -> parts.forEach(p -> look(key, p));
                case Condition.AtLeast(_, var parts) -> parts.forEach(p -> look(key, p));
                case Condition.Holds _,
                        Condition.AmountIs _,
                        Condition.During _,
                        Condition.Before _ -> {}
            }
        }

        private void add(String key, String part, String whole) {
            found.add(
                    Finding.warning(
                            code(),
                            library.word(norm, key, part),
                            "`%s` beside `%s`, which contains it".formatted(part, whole),
                            "the family alone, or its leaves without it",
                            "take `%s` away, or write out the leaves that are meant instead of `%s`"
                                    .formatted(part, whole)));
        }
    }
}
