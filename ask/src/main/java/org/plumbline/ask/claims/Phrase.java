package org.plumbline.ask.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern of words, as `codes/claims.yaml` writes them: `a|b` is either word, `c?` may be absent,
/// `word*` has any ending, `~` is up to four words and `~~` up to nine. `not` is also the end of
/// "doesn't", "can't" and "cannot".
///
/// @param written the pattern as written
/// @param regex what it means over a sentence in small letters
/// @param heads the words of which one must be there: those of its first element that may not be absent
/// @param stems the beginnings of words of which one must be there, where no head is
record Phrase(String written, Pattern regex, Set<String> heads, List<String> stems) {

    private static final String BREAK = "[^\\p{L}\\p{N}'$]{1,4}";
    private static final String WORD = "[\\p{L}\\p{N}'$]{1,40}";
    private static final String START = "(?<![\\p{L}\\p{N}'$])";
    private static final String SHORT_NOT = "(?<=\\p{L})n't|(?<=\\bcan)(?:not|'t)";
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(~~?|[\\p{Ll}\\p{N}'$*.]+(\\|[\\p{Ll}\\p{N}'$*.]+)*\\??)"
                            + "( (~~?\\??|[\\p{Ll}\\p{N}'$*.]+(\\|[\\p{Ll}\\p{N}'$*.]+)*\\??))*");

    /// Where a phrase was found.
    ///
    /// @param from offset of the first character
    /// @param to offset after the last
    /// @param gaps what stands where the pattern leaves words open
    record Found(int from, int to, List<Found> gaps) {

        /// Whether a stretch lies wholly in it and does not begin in a gap.
        boolean accountsFor(Found stretch) {
            return from <= stretch.from()
                    && stretch.to() <= to
                    && gaps.stream()
                            .noneMatch(g -> g.from() <= stretch.from() && stretch.from() < g.to());
        }
    }

    /// The phrase a pattern describes, unless it is malformed.
    static Optional<Phrase> of(String written) {
        if (!SHAPE.matcher(written).matches()) {
            return Optional.empty();
        }
        var regex = new StringBuilder();
        boolean first = true;
        Set<String> heads = new HashSet<>();
        List<String> stems = new ArrayList<>();
        for (String element : written.split(" ", -1)) {
            if (element.startsWith("~")) {
                int most = element.equals("~~") ? 9 : 4;
                regex.append(first ? START : "");
                regex.append("((?:").append(BREAK).append(WORD).append("){0,").append(most);
                regex.append("}?)");
                continue;
            }
            boolean optional = element.endsWith("?");
            String words = optional ? element.substring(0, element.length() - 1) : element;
            String either = "(?:" + alternatives(words) + ")";
            if (optional && first) {
                regex.append(START).append("(?:").append(either).append(BREAK).append(")?");
                continue;
            }
            if (first && !optional) {
                for (String word : words.split("\\|", -1)) {
                    if (word.endsWith("*")) {
                        stems.add(word.replace("*", ""));
                    } else {
                        heads.add(word);
                    }
                }
            }
            String plain =
                    first && regex.isEmpty() ? START + either : first ? either : BREAK + either;
            String here =
                    List.of(words.split("\\|", -1)).contains("not")
                            ? "(?:" + plain + "|" + SHORT_NOT + ")"
                            : plain;
            regex.append(optional ? "(?:" + here + ")?" : here);
            first = false;
        }
        regex.append("(?![\\p{L}\\p{N}])");
        return Optional.of(
                new Phrase(
                        written,
                        Pattern.compile(regex.toString()),
                        Set.copyOf(heads),
                        List.copyOf(stems)));
    }

    private static String alternatives(String words) {
        var regex = new StringBuilder();
        for (String word : words.split("\\|", -1)) {
            regex.append(regex.isEmpty() ? "" : "|")
                    .append(
                            Pattern.quote(word.replace("*", ""))
                                    + (word.endsWith("*") ? "[\\p{L}]*" : ""));
            if (word.equals("will") || word.equals("shall")) {
                regex.append("|").append(word.equals("will") ? "wo" : "sha").append("(?=n't)");
            }
        }
        return regex.toString();
    }

    /// Whether it may be among words at all: quick to tell, and no is certain.
    boolean mayBeAmong(Set<String> words) {
        for (String head : heads) {
            if (words.contains(head)) {
                return true;
            }
        }
        for (String stem : stems) {
            for (String word : words) {
                if (word.startsWith(stem)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The words of a sentence in small letters, as [#mayBeAmong] takes them.
    static Set<String> wordsOf(String text) {
        Set<String> words = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean in =
                    i < text.length()
                            && (Character.isLetterOrDigit(text.charAt(i))
                                    || text.charAt(i) == '\''
                                    || text.charAt(i) == '$');
            if (in && from < 0) {
                from = i;
            } else if (!in && from >= 0) {
                addTo(words, text.substring(from, i));
                from = -1;
            }
        }
        return words;
    }

    private static void addTo(Set<String> words, String word) {
        words.add(word);
        if (word.endsWith("n't") || word.equals("cannot")) {
            words.add("not");
            words.add(
                    switch (word) {
                        case "can't", "cannot" -> "can";
                        case "won't" -> "will";
                        case "shan't" -> "shall";
                        default -> word.substring(0, word.length() - 3);
                    });
        }
    }

    /// The first place from an offset on.
    Optional<Found> in(String text, int from) {
        Matcher matcher = regex.matcher(text);
        if (!matcher.find(from)) {
            return Optional.empty();
        }
        List<Found> gaps = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.start(i) >= 0 && matcher.end(i) > matcher.start(i)) {
                gaps.add(new Found(matcher.start(i), matcher.end(i), List.of()));
            }
        }
        return Optional.of(new Found(matcher.start(), matcher.end(), gaps));
    }
}
