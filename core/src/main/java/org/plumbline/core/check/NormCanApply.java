package org.plumbline.core.check;

import java.util.stream.Stream;
import org.plumbline.core.decide.Reach;
import org.plumbline.core.load.Finding;

/// Every norm governs somebody: its conditions contradict neither one another nor what is true of
/// every possible person.
final class NormCanApply implements Check {

    @Override
    public String code() {
        return "norm.never";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.reaching(Reach.NONE)
                .map(name ->
                        Finding.error(
                                code(),
                                library.place(name),
                                "this norm can never apply",
                                "conditions that some possible person and case can meet together",
                                "look for two that exclude one another, or that a constraint of"
                                        + " vocabulary.yaml excludes"));
    }
}
