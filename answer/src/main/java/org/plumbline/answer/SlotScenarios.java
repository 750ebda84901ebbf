package org.plumbline.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Reads scenarios that are given as the slots of a question, with further facts beside them.
///
/// What each slot means stands in `codes/slots.yaml`; this only puts the pieces together.
public record SlotScenarios(Shelf.Open open, Node.Mapping slots) {

    private static final String TIME = "time_since_end";
    private static final String ENDED = "service-ended";
    private static final String NAMES = "jurisdiction_or_code";
    private static final String ANY = "any";
    private static final String ACT = "act";
    private static final String PARTY = "party";

    /// The slots of a question; whatever else stands beside them is a flag.
    private static final Set<String> SLOTS = Set.of("profession", "party", "act", "medium");

    /// What could be read of the slots is decided, and what could not is a warning beside it; then
    /// no fact is taken for ordinary, so that what was not understood cannot make an answer kinder.
    ///
    /// @param item `{id, facts, codes, story}`, the facts being slots and flags with underscores;
    ///     `codes` may name editions, one of which then is in force on the day of the act; `story`
    ///     may tell the case in words, which then settle some of what slots leave open
    /// @param dated whether that day was given, so that no code named may move it
    public static Loaded<Scenario> read(
            Shelf.Open open, Node.Mapping item, Known.Range asOf, boolean dated) {
        Optional<Node> meaning = open.tree(LibraryReader.SLOTS);
        if (meaning.isEmpty() || !(meaning.get() instanceof Node.Mapping slots)) {
            return Loaded.unsound(
                    Finding.error(
                            "library.slots.missing",
                            Span.of(LibraryReader.SLOTS),
                            "the library has no `slots.yaml`",
                            "what slots mean, at the top of the library",
                            "name a library that has it, or leave `--slots` out"));
        }
        Optional<Node> facts = item.get("facts");
        if (facts.isEmpty() || !(facts.get() instanceof Node.Mapping given)) {
            return Loaded.unsound(
                    Finding.error(
                            "slots.missing",
                            item.span(),
                            "no `facts` with slots",
                            "`facts:` with `act`, `party` … as the question reader names them",
                            "add `facts:`, or leave `--slots` out"));
        }
        CodesNamed named = CodesNamed.read(open.library(), slots, item);
        List<Finding> findings = new ArrayList<>(named.findings());
        Loaded<Scenario> scenario =
                new SlotScenarios(open, slots)
                        .scenario(given, item.get("story"), dated ? asOf : named.inForce(asOf));
        return switch (scenario) {
            case Loaded.Unsound<Scenario>(var wrong) -> {
                findings.addAll(wrong);
                yield new Loaded.Unsound<>(findings);
            }
            case Loaded.Sound<Scenario>(var sound, var warnings) -> {
                findings.addAll(warnings);
                yield new Loaded.Sound<>(sound, findings);
            }
        };
    }

    /// The words of the case. A list or a mapping holds none, which is said rather than passed over.
    private static String story(Optional<Node> given, List<Finding> findings) {
        return switch (given.orElse(null)) {
            case null -> "";
            case Node.Scalar(var text, var quoted, _) -> text.equals("null") && !quoted ? "" : text;
            case Node other -> {
                findings.add(
                        Finding.warning(
                                "slots.story",
                                other.span(),
                                "`story` is %s, and is left out of account"
                                        .formatted(
                                                other instanceof Node.Sequence
                                                        ? "a list"
                                                        : "a mapping"),
                                "the case told in words, as one text",
                                "write it as one text in quotes; nothing was taken for ordinary"));
                yield "";
            }
        };
    }

    private Loaded<Scenario> scenario(Node.Mapping given, Optional<Node> story, Known.Range asOf) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Node> practitioner = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        List<Finding> aboutWho = new ArrayList<>();
        unsaid(given, entries);
        String words = story(story, findings);
        for (Node.Entry slot : slotsBeforeFlags(given)) {
            if (isOf("outside", slot.value())) {
                Optional<Node.Entry> told = instead(slot.key().text(), words, given);
                if (told.isPresent()) {
                    entries.add(told.get());
                } else {
                    (isOf("who", slot.key()) ? aboutWho : findings).add(outside(slot));
                }
            } else if (!isOf("silent", slot.value())) {
                piece(slot, asOf.last(), findings)
                        .ifPresent(piece -> add(piece, entries, practitioner));
            }
        }
        together(given, entries);
        worth(words, given, entries);
        told(words, given, entries);
        if (entries.stream().noneMatch(e -> e.key().text().equals(ACT))) {
            findings.add(
                    Finding.error(
                            "slots.act",
                            given.span(),
                            "slots that name no act known here",
                            "an `act` with a meaning in slots.yaml: "
                                    + String.join(", ", words("act")),
                            "give the scenario itself, or add a meaning"));
        }
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return new Loaded.Unsound<>(findings);
        }
        entries.add(entry("practitioner", mapping(practitioner, given.span()), given.span()));
        // What was said and not understood may be just what is out of the ordinary; that somebody
        // practises another profession than those listed says nothing of the case.
        String rest = findings.isEmpty() ? "ordinary" : "unknown";
        findings.addAll(aboutWho);
        entries.add(entry("rest", new Node.Scalar(rest, false, given.span()), given.span()));
        return switch (ScenarioReader.read(
                open.library(),
                new Node.Mapping(entries, given.span()),
                new ScenarioReader.Defaults(asOf, false))) {
            case Loaded.Unsound<Scenario>(var wrong) -> {
                findings.addAll(wrong);
                yield new Loaded.Unsound<>(findings);
            }
            case Loaded.Sound<Scenario>(var scenario, var warnings) -> {
                findings.addAll(warnings);
                yield new Loaded.Sound<>(scenario, findings);
            }
        };
    }

    /// The slots of a question first, so that a flag, which says more, can narrow what they leave
    /// open.
    private static List<Node.Entry> slotsBeforeFlags(Node.Mapping given) {
        List<Node.Entry> ordered = new ArrayList<>();
        given.entries().stream().filter(SlotScenarios::isSlot).forEach(ordered::add);
        given.entries().stream().filter(e -> !isSlot(e)).forEach(ordered::add);
        return ordered;
    }

    private static boolean isSlot(Node.Entry entry) {
        return SLOTS.contains(entry.key().text());
    }

    private boolean isOf(String list, Node value) {
        return value instanceof Node.Scalar word
                && slots.get(list)
                        .filter(Node.Sequence.class::isInstance)
                        .map(n ->
                                ((Node.Sequence) n)
                                        .items().stream()
                                                .anyMatch(i ->
                                                        i instanceof Node.Scalar w
                                                                && w.text().equals(word.text())))
                        .orElse(false);
    }

    private Finding outside(Node.Entry slot) {
        String name = slot.key().text();
        return Finding.warning(
                "slots.outside",
                slot.key().span(),
                "`%s` is none of those that have a meaning here, and is left open".formatted(name),
                "one of " + String.join(", ", words(name)),
                "name it if it is one of these"
                        + (isOf("who", slot.key()) ? "" : "; nothing was taken for ordinary"));
    }

    private static void add(
            Node.Mapping piece, List<Node.Entry> entries, Map<String, Node> practitioner) {
        for (Node.Entry entry : piece.entries()) {
            if (entry.key().text().equals("practitioner")
                    && entry.value() instanceof Node.Mapping about) {
                about.entries().forEach(e -> practitioner.putIfAbsent(e.key().text(), e.value()));
            } else {
                entries.removeIf(e -> e.key().text().equals(entry.key().text()));
                entries.add(entry);
            }
        }
    }

    /// Leaves open what a silent slot leaves open, where it would otherwise be taken for ordinary.
    private void unsaid(Node.Mapping given, List<Node.Entry> entries) {
        section("unsaid")
                .ifPresent(unsaid -> {
                    for (Node.Entry slot : unsaid.entries()) {
                        boolean said =
                                given.get(slot.key().text())
                                        .filter(v -> !isOf("silent", v))
                                        .isPresent();
                        if (!said && slot.value() instanceof Node.Mapping left) {
                            entries.addAll(left.entries());
                        }
                    }
                });
    }

    // ── Several together ────────────────────────────────────────────────────────────────────

    /// Adds what several slots mean together, unless it was said itself. A party is made narrower.
    private void together(Node.Mapping given, List<Node.Entry> entries) {
        if (!(slots.get("together").orElse(null) instanceof Node.Sequence rules)) {
            return;
        }
        for (Node rule : rules.items()) {
            if (rule instanceof Node.Mapping r
                    && mappingAt(r, "when").filter(when -> holds(when, given)).isPresent()) {
                mappingAt(r, "adds")
                        .ifPresent(adds ->
                                adds.entries().forEach(e -> addUnlessSaid(e, given, entries)));
            }
        }
    }

    private boolean holds(Node.Mapping when, Node.Mapping given) {
        return when.entries().stream()
                .allMatch(e ->
                        given.get(e.key().text())
                                .filter(v -> !isOf("silent", v))
                                .map(v ->
                                        v instanceof Node.Scalar said
                                                && e.value() instanceof Node.Scalar wanted
                                                && (wanted.text().equals(ANY)
                                                        || wanted.text().equals(said.text())))
                                .orElse(false));
    }

    private static void addUnlessSaid(
            Node.Entry adds, Node.Mapping given, List<Node.Entry> entries) {
        String fact = adds.key().text();
        boolean slot = SLOTS.contains(fact);
        boolean said = given.get(fact.replace('-', '_')).isPresent();
        if (slot || !said) {
            entries.removeIf(e -> e.key().text().equals(fact));
            entries.add(adds);
        }
    }

    // ── Words ───────────────────────────────────────────────────────────────────────────────

    /// Takes away the values of open facts that the words of the case exclude. What is not open is
    /// never touched, and neither is a judgement: it would have to be given as one.
    private void told(String story, Node.Mapping given, List<Node.Entry> entries) {
        Optional<StoryWords> read = open.storyWords();
        if (story.isEmpty() || read.isEmpty()) {
            return;
        }
        StoryWords words = read.get();
        Set<String> settable = words.setFor(act(given));
        words.values(story, act(given))
                .forEach((fact, left) -> {
                    if (left.contains(TIME)) {
                        sameDay(fact, entries);
                    } else if (left.size() == 1
                            && words.insteadOf(fact, act(given)).containsAll(left)) {
                        Node told = new Node.Scalar(left.iterator().next(), false, given.span());
                        entries.replaceAll(e ->
                                e.key().text().equals(fact) ? new Node.Entry(e.key(), told) : e);
                    } else if (settable.contains(fact)
                            && left.size() == 1
                            && silent(fact, entries)) {
                        Span span = given.span();
                        entries.add(
                                entry(
                                        fact,
                                        new Node.Scalar(left.iterator().next(), false, span),
                                        span));
                    } else if (!isJudgement(fact)) {
                        entries.replaceAll(
                                e -> e.key().text().equals(fact) ? narrowed(e, left) : e);
                    }
                });
    }

    /// The act or the party that the words of the case tell where the slot says only that it is none of
    /// those listed. Words that leave two open tell none.
    private Optional<Node.Entry> instead(String slot, String story, Node.Mapping given) {
        Optional<StoryWords> read = open.storyWords();
        if (!Set.of(ACT, PARTY).contains(slot) || read.isEmpty()) {
            return Optional.empty();
        }
        StoryWords words = read.get();
        Set<String> told = words.values(story, act(given)).getOrDefault(slot, Set.of());
        if (told.size() != 1
                || (slot.equals(ACT) && !words.insteadOf(ACT, act(given)).containsAll(told))) {
            return Optional.empty();
        }
        Span span = given.span();
        return Optional.of(entry(slot, new Node.Scalar(told.iterator().next(), false, span), span));
    }

    /// What a gift is worth, if the words tell it and nothing else does.
    private void worth(String story, Node.Mapping given, List<Node.Entry> entries) {
        if (!(slots.get("amounts").orElse(null) instanceof Node.Mapping amounts)
                || !(amounts.get("fact").orElse(null) instanceof Node.Scalar fact)
                || !(amounts.get("for").orElse(null) instanceof Node.Sequence acts)
                || acts.items().stream()
                        .noneMatch(n -> n instanceof Node.Scalar s && s.text().equals(act(given)))
                || !silent(fact.text(), entries)) {
            return;
        }
        StoryAmounts.of(amounts)
                .only(story)
                .ifPresent(sum -> {
                    Span span = given.span();
                    Node number = new Node.Scalar(sum.number(), false, span);
                    entries.add(
                            entry(fact.text(), mapping(Map.of(sum.unit(), number), span), span));
                    mappingAt(amounts, "opens")
                            .ifPresent(opens ->
                                    opens.entries().stream()
                                            .filter(e -> silent(e.key().text(), entries))
                                            .forEach(entries::add));
                });
    }

    private static String act(Node.Mapping given) {
        return given.get(ACT).orElse(null) instanceof Node.Scalar act ? act.text() : "";
    }

    private static boolean silent(String fact, List<Node.Entry> entries) {
        return entries.stream().noneMatch(e -> e.key().text().equals(fact));
    }

    /// An event on the day on which the length given began.
    private static void sameDay(String event, List<Node.Entry> entries) {
        entries.stream()
                .filter(e -> e.key().text().equals(ENDED))
                .findFirst()
                .map(e -> entry(event, e.value(), e.key().span()))
                .ifPresent(entries::add);
    }

    private boolean isJudgement(String fact) {
        return open.library()
                .vocabulary()
                .fact(fact)
                .filter(f -> f instanceof Fact.YesNo yesNo && yesNo.sort() == Fact.Sort.JUDGEMENT)
                .isPresent();
    }

    /// An entry with fewer values possible, or as it was where that would leave none.
    private static Node.Entry narrowed(Node.Entry entry, Set<String> left) {
        if (!(entry.value() instanceof Node.Mapping m
                && m.get("possibly").orElse(null) instanceof Node.Sequence open)) {
            return entry;
        }
        List<Node> kept =
                open.items().stream()
                        .filter(n -> n instanceof Node.Scalar s && left.contains(s.text()))
                        .toList();
        if (kept.isEmpty()) {
            return entry;
        }
        Node values = new Node.Sequence(kept, open.span());
        return new Node.Entry(
                entry.key(), mapping(Map.of("possibly", values), entry.value().span()));
    }

    // ── One slot ────────────────────────────────────────────────────────────────────────────

    /// What one slot adds.
    private Optional<Node.Mapping> piece(Node.Entry slot, LocalDate asOf, List<Finding> findings) {
        String name = slot.key().text();
        String value = slot.value() instanceof Node.Scalar s ? s.text() : "";
        if (name.equals(TIME)) {
            return since(slot, value, asOf, findings);
        }
        if (name.equals(NAMES)) {
            Optional<Node.Mapping> named = named(value, slot.key().span());
            if (named.isEmpty()) {
                findings.add(
                        Finding.warning(
                                "slots.name",
                                slot.value().span(),
                                "no place and no code called `" + value + "` here",
                                "a place in places.yaml, or a name in slots.yaml",
                                "correct the name, or add it; nothing was taken for ordinary"));
            }
            return named;
        }
        Optional<Node.Mapping> values = section("values").flatMap(v -> mappingAt(v, name));
        if (values.isPresent()) {
            Optional<Node.Mapping> meaning = mappingAt(values.get(), value);
            if (meaning.isEmpty()) {
                findings.add(unknownValue(slot, value));
            }
            return meaning;
        }
        String fact = name.replace('_', '-');
        if (open.library().vocabulary().fact(fact).isPresent()) {
            return Optional.of(
                    new Node.Mapping(
                            List.of(entry(fact, slot.value(), slot.key().span())),
                            slot.key().span()));
        }
        Set<String> known = new TreeSet<>();
        section("values").ifPresent(v -> v.entries().forEach(e -> known.add(e.key().text())));
        findings.add(
                Finding.warning(
                        "slots.unknown",
                        slot.key().span(),
                        "unknown slot `" + name + "`, which is left out of account",
                        "one of " + String.join(", ", known) + ", or the name of a fact",
                        "correct the word, or say in slots.yaml what it means; nothing was taken"
                                + " for ordinary"));
        return Optional.empty();
    }

    /// A word that a question cannot be understood without is an error; a flag is left open.
    private Finding unknownValue(Node.Entry slot, String value) {
        String name = slot.key().text();
        String found = "`%s` has no meaning for `%s`".formatted(value, name);
        String expected = "one of " + String.join(", ", words(name));
        Span span = slot.value().span();
        return SLOTS.contains(name)
                ? Finding.error("slots.value", span, found, expected, "take one of these")
                : Finding.warning(
                        "slots.value",
                        span,
                        found + ", which is left open",
                        expected,
                        "take one of these; nothing was taken for ordinary");
    }

    private Set<String> words(String slot) {
        Set<String> words = new TreeSet<>();
        section("values")
                .flatMap(v -> mappingAt(v, slot))
                .ifPresent(m -> m.entries().forEach(e -> words.add(e.key().text())));
        return words;
    }

    private Optional<Node.Mapping> since(
            Node.Entry slot, String value, LocalDate asOf, List<Finding> findings) {
        try {
            LocalDate ended = asOf.minus(Period.parse(value));
            Span span = slot.key().span();
            return Optional.of(
                    new Node.Mapping(
                            List.of(
                                    entry(
                                            ENDED,
                                            new Node.Scalar(ended.toString(), false, span),
                                            span)),
                            span));
        } catch (DateTimeException _) {
            findings.add(
                    Finding.error(
                            "slots.period",
                            slot.value().span(),
                            "`" + value + "` is not a length of time",
                            "an ISO period such as P2Y or P18M",
                            "write it so"));
            return Optional.empty();
        }
    }

    /// A name in slots.yaml, a body by its id or name, or a place by its own.
    private Optional<Node.Mapping> named(String value, Span span) {
        String said = value.toUpperCase(Locale.ROOT);
        return section("names")
                .flatMap(names ->
                        names.entries().stream()
                                .filter(e -> begins(said, e.key().text().toUpperCase(Locale.ROOT)))
                                .findFirst())
                .map(e -> (Node.Mapping) e.value())
                .or(() -> body(said, span))
                .or(() -> place(said, span));
    }

    private static boolean begins(String said, String name) {
        return said.equals(name) || said.startsWith(name + " ");
    }

    private Optional<Node.Mapping> body(String said, Span span) {
        return open.library().bodies().values().stream()
                .filter(b ->
                        begins(said, b.id().toUpperCase(Locale.ROOT).replace('-', ' '))
                                || said.equals(b.name().toUpperCase(Locale.ROOT)))
                .max(Comparator.comparingInt(b -> b.id().length()))
                .flatMap(b ->
                        switch (b.kind()) {
                            case "regulator" -> Optional.of(practitioner("licence", b.id(), span));
                            case "association" ->
                                    Optional.of(practitioner("membership", b.id(), span));
                            default -> Optional.empty();
                        });
    }

    /// The longest place named by whole words: `West Virginia` is not `Virginia`.
    private Optional<Node.Mapping> place(String said, Span span) {
        String words = " " + said.replaceAll("[^\\p{L}-]+", " ") + " ";
        return open.library().places().entrySet().stream()
                .filter(p ->
                        said.equals(p.getKey().toUpperCase(Locale.ROOT))
                                || words.contains(" " + placeName(p.getValue()) + " "))
                .max(Comparator.comparingInt(p -> p.getValue().length()))
                .map(p -> practitioner("jurisdiction", p.getKey(), span));
    }

    private static String placeName(String says) {
        return (says.startsWith("the ") ? says.substring(4) : says).toUpperCase(Locale.ROOT);
    }

    private static Node.Mapping practitioner(String fact, String id, Span span) {
        return mapping(
                Map.of(
                        "practitioner",
                        mapping(Map.of(fact, new Node.Scalar(id, false, span)), span)),
                span);
    }

    private Optional<Node.Mapping> section(String name) {
        return mappingAt(slots, name);
    }

    private static Optional<Node.Mapping> mappingAt(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    private static Node.Mapping mapping(Map<String, Node> values, Span span) {
        List<Node.Entry> entries = new ArrayList<>();
        values.forEach((key, value) -> entries.add(entry(key, value, span)));
        return new Node.Mapping(entries, span);
    }

    private static Node.Entry entry(String key, Node value, Span span) {
        return new Node.Entry(new Node.Scalar(key, false, span), value);
    }
}
