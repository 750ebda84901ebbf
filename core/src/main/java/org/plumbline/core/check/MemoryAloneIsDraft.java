package org.plumbline.core.check;

import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Verified;

/// An edition in which nothing is known better than from memory says that it is a draft, so that no
/// question is answered by it unasked.
final class MemoryAloneIsDraft implements Check {

    @Override
    public String code() {
        return "edition.draft.missing";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .filter(e -> !e.draft() && memoryAlone(e))
                .map(e ->
                        Finding.error(
                                code(),
                                library.head(e, "edition"),
                                "nothing in `%s` is known better than from memory"
                                        .formatted(e.id()),
                                "`draft: true`, or a provision whose text somebody has read",
                                "add `draft: true`"));
    }

    static boolean memoryAlone(Edition edition) {
        return !edition.provisions().isEmpty()
                && edition.provisions().stream().allMatch(p -> p.verified() == Verified.MEMORY);
    }
}
