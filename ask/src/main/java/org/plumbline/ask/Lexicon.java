package org.plumbline.ask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;

/// Every word the reader knows, from `codes/words.yaml`. Immutable; shared between threads.
public final class Lexicon {

    /// A profession as people name it.
    ///
    /// @param slot the slot value
    /// @param scenario the word or the `{possibly: …}` of a scenario
    /// @param generic whether a more exact name beside it says more
    /// @param serves the kind of people whom it serves where they are not called clients
    record Profession(String slot, Object scenario, boolean generic, Optional<String> serves) {}

    /// Somebody close to a client.
    ///
    /// @param slot the party a tie to a client makes, such as `client_partner`
    record Tie(String slot) {}

    /// An act as people name it.
    ///
    /// @param slot the slot value
    /// @param scenario the act or the `{possibly: …}` of a scenario; null where there is none
    /// @param medium the medium where the text names none
    /// @param mediumFirm whether it is so whatever else the text names
    /// @param party the party where the text names none but names a professional
    /// @param reversed the act it becomes when the client's side does it; null if the same
    /// @param refusedByClient whether it is out of scope when the client's side does it
    /// @param over acts that it outdoes where both are found, being the more exact
    record Act(
            String slot,
            @Nullable Object scenario,
            String medium,
            boolean mediumFirm,
            String party,
            @Nullable String reversed,
            boolean refusedByClient,
            Set<String> over) {}

    /// How certainly a pattern tells of an act.
    enum Strength {
        FAINT(0),
        PLAIN(12),
        SURE(24);

        private final int points;

        Strength(int points) {
            this.points = points;
        }

        /// What it counts for when acts are weighed against each other.
        int points() {
            return points;
        }
    }

    /// What a pattern says of an act.
    record ActSign(String act, Strength strength) {}

    /// A body that issues codes, or a place.
    ///
    /// @param membership the body whose member the practitioner then is
    /// @param jurisdiction the place in which the practice then is
    /// @param profession the profession that is meant where none is named
    /// @param turns what a profession becomes beside it
    record Authority(
            Optional<String> membership,
            Optional<String> jurisdiction,
            Optional<String> profession,
            Map<String, String> turns) {}

    /// A further fact that a pattern states.
    record FactSign(String fact, Object value) {}

    /// A unit of time: `Y`, `M`, `W` or `D`, and how many of it.
    record Unit(char letter, int many) {}

    /// The parts of a lexicon, as read.
    ///
    /// @param kindsByClass the kinds of phrase that a class takes in
    /// @param classesByKind the classes that take in a kind of phrase
    /// @param expansions what a short form stands for
    /// @param prefixes what a word that begins so stands for
    /// @param capitals abbreviations that are names only in capitals, in lower case
    record Parts(
            PhraseTrie phrases,
            Map<String, Set<String>> kindsByClass,
            Map<String, Set<String>> classesByKind,
            Map<String, Profession> professions,
            Map<String, Tie> ties,
            Map<String, Act> acts,
            PatternSet<ActSign> actSigns,
            Map<String, Authority> codes,
            Map<String, Authority> places,
            PatternSet<String> signs,
            PatternSet<FactSign> facts,
            Map<String, Double> numbers,
            Map<String, Unit> units,
            List<HelpLine> helpLines,
            List<String> questions,
            Set<String> capitals,
            Spelling.Words spelling,
            Map<String, List<String>> expansions,
            Map<String, String> prefixes) {}

    private final Parts parts;
    private final Spelling spelling;
    private final Tokenizer tokenizer;

    Lexicon(Parts parts) {
        this.parts = parts;
        this.spelling = new Spelling(parts.spelling());
        this.tokenizer = new Tokenizer(spelling, parts.expansions(), parts.prefixes());
    }

    /// Reads a lexicon, with a finding for every key that is malformed or not known.
    public static Loaded<Lexicon> from(Node.Mapping words) {
        return new LexiconReader().read(words);
    }

    /// The lexicon as a value that a compiled library can hold beside its texts.
    public Object stored() {
        return parts;
    }

    /// The lexicon that was [#stored]; empty if the value is anything else.
    public static Optional<Lexicon> of(Object stored) {
        return stored instanceof Parts parts ? Optional.of(new Lexicon(parts)) : Optional.empty();
    }

    Spelling spelling() {
        return spelling;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Parts parts() {
        return parts;
    }

    Text text(String source) {
        return new Text(source, tokenizer.tokens(source), this);
    }

    List<Tagged> phrasesAt(List<Token> tokens, int start) {
        return parts.phrases().at(tokens, start);
    }

    /// The kinds of phrase that a class takes in: itself and those it includes.
    Set<String> kindsOf(String name) {
        return parts.kindsByClass().getOrDefault(name, Set.of(name));
    }

    /// The classes that take in a kind of phrase, itself among them.
    Set<String> classesOf(String kind) {
        return parts.classesByKind().getOrDefault(kind, Set.of(kind));
    }

    Profession profession(String id) {
        return known(parts.professions(), id);
    }

    Tie tie(String id) {
        return known(parts.ties(), id);
    }

    Act act(String slot) {
        return known(parts.acts(), slot);
    }

    /// The body or the place that a phrase names.
    Authority authority(Tagged name) {
        return known(name.kind().equals("code") ? parts.codes() : parts.places(), name.value());
    }

    private static <V> V known(Map<String, V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("every tag names an entry of the lexicon: " + key);
        }
        return value;
    }
}
