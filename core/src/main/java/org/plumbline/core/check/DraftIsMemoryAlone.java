package org.plumbline.core.check;

import java.util.stream.Stream;
import org.plumbline.core.load.Finding;

/// An edition of which something has been read is no draft: it would be left out of every answer.
final class DraftIsMemoryAlone implements Check {

    @Override
    public String code() {
        return "edition.draft.needless";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .filter(e ->
                        e.draft()
                                && !e.provisions().isEmpty()
                                && !MemoryAloneIsDraft.memoryAlone(e))
                .map(e ->
                        Finding.warning(
                                code(),
                                library.head(e, "draft"),
                                "`%s` is a draft, although something in it has been read"
                                        .formatted(e.id()),
                                "`draft: true` only where everything is from memory",
                                "take `draft:` away; provisions from memory say so themselves"));
    }
}
