package org.plumbline.core.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.EditionOverride;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Reads one edition: its head, its provisions and their norms, every finding in one run.
final class EditionReader {

    private static final Set<String> EDITION_KEYS =
            Set.of(
                    "edition",
                    "body",
                    "title",
                    "in-force",
                    "level",
                    "encoded",
                    "binds",
                    "incorporates",
                    "overrides",
                    "practitioner",
                    "strength",
                    "reckoning",
                    "draft",
                    "waives",
                    "provisions");
    private static final Set<String> PROVISION_KEYS =
            Set.of("title", "says", "source", "verified", "strength", "norms", "readings");
    private static final Set<String> NORM_KEYS =
            Set.of(
                    "id",
                    "but-not",
                    "also",
                    "with",
                    "for",
                    "as",
                    "medium",
                    "within",
                    "beyond",
                    "when",
                    "unless",
                    "but-may",
                    "duties",
                    "advised-duties",
                    "weighing",
                    "burden",
                    "overrides",
                    "if-breached",
                    "cites",
                    "reads");
    private static final List<String> VERBS =
            List.of(
                    "forbid",
                    "advise-against",
                    "require",
                    "advise",
                    "allow",
                    "upon",
                    "count",
                    "set-aside");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_]*([.][0-9]*)?");

    private final Findings findings;
    private final Vocabulary vocabulary;
    private final Map<String, Span> places = new HashMap<>();
    private ConditionReader conditions;
    private String edition = "";

    EditionReader(Findings findings, Vocabulary vocabulary) {
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.conditions = new ConditionReader(findings, vocabulary);
    }

    /// Where norms stand, by their full name, and provisions, by their citation.
    Map<String, Span> places() {
        return places;
    }

    Optional<Edition> read(Node root) {
        Optional<Node.Mapping> mapping = findings.mapping(root, "an edition");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Node.Mapping file = mapping.get();
        findings.onlyKeys(file, "an edition", EDITION_KEYS);
        edition = required(file, "edition", "an id such as `nasw-2021`").orElse("");
        Optional<String> body = required(file, "body", "the id of a body");
        Optional<String> title = required(file, "title", "the full name of the text");
        Reckoning reckoning = reckoning(file);
        conditions = new ConditionReader(findings, vocabulary, reckoning);
        Optional<InForce> inForce =
                findings.required(file, "in-force", "the edition", IN_FORCE).flatMap(this::inForce);
        Optional<String> level =
                findings.required(file, "level", "the edition", "add `level:`")
                        .flatMap(n -> oneOf(n, vocabulary.levels(), "level"));
        Encoded encoded =
                file.get("encoded")
                        .flatMap(
                                n -> oneOf(n, List.of("whole", "boundaries", "excerpt"), "encoded"))
                        .map(w -> Encoded.valueOf(w.toUpperCase(java.util.Locale.ROOT)))
                        .orElse(Encoded.EXCERPT);
        Condition binds =
                findings.required(
                                file,
                                "binds",
                                "the edition",
                                "add `binds:` with a condition on the practitioner")
                        .map(conditions::read)
                        .orElse(Condition.NEVER);
        Strength strength = strength(file).orElse(Strength.ENFORCEABLE);
        String practitioner =
                required(file, "practitioner", "what sentences call the person bound")
                        .orElse("a practitioner");
        List<Provision> provisions = provisions(file, strength);
        waivers(file);
        if (body.isEmpty() || title.isEmpty() || inForce.isEmpty() || level.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Edition(
                        edition,
                        body.get(),
                        title.get(),
                        inForce.get(),
                        level.get(),
                        encoded,
                        binds,
                        incorporates(file),
                        editionOverrides(file),
                        practitioner,
                        strength,
                        reckoning,
                        file.get("draft")
                                .flatMap(n -> oneOf(n, List.of("true", "false"), "draft"))
                                .map("true"::equals)
                                .orElse(false),
                        provisions));
    }

    /// Warnings that the edition means: looked at here, kept in the tree for whoever checks.
    private void waivers(Node.Mapping file) {
        for (Node item :
                file.get("waives").map(n -> findings.list(n, "waivers")).orElse(List.of())) {
            findings.mapping(item, "a waiver")
                    .ifPresent(waiver -> {
                        findings.onlyKeys(waiver, "a waiver", Set.of("check", "because"));
                        findings.required(waiver, "check", "the waiver", "add `check:`, the code")
                                .ifPresent(n -> findings.word(n, "the code of a warning"));
                        findings.required(waiver, "because", "the waiver", "add `because:`")
                                .ifPresent(n -> findings.word(n, "a reason"));
                    });
        }
    }

    private static final String IN_FORCE =
            "add `in-force: {from: …}`, `unknown` where it is not known";

    private Optional<String> required(Node.Mapping mapping, String key, String what) {
        return findings.required(mapping, key, "the edition", "add `" + key + ":`, " + what)
                .flatMap(n -> findings.word(n, what));
    }

    private Optional<String> oneOf(Node node, List<String> words, String what) {
        return conditions.oneOf(node, words, what);
    }

    private Optional<Strength> strength(Node.Mapping mapping) {
        return mapping.get("strength")
                .flatMap(n -> oneOf(n, List.of("enforceable", "aspirational"), "strength"))
                .map(w -> Strength.valueOf(w.toUpperCase(java.util.Locale.ROOT)));
    }

    private Reckoning reckoning(Node.Mapping file) {
        Optional<Node.Mapping> reckoning =
                findings.required(
                                file,
                                "reckoning",
                                "the edition",
                                "add `reckoning: {last-day: unstated, rounding: unstated}`")
                        .flatMap(n -> findings.mapping(n, "a reckoning"));
        if (reckoning.isEmpty()) {
            return Reckoning.UNSTATED;
        }
        findings.onlyKeys(reckoning.get(), "a reckoning", Set.of("last-day", "rounding"));
        LastDay lastDay =
                findings.required(reckoning.get(), "last-day", "the reckoning", "add `last-day:`")
                        .flatMap(conditions::lastDay)
                        .orElse(LastDay.UNSTATED);
        Rounding rounding =
                findings.required(reckoning.get(), "rounding", "the reckoning", "add `rounding:`")
                        .flatMap(conditions::rounding)
                        .orElse(Rounding.UNSTATED);
        return new Reckoning(lastDay, rounding);
    }

    private Optional<InForce> inForce(Node node) {
        Optional<Node.Mapping> mapping = findings.mapping(node, "the time in force");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        findings.onlyKeys(mapping.get(), "the time in force", Set.of("from", "to"));
        Optional<Node> from =
                findings.required(mapping.get(), "from", "the time in force", IN_FORCE);
        Optional<Known.Range> first = from.filter(n -> !isUnknown(n)).flatMap(this::date);
        Optional<Known.Range> last = mapping.get().get("to").flatMap(this::date);
        if (first.isPresent()
                && last.isPresent()
                && last.get().last().isBefore(first.get().first())) {
            findings.error(
                    "edition.in-force.order",
                    node.span(),
                    "in force until a day before it began",
                    "`to` on or after `from`",
                    "check the two dates");
        }
        String words =
                from.map(Findings::describe).orElse("").replace("`", "")
                        + mapping.get()
                                .get("to")
                                .map(n -> " to " + Findings.describe(n).replace("`", ""))
                                .orElse("");
        Optional<LocalDate> none = Optional.empty();
        return Optional.of(
                new InForce(
                        first.map(Known.Range::first).or(() -> none),
                        first.map(Known.Range::last).or(() -> none),
                        last.map(Known.Range::first).or(() -> none),
                        last.map(Known.Range::last).or(() -> none),
                        words));
    }

    private static boolean isUnknown(Node node) {
        return node instanceof Node.Scalar word && word.text().equals("unknown");
    }

    private Optional<Known.Range> date(Node node) {
        return DateReader.read(node, findings);
    }

    private List<Incorporation> incorporates(Node.Mapping file) {
        List<Incorporation> all = new ArrayList<>();
        for (Node node :
                file.get("incorporates")
                        .map(n -> findings.list(n, "incorporations"))
                        .orElse(List.of())) {
            findings.mapping(node, "an incorporation")
                    .flatMap(this::incorporation)
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Incorporation> incorporation(Node.Mapping node) {
        findings.onlyKeys(
                node,
                "an incorporation",
                Set.of("edition", "body", "level", "mode", "for", "with"));
        Optional<String> mode =
                findings.required(
                                node,
                                "mode",
                                "the incorporation",
                                "add `mode: frozen` or `mode: floating`")
                        .flatMap(n -> oneOf(n, List.of("frozen", "floating"), "mode"));
        Optional<Set<String>> acts = node.get("for").map(n -> acts(n, List.of()).leaves());
        Optional<Incorporation.Source> source =
                word(node, "edition")
                        .<Incorporation.Source>map(Incorporation.Source.Frozen::new)
                        .or(() -> word(node, "body").map(Incorporation.Source.Floating::new))
                        .or(() -> word(node, "level").map(Incorporation.Source.OfLevel::new));
        if (source.isEmpty()) {
            findings.error(
                    "edition.incorporates.source",
                    node.span(),
                    "an incorporation of nothing",
                    "`edition`, `body` or `level`",
                    "name what is made law here");
        }
        boolean frozen = source.isPresent() && source.get() instanceof Incorporation.Source.Frozen;
        if (source.isPresent() && mode.isPresent() && frozen != mode.get().equals("frozen")) {
            findings.error(
                    "edition.incorporates.mode",
                    node.span(),
                    "an incorporation that is %s of %s"
                            .formatted(mode.get(), frozen ? "one edition" : "a body or level"),
                    "`frozen` with an edition, `floating` with a body or level",
                    "change the mode, or name an edition");
        }
        List<Party> people =
                node.get("with")
                        .map(n ->
                                findings.someWords(n, "a party").stream()
                                        .flatMap(w ->
                                                party(w, "edition.incorporates.party").stream())
                                        .toList())
                        .orElse(List.of());
        return source.map(s -> new Incorporation(s, acts, people));
    }

    private Optional<String> word(Node.Mapping mapping, String key) {
        return mapping.get(key).flatMap(n -> findings.word(n, "`" + key + "`"));
    }

    private List<EditionOverride> editionOverrides(Node.Mapping file) {
        List<EditionOverride> all = new ArrayList<>();
        for (Node node :
                file.get("overrides").map(n -> findings.list(n, "overrides")).orElse(List.of())) {
            findings.mapping(node, "an override")
                    .ifPresent(o -> {
                        findings.onlyKeys(o, "an override", Set.of("body", "ground", "cites"));
                        all.add(new EditionOverride(needed(o, "body"), ground(o), cites(o)));
                    });
        }
        return all;
    }

    private String needed(Node.Mapping node, String key) {
        return findings.required(node, key, "the override", "add `" + key + ":`")
                .flatMap(n -> findings.word(n, "`" + key + "`"))
                .orElse("");
    }

    private String ground(Node.Mapping node) {
        return findings.required(node, "ground", "the override", "add `ground: words`")
                .flatMap(n -> oneOf(n, List.of("words", "level", "later-edition"), "ground"))
                .orElse("words");
    }

    private String cites(Node.Mapping node) {
        Optional<String> cites = word(node, "cites");
        if (cites.isEmpty()) {
            findings.error(
                    "norm.overrides.words-missing",
                    node.span(),
                    "an override without the words it relies on",
                    "`cites:` with what the text says, in our words",
                    "add `cites:`; being more specific is not enough to prevail");
        }
        return cites.orElse("");
    }

    // ── Provisions ──────────────────────────────────────────────────────────────────────────

    private List<Provision> provisions(Node.Mapping file, Strength strength) {
        List<Provision> all = new ArrayList<>();
        Optional<Node.Mapping> provisions =
                findings.required(
                                file, "provisions", "the edition", "add `provisions:`, {} if none")
                        .flatMap(n -> findings.mapping(n, "provisions"));
        if (provisions.isPresent()) {
            for (Node.Entry entry : provisions.get().entries()) {
                quoted(entry.key());
                places.put(edition + " " + entry.key().text(), entry.key().span());
                findings.mapping(entry.value(), "a provision")
                        .flatMap(p -> provision(entry.key(), p, strength))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private void quoted(Node.Scalar key) {
        if (!key.quoted() && NUMBER.matcher(key.text()).matches()) {
            String asNumber = key.text().replaceAll("([.][0-9]*?)0+$", "$1").replaceAll("[.]$", "");
            findings.error(
                    "provision.number.unquoted",
                    key.span(),
                    "provision number `%s` is not in quotes".formatted(key.text()),
                    asNumber.equals(key.text())
                            ? "a number in quotes, because YAML does not read this as a word"
                            : "a number in quotes, because YAML reads this one as " + asNumber,
                    "write \"%s\":".formatted(key.text()));
        }
    }

    private Optional<Provision> provision(
            Node.Scalar key, Node.Mapping node, Strength editionStrength) {
        findings.onlyKeys(node, "a provision", PROVISION_KEYS);
        String owner = "provision `" + key.text() + "`";
        Optional<String> title = needed(node, "title", owner, key);
        Optional<String> says = needed(node, "says", owner, key);
        Optional<String> source = needed(node, "source", owner, key);
        Optional<Verified> verified =
                node.get("verified").isEmpty()
                        ? needed(node, "verified", owner, key).flatMap(Verified::of)
                        : node.get("verified").flatMap(this::verified);
        Optional<Strength> own = strength(node);
        List<Norm> norms =
                node.get("norms")
                        .map(n -> norms(n, key.text(), Optional.empty()))
                        .orElse(List.of());
        SequencedMap<String, List<Norm>> readings = new LinkedHashMap<>();
        node.get("readings")
                .flatMap(n -> findings.mapping(n, "readings"))
                .ifPresent(r ->
                        r.entries()
                                .forEach(e ->
                                        readings.put(
                                                e.key().text(),
                                                norms(
                                                        e.value(),
                                                        key.text(),
                                                        Optional.of(e.key().text())))));
        if (readings.size() == 1) {
            findings.add(
                    Finding.warning(
                            "provision.readings.one",
                            node.entry("readings").orElseThrow().key().span(),
                            "one reading alone",
                            "at least two readings, or `norms` where the text bears one meaning",
                            "add the other reading, or write its norms under `norms:`"));
        }
        if (own.orElse(editionStrength) == Strength.ASPIRATIONAL) {
            forbidsNothing(norms, key);
            readings.values().forEach(all -> forbidsNothing(all, key));
        }
        if (title.isEmpty() || says.isEmpty() || source.isEmpty() || verified.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Provision(
                        key.text(),
                        title.get(),
                        says.get(),
                        source.get(),
                        verified.get(),
                        own,
                        norms,
                        readings));
    }

    private void forbidsNothing(List<Norm> norms, Node.Scalar key) {
        for (Norm norm : norms) {
            if (norm instanceof Norm.Directive d
                    && (d.modality() == Modality.FORBID || d.modality() == Modality.REQUIRE)) {
                findings.error(
                        "provision.aspirational.forbids",
                        places.getOrDefault(norm.name().toString(), key.span()),
                        "an aspirational provision that would " + d.modality().key(),
                        "`advise-against` or `advise`",
                        "weaken the verb, or take away `strength: aspirational`");
            }
        }
    }

    private Optional<String> needed(
            Node.Mapping node, String field, String owner, Node.Scalar key) {
        Optional<Node> value = node.get(field);
        if (value.isEmpty()) {
            findings.error(
                    "provision.incomplete",
                    key.span(),
                    "%s has no `%s`".formatted(owner, field),
                    "`%s:` on every provision".formatted(field),
                    switch (field) {
                        case "source" -> "say where it was read; `not read` if it was not";
                        case "verified" -> "add `verified: memory` if nobody has read it";
                        default -> "add `" + field + ":` in our own words";
                    });
            return Optional.empty();
        }
        return findings.word(value.get(), "`" + field + "`");
    }

    private Optional<Verified> verified(Node node) {
        List<String> words =
                java.util.Arrays.stream(Verified.values()).map(Verified::word).toList();
        return oneOf(node, words, "verified").flatMap(Verified::of);
    }

    // ── Norms ───────────────────────────────────────────────────────────────────────────────

    private List<Norm> norms(Node node, String provision, Optional<String> reading) {
        List<Norm> all = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        int place = 0;
        for (Node item : findings.list(node, "norms")) {
            place++;
            Optional<Node.Mapping> norm = findings.mapping(item, "a norm");
            if (norm.isEmpty()) {
                continue;
            }
            String id = word(norm.get(), "id").orElse(String.valueOf(place));
            if (!ids.add(id)) {
                findings.error(
                        "norm.id.twice",
                        norm.get().get("id").orElse(item).span(),
                        "two norms of `%s` are called `%s`".formatted(provision, id),
                        "an id once in a provision",
                        "rename one of the two");
            }
            norm(norm.get(), new NormName(edition, provision, reading, id)).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Norm> norm(Node.Mapping node, NormName name) {
        List<Node.Entry> verbs =
                node.entries().stream().filter(e -> VERBS.contains(e.key().text())).toList();
        if (verbs.size() > 1) {
            Node.Entry first = verbs.get(0);
            findings.add(
                    Finding.error(
                                    "norm.verb.two",
                                    verbs.get(1).key().span(),
                                    "two verbs in one norm: `%s` and `%s`"
                                            .formatted(
                                                    first.key().text(), verbs.get(1).key().text()),
                                    "one of `forbid`, `advise-against`, `require`, `advise`,"
                                            + " `allow`, `upon`, `count`, `set-aside`",
                                    "begin a second norm with `- %s:`, or move the duties under"
                                                    .formatted(verbs.get(1).key().text())
                                            + " `%s` as `duties:`".formatted(first.key().text()))
                            .noting(
                                    "line %d has `%s: %s`"
                                            .formatted(
                                                    first.key().span().line(),
                                                    first.key().text(),
                                                    Findings.flow(first.value()))));
            return Optional.empty();
        }
        Set<String> known = new LinkedHashSet<>(NORM_KEYS);
        known.addAll(VERBS);
        if (verbs.isEmpty()) {
            findings.onlyKeys(node, "a norm", known);
            findings.error(
                    "norm.verb.missing",
                    node.span(),
                    "a norm without a verb",
                    "one of `forbid`, `advise-against`, `require`, `advise`, `allow`, `upon`,"
                            + " `count`, `set-aside`",
                    "begin the norm with its verb");
            return Optional.empty();
        }
        Node.Entry verb = verbs.getFirst();
        places.put(name.toString(), verb.key().span());
        return switch (verb.key().text()) {
            case "count" -> definition(node, verb, name);
            case "set-aside" -> setAside(node, verb, name);
            default -> directive(node, verb, name);
        };
    }

    private static final Set<String> DEFINITION_KEYS =
            Set.of(
                    "id", "count", "as", "for", "within", "beyond", "when", "unless", "cites",
                    "reads");
    private static final Set<String> SET_ASIDE_KEYS =
            Set.of(
                    "id",
                    "set-aside",
                    "with",
                    "within",
                    "beyond",
                    "when",
                    "unless",
                    "burden",
                    "cites",
                    "reads");

    private Optional<Norm> definition(Node.Mapping node, Node.Entry verb, NormName name) {
        findings.onlyKeys(node, "a definition", DEFINITION_KEYS);
        Optional<Party> counted = findings.scalar(verb.value(), "a party").flatMap(this::party);
        Optional<Party> as =
                findings.required(node, "as", "the definition", "add `as:` with a party")
                        .flatMap(n -> findings.scalar(n, "a party"))
                        .flatMap(this::party);
        if (counted.isEmpty() || as.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Norm.Definition(
                        name,
                        counted.get(),
                        as.get(),
                        node.get("for").map(n -> acts(n, List.of())),
                        window(node),
                        condition(node, "when", Condition.ALWAYS),
                        condition(node, "unless", Condition.NEVER),
                        reads(node)));
    }

    private Optional<Norm> setAside(Node.Mapping node, Node.Entry verb, NormName name) {
        findings.onlyKeys(node, "a set-aside", SET_ASIDE_KEYS);
        Optional<String> target = findings.word(verb.value(), "a provision");
        return target.map(t ->
                new Norm.SetAside(
                        name,
                        t,
                        with(node),
                        window(node),
                        condition(node, "when", Condition.ALWAYS),
                        condition(node, "unless", Condition.NEVER),
                        burden(node),
                        cites(node),
                        reads(node)));
    }

    private static final Set<String> NOT_OF_DIRECTIVES = Set.of("as", "for", "cites");

    private Optional<Norm> directive(Node.Mapping node, Node.Entry verb, NormName name) {
        Set<String> known = new LinkedHashSet<>(NORM_KEYS);
        known.removeAll(NOT_OF_DIRECTIVES);
        known.add(verb.key().text());
        findings.onlyKeys(node, "a norm", known);
        Modality modality = Modality.of(verb.key().text()).orElseThrow();
        List<Node.Scalar> butNot =
                node.get("but-not").map(n -> findings.someWords(n, "an act")).orElse(List.of());
        Acts acts = acts(verb.value(), butNot);
        List<String> also = new ArrayList<>();
        for (Node.Scalar word :
                node.get("also").map(n -> findings.someWords(n, "a form")).orElse(List.of())) {
            if (vocabulary.oneOf("form").values().contains(word.text())) {
                also.add(word.text());
            } else {
                findings.unknown(
                        "norm.form.unknown",
                        word,
                        "form",
                        "a form of doing",
                        vocabulary.oneOf("form").values());
            }
        }
        return Optional.of(
                new Norm.Directive(
                        name,
                        modality,
                        acts,
                        also,
                        with(node),
                        media(node),
                        window(node),
                        condition(node, "when", Condition.ALWAYS),
                        condition(node, "unless", Condition.NEVER),
                        butMay(node),
                        safeguards(node, "duties"),
                        safeguards(node, "advised-duties"),
                        weighing(node),
                        burden(node),
                        precedences(node),
                        breach(node),
                        reads(node)));
    }

    private Acts acts(Node node, List<Node.Scalar> butNot) {
        Fact.OneOf act = vocabulary.oneOf("act");
        List<String> words = new ArrayList<>();
        Set<String> leaves = new LinkedHashSet<>();
        for (Node.Scalar word : findings.someWords(node, "an act")) {
            leaves.addAll(leaves(act, word));
            words.add(word.text());
        }
        List<String> without = new ArrayList<>();
        for (Node.Scalar word : butNot) {
            Set<String> out = leaves(act, word);
            if (!out.isEmpty() && !leaves.removeAll(out)) {
                findings.add(
                        Finding.warning(
                                "norm.but-not.outside",
                                word.span(),
                                "`%s` is taken out of what does not hold it"
                                        .formatted(Findings.shown(word.text())),
                                "an act of the family that the norm names",
                                "write the act that was meant, or take it away"));
            }
            without.add(word.text());
        }
        return new Acts(words, without, leaves);
    }

    private Set<String> leaves(Fact.OneOf act, Node.Scalar word) {
        Set<String> leaves = act.leaves(word.text());
        if (leaves.isEmpty()) {
            findings.unknown(
                    "norm.act.unknown", word, "act", "an act from vocabulary.yaml", act.words());
        }
        return leaves;
    }

    private List<Party> with(Node.Mapping node) {
        Optional<Node> with =
                findings.required(
                        node, "with", "the norm", "add `with:` and a party, `anyone` if any");
        return with.map(n ->
                        findings.someWords(n, "a party").stream()
                                .flatMap(w -> party(w).stream())
                                .toList())
                .orElse(List.of());
    }

    private Optional<Party> party(Node.Scalar word) {
        return party(word, "norm.party.unknown");
    }

    private Optional<Party> party(Node.Scalar word, String code) {
        Party party = vocabulary.parties().get(word.text());
        if (party == null) {
            findings.unknown(
                    code,
                    word,
                    "party",
                    "a party from vocabulary.yaml",
                    vocabulary.parties().keySet());
        }
        return Optional.ofNullable(party);
    }

    private Norm.Media media(Node.Mapping node) {
        Optional<Node> medium = node.get("medium");
        if (medium.isEmpty()) {
            return Norm.Media.ANY;
        }
        Fact.OneOf fact = vocabulary.oneOf("medium");
        List<String> words = new ArrayList<>();
        Set<String> leaves = new LinkedHashSet<>();
        for (Node.Scalar word : findings.someWords(medium.get(), "a medium")) {
            Set<String> meant = fact.leaves(word.text());
            if (meant.isEmpty()) {
                findings.unknown(
                        "norm.medium.unknown",
                        word,
                        "medium",
                        "a medium from vocabulary.yaml",
                        fact.words());
            }
            words.add(word.text());
            leaves.addAll(meant);
        }
        return new Norm.Media(words, leaves);
    }

    private Window window(Node.Mapping node) {
        Optional<Node> within = node.get("within");
        Optional<Node> beyond = node.get("beyond");
        if (within.isPresent() && beyond.isPresent()) {
            findings.error(
                    "norm.window.two",
                    node.entry("beyond").orElseThrow().key().span(),
                    "`within` and `beyond` in one norm",
                    "one window a norm",
                    "put the second as a condition: when: {beyond: {…}}");
        }
        return within.map(conditions::within)
                .or(() -> beyond.map(conditions::beyond))
                .orElse(Window.ALWAYS);
    }

    private Condition condition(Node.Mapping node, String key, Condition absent) {
        return node.get(key).map(conditions::read).orElse(absent);
    }

    private Optional<Norm.ButMay> butMay(Node.Mapping node) {
        Optional<Node.Mapping> butMay =
                node.get("but-may").flatMap(n -> findings.mapping(n, "`but-may`"));
        if (butMay.isEmpty()) {
            return Optional.empty();
        }
        findings.onlyKeys(butMay.get(), "`but-may`", Set.of("when", "duties", "advised-duties"));
        Condition when =
                findings.required(butMay.get(), "when", "`but-may`", "add `when:` with a condition")
                        .map(conditions::read)
                        .orElse(Condition.NEVER);
        return Optional.of(
                new Norm.ButMay(
                        when,
                        safeguards(butMay.get(), "duties"),
                        safeguards(butMay.get(), "advised-duties")));
    }

    private List<Fact.YesNo> safeguards(Node.Mapping node, String key) {
        List<Fact.YesNo> all = new ArrayList<>();
        for (Node.Scalar word :
                node.get(key).map(n -> findings.someWords(n, "a safeguard")).orElse(List.of())) {
            if (vocabulary.facts().get(word.text()) instanceof Fact.YesNo fact
                    && fact.sort() == Fact.Sort.SAFEGUARD) {
                all.add(fact);
            } else {
                findings.unknown(
                        "norm.duty.unknown",
                        word,
                        "safeguard",
                        "a safeguard from vocabulary.yaml",
                        vocabulary.facts().values().stream()
                                .filter(f ->
                                        f instanceof Fact.YesNo y
                                                && y.sort() == Fact.Sort.SAFEGUARD)
                                .map(Fact::id)
                                .toList());
            }
        }
        return all;
    }

    private List<String> weighing(Node.Mapping node) {
        List<String> all = new ArrayList<>();
        for (Node.Scalar word :
                node.get("weighing")
                        .map(n -> findings.someWords(n, "a factor"))
                        .orElse(List.of())) {
            if (vocabulary.factors().containsKey(word.text())) {
                all.add(word.text());
            } else {
                findings.unknown(
                        "norm.factor.unknown",
                        word,
                        "factor",
                        "a factor from vocabulary.yaml",
                        vocabulary.factors().keySet());
            }
        }
        return all;
    }

    private boolean burden(Node.Mapping node) {
        return node.get("burden")
                .flatMap(n -> oneOf(n, List.of("practitioner"), "burden"))
                .isPresent();
    }

    private List<Norm.Precedence> precedences(Node.Mapping node) {
        List<Norm.Precedence> all = new ArrayList<>();
        for (Node item :
                node.get("overrides").map(n -> findings.list(n, "overrides")).orElse(List.of())) {
            findings.mapping(item, "an override")
                    .ifPresent(o -> {
                        findings.onlyKeys(o, "an override", Set.of("norm", "ground", "cites"));
                        all.add(new Norm.Precedence(needed(o, "norm"), ground(o), cites(o)));
                    });
        }
        return all;
    }

    private Optional<Norm.Breach> breach(Node.Mapping node) {
        Optional<Node.Mapping> breach =
                node.get("if-breached").flatMap(n -> findings.mapping(n, "`if-breached`"));
        if (breach.isEmpty()) {
            return Optional.empty();
        }
        findings.onlyKeys(breach.get(), "`if-breached`", Set.of("consequence", "duties"));
        return Optional.of(
                new Norm.Breach(
                        breach.get()
                                .get("consequence")
                                .flatMap(n -> oneOf(n, vocabulary.consequences(), "consequence")),
                        safeguards(breach.get(), "duties")));
    }

    private String reads(Node.Mapping node) {
        return word(node, "reads").orElse("");
    }
}
