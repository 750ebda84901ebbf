package org.plumbline.core.explain;

import java.util.Optional;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// How an edition is called where its full title is too long.
public final class EditionName {

    private EditionName() {}

    /// "NASW 2021" where the body has initials and the edition a year; otherwise the title.
    public static String brief(Library library, Edition edition) {
        Body body = library.bodies().get(edition.body());
        String year = edition.id().replaceFirst(".*-", "");
        if (body == null || !year.matches("[0-9]{4}")) {
            return edition.title();
        }
        return initials(body).map(letters -> letters + " " + year).orElse(edition.title());
    }

    private static Optional<String> initials(Body body) {
        String brief = BodyName.brief(body.id(), body.name());
        return brief.matches("[A-Z]+") ? Optional.of(brief) : Optional.empty();
    }
}
