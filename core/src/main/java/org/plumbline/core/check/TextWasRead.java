package org.plumbline.core.check;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Verified;

/// What is verified by its text was read: the source does not say that nobody has.
final class TextWasRead implements Check {

    private static final Set<Verified> READ =
            Set.of(Verified.TEXT, Verified.TEXT_PART, Verified.ABSTRACT, Verified.SECONDARY);

    @Override
    public String code() {
        return "provision.source.not-read";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .flatMap(e ->
                        e.provisions().stream()
                                .filter(p -> READ.contains(p.verified()) && notRead(p.source()))
                                .map(p -> finding(library, e, p)));
    }

    private Finding finding(Bookshelf library, Edition edition, Provision provision) {
        return Finding.error(
                code(),
                library.key(edition, provision.id(), "verified"),
                "`verified: %s` of a provision that nobody has read"
                        .formatted(provision.verified().word()),
                "`verified: memory` where the source is \"%s\"".formatted(provision.source()),
                "write `verified: memory`, or say where it was read");
    }

    private static boolean notRead(String source) {
        String words = source.toLowerCase(Locale.ROOT).strip();
        return words.equals("not read")
                || words.endsWith("; not read")
                || words.startsWith("from general knowledge")
                || words.equals("memory");
    }
}
