package org.plumbline.core.explain;

import java.util.Locale;

/// How a body is called in a sentence.
final class BodyName {

    private BodyName() {}

    /// "the National Association of Social Workers"; a name that brings its own "A" keeps it.
    static String withArticle(String name) {
        return name.startsWith("A ") ? "a " + name.substring(2) : "the " + name;
    }

    private static boolean isCapital(int sign) {
        return sign >= 'A' && sign <= 'Z';
    }

    /// "NASW" where the letters of the id are the initials of the name, or where the name ends with
    /// them in brackets; otherwise the name.
    static String brief(String id, String name) {
        var initials = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (word.length() > 1 && word.chars().allMatch(BodyName::isCapital)) {
                initials.append(word);
            } else if (!word.isEmpty() && isCapital(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        String letters = id.toUpperCase(Locale.ROOT);
        return initials.toString().equals(letters) || name.endsWith("(" + letters + ")")
                ? letters
                : withArticle(name);
    }
}
