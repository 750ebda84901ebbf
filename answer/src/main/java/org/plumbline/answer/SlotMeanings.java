package org.plumbline.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Findings;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Whether `slots.yaml` says what it means in words of the library, before any case is read by it: a
/// fact, a value or a family that is not there would leave a case more open than its words do, or less,
/// and say so in no answer.
public final class SlotMeanings {

    private static final List<String> SECTIONS =
            List.of(
                    "slots",
                    "silent",
                    "unsaid",
                    "outside",
                    "who",
                    "values",
                    "together",
                    "amounts",
                    "families",
                    "story",
                    "codes",
                    "names");
    private static final List<String> RULE = List.of("fact", "is", "when", "of", "for");
    private static final String TIME = "time_since_end";
    private static final String ACT = "act";
    private static final String PARTY = "party";
    private static final String NONE = "none";

    private final Library library;
    private final Findings findings = new Findings();
    private final List<Finding> ofPieces = new ArrayList<>();

    private SlotMeanings(Library library) {
        this.library = library;
    }

    /// What is wrong with the file, in order of place.
    ///
    /// @param tree the whole of `slots.yaml`
    public static List<Finding> findings(Node tree, Library library) {
        var meanings = new SlotMeanings(library);
        if (tree instanceof Node.Mapping slots) {
            meanings.look(slots);
        }
        List<Finding> all = new ArrayList<>(meanings.findings.inOrder());
        all.addAll(meanings.ofPieces);
        return all.stream().sorted().distinct().toList();
    }

    private void look(Node.Mapping slots) {
        only(slots, "slots.yaml", SECTIONS);
        Set<String> acts = new TreeSet<>();
        for (Node.Entry slot : entries(slots, "values")) {
            for (Node.Entry value : entries(slot.value())) {
                piece(value.value());
                if (slot.key().text().equals(ACT)) {
                    acts.add(value.key().text());
                }
            }
        }
        for (Node word : items(slots, "outside")) {
            if (word instanceof Node.Scalar none) {
                acts.add(none.text());
            }
        }
        entries(slots, "unsaid").forEach(slot -> piece(slot.value()));
        entries(slots, "names").forEach(name -> piece(name.value()));
        for (Node rule : items(slots, "together")) {
            if (rule instanceof Node.Mapping together) {
                together.get("adds").ifPresent(this::piece);
            }
        }
        slots.get("amounts")
                .filter(Node.Mapping.class::isInstance)
                .flatMap(amounts -> ((Node.Mapping) amounts).get("opens"))
                .ifPresent(this::piece);
        Set<String> families = new TreeSet<>();
        entries(slots, "families").forEach(family -> families.add(family.key().text()));
        for (Node rule : items(slots, "story")) {
            if (rule instanceof Node.Mapping says) {
                rule(says, acts, families);
            }
        }
        entries(slots, "codes").forEach(this::code);
    }

    // ── Pieces of a scenario ────────────────────────────────────────────────────────────────

    /// A piece is read as a scenario of its own, of any act and day.
    private void piece(Node piece) {
        if (!(piece instanceof Node.Mapping mapping)) {
            return;
        }
        List<Node.Entry> whole = new ArrayList<>(mapping.entries());
        if (mapping.get(ACT).isEmpty()) {
            List<Node> every =
                    library.vocabulary().oneOf(ACT).values().stream()
                            .<Node>map(act -> new Node.Scalar(act, false, mapping.span()))
                            .toList();
            Node open =
                    new Node.Mapping(
                            List.of(
                                    new Node.Entry(
                                            new Node.Scalar("possibly", false, mapping.span()),
                                            new Node.Sequence(every, mapping.span()))),
                            mapping.span());
            whole.add(new Node.Entry(new Node.Scalar(ACT, false, mapping.span()), open));
        }
        Loaded<Scenario> read =
                ScenarioReader.read(
                        library,
                        new Node.Mapping(whole, mapping.span()),
                        new ScenarioReader.Defaults(
                                Known.Range.of(LocalDate.of(2000, 1, 1)), false));
        ofPieces.addAll(read.allFindings());
    }

    // ── What words say ──────────────────────────────────────────────────────────────────────

    private void rule(Node.Mapping rule, Set<String> acts, Set<String> families) {
        only(rule, "what words say of a fact", RULE);
        Optional<Node.Scalar> fact =
                rule.get("fact").filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
        if (fact.isEmpty()) {
            findings.error(
                    "key.missing",
                    rule.span(),
                    "words that say nothing of a fact",
                    "`fact`, `is` and `when`",
                    "name the fact that they settle");
        } else {
            values(fact.get()).ifPresent(values -> words(rule, "is", "value", values));
        }
        words(rule, "of", "act", acts);
        words(rule, "for", "act", acts);
        for (Node phrase : items(rule, "when")) {
            if (phrase instanceof Node.Scalar words) {
                families(words, families);
            }
        }
    }

    /// The words that can be a value of a fact; none, and a finding, where there is no such fact.
    private Optional<Collection<String>> values(Node.Scalar name) {
        if (name.text().equals(PARTY)) {
            return Optional.of(library.vocabulary().parties().keySet());
        }
        Optional<Fact> fact = library.vocabulary().fact(name.text());
        if (fact.isEmpty()) {
            Set<String> known = new TreeSet<>(library.vocabulary().factWords());
            known.add(PARTY);
            findings.unknown("word.unknown", name, "fact", "a fact of vocabulary.yaml", known);
        }
        return fact.flatMap(known ->
                switch (known) {
                    case Fact.YesNo _ -> Optional.of(List.of("true", "false"));
                    case Fact.Event _ -> Optional.of(List.of(TIME));
                    case Fact.Worded worded -> {
                        List<String> words = new ArrayList<>(worded.values());
                        words.addAll(worded.families().keySet());
                        // Of a fact that may have several values, that it has none of them.
                        if (worded instanceof Fact.SomeOf) {
                            words.add(NONE);
                        }
                        yield Optional.of(words);
                    }
                    case Fact.Amount _ -> Optional.empty();
                });
    }

    private void words(Node.Mapping rule, String key, String noun, Collection<String> known) {
        for (Node item : items(rule, key)) {
            if (item instanceof Node.Scalar word && !known.contains(word.text())) {
                findings.unknown(
                        "word.unknown",
                        word,
                        noun,
                        "one of those that `%s` can be".formatted(key),
                        known);
            }
        }
    }

    /// Every `<name>` of a phrase is a family: another would match no story at all.
    private void families(Node.Scalar phrase, Set<String> families) {
        for (String choice : phrase.text().split("[ |]", -1)) {
            int end = choice.indexOf('>');
            if (choice.startsWith("<") && end > 0 && !families.contains(choice.substring(1, end))) {
                findings.unknown(
                        "word.unknown",
                        new Node.Scalar(choice.substring(1, end), false, phrase.span()),
                        "family of words",
                        "one of those under `families`",
                        families);
            }
        }
    }

    // ── Names of codes ──────────────────────────────────────────────────────────────────────

    private void code(Node.Entry name) {
        if (name.value() instanceof Node.Scalar beginning
                && library.entries().stream().noneMatch(e -> e.id().startsWith(beginning.text()))) {
            Set<String> ids = new TreeSet<>();
            library.entries().forEach(e -> ids.add(e.id()));
            findings.unknown(
                    "word.unknown", beginning, "edition", "how the id of an edition begins", ids);
        }
    }

    // ── Nodes ───────────────────────────────────────────────────────────────────────────────

    private void only(Node.Mapping mapping, String owner, Collection<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                findings.unknown("key.unknown", entry.key(), "key", "a key of " + owner, known);
            }
        }
    }

    private static List<Node.Entry> entries(Node.Mapping mapping, String key) {
        return mapping.get(key).map(SlotMeanings::entries).orElse(List.of());
    }

    private static List<Node.Entry> entries(Node node) {
        return node instanceof Node.Mapping mapping ? mapping.entries() : List.of();
    }

    private static List<Node> items(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Node.Sequence list
                ? list.items()
                : List.of();
    }
}
