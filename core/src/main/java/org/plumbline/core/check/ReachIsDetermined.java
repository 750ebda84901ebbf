package org.plumbline.core.check;

import java.util.stream.Stream;
import org.plumbline.core.decide.Reach;
import org.plumbline.core.load.Finding;

/// Whether a norm can apply at all could be found out.
final class ReachIsDetermined implements Check {

    @Override
    public String code() {
        return "norm.reach.undetermined";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.reaching(Reach.NOT_DETERMINED)
                .map(name ->
                        Finding.warning(
                                code(),
                                library.place(name),
                                "not determined whether this norm can ever apply",
                                "conditions that can be looked through",
                                "say it with fewer facts, or in several norms"));
    }
}
