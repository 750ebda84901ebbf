package org.plumbline.core.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Node;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Every fact, party, act and factor of the vocabulary stands in some norm, an act also through a
/// family that does. What the engine itself asks after counts as used.
///
/// Only for whoever asks after the words: one may well wait for the norm that needs it.
final class WordIsUsed implements Check {

    private static final List<String> SECTIONS =
            List.of(
                    "parties",
                    "acts",
                    "act-families",
                    "facts",
                    "circumstances",
                    "judgements",
                    "safeguards",
                    "events",
                    "factors");

    @Override
    public String code() {
        return "vocabulary.word.unused";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        Set<String> used = new HashSet<>();
        library.texts().forEach(root -> collect(root, used));
        library.vocabulary()
                .flatMap(v -> v.get("constraints"))
                .ifPresent(constraints -> collect(constraints, used));
        used.addAll(Vocabulary.PRACTITIONER);
        used.addAll(List.of("form", "medium"));
        Fact.OneOf acts = library.library().vocabulary().oneOf("act");
        for (String family : List.copyOf(acts.families().keySet())) {
            if (used.contains(family) && !family.equals(Vocabulary.ANY_ACT)) {
                used.addAll(acts.leaves(family));
            }
        }
        List<Finding> all = new ArrayList<>();
        for (String section : SECTIONS) {
            library.vocabulary()
                    .flatMap(v -> v.get(section))
                    .ifPresent(words -> look(words, section, used, all));
        }
        return all.stream();
    }

    private void look(Node words, String section, Set<String> used, List<Finding> all) {
        if (words instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (!used.contains(entry.key().text())) {
                    all.add(
                            Finding.warning(
                                    code(),
                                    entry.key().span(),
                                    "no norm uses `%s`".formatted(entry.key().text()),
                                    "each word of `%s` in some norm".formatted(section),
                                    "take the word away, or keep it for a norm to come"));
                }
            }
        }
    }

    private static void collect(Node node, Set<String> used) {
        switch (node) {
            case Node.Scalar scalar -> used.add(scalar.text());
            case Node.Sequence(var items, _) -> items.forEach(i -> collect(i, used));
            case Node.Mapping(var entries, _) ->
                    entries.forEach(e -> {
                        used.add(e.key().text());
                        collect(e.value(), used);
                    });
        }
    }
}
