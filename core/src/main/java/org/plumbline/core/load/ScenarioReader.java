package org.plumbline.core.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Ordinary;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Reads the facts of a case, in the form of the case files.
public final class ScenarioReader {

    /// Values that one fact may have at most while it is not known, and links of one person.
    private static final int MOST_VALUES = 4096;

    private static final int MOST_LINKS = 12;

    private static final String PROFESSION = "profession";

    private static final Set<String> KEYS =
            Set.of("practitioner", "party", "date", "facts", "rest", "links");

    /// What to take where the case does not say.
    ///
    /// @param asOf the days of the act, where the case gives no date
    /// @param practitionerComplete whether a membership, licence, place or employer that is not
    ///     named is not held; otherwise it is unknown
    /// @param mending whether days that do not fit together are let pass with a warning, because whoever reads
    ///     has them mended before anything is said
    public record Defaults(Known.Range asOf, boolean practitionerComplete, boolean mending) {
        /// What to take for somebody who is answered at once.
        public Defaults(Known.Range asOf, boolean practitionerComplete) {
            this(asOf, practitionerComplete, false);
        }
    }

    private final Library library;
    private final Vocabulary vocabulary;
    private final Findings findings = new Findings();
    private final Map<String, Known> shared = new LinkedHashMap<>();
    private final Map<String, Span> given = new HashMap<>();
    private final Set<String> cannotSay = new HashSet<>();
    private final Set<String> said = new HashSet<>();

    private ScenarioReader(Library library) {
        this.library = library;
        this.vocabulary = library.vocabulary();
    }

    /// Reads one scenario.
    public static Loaded<Scenario> read(Library library, Node node, Defaults defaults) {
        var reader = new ScenarioReader(library);
        Optional<Scenario> scenario =
                reader.findings
                        .mapping(node, "a scenario")
                        .flatMap(mapping -> reader.scenario(mapping, defaults));
        return scenario.isEmpty() || reader.findings.anyError()
                ? new Loaded.Unsound<>(reader.findings.inOrder())
                : new Loaded.Sound<>(scenario.get(), reader.findings.inOrder());
    }

    private Optional<Scenario> scenario(Node.Mapping node, Defaults defaults) {
        practitioner(node, defaults.practitionerComplete());
        Known.Range asOf = defaults.asOf();
        for (Node.Entry entry : node.entries()) {
            switch (entry.key().text()) {
                case "date" -> {
                    Optional<Known.Range> date = DateReader.read(entry.value(), findings);
                    asOf = date.orElse(asOf);
                }
                case "facts" ->
                        findings.mapping(entry.value(), "facts")
                                .ifPresent(facts ->
                                        facts.entries().forEach(f -> once(f.key(), f.value())));
                case "practitioner", "party", "rest", "links" -> {}
                default -> once(entry.key(), entry.value());
            }
        }
        List<Scenario.Link> links = links(node);
        Set<String> assumed = rest(node, links);
        if (findings.anyError()) {
            return Optional.empty();
        }
        var scenario = new Scenario(asOf, shared, links, assumed, cannotSay);
        plausible(scenario, node);
        var background = new Background(library.constraints(), scenario, given, defaults.mending());
        findings.addAll(background.findings());
        return Optional.of(scenario);
    }

    private void practitioner(Node.Mapping node, boolean complete) {
        Optional<Node.Mapping> practitioner =
                node.get("practitioner").flatMap(n -> findings.mapping(n, "the practitioner"));
        for (String id : Vocabulary.PRACTITIONER) {
            Optional<Node> value = practitioner.flatMap(p -> p.get(id));
            if (value.isPresent()) {
                once(new Node.Scalar(id, false, value.get().span()), value.get());
            } else if (complete && !id.equals(PROFESSION) && node.get(id).isEmpty()) {
                // Somebody may be a member of nothing; nobody who asks has no profession.
                shared.put(id, new Known.Sets(List.of(Set.of())));
            }
        }
        practitioner.ifPresent(
                p -> findings.onlyKeys(p, "a practitioner", Vocabulary.PRACTITIONER));
    }

    // ── The person ──────────────────────────────────────────────────────────────────────────

    private List<Scenario.Link> links(Node.Mapping node) {
        Optional<Node> links = node.get("links");
        List<Scenario.Link> all = new ArrayList<>();
        if (links.isPresent()) {
            for (Node item : findings.list(links.get(), "links")) {
                findings.mapping(item, "a link").ifPresent(link -> all.add(link(link)));
            }
            node.entry("party")
                    .ifPresent(e ->
                            findings.error(
                                    "scenario.party.beside-links",
                                    e.key().span(),
                                    "`party` beside `links`",
                                    "one of the two",
                                    "move the party into a link of its own"));
            if (all.size() > MOST_LINKS) {
                findings.error(
                        "scenario.links.many",
                        links.get().span(),
                        "one person in %,d links".formatted(all.size()),
                        "at most %d links".formatted(MOST_LINKS),
                        "leave out the links that change nothing, or ask twice");
            }
            if (all.isEmpty() && !findings.anyError()) {
                findings.error(
                        "scenario.links.empty",
                        links.get().span(),
                        "no link",
                        "at least one link with a party",
                        "write `links: [{party: current-client}]`");
            }
            return all;
        }
        Optional<Node> party = node.get("party");
        if (party.isPresent() && party.get() instanceof Node.Sequence several) {
            for (Node one : several.items()) {
                findings.scalar(one, "a party")
                        .ifPresent(word -> all.add(new Scenario.Link(word.text(), person(word))));
            }
            if (several.items().isEmpty() || several.items().size() > MOST_LINKS) {
                findings.error(
                        several.items().isEmpty() ? "scenario.links.empty" : "scenario.links.many",
                        several.span(),
                        "%,d parties".formatted(several.items().size()),
                        "one to %d parties, or `unknown`".formatted(MOST_LINKS),
                        several.items().isEmpty()
                                ? "write `party: unknown`"
                                : "leave out the parties that change nothing, or ask twice");
            }
            return all.isEmpty() ? List.of(new Scenario.Link("", Map.of())) : narrowed(all);
        }
        if (party.isPresent() && party.get() instanceof Node.Mapping possibly) {
            List<Party> parties = possibleParties(possibly);
            Map<String, Known> facts = parties.isEmpty() ? Map.of() : point(parties);
            return narrowed(List.of(new Scenario.Link("", facts, parties)));
        }
        Optional<Node.Scalar> word = party.flatMap(n -> findings.scalar(n, "a party"));
        if (word.isEmpty() || word.get().text().equals("unknown")) {
            return narrowed(List.of(new Scenario.Link("", Map.of())));
        }
        return narrowed(List.of(new Scenario.Link(word.get().text(), person(word.get()))));
    }

    /// Role, stage or tie given beside the party make it narrower.
    private List<Scenario.Link> narrowed(List<Scenario.Link> links) {
        List<Scenario.Link> narrowed = new ArrayList<>();
        for (Scenario.Link link : links) {
            Map<String, Known> facts = new LinkedHashMap<>(link.facts());
            for (String id : List.of("role", "stage", "tie")) {
                Known own = shared.get(id);
                if (own instanceof Known.Value(var wanted)
                        && facts.get(id) instanceof Known.Value(var possible)) {
                    Set<String> both = new LinkedHashSet<>(possible);
                    both.retainAll(wanted);
                    if (!both.isEmpty()) {
                        facts.put(id, new Known.Value(both));
                    } else if (links.size() == 1) {
                        findings.error(
                                "scenario.party.point",
                                given.getOrDefault(id, Span.of("scenario")),
                                "%s `%s` does not fit the party `%s`"
                                        .formatted(id, String.join(", ", wanted), link.party()),
                                "one of " + String.join(", ", new java.util.TreeSet<>(possible)),
                                "change the party, or the " + id);
                    }
                } else if (own != null) {
                    facts.put(id, own);
                }
            }
            narrowed.add(new Scenario.Link(link.party(), facts, link.either()));
        }
        return narrowed;
    }

    private Scenario.Link link(Node.Mapping node) {
        Map<String, Known> facts = new LinkedHashMap<>();
        String word = "";
        Optional<Node.Scalar> party =
                findings.required(node, "party", "the link", "add `party:`")
                        .flatMap(n -> findings.scalar(n, "a party"));
        if (party.isPresent()) {
            word = party.get().text();
            facts.putAll(person(party.get()));
        }
        for (Node.Entry entry : node.entries()) {
            if (entry.key().text().equals("facts")) {
                findings.mapping(entry.value(), "facts")
                        .ifPresent(m -> m.entries().forEach(f -> fact(f.key(), f.value(), facts)));
            } else if (!entry.key().text().equals("party")) {
                fact(entry.key(), entry.value(), facts);
            }
        }
        return new Scenario.Link(word, facts);
    }

    private Map<String, Known> person(Node.Scalar word) {
        Party party = vocabulary.parties().get(word.text());
        if (party == null) {
            findings.unknown(
                    "scenario.party.unknown",
                    word,
                    "party",
                    "a party from vocabulary.yaml",
                    vocabulary.parties().keySet());
            return Map.of();
        }
        return point(List.of(party));
    }

    private List<Party> possibleParties(Node.Mapping node) {
        findings.onlyKeys(node, "a party", Set.of("possibly"));
        List<Party> parties = new ArrayList<>();
        Optional<Node> possibly =
                findings.required(node, "possibly", "the party", "write {possibly: […]}");
        possibly.ifPresent(n -> possible(n, "party"));
        for (Node.Scalar word : possibly.map(n -> findings.words(n, "a party")).orElse(List.of())) {
            Party party = vocabulary.parties().get(word.text());
            if (party == null) {
                findings.unknown(
                        "scenario.party.unknown",
                        word,
                        "party",
                        "a party from vocabulary.yaml",
                        vocabulary.parties().keySet());
            } else {
                parties.add(party);
            }
        }
        return parties;
    }

    /// The smallest sets of roles, stages and ties that hold all of these.
    private static Map<String, Known> point(List<Party> parties) {
        Set<String> roles = new LinkedHashSet<>();
        Set<String> stages = new LinkedHashSet<>();
        Set<String> ties = new LinkedHashSet<>();
        for (Party party : parties) {
            roles.addAll(party.roles());
            stages.addAll(party.stages());
            ties.addAll(party.ties());
        }
        Map<String, Known> facts = new LinkedHashMap<>();
        facts.put("role", new Known.Value(roles));
        facts.put("stage", new Known.Value(stages));
        facts.put("tie", new Known.Value(ties));
        return facts;
    }

    // ── One fact ────────────────────────────────────────────────────────────────────────────

    /// A fact shared by every link, which a case gives in one place only.
    private void once(Node.Scalar key, Node value) {
        Span first = given.get(key.text());
        if (!said.add(key.text()) && first != null) {
            findings.add(
                    Finding.error(
                                    "scenario.fact.twice",
                                    key.span(),
                                    "the fact `%s` is given twice".formatted(key.text()),
                                    "each fact once, under `facts:`, `practitioner:` or beside them",
                                    "keep one of the two")
                            .noting("first at line " + first.line()));
            return;
        }
        fact(key, value, shared);
    }

    private void fact(Node.Scalar key, Node value, Map<String, Known> into) {
        Fact fact = vocabulary.facts().get(key.text());
        if (fact == null) {
            Set<String> known = new LinkedHashSet<>(KEYS);
            known.addAll(vocabulary.factWords());
            findings.unknown(
                    "scenario.fact.unknown", key, "fact", "a fact from vocabulary.yaml", known);
            return;
        }
        given.put(key.text(), key.span());
        if (isUnknown(value)) {
            cannotSay.add(key.text());
            into.put(key.text(), Known.ANYTHING);
            return;
        }
        List<Node> possible = List.of(value);
        if (value instanceof Node.Mapping mapping && mapping.get("possibly").isPresent()) {
            findings.onlyKeys(mapping, "what is possible", Set.of("possibly"));
            possible = possible(mapping.get("possibly").orElseThrow(), key.text());
        }
        known(fact, possible).ifPresent(k -> into.put(key.text(), k));
    }

    /// The items under `possibly`: some, and not more than anybody could mean.
    private List<Node> possible(Node node, String fact) {
        List<Node> items = node instanceof Node.Sequence list ? list.items() : List.of(node);
        if (items.isEmpty()) {
            findings.error(
                    "scenario.possibly.empty",
                    node.span(),
                    "no value is possible for `%s`".formatted(fact),
                    "the values that are still possible, or `unknown`",
                    "list them, write `unknown`, or leave the fact out");
        }
        if (items.size() > MOST_VALUES) {
            tooMany(node, fact);
            return List.of();
        }
        return items;
    }

    private void tooMany(Node node, String fact) {
        findings.error(
                "scenario.possibly.many",
                node.span(),
                "more than %,d values of `%s` are possible".formatted(MOST_VALUES, fact),
                "at most %,d, counting each way in which families may be met"
                        .formatted(MOST_VALUES),
                "write `unknown`, or name fewer values or families");
    }

    private static boolean isUnknown(Node node) {
        return node instanceof Node.Scalar word && word.text().equals("unknown");
    }

    private Optional<Known> known(Fact fact, List<Node> possible) {
        return switch (fact) {
            case Fact.YesNo yesNo -> value(possible, List.of("true", "false"), yesNo.id());
            case Fact.OneOf one -> oneOf(one, possible);
            case Fact.SomeOf some -> someOf(some, possible);
            case Fact.Amount amount -> sums(amount, possible);
            case Fact.Event _ -> days(possible);
        };
    }

    private Optional<Known> value(List<Node> possible, List<String> words, String fact) {
        Set<String> values = new LinkedHashSet<>();
        for (Node node : possible) {
            Optional<Node.Scalar> word = findings.scalar(node, "true or false");
            if (word.isPresent() && words.contains(word.get().text())) {
                values.add(word.get().text());
            } else {
                // No word is proposed: whichever is nearest in spelling would be taken for an
                // answer.
                word.ifPresent(w ->
                        findings.error(
                                "scenario.value.unknown",
                                w.span(),
                                "unknown value of `%s` `%s`"
                                        .formatted(fact, Findings.shown(w.text())),
                                "true, false or unknown",
                                "write `true` or `false`, or `unknown` where nobody knows"));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Known.Value(values));
    }

    private Optional<Known> oneOf(Fact.OneOf fact, List<Node> possible) {
        Set<String> values = new LinkedHashSet<>();
        for (Node node : possible) {
            if (node instanceof Node.Sequence list) {
                findings.error(
                        "scenario.list",
                        list.span(),
                        "a list for `%s`, which has one value".formatted(fact.id()),
                        "one value, or {possibly: [...]}",
                        "write {possibly: […]} if it is one of these, not known which");
                continue;
            }
            Optional<Node.Scalar> word = findings.scalar(node, "a value of `" + fact.id() + "`");
            word.ifPresent(w -> values.addAll(leaves(fact, w)));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Known.Value(values));
    }

    private Set<String> leaves(Fact.Worded fact, Node.Scalar word) {
        Set<String> leaves = fact.leaves(word.text());
        List<String> elsewhere = leaves.isEmpty() ? others(fact, word) : List.of();
        if (elsewhere.size() == 1) {
            String other = elsewhere.getFirst();
            findings.error(
                    "scenario.value.unknown",
                    word.span(),
                    "unknown value of `%s` `%s`".formatted(fact.id(), Findings.shown(word.text())),
                    "one of its values; this is one of `%s`".formatted(other),
                    "write it under `%s` if that is meant".formatted(other));
        } else if (leaves.isEmpty()) {
            findings.unknown(
                    "scenario.value.unknown",
                    word,
                    "value of `" + fact.id() + "`",
                    "one of its values",
                    fact.words());
        }
        return leaves;
    }

    /// The other facts that have this value: who licenses is no association one is a member of.
    private List<String> others(Fact.Worded fact, Node.Scalar word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        return vocabulary.facts().values().stream()
                .filter(Fact.Worded.class::isInstance)
                .map(Fact.Worded.class::cast)
                .filter(other -> !other.id().equals(fact.id()) && !other.leaves(text).isEmpty())
                .map(Fact::id)
                .toList();
    }

    /// A list is the set itself; a family in it is one of its leaves, not known which.
    private Optional<Known> someOf(Fact.SomeOf fact, List<Node> possible) {
        List<Set<String>> sets = new ArrayList<>();
        for (Node node : possible) {
            List<Set<String>> candidates = List.of(Set.of());
            for (Node.Scalar word : findings.words(node, "a value of `" + fact.id() + "`")) {
                candidates = each(candidates, leaves(fact, word));
            }
            sets.addAll(candidates);
            if (sets.size() > MOST_VALUES) {
                tooMany(node, fact.id());
                return Optional.empty();
            }
        }
        return sets.isEmpty() ? Optional.empty() : Optional.of(new Known.Sets(sets));
    }

    private static List<Set<String>> each(List<Set<String>> so, Set<String> leaves) {
        List<Set<String>> longer = new ArrayList<>();
        for (Set<String> set : so) {
            for (String leaf : leaves) {
                Set<String> with = new LinkedHashSet<>(set);
                with.add(leaf);
                longer.add(with);
                if (longer.size() > MOST_VALUES) {
                    return longer;
                }
            }
        }
        return longer;
    }

    private Optional<Known> sums(Fact.Amount fact, List<Node> possible) {
        List<Known.Sum> sums = new ArrayList<>();
        for (Node node : possible) {
            Optional<Node.Mapping> mapping = findings.mapping(node, "an amount with its unit");
            if (mapping.isEmpty()) {
                continue;
            }
            if (mapping.get().entries().size() != 1) {
                findings.error(
                        "scenario.amount",
                        mapping.get().span(),
                        "an amount in %d units".formatted(mapping.get().entries().size()),
                        "one number in one unit",
                        "write {possibly: [{…}, {…}]} if it may be either");
                continue;
            }
            for (Node.Entry entry : mapping.get().entries()) {
                if (!fact.units().contains(entry.key().text())) {
                    findings.unknown(
                            "scenario.unit.unknown",
                            entry.key(),
                            "unit",
                            "a unit of `" + fact.id() + "`",
                            fact.units());
                    continue;
                }
                Optional<Decimal> number =
                        new ConditionReader(findings, vocabulary).number(entry.value());
                number.ifPresent(n -> sums.add(new Known.Sum(n, entry.key().text())));
            }
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(new Known.Sums(sums));
    }

    private Optional<Known> days(List<Node> possible) {
        List<Known.Range> ranges = new ArrayList<>();
        boolean never = false;
        for (Node node : possible) {
            if (node instanceof Node.Scalar word && word.text().equals("never")) {
                never = true;
            } else if (node instanceof Node.Mapping span
                    && span.get("from").isPresent()
                    && span.get("to").isPresent()) {
                findings.onlyKeys(span, "a span of days", Set.of("from", "to"));
                Optional<Known.Range> from =
                        DateReader.read(span.get("from").orElseThrow(), findings);
                Optional<Known.Range> to = DateReader.read(span.get("to").orElseThrow(), findings);
                if (from.isPresent() && to.isPresent()) {
                    if (to.get().last().isBefore(from.get().first())) {
                        findings.error(
                                "date.span",
                                node.span(),
                                "a span that ends before it begins",
                                "`to` on or after `from`",
                                "change the two dates over");
                    } else {
                        ranges.add(new Known.Range(from.get().first(), to.get().last()));
                    }
                }
            } else {
                DateReader.read(node, findings).ifPresent(ranges::add);
            }
        }
        ranges.sort(Comparator.comparing(Known.Range::first));
        return ranges.isEmpty() && !never
                ? Optional.empty()
                : Optional.of(new Known.Days(merged(ranges), never));
    }

    private static List<Known.Range> merged(List<Known.Range> ranges) {
        List<Known.Range> merged = new ArrayList<>();
        for (Known.Range range : ranges) {
            if (!merged.isEmpty() && !range.first().isAfter(merged.getLast().last().plusDays(1))) {
                Known.Range before = merged.removeLast();
                LocalDate last = before.last().isAfter(range.last()) ? before.last() : range.last();
                merged.add(new Known.Range(before.first(), last));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    // ── The rest ────────────────────────────────────────────────────────────────────────────

    private Set<String> rest(Node.Mapping node, List<Scenario.Link> links) {
        Optional<Node.Scalar> rest = node.get("rest").flatMap(n -> findings.scalar(n, "`rest`"));
        if (rest.isEmpty() || rest.get().text().equals("unknown")) {
            return Set.of();
        }
        if (!rest.get().text().equals("ordinary")) {
            findings.unknown(
                    "scenario.rest",
                    rest.get(),
                    "word for `rest`",
                    "`ordinary` or `unknown`",
                    List.of("ordinary", "unknown"));
            return Set.of();
        }
        Map<String, Known> ordinary = Ordinary.of(library, shared, links);
        shared.putAll(ordinary);
        return ordinary.keySet();
    }

    /// Events that happened in an order in which they cannot have.
    private void plausible(Scenario scenario, Node.Mapping node) {
        for (Constraint constraint : library.constraints()) {
            if (constraint instanceof Constraint.Order(var events)) {
                for (int i = 0; i < events.size(); i++) {
                    for (int j = i + 1; j < events.size(); j++) {
                        for (int link = 0; link < scenario.links().size(); link++) {
                            ordered(scenario, link, events.get(i), events.get(j), node);
                        }
                    }
                }
            }
        }
    }

    private void ordered(
            Scenario scenario, int link, Fact.Event first, Fact.Event second, Node.Mapping node) {
        if (scenario.known(link, first.id()) instanceof Known.Days a
                && scenario.known(link, second.id()) instanceof Known.Days b
                && !a.maybeNever()
                && !b.maybeNever()
                && a.ranges().getFirst().first().isAfter(b.ranges().getLast().last())) {
            findings.error(
                    "scenario.impossible",
                    given.getOrDefault(second.id(), node.span()),
                    "%s (`%s`, %s) is earlier than %s (`%s`, %s)"
                            .formatted(
                                    second.says(),
                                    second.id(),
                                    b.ranges().getLast().last(),
                                    first.says(),
                                    first.id(),
                                    a.ranges().getFirst().first()),
                    "%s on or after %s".formatted(second.says(), first.says()),
                    "check the two dates");
        }
    }
}
