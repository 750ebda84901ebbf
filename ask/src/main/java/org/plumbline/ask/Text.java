package org.plumbline.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.ask.Pattern.Element;

/// A text in tokens, with the phrases of the lexicon found in it.
final class Text {
    private static final int LEADING = 4;
    private static final Set<String> PROFESSIONS = Set.of("profession");
    private static final Set<String> NOUNS = Set.of("event", "gift", "goods", "shared-place");
    private static final Set<String> PEOPLE =
            Set.of("client", "profession", "supervisee", "student");
    private static final Set<String> AUTHORITIES = Set.of("service", "code", "place");
    private static final Set<String> LEADS =
            Set.of("determiner", "mine", "theirs", "yours", "former", "current", "prospective");

    private final String source;
    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final List<List<Tagged>> startingAt;
    private final List<Set<String>> classesAt;
    private final long[] marks;
    private final Map<String, List<Tagged>> allByKind = new HashMap<>();

    Text(String source, List<Token> tokens, Lexicon lexicon) {
        this.source = source;
        this.lexicon = lexicon;
        this.tokens = List.copyOf(tokens);
        this.marks = new long[tokens.size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = Pattern.marks(tokens.get(i).forms());
        }
        this.startingAt = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            startingAt.add(lexicon.phrasesAt(this.tokens, i));
        }
        for (int i = 0; i < tokens.size(); i++) {
            longestAt(i, PROFESSIONS).filter(p -> p.length() > 1).ifPresent(this::standsWhole);
            longestAt(i, NOUNS).filter(p -> p.length() > 1).ifPresent(this::isOneThing);
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (in(i, "former") && PEOPLE.stream().anyMatch(kinds(i + 1)::contains)) {
                // `ex` in `ex-patient` is nobody's former partner.
                startingAt.get(i).removeIf(t -> t.length() == 1 && t.kind().equals("tie"));
            }
        }
        this.classesAt = startingAt.stream().map(this::classes).toList();
    }

    private Set<String> kinds(int start) {
        Set<String> kinds = new HashSet<>();
        startingAt.get(start).forEach(t -> kinds.add(t.kind()));
        return kinds;
    }

    private Set<String> classes(List<Tagged> here) {
        if (here.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (Tagged tagged : here) {
            names.addAll(lexicon.classesOf(tagged.kind()));
        }
        return names;
    }

    /// `family` in `family therapist` is no family, nor `play` in `play therapist` a play.
    private void standsWhole(Tagged profession) {
        for (int i = profession.start(); i < profession.end(); i++) {
            startingAt
                    .get(i)
                    .removeIf(t ->
                            t.end() <= profession.end()
                                    && t.length() < profession.length()
                                    && !t.kind().equals("profession")
                                    && !AUTHORITIES.contains(t.kind()));
        }
    }

    /// `bar` in `bar mitzvah` is no bar, nor `book` in `book club` a book.
    private void isOneThing(Tagged noun) {
        for (int i = noun.start(); i < noun.end(); i++) {
            startingAt
                    .get(i)
                    .removeIf(t ->
                            t.end() <= noun.end()
                                    && t.length() < noun.length()
                                    && NOUNS.contains(t.kind())
                                    && !t.kind().equals(noun.kind()));
        }
    }

    /// Whether a token belongs to a phrase of a class that begins up to two tokens before it.
    boolean partOf(int index, String name) {
        for (int i = Math.max(0, index - 2); i <= index; i++) {
            Optional<Tagged> phrase = longestOfClass(i, name);
            if (phrase.isPresent() && phrase.get().covers(index)) {
                return true;
            }
        }
        return false;
    }

    /// The [Pattern#mark]s of the token after one, and of so many tokens beyond.
    long marksAhead(int token, int beyond) {
        long ahead = 0;
        int last = Math.min(token + 1 + beyond, marks.length - 1);
        for (int i = token + 1; i <= last; i++) {
            ahead |= marks[i];
        }
        return ahead;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    List<Token> tokens() {
        return tokens;
    }

    /// The longest phrase of any of these kinds that begins at a token.
    Optional<Tagged> longestAt(int start, Set<String> kinds) {
        Tagged best = null;
        for (Tagged tagged : startingAt.get(start)) {
            if (kinds.contains(tagged.kind())
                    && (best == null || tagged.length() > best.length())) {
                best = tagged;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The longest phrase of a class, with all that it includes, that begins at a token.
    Optional<Tagged> longestOfClass(int start, String name) {
        return longestAt(start, lexicon.kindsOf(name));
    }

    /// Whether a token alone is a phrase of a class.
    boolean in(int index, String kind) {
        if (index < 0 || index >= tokens.size()) {
            return false;
        }
        for (Tagged tagged : startingAt.get(index)) {
            if (tagged.length() == 1 && tagged.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    boolean is(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
    }

    /// Phrases of one kind, from left to right, the longest first where they overlap.
    List<Tagged> all(String kind) {
        return allByKind.computeIfAbsent(kind, this::find);
    }

    private List<Tagged> find(String kind) {
        Set<String> kinds = Set.of(kind);
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Optional<Tagged> here = longestAt(i, kinds);
            here.ifPresent(found::add);
            i += here.map(Tagged::length).orElse(1);
        }
        return found;
    }

    boolean has(String kind) {
        for (List<Tagged> here : startingAt) {
            for (Tagged tagged : here) {
                if (tagged.kind().equals(kind)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean sameSentence(int left, int right) {
        return tokens.get(left).sentence() == tokens.get(right).sentence();
    }

    /// The names of all classes of which a phrase begins at a token.
    Set<String> classesAt(int start) {
        return classesAt.get(start);
    }

    /// Whether a phrase of a class begins at a token.
    boolean startsClass(int start, String name) {
        return classesAt.get(start).contains(name);
    }

    /// The same of a token that may lie beyond the end.
    boolean startsClassAt(int start, String name) {
        return start < tokens.size() && startsClass(start, name);
    }

    /// Whether a token stands in a phrase of a class, however long.
    boolean partOfPhrase(int index, String kind) {
        return all(kind).stream().anyMatch(phrase -> phrase.covers(index));
    }

    /// Whether a phrase of a class begins anywhere.
    boolean startsAnywhere(String name) {
        for (int i = 0; i < tokens.size(); i++) {
            if (startsClass(i, name)) {
                return true;
            }
        }
        return false;
    }

    /// The tightest match of a pattern that begins at a token.
    Optional<Pattern.Found> findAt(Pattern pattern, int start) {
        var words = new ArrayList<Integer>(4);
        int end = match(pattern.elements(), 0, start, start, words);
        return end < 0
                ? Optional.empty()
                : Optional.of(new Pattern.Found(start, end, List.copyOf(words)));
    }

    private int match(List<Element> elements, int which, int start, int at, List<Integer> words) {
        if (which == elements.size()) {
            return at;
        }
        return switch (elements.get(which)) {
            case Element.OneOf oneOf -> matchOneOf(oneOf, elements, which, start, at, words);
            case Element.Gap(int most) -> {
                for (int skip = 0; skip <= most; skip++) {
                    int end = match(elements, which + 1, start, at + skip, words);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield -1;
            }
        };
    }

    private int matchOneOf(
            Element.OneOf oneOf,
            List<Element> elements,
            int which,
            int start,
            int at,
            List<Integer> words) {
        if (within(start, at)) {
            int end = matchWord(oneOf, elements, which, start, at, words);
            if (end >= 0) {
                return end;
            }
            int noun = oneOf.classes().isEmpty() ? at : nounFrom(at);
            for (String name : oneOf.classes()) {
                end = matchClass(name, elements, which, start, at, words);
                if (end < 0 && noun > at && within(start, noun)) {
                    end = matchClass(name, elements, which, start, noun, words);
                }
                if (end >= 0) {
                    return end;
                }
            }
        }
        return oneOf.optional() ? match(elements, which + 1, start, at, words) : -1;
    }

    /// The token after the words that may stand before a noun: `my former` in `my former client`.
    private int nounFrom(int at) {
        int noun = at;
        while (noun < tokens.size() && noun < at + LEADING && leads(noun)) {
            noun++;
        }
        return noun;
    }

    private boolean leads(int index) {
        for (Tagged tagged : startingAt.get(index)) {
            if (tagged.length() == 1 && LEADS.contains(tagged.kind())) {
                return true;
            }
        }
        return false;
    }

    private int matchWord(
            Element.OneOf oneOf,
            List<Element> elements,
            int which,
            int start,
            int at,
            List<Integer> words) {
        if ((marks[at] & oneOf.marks()) == 0 || !anyOf(tokens.get(at).forms(), oneOf.words())) {
            return -1;
        }
        words.add(at);
        int end = match(elements, which + 1, start, at + 1, words);
        if (end < 0) {
            words.removeLast();
        }
        return end;
    }

    private int matchClass(
            String name,
            List<Element> elements,
            int which,
            int start,
            int at,
            List<Integer> words) {
        // Most classes begin at few tokens.
        if (!startsClass(at, name)) {
            return -1;
        }
        Set<String> kinds = lexicon.kindsOf(name);
        List<Tagged> here = startingAt.get(at);
        for (int i = here.size() - 1; i >= 0; i--) {
            if (kinds.contains(here.get(i).kind())) {
                int end = match(elements, which + 1, start, here.get(i).end(), words);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private boolean within(int start, int at) {
        return at < tokens.size() && sameSentence(start, at);
    }

    private static boolean anyOf(List<String> forms, Set<String> words) {
        for (String form : forms) {
            if (words.contains(form)) {
                return true;
            }
        }
        return false;
    }

    /// The characters from one token to another, as typed.
    String typed(int start, int end) {
        return source.substring(tokens.get(start).from(), tokens.get(end - 1).to());
    }

    Evidence evidence(String slot, String value, int start, int end) {
        return new Evidence(
                slot, value, typed(start, end), tokens.get(start).from(), tokens.get(end - 1).to());
    }
}
