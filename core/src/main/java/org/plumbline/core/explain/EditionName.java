package org.plumbline.core.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /// The same, and whose text it is where the title does not tell: "Code of Ethics (2017) of the …".
    public static String whose(Library library, Edition edition) {
        String brief = brief(library, edition);
        Body body = library.bodies().get(edition.body());
        return body == null || !brief.equals(edition.title()) || names(brief, body)
                ? brief
                : brief + " of " + BodyName.withArticle(body.name());
    }

    /// Whether a title has a name in common with its body's.
    private static boolean names(String title, Body body) {
        Set<String> words = new HashSet<>(List.of(title.split("[^\\p{L}]+", -1)));
        return words.contains(body.id().toUpperCase(Locale.ROOT))
                || Stream.of(body.name().split("[^\\p{L}]+", -1))
                        .anyMatch(w -> w.length() > 3 && isCapital(w) && words.contains(w));
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static Optional<String> initials(Body body) {
        String brief = BodyName.brief(body.id(), body.name());
        return brief.matches("[A-Z]+") ? Optional.of(brief) : Optional.empty();
    }
}
