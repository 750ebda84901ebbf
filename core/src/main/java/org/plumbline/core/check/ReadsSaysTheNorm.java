package org.plumbline.core.check;

import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Norm;

/// The sentence in the file is the one that its norm renders to, so that whoever proofreads the
/// sentence has proofread the norm.
final class ReadsSaysTheNorm implements Check {

    private final Function<Norm, String> sentence;

    ReadsSaysTheNorm(Function<Norm, String> sentence) {
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return "norm.reads.stale";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e -> e.norms().stream())
                .filter(n -> !n.reads().isEmpty())
                .flatMap(n -> finding(library, n).stream());
    }

    private java.util.Optional<Finding> finding(Bookshelf library, Norm norm) {
        String now = sentence.apply(norm);
        if (now.equals(norm.reads())) {
            return java.util.Optional.empty();
        }
        Span verb = library.place(norm.name());
        Span reads = library.value(norm.name(), "reads").map(Node::span).orElse(verb);
        Span first = new Span(reads.file(), reads.line(), reads.column(), reads.column() + 3);
        return java.util.Optional.of(
                Finding.warning(
                                code(),
                                first,
                                "the sentence no longer says what the norm says",
                                "the sentence the renderer writes for lines %d to %d"
                                        .formatted(
                                                Math.min(verb.line(), reads.line()),
                                                Math.max(verb.line(), reads.line() - 1)),
                                "compare the two with the provision, then run `plumbline fmt`")
                        .noting("now: \"" + now + "\""));
    }
}
