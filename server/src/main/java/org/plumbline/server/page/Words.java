package org.plumbline.server.page;

import java.util.List;

/// Little words that pages put between the library's phrases.
public final class Words {

    private Words() {}

    /// The first letter large.
    public static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A name as it stands in a list that is in order: "the Northern Territory" under N.
    public static String inList(String name) {
        return capital(name.startsWith("the ") ? name.substring(4) : name);
    }

    /// The first letter small.
    public static String small(String words) {
        return words.isEmpty()
                ? words
                : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /// "a, b and c".
    public static String and(List<String> items) {
        return listed(items, " and ");
    }

    /// "a, b or c".
    public static String or(List<String> items) {
        return listed(items, " or ");
    }

    private static String listed(List<String> items, String last) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
    }

    /// "1 fact", "2 facts".
    public static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
