package org.plumbline.ask.claims;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern of words, as `codes/claims.yaml` writes them: `a|b` is either word, `c?` may be absent,
/// `word*` has any ending, `~` is up to four words and `~~` up to nine.
///
/// @param written the pattern as written
/// @param regex what it means over a sentence in small letters
record Phrase(String written, Pattern regex) {

    private static final String BREAK = "[^\\p{L}\\p{N}'$]{1,4}";
    private static final String WORD = "[\\p{L}\\p{N}'$]{1,40}";
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(~~?|[\\p{Ll}\\p{N}'$*.]+(\\|[\\p{Ll}\\p{N}'$*.]+)*\\??)"
                            + "( (~~?\\??|[\\p{Ll}\\p{N}'$*.]+(\\|[\\p{Ll}\\p{N}'$*.]+)*\\??))*");

    /// Where a phrase was found.
    ///
    /// @param from offset of the first character
    /// @param to offset after the last
    record Found(int from, int to) {}

    /// The phrase a pattern describes, unless it is malformed.
    static Optional<Phrase> of(String written) {
        if (!SHAPE.matcher(written).matches()) {
            return Optional.empty();
        }
        var regex = new StringBuilder("(?<![\\p{L}\\p{N}'$])");
        boolean first = true;
        for (String element : written.split(" ", -1)) {
            if (element.startsWith("~")) {
                int most = element.equals("~~") ? 9 : 4;
                regex.append("(?:").append(BREAK).append(WORD).append("){0,").append(most);
                regex.append("}?");
                continue;
            }
            boolean optional = element.endsWith("?");
            String words = optional ? element.substring(0, element.length() - 1) : element;
            String either = "(?:" + alternatives(words) + ")";
            if (optional && first) {
                regex.append("(?:").append(either).append(BREAK).append(")?");
                continue;
            }
            String lead = first ? "" : BREAK;
            regex.append(optional ? "(?:" + lead + either + ")?" : lead + either);
            first = false;
        }
        regex.append("(?![\\p{L}\\p{N}])");
        return Optional.of(new Phrase(written, Pattern.compile(regex.toString())));
    }

    private static String alternatives(String words) {
        var regex = new StringBuilder();
        for (String word : words.split("\\|", -1)) {
            regex.append(regex.isEmpty() ? "" : "|")
                    .append(
                            Pattern.quote(word.replace("*", ""))
                                    + (word.endsWith("*") ? "[\\p{L}]*" : ""));
        }
        return regex.toString();
    }

    /// The first place from an offset on.
    Optional<Found> in(String text, int from) {
        Matcher matcher = regex.matcher(text);
        return matcher.find(from)
                ? Optional.of(new Found(matcher.start(), matcher.end()))
                : Optional.empty();
    }
}
