package org.plumbline.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Findings;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// What may be said to a person about an answer, and what better not: the sentences of `sayings.yaml`.
///
/// @param practitioner for whoever must act, in order; the first that fits is the one
/// @param client for a client, likewise
public record Sayings(List<Saying> practitioner, List<Saying> client) {

    public Sayings {
        practitioner = List.copyOf(practitioner);
        client = List.copyOf(client);
    }

    /// Sentences with the cases they fit.
    ///
    /// @param to `self`, `other`, or empty for either
    /// @param acts leaves of acts; empty for any
    /// @param when empty for any
    /// @param say to be read aloud
    /// @param not better not said
    /// @param because why not
    public record Saying(
            Optional<String> to,
            Set<String> acts,
            Set<When> when,
            String say,
            String not,
            String because) {

        public Saying {
            acts = Set.copyOf(acts);
            when = Set.copyOf(when);
        }

        private boolean fits(Set<String> possible, boolean self, When now) {
            return to.map(t -> t.equals("self") == self).orElse(true)
                    && (acts.isEmpty() || acts.containsAll(possible))
                    && (when.isEmpty() || when.contains(now));
        }
    }

    /// The strictest headline that is possible, in groups.
    public enum When {
        FORBIDDEN,
        ADVISED_AGAINST,
        REQUIRED,
        ALLOWED,
        OPEN;

        /// The word in the file.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The group of a headline.
        public static When of(Headline headline) {
            return switch (headline) {
                case DILEMMA, CONTESTED, PROHIBITED -> FORBIDDEN;
                case REQUIRED, REQUIRED_WITH_CAUTION -> REQUIRED;
                case TENSION, ADVISED_AGAINST -> ADVISED_AGAINST;
                case PERMITTED_WITH_DUTIES, PERMITTED, ADVISED -> ALLOWED;
                case OPEN_WITH_DUTIES, NOT_ADDRESSED, SILENT, NOT_BOUND, NOT_IN_FORCE -> OPEN;
            };
        }
    }

    /// The first that fits a case; empty where the act is not known, or none does.
    ///
    /// @param strictest the strictest headline of the texts joined
    /// @param forClient whether a client asks
    public Optional<Saying> fitting(Scenario scenario, Headline strictest, boolean forClient) {
        if (!(scenario.known(0, "act") instanceof Known.Value(var acts))) {
            return Optional.empty();
        }
        boolean self = true;
        for (int link = 0; link < scenario.links().size(); link++) {
            self &=
                    scenario.known(link, "tie") instanceof Known.Value(var ties)
                            && ties.equals(Set.of("self"));
        }
        boolean known = self;
        return (forClient ? client : practitioner)
                .stream().filter(s -> s.fits(acts, known, When.of(strictest))).findFirst();
    }

    // ── Reading ─────────────────────────────────────────────────────────────────────────────

    /// The sayings of an open library, or what is wrong with them; none where it has no such file.
    public static Loaded<Sayings> of(Shelf.Open open) {
        return open.tree(LibraryReader.SAYINGS)
                .map(tree -> read(tree, open.library()))
                .orElseGet(() -> Loaded.sound(new Sayings(List.of(), List.of())));
    }

    /// The sayings of a file that was read.
    public static Loaded<Sayings> read(Node tree, Library library) {
        return new Reader(library).read(tree);
    }

    private static final class Reader {
        private static final Set<String> KEYS =
                Set.of("to", "act", "when", "say", "not", "because");
        private final Library library;
        private final Findings findings = new Findings();

        Reader(Library library) {
            this.library = library;
        }

        Loaded<Sayings> read(Node tree) {
            var sayings = new Sayings(sayings(tree, "practitioner"), sayings(tree, "client"));
            return findings.anyError()
                    ? new Loaded.Unsound<>(findings.inOrder())
                    : Loaded.sound(sayings);
        }

        private List<Saying> sayings(Node tree, String section) {
            if (!(tree instanceof Node.Mapping file)
                    || !(file.get(section).orElse(null) instanceof Node.Sequence list)) {
                error(
                        "key.missing",
                        tree.span(),
                        "the sayings have no list `%s`".formatted(section),
                        "a list of sayings",
                        "add `%s:` with at least one saying".formatted(section));
                return List.of();
            }
            List<Saying> all = new ArrayList<>();
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping one) {
                    all.add(saying(one));
                } else {
                    error(
                            "shape.mapping",
                            item.span(),
                            "a saying that is no mapping",
                            "`say`, `not`, `because`",
                            "write them as keys");
                }
            }
            return all;
        }

        private Saying saying(Node.Mapping one) {
            one.entries().stream()
                    .filter(e -> !KEYS.contains(e.key().text()))
                    .forEach(e ->
                            error(
                                    "key.unknown",
                                    e.key().span(),
                                    "unknown key `%s` in a saying".formatted(e.key().text()),
                                    "one of " + String.join(", ", KEYS.stream().sorted().toList()),
                                    "correct the key, or take it out"));
            Fact.OneOf act = library.vocabulary().oneOf("act");
            Set<String> acts = new LinkedHashSet<>();
            for (Node.Scalar word : one.words("act")) {
                if (act.leaves(word.text()).isEmpty()) {
                    findings.unknown(
                            "word.unknown",
                            word,
                            "act",
                            "an act or a family from vocabulary.yaml",
                            act.words());
                }
                acts.addAll(act.leaves(word.text()));
            }
            Set<When> when = EnumSet.noneOf(When.class);
            for (Node.Scalar word : one.words("when")) {
                Arrays.stream(When.values())
                        .filter(w -> w.word().equals(word.text()))
                        .findFirst()
                        .ifPresentOrElse(
                                when::add,
                                () ->
                                        unknown(
                                                word,
                                                "when",
                                                Arrays.stream(When.values())
                                                        .map(When::word)
                                                        .toList()));
            }
            Optional<String> to = Optional.empty();
            for (Node.Scalar word : one.words("to")) {
                if (!List.of("self", "other").contains(word.text())) {
                    unknown(word, "to", List.of("self", "other"));
                }
                to = Optional.of(word.text());
            }
            return new Saying(
                    to, acts, when, text(one, "say"), text(one, "not"), text(one, "because"));
        }

        private String text(Node.Mapping one, String key) {
            if (one.get(key).orElse(null) instanceof Node.Scalar text && !text.text().isBlank()) {
                return text.text();
            }
            error(
                    "key.missing",
                    one.span(),
                    "a saying has no `%s`".formatted(key),
                    "a sentence",
                    "add `%s:`".formatted(key));
            return "";
        }

        private void unknown(Node.Scalar word, String key, List<String> known) {
            findings.unknown(
                    "word.unknown",
                    word,
                    "word for `%s`".formatted(key),
                    "one of " + String.join(", ", known),
                    known);
        }

        private void error(String code, Span at, String found, String expected, String mend) {
            findings.error(code, at, found, expected, mend);
        }
    }
}
