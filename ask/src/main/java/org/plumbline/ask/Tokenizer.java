package org.plumbline.ask;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts a text into words, numbers and currency signs, and says where sentences end.
///
/// A possessive or a contraction is a word of its own (`'s`, `'m`), a hyphen parts two words,
/// `2yrs` is a number and a word, and `U.K.` is one word.
final class Tokenizer {
    private final Spelling spelling;
    private final Map<String, List<String>> expansions;
    private final Map<String, String> prefixes;

    Tokenizer(
            Spelling spelling, Map<String, List<String>> expansions, Map<String, String> prefixes) {
        this.spelling = spelling;
        this.expansions = expansions;
        this.prefixes = prefixes;
    }

    List<Token> tokens(String text) {
        return new Run(text).tokens();
    }

    private final class Run {
        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        private int sentence;
        private boolean broken = true;
        private boolean ended;

        Run(String text) {
            this.text = text;
        }

        List<Token> tokens() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isLetter(c)) {
                    at = word(at);
                } else if (Character.isDigit(c)) {
                    at = number(at);
                } else if (isApostrophe(c) && follows(at)) {
                    at = afterApostrophe(at);
                } else {
                    mark(c, at);
                    at++;
                }
            }
            return tokens;
        }

        private void mark(char c, int at) {
            switch (c) {
                case '?', '!', ';', '\n' -> ended = true;
                case '.', '\u2026' ->
                        ended |=
                                at + 1 == text.length()
                                        || !Character.isLetterOrDigit(text.charAt(at + 1));
                case ',', '(', ')', '[', ']', ':', '/', '\u2013', '\u2014', '"', '|' ->
                        broken = true;
                case '-' -> broken |= at > 0 && Character.isWhitespace(text.charAt(at - 1));
                case '$', '\u00a3', '\u20ac' -> add(String.valueOf(c), at, at + 1);
                case '&', '+' -> add("and", at, at + 1);
                default -> {}
            }
        }

        private boolean follows(int at) {
            return at > 0
                    && Character.isLetterOrDigit(text.charAt(at - 1))
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1));
        }

        private int word(int from) {
            int dotted = dotted(from);
            if (dotted > from) {
                add(text.substring(from, dotted).replace(".", ""), from, dotted);
                return dotted;
            }
            int to = from;
            while (to < text.length() && isWordPart(text.charAt(to))) {
                to++;
            }
            int contracted = contracted(from, to);
            if (contracted > to) {
                String joined = text.substring(from, to) + text.substring(to + 1, contracted);
                addWord(joined, from, contracted);
                return contracted;
            }
            addWord(text.substring(from, to), from, to);
            return to;
        }

        /// The end of a contraction such as `don't`, or the end of the word before the apostrophe.
        private int contracted(int from, int to) {
            if (to >= text.length() || !isApostrophe(text.charAt(to))) {
                return to;
            }
            int end = to + 1;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            String joined = text.substring(from, to) + text.substring(to + 1, end);
            return end > to + 1 && expansions.containsKey(fold(joined)) ? end : to;
        }

        /// The end of letters that each carry a full stop, such as `U.K.`, or `from`.
        private int dotted(int from) {
            int at = from;
            while (at + 1 < text.length()
                    && Character.isLetter(text.charAt(at))
                    && text.charAt(at + 1) == '.') {
                at += 2;
            }
            boolean letterFollows = at < text.length() && Character.isLetter(text.charAt(at));
            return at - from >= 4 && !letterFollows ? at : from;
        }

        private int number(int from) {
            int to = from;
            while (to < text.length()
                    && (Character.isDigit(text.charAt(to)) || isPointInNumber(to))) {
                to++;
            }
            add(text.substring(from, to).replace(",", ""), from, to);
            return to;
        }

        private boolean isPointInNumber(int at) {
            char c = text.charAt(at);
            return (c == '.' || c == ',')
                    && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at + 1));
        }

        private int afterApostrophe(int at) {
            int to = at + 1;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            add("'" + text.substring(at + 1, to), at, to);
            return to;
        }

        private void addWord(String word, int from, int to) {
            String lower = fold(word);
            List<String> expansion = expansions.get(lower);
            if (expansion != null) {
                for (String piece : expansion) {
                    add(piece, from, to);
                }
                return;
            }
            if (!spelling.knows(lower)) {
                for (var prefix : prefixes.entrySet()) {
                    String rest =
                            lower.startsWith(prefix.getKey())
                                    ? lower.substring(prefix.getKey().length())
                                    : "";
                    if (rest.length() > 2 && spelling.knowsInflected(rest)) {
                        add(prefix.getValue(), from, from + prefix.getKey().length());
                        add(rest, from + prefix.getKey().length(), to);
                        return;
                    }
                }
            }
            add(lower, from, to);
        }

        private void add(String word, int from, int to) {
            String lower = fold(word);
            if (ended && !tokens.isEmpty()) {
                sentence++;
            }
            List<String> forms = spelling.forms(lower);
            boolean known = forms.size() > 1 || spelling.knows(lower);
            tokens.add(new Token(List.copyOf(forms), from, to, sentence, broken || ended, known));
            broken = false;
            ended = false;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u00b4' || c == '`';
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return Normalizer.normalize(lower, Normalizer.Form.NFKD)
                        .codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return lower;
    }
}
