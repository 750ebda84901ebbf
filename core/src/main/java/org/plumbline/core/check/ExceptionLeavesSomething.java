package org.plumbline.core.check;

import java.util.stream.Stream;
import org.plumbline.core.decide.Reach;
import org.plumbline.core.load.Finding;

/// An exception leaves something of its rule: whatever meets the condition does not always meet the
/// exception as well.
final class ExceptionLeavesSomething implements Check {

    @Override
    public String code() {
        return "norm.exception.swallows";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.reaching(Reach.SWALLOWED)
                .map(name -> {
                    String key = library.value(name, "unless").isPresent() ? "unless" : "but-may";
                    return Finding.error(
                            code(),
                            library.key(name, key),
                            "the exception covers every case of the norm",
                            "an exception that is not met whenever the norm is",
                            "narrow `%s`, or take the norm away".formatted(key));
                });
    }
}
