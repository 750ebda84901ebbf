package org.plumbline.core.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.vocabulary.ActPhrase;
import org.plumbline.core.vocabulary.Asking;
import org.plumbline.core.vocabulary.Changeable;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Reads `vocabulary.yaml`.
///
/// Lists that live in folders (bodies, regulators, places, employers) are handed in, because they
/// grow by adding a file.
final class VocabularyReader {

    /// What one file gives.
    record Words(Vocabulary vocabulary, List<Constraint> constraints) {}

    private static final Set<String> KEYS =
            Set.of(
                    "vocabulary",
                    "version",
                    "roles",
                    "stages",
                    "ties",
                    "parties",
                    "professions",
                    "acts",
                    "act-families",
                    "facts",
                    "circumstances",
                    "judgements",
                    "safeguards",
                    "events",
                    "factors",
                    "consequences",
                    "levels",
                    "constraints",
                    "leading",
                    "asking",
                    "changes");

    private final Findings findings;
    private final Map<String, List<String>> lists;
    private final Map<String, Map<String, String>> namesOfLists;
    private final SequencedMap<String, Fact> facts = new LinkedHashMap<>();
    private final SequencedMap<String, ActPhrase> acts = new LinkedHashMap<>();

    /// @param lists values of facts that name a list: bodies, regulators, places, employers
    /// @param namesOfLists how those values read in a sentence
    VocabularyReader(
            Findings findings,
            Map<String, List<String>> lists,
            Map<String, Map<String, String>> namesOfLists) {
        this.findings = findings;
        this.lists = lists;
        this.namesOfLists = namesOfLists;
    }

    Words read(Node root) {
        Node.Mapping file =
                findings.mapping(root, "a vocabulary")
                        .orElse(new Node.Mapping(List.of(), root.span()));
        findings.onlyKeys(file, "a vocabulary", KEYS);
        List<String> roles = plainList(file, "roles");
        List<String> stages = plainList(file, "stages");
        Grouped ties = grouped(file, "ties");
        addOneOf("act", actValues(file));
        addOneOf("role", new Grouped(roles, new LinkedHashMap<>()));
        addOneOf("stage", new Grouped(stages, new LinkedHashMap<>()));
        addOneOf("tie", ties);
        SequencedMap<String, Party> parties = parties(file, roles, stages, ties);
        Grouped professions = grouped(file, "professions");
        eachOf(file, "facts", (key, value) -> fact(key, value, professions));
        yesNo(file, "circumstances", Fact.Sort.CIRCUMSTANCE);
        yesNo(file, "judgements", Fact.Sort.JUDGEMENT);
        yesNo(file, "safeguards", Fact.Sort.SAFEGUARD);
        eachOf(
                file,
                "events",
                (key, value) ->
                        findings.word(value, "the phrase of an event")
                                .ifPresent(says -> addFact(key, new Fact.Event(key.text(), says))));
        SequencedMap<String, String> factors = new LinkedHashMap<>();
        eachOf(
                file,
                "factors",
                (key, value) ->
                        findings.word(value, "the phrase of a factor")
                                .ifPresent(says -> factors.put(key.text(), says)));
        SequencedMap<String, List<String>> leading = new LinkedHashMap<>();
        eachOf(
                file,
                "leading",
                (key, value) ->
                        leading.put(
                                key.text(),
                                findings.words(value, "an edition").stream()
                                        .map(Node.Scalar::text)
                                        .toList()));
        var vocabulary =
                new Vocabulary(
                        facts,
                        parties,
                        acts,
                        factors,
                        plainList(file, "consequences"),
                        plainList(file, "levels"),
                        leading,
                        asking(file),
                        changes(file));
        needs(file, vocabulary);
        haveValues(file, vocabulary);
        return new Words(vocabulary, constraints(file, vocabulary));
    }

    // ── Asking, and what can be changed ─────────────────────────────────────────────────────

    private Asking asking(Node.Mapping file) {
        Map<Asking.Kind, Integer> costs = new EnumMap<>(Asking.Kind.class);
        Set<String> thirdPerson = new LinkedHashSet<>();
        file.get("asking")
                .flatMap(node -> findings.mapping(node, "what questions cost"))
                .ifPresent(asking -> {
                    findings.onlyKeys(
                            asking, "what questions cost", Set.of("costs", "third-person"));
                    eachOf(asking, "costs", (key, value) -> cost(key, value, costs));
                    asking.get("third-person").stream()
                            .flatMap(n -> findings.words(n, "a fact").stream())
                            .filter(this::isFact)
                            .forEach(word -> thirdPerson.add(word.text()));
                });
        return new Asking(costs, thirdPerson);
    }

    private void cost(Node.Scalar key, Node value, Map<Asking.Kind, Integer> costs) {
        Optional<Asking.Kind> kind =
                Arrays.stream(Asking.Kind.values())
                        .filter(k -> k.word().equals(key.text()))
                        .findFirst();
        String number = findings.word(value, "what a question costs").orElse("");
        if (kind.isPresent() && isCost(number)) {
            costs.put(kind.get(), Integer.valueOf(number));
        } else {
            findings.error(
                    "vocabulary.asking.cost",
                    kind.isPresent() ? value.span() : key.span(),
                    "`%s: %s` is not what a kind of question costs"
                            .formatted(Findings.shown(key.text()), Findings.shown(number)),
                    "circumstance, date, third-person or judgement, and a number from 1 to 99",
                    "write `costs: {circumstance: 1, date: 1, third-person: 2, judgement: 3}`");
        }
    }

    /// A number from 1 to 99.
    private static boolean isCost(String number) {
        return !number.isEmpty()
                && number.length() <= 2
                && number.charAt(0) != '0'
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean isFact(Node.Scalar word) {
        if (facts.containsKey(word.text())) {
            return true;
        }
        findings.unknown(
                "condition.fact.unknown",
                word,
                "fact",
                "a fact from vocabulary.yaml",
                facts.keySet());
        return false;
    }

    private List<Changeable> changes(Node.Mapping file) {
        List<Changeable> changes = new ArrayList<>();
        file.get("changes").stream()
                .flatMap(n -> findings.list(n, "what a person can change").stream())
                .flatMap(n -> findings.mapping(n, "a change").stream())
                .forEach(m -> change(m).ifPresent(changes::add));
        return List.copyOf(changes);
    }

    private Optional<Changeable> change(Node.Mapping node) {
        findings.onlyKeys(node, "a change", Set.of("fact", "from", "to", "do", "by"));
        Optional<Node.Scalar> word =
                node.get("fact").filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
        Optional<String> does = word(node, "do");
        if (word.isEmpty() || does.isEmpty()) {
            findings.error(
                    "vocabulary.change",
                    node.span(),
                    "a change without %s".formatted(word.isEmpty() ? "`fact`" : "`do`"),
                    "the fact that can be changed, and what to do",
                    "write {fact: documented, do: document it, by: practitioner}");
            return Optional.empty();
        }
        if (!isFact(word.get())) {
            return Optional.empty();
        }
        Fact fact = facts.get(word.get().text());
        Set<String> from = new LinkedHashSet<>();
        for (Node.Scalar value :
                node.get("from").map(n -> findings.words(n, "a value")).orElse(List.of())) {
            from.addAll(leaves(fact, value.text()));
        }
        String to = word(node, "to").orElse("true");
        boolean known =
                leaves(fact, to).equals(Set.of(to))
                        && (node.get("from").isEmpty() || !from.isEmpty());
        if (!known || (fact instanceof Fact.YesNo yesNo && yesNo.sort() == Fact.Sort.JUDGEMENT)) {
            findings.error(
                    "vocabulary.change",
                    node.span(),
                    "`%s` cannot be changed to `%s`"
                            .formatted(word.get().text(), Findings.shown(to)),
                    "a circumstance or safeguard that can be made so, or a fact with one value"
                            + " and values it has; a judgement is never changed",
                    "name a value of the fact under `to:`, and under `from:` if there is one");
            return Optional.empty();
        }
        return Optional.of(
                new Changeable(
                        word.get().text(),
                        from,
                        to,
                        does.get(),
                        word(node, "by").orElse("practitioner")));
    }

    private static Set<String> leaves(@Nullable Fact fact, String word) {
        return switch (fact) {
            case Fact.OneOf one -> one.leaves(word);
            case Fact.YesNo _ ->
                    word.equals("true") || word.equals("false") ? Set.of(word) : Set.of();
            case Fact.SomeOf _, Fact.Amount _, Fact.Event _ -> Set.of();
            case null -> Set.of();
        };
    }

    /// Facts that the engine asks after by name.
    private void needs(Node.Mapping file, Vocabulary vocabulary) {
        List<String> needed = new ArrayList<>(Vocabulary.PRACTITIONER);
        needed.addAll(List.of("form", "medium"));
        for (String id : needed) {
            Fact fact = vocabulary.facts().get(id);
            boolean manner = id.equals("form") || id.equals("medium");
            if (fact != null
                    && !(manner ? fact instanceof Fact.OneOf : fact instanceof Fact.SomeOf)) {
                findings.error(
                        "vocabulary.fact.kind",
                        file.span(),
                        "the fact `%s` is not of the kind that the engine asks after".formatted(id),
                        "`form` and `medium` one-of; whoever may be bound some-of",
                        "write `kind: %s` for `%s`".formatted(manner ? "one-of" : "some-of", id));
            }
            if (fact == null) {
                findings.error(
                        "vocabulary.fact.missing",
                        file.span(),
                        "the vocabulary has no fact `" + id + "`",
                        "the facts that say who is bound and what is done",
                        "add `" + id + "` under `facts:`");
            }
        }
    }

    /// A fact with exactly one value has some to choose from, and its ordinary one among them.
    private void haveValues(Node.Mapping file, Vocabulary vocabulary) {
        for (Fact fact : vocabulary.facts().values()) {
            if (fact instanceof Fact.OneOf one
                    && (one.values().isEmpty()
                            || !one.ordinary().map(one.values()::contains).orElse(true))) {
                findings.error(
                        "vocabulary.fact.values",
                        place(file, one.id()),
                        one.values().isEmpty()
                                ? "the fact `%s` has no values".formatted(one.id())
                                : "the ordinary value of `%s` is none of its values"
                                        .formatted(one.id()),
                        "at least one value, and `ordinary` among them",
                        "add the value under `values:`");
            }
        }
        if (!vocabulary.oneOf("act").values().isEmpty()
                && vocabulary.fact("form").isPresent()
                && vocabulary.facts().get("form") instanceof Fact.OneOf form
                && !form.values().contains("doing")) {
            findings.error(
                    "vocabulary.fact.values",
                    place(file, "form"),
                    "the fact `form` has no value `doing`",
                    "`doing` among the forms, since every norm covers it",
                    "add `doing`");
        }
    }

    private static Span place(Node.Mapping file, String fact) {
        return file.get("facts")
                .flatMap(n -> n instanceof Node.Mapping m ? m.entry(fact) : Optional.empty())
                .map(e -> e.key().span())
                .orElse(file.span());
    }

    private interface Each {
        void accept(Node.Scalar key, Node value);
    }

    private void eachOf(Node.Mapping file, String section, Each each) {
        file.get(section)
                .flatMap(node -> findings.mapping(node, "`" + section + "`"))
                .ifPresent(m -> m.entries().forEach(e -> each.accept(e.key(), e.value())));
    }

    private List<String> plainList(Node.Mapping file, String section) {
        return file.get(section).stream()
                .flatMap(node -> findings.words(node, "a word").stream())
                .map(Node.Scalar::text)
                .toList();
    }

    /// Leaves in order, with the families that contain them.
    private record Grouped(List<String> leaves, SequencedMap<String, Set<String>> families) {}

    private Grouped grouped(Node.Mapping file, String section) {
        List<String> leaves = new ArrayList<>();
        SequencedMap<String, Set<String>> families = new LinkedHashMap<>();
        eachOf(
                file,
                section,
                (key, value) -> {
                    leaves.add(key.text());
                    families(value)
                            .forEach(family ->
                                    families.computeIfAbsent(family, _ -> new LinkedHashSet<>())
                                            .add(key.text()));
                });
        return new Grouped(leaves, families);
    }

    private List<String> families(Node node) {
        return findings.list(node, "families").stream()
                .flatMap(n -> findings.word(n, "a family").stream())
                .toList();
    }

    private Grouped actValues(Node.Mapping file) {
        List<String> leaves = new ArrayList<>();
        SequencedMap<String, Set<String>> families = new LinkedHashMap<>();
        Map<String, Span> firstNamed = new LinkedHashMap<>();
        eachOf(
                file,
                "acts",
                (key, value) -> {
                    leaves.add(key.text());
                    phrase(key, value);
                    if (value instanceof Node.Mapping act) {
                        act.get("of")
                                .ifPresent(of ->
                                        families(of)
                                                .forEach(f -> {
                                                    firstNamed.putIfAbsent(f, of.span());
                                                    families.computeIfAbsent(
                                                                    f, _ -> new LinkedHashSet<>())
                                                            .add(key.text());
                                                }));
                    }
                });
        Map<String, List<String>> includes = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        eachOf(
                file,
                "act-families",
                (key, value) -> {
                    named.add(key.text());
                    phrase(key, value);
                    families.computeIfAbsent(key.text(), _ -> new LinkedHashSet<>());
                    if (value instanceof Node.Mapping family) {
                        family.get("includes")
                                .ifPresent(i -> includes.put(key.text(), families(i)));
                    }
                });
        families.keySet().stream()
                .filter(f -> !named.contains(f))
                .forEach(f ->
                        findings.error(
                                "vocabulary.family.unnamed",
                                firstNamed.getOrDefault(f, file.span()),
                                "the act family `" + f + "` has no phrase",
                                "every family of `acts:` under `act-families:`",
                                "add `" + f + ": {do: …}` there"));
        file.get("act-families").ifPresent(section -> familiesEnd(section, leaves, includes));
        includes.forEach((family, parts) -> include(families, includes, family, parts, 0));
        families.getOrDefault(Vocabulary.ANY_ACT, new LinkedHashSet<>()).addAll(leaves);
        return new Grouped(leaves, families);
    }

    /// A family is no act, and includes itself by no chain: two in a circle would be one, under two
    /// names.
    private void familiesEnd(
            Node section, Collection<String> acts, Map<String, List<String>> includes) {
        if (!(section instanceof Node.Mapping mapping)) {
            return;
        }
        Set<String> reported = new HashSet<>();
        for (Node.Entry entry : mapping.entries()) {
            String family = entry.key().text();
            notAValue(entry.key(), acts);
            Set<String> within = new LinkedHashSet<>();
            within(includes, family, within);
            if (within.contains(family) && reported.stream().noneMatch(within::contains)) {
                reported.add(family);
                findings.error(
                        "vocabulary.family.circle",
                        entry.key().span(),
                        "the family `" + Findings.shown(family) + "` includes itself",
                        "families that include one another without a circle",
                        "take one of the `includes` away");
            }
        }
    }

    private static void within(
            Map<String, List<String>> includes, String family, Set<String> found) {
        for (String part : includes.getOrDefault(family, List.of())) {
            if (found.add(part)) {
                within(includes, part, found);
            }
        }
    }

    private void notAValue(Node.Scalar family, Collection<String> values) {
        if (values.contains(family.text())) {
            findings.error(
                    "vocabulary.family.name",
                    family.span(),
                    "`" + Findings.shown(family.text()) + "` names a value and a family",
                    "a name of its own for each family",
                    "rename the family");
        }
    }

    private static void include(
            SequencedMap<String, Set<String>> families,
            Map<String, List<String>> includes,
            String family,
            Collection<String> parts,
            int depth) {
        for (String part : parts) {
            if (depth < 10 && includes.containsKey(part)) {
                include(families, includes, part, includes.get(part), depth + 1);
            }
            Set<String> leaves = families.get(part);
            Set<String> into = families.get(family);
            if (into != null && leaves != null && !family.equals(part)) {
                into.addAll(leaves);
            }
        }
    }

    private void phrase(Node.Scalar key, Node value) {
        findings.mapping(value, "an act")
                .ifPresent(act -> {
                    findings.onlyKeys(
                            act, "an act", Set.of("do", "what", "prep", "tail", "of", "includes"));
                    findings.required(act, "do", "the act `" + key.text() + "`", DO)
                            .flatMap(n -> findings.word(n, "a verb"))
                            .ifPresent(verb ->
                                    acts.put(
                                            key.text(),
                                            new ActPhrase(
                                                    key.text(),
                                                    verb,
                                                    word(act, "what"),
                                                    word(act, "prep"),
                                                    word(act, "tail"))));
                });
    }

    private static final String DO = "add `do:` with the verb it reads with";

    private Optional<String> word(Node.Mapping mapping, String key) {
        return mapping.get(key).flatMap(n -> findings.word(n, "`" + key + "`"));
    }

    private void addOneOf(String id, Grouped values) {
        facts.put(
                id,
                new Fact.OneOf(
                        id,
                        values.leaves(),
                        values.families(),
                        Optional.empty(),
                        switch (id) {
                            case "act" -> "the act is to {}";
                            case "role" -> "the person is {}";
                            case "stage" -> "the relationship is {}";
                            default -> "the person is {}";
                        },
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    private SequencedMap<String, Party> parties(
            Node.Mapping file, List<String> roles, List<String> stages, Grouped ties) {
        SequencedMap<String, Party> parties = new LinkedHashMap<>();
        eachOf(
                file,
                "parties",
                (key, value) ->
                        findings.mapping(value, "a party")
                                .ifPresent(party -> {
                                    findings.onlyKeys(
                                            party,
                                            "a party",
                                            Set.of("role", "stage", "tie", "says"));
                                    parties.put(
                                            key.text(),
                                            new Party(
                                                    key.text(),
                                                    point(party, "role", roles, Map.of()),
                                                    point(party, "stage", stages, Map.of()),
                                                    point(
                                                            party,
                                                            "tie",
                                                            ties.leaves(),
                                                            ties.families()),
                                                    word(party, "says").orElse(key.text())));
                                }));
        return parties;
    }

    private Set<String> point(
            Node.Mapping party,
            String key,
            List<String> leaves,
            Map<String, Set<String>> families) {
        Optional<Node> node = party.get(key);
        if (node.isEmpty()) {
            return Set.copyOf(leaves);
        }
        Set<String> values = new LinkedHashSet<>();
        for (Node.Scalar word : findings.words(node.get(), "a " + key)) {
            if (families.containsKey(word.text())) {
                values.addAll(families.getOrDefault(word.text(), Set.of()));
            } else if (leaves.contains(word.text())) {
                values.add(word.text());
            } else {
                findings.unknown(
                        "vocabulary.party.point", word, key, "one of the " + key + "s", leaves);
            }
        }
        return values;
    }

    private void addFact(Node.Scalar key, Fact fact) {
        if (facts.putIfAbsent(key.text(), fact) != null) {
            findings.error(
                    "vocabulary.fact.twice",
                    key.span(),
                    "the word `" + key.text() + "` names two facts",
                    "each word once, whatever its section",
                    "rename one of the two");
        }
    }

    private void fact(Node.Scalar key, Node value, Grouped professions) {
        Optional<Node.Mapping> mapping = findings.mapping(value, "a fact");
        if (mapping.isEmpty()) {
            return;
        }
        Node.Mapping fact = mapping.get();
        findings.onlyKeys(
                fact,
                "a fact",
                Set.of(
                        "kind",
                        "of",
                        "values",
                        "families",
                        "ordinary",
                        "units",
                        "says",
                        "says-not",
                        "asks",
                        "phrases"));
        String says = word(fact, "says").orElse(key.text() + " is {}");
        String kind =
                findings.required(fact, "kind", "the fact `" + key.text() + "`", KIND)
                        .flatMap(n -> findings.word(n, "a kind of fact"))
                        .orElse("");
        switch (kind) {
            case "one-of" ->
                    addFact(
                            key,
                            new Fact.OneOf(
                                    key.text(),
                                    values(fact, professions).leaves(),
                                    values(fact, professions).families(),
                                    word(fact, "ordinary"),
                                    says,
                                    word(fact, "says-not"),
                                    word(fact, "asks"),
                                    phrases(fact)));
            case "some-of" ->
                    addFact(
                            key,
                            new Fact.SomeOf(
                                    key.text(),
                                    values(fact, professions).leaves(),
                                    values(fact, professions).families(),
                                    fact.get("ordinary").isPresent(),
                                    says,
                                    word(fact, "says-not"),
                                    word(fact, "asks"),
                                    phrases(fact)));
            case "amount" ->
                    addFact(key, new Fact.Amount(key.text(), plainList(fact, "units"), says));
            case "" -> {}
            default ->
                    findings.error(
                            "vocabulary.fact.kind",
                            fact.get("kind").orElse(fact).span(),
                            "unknown kind of fact `" + Findings.shown(kind) + "`",
                            "one-of, some-of or amount",
                            KIND);
        }
    }

    private static final String KIND = "write `kind: one-of`, `kind: some-of` or `kind: amount`";

    private Map<String, String> phrases(Node.Mapping fact) {
        Map<String, String> phrases = new LinkedHashMap<>();
        word(fact, "of").map(namesOfLists::get).ifPresent(phrases::putAll);
        eachOf(
                fact,
                "phrases",
                (key, value) ->
                        findings.word(value, "a phrase")
                                .ifPresent(says -> phrases.put(key.text(), says)));
        return phrases;
    }

    private Grouped values(Node.Mapping fact, Grouped professions) {
        Optional<String> of = word(fact, "of");
        if (of.isPresent()) {
            return switch (of.get()) {
                case "professions" -> professions;
                case "acts" -> {
                    Fact.OneOf act = (Fact.OneOf) facts.get("act");
                    yield act == null
                            ? new Grouped(List.of(), new LinkedHashMap<>())
                            : new Grouped(act.values(), act.families());
                }
                default ->
                        new Grouped(lists.getOrDefault(of.get(), List.of()), new LinkedHashMap<>());
            };
        }
        List<String> leaves = plainList(fact, "values");
        SequencedMap<String, Set<String>> families = new LinkedHashMap<>();
        eachOf(
                fact,
                "families",
                (key, value) -> {
                    notAValue(key, leaves);
                    Set<String> members = new LinkedHashSet<>();
                    for (Node.Scalar word : findings.words(value, "a value")) {
                        if (leaves.contains(word.text())) {
                            members.add(word.text());
                        } else if (families.containsKey(word.text())) {
                            members.addAll(families.getOrDefault(word.text(), Set.of()));
                        } else {
                            findings.unknown(
                                    "vocabulary.family.value",
                                    word,
                                    "value",
                                    "a value of the fact",
                                    leaves);
                        }
                    }
                    families.put(key.text(), members);
                });
        return new Grouped(leaves, families);
    }

    private void yesNo(Node.Mapping file, String section, Fact.Sort sort) {
        eachOf(
                file,
                section,
                (key, value) ->
                        findings.mapping(value, "a yes-no fact")
                                .ifPresent(fact -> {
                                    findings.onlyKeys(
                                            fact,
                                            "a yes-no fact",
                                            Set.of("is", "is-not", "duty", "about"));
                                    addFact(
                                            key,
                                            new Fact.YesNo(
                                                    key.text(),
                                                    sort,
                                                    word(fact, "is").orElse(key.text()),
                                                    word(fact, "is-not")
                                                            .orElse("not " + key.text()),
                                                    word(fact, "duty")));
                                }));
    }

    // ── Background ──────────────────────────────────────────────────────────────────────────

    private List<Constraint> constraints(Node.Mapping file, Vocabulary vocabulary) {
        var conditions = new ConditionReader(findings, vocabulary);
        List<Constraint> all = new ArrayList<>();
        file.get("constraints").stream()
                .flatMap(n -> findings.list(n, "constraints").stream())
                .flatMap(n -> findings.mapping(n, "a constraint").stream())
                .forEach(m -> constraint(m, conditions, vocabulary).ifPresent(all::add));
        file.get("constraints").ifPresent(this::ordersEnd);
        return all;
    }

    /// Events in a circle could only all be on one day.
    private void ordersEnd(Node constraints) {
        if (!(constraints instanceof Node.Sequence(var items, _))) {
            return;
        }
        Map<String, Set<String>> later = new LinkedHashMap<>();
        for (Node item : items) {
            if (item instanceof Node.Mapping mapping
                    && mapping.get("order").orElse(null) instanceof Node.Sequence(var events, _)) {
                for (int i = 1; i < events.size(); i++) {
                    if (events.get(i - 1) instanceof Node.Scalar before
                            && events.get(i) instanceof Node.Scalar after) {
                        if (before.text().equals(after.text())
                                || follows(later, after.text(), before.text(), new HashSet<>())) {
                            findings.error(
                                    "vocabulary.order.circle",
                                    after.span(),
                                    "`%s` would be no later than itself by a chain of events"
                                            .formatted(Findings.shown(after.text())),
                                    "orders of events without a circle",
                                    "take the event out of one of the orders");
                            return;
                        }
                        later.computeIfAbsent(before.text(), _ -> new LinkedHashSet<>())
                                .add(after.text());
                    }
                }
            }
        }
    }

    private static boolean follows(
            Map<String, Set<String>> later, String from, String to, Set<String> seen) {
        return seen.add(from)
                && later.getOrDefault(from, Set.of()).stream()
                        .anyMatch(next -> next.equals(to) || follows(later, next, to, seen));
    }

    private Optional<Constraint> constraint(
            Node.Mapping node, ConditionReader conditions, Vocabulary vocabulary) {
        findings.onlyKeys(
                node,
                "a constraint",
                Set.of("order", "if", "then", "not-applicable", "not-ordinary", "past", "same"));
        Optional<Node> order = node.get("order");
        if (order.isPresent()) {
            return Optional.of(
                    new Constraint.Order(
                            findings.words(order.get(), "an event").stream()
                                    .flatMap(w -> conditions.event(w).stream())
                                    .toList()));
        }
        Optional<Node> same = node.get("same");
        if (same.isPresent()) {
            List<Node> two = findings.list(same.get(), "a fact and an order of events");
            if (two.size() == 2
                    && conditions.read(two.get(0)) instanceof Condition.Holds(var fact)
                    && conditions.read(two.get(1)) instanceof Condition.Before before) {
                return Optional.of(new Constraint.Same(fact, before));
            }
        }
        Optional<Node> when = node.get("if");
        Optional<Node> then = node.get("then");
        Optional<Node> notApplicable = node.get("not-applicable");
        if (when.isPresent() && notApplicable.isPresent()) {
            return Optional.of(
                    new Constraint.NotApplicable(
                            conditions.read(when.get()), facts(notApplicable.get(), vocabulary)));
        }
        Optional<Node> notOrdinary = node.get("not-ordinary");
        if (when.isPresent() && notOrdinary.isPresent()) {
            return Optional.of(
                    new Constraint.NotOrdinary(
                            conditions.read(when.get()), facts(notOrdinary.get(), vocabulary)));
        }
        Optional<Node> past = node.get("past");
        if (when.isPresent() && past.isPresent()) {
            return Optional.of(
                    new Constraint.Past(
                            conditions.read(when.get()),
                            findings.words(past.get(), "an event").stream()
                                    .flatMap(w -> conditions.event(w).stream())
                                    .toList()));
        }
        if (when.isPresent() && then.isPresent()) {
            Condition implied = conditions.read(then.get());
            if (implied instanceof Condition.Has(Fact.OneOf fact, var words, _)
                    && words.size() == 1
                    && fact.values().contains(words.getFirst())) {
                return Optional.of(
                        new Constraint.Implies(
                                conditions.read(when.get()), fact, words.getFirst()));
            }
            if (implied instanceof Condition.Holds(var fact)) {
                return Optional.of(
                        new Constraint.Implies(conditions.read(when.get()), fact, "true"));
            }
        }
        findings.error(
                "vocabulary.constraint",
                node.span(),
                "a constraint that is none of the six kinds",
                "`order`, `if` with `not-applicable`, `not-ordinary`, `past` or `then`, or `same`",
                "write it as one of them");
        return Optional.empty();
    }

    private List<Fact> facts(Node named, Vocabulary vocabulary) {
        List<Fact> all = new ArrayList<>();
        for (Node.Scalar word : findings.words(named, "a fact")) {
            Fact fact = vocabulary.facts().get(word.text());
            if (fact == null) {
                findings.unknown(
                        "condition.fact.unknown",
                        word,
                        "fact",
                        "a fact from vocabulary.yaml",
                        vocabulary.factWords());
            } else {
                all.add(fact);
            }
        }
        return all;
    }
}
