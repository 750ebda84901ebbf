package org.plumbline.core.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition.Comparison;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// JSON Schema (draft 2020-12) for the files of a library, made from its vocabulary, so that an
/// editor completes every word and marks every other.
///
/// A schema is for writing; what it lets through is still read and checked by `core.load`. It is
/// kept beside the files, and a test compares it with the vocabulary.
public final class Schemas {

    private static final List<String> KINDS_OF_BODY =
            List.of("association", "regulator", "legislature", "court", "employer");

    /// The strictest headline that is still possible, in the groups of `sayings.yaml`.
    private static final List<String> SAID_WHEN =
            List.of("forbidden", "advised-against", "required", "allowed", "open");

    private final Library library;
    private final Vocabulary vocabulary;

    public Schemas(Library library) {
        this.library = library;
        this.vocabulary = library.vocabulary();
    }

    /// Every schema by its path inside the library: `schema/edition.schema.json`.
    public SequencedMap<String, String> all() {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put(FileKind.EDITION.schema(), JsonText.of(edition()));
        all.put(FileKind.BODY.schema(), JsonText.of(body()));
        all.put(FileKind.CASES.schema(), JsonText.of(cases()));
        all.put(FileKind.VOCABULARY.schema(), JsonText.of(vocabularyFile()));
        all.put(FileKind.POLICY.schema(), JsonText.of(policy()));
        all.put(FileKind.SAYINGS.schema(), JsonText.of(sayings()));
        all.put(FileKind.COLUMNS.schema(), JsonText.of(columns()));
        all.put(FileKind.PLACES.schema(), JsonText.of(places()));
        return all;
    }

    // ── An edition ──────────────────────────────────────────────────────────────────────────

    private Map<String, Object> edition() {
        Map<String, Object> keys = map();
        keys.put("edition", text("its id: nasw-2021"));
        keys.put("body", oneOf(library.bodies().keySet()));
        keys.put("title", text("the full name of the text"));
        keys.put("in-force", object(map("from", ref("date"), "to", ref("date")), "from"));
        keys.put("level", oneOf(vocabulary.levels()));
        keys.put("encoded", oneOf(words(Encoded.values(), Encoded::word)));
        keys.put("binds", ref("condition"));
        keys.put("incorporates", list(incorporation()));
        keys.put(
                "overrides",
                list(
                        object(
                                map(
                                        "body", oneOf(library.bodies().keySet()),
                                        "ground", ref("ground"),
                                        "cites", text("the words relied on")),
                                "body",
                                "ground",
                                "cites")));
        keys.put("practitioner", text("what sentences call the person bound: a counselor"));
        keys.put("strength", ref("strength"));
        keys.put(
                "reckoning",
                object(
                        map("last-day", ref("last-day"), "rounding", ref("rounding")),
                        "last-day",
                        "rounding"));
        keys.put("draft", map("type", "boolean"));
        keys.put(
                "waives",
                list(
                        object(
                                map(
                                        "check", text("the code of a finding that is meant"),
                                        "because", text("why it is meant")),
                                "check",
                                "because")));
        keys.put("provisions", map("type", "object", "additionalProperties", ref("provision")));
        Map<String, Object> schema =
                file(
                        "One edition of a code, as in force between two dates.",
                        object(
                                keys,
                                "edition",
                                "body",
                                "title",
                                "in-force",
                                "level",
                                "binds",
                                "practitioner",
                                "reckoning",
                                "provisions"));
        Map<String, Object> definitions = conditionDefinitions();
        definitions.put("strength", oneOf(words(Strength.values(), Strength::word)));
        definitions.put("ground", oneOf(List.of("words", "level", "later-edition")));
        definitions.put("provision", provision());
        definitions.put("norms", list(ref("norm")));
        definitions.put(
                "norm",
                map("oneOf", List.of(ref("directive"), ref("definition"), ref("set-aside"))));
        definitions.put("directive", directive());
        definitions.put("definition", definition());
        definitions.put("set-aside", setAside());
        definitions.put("duties", many(safeguards()));
        definitions.put("norm-id", map("type", List.of("string", "integer")));
        schema.put("$defs", definitions);
        return schema;
    }

    private Map<String, Object> incorporation() {
        Map<String, Object> incorporation =
                object(
                        map(
                                "edition", oneOf(editions()),
                                "body", oneOf(library.bodies().keySet()),
                                "level", oneOf(vocabulary.levels()),
                                "mode", oneOf(List.of("frozen", "floating")),
                                "for", ref("acts"),
                                "with", ref("parties")),
                        "mode");
        incorporation.put("oneOf", requireOne(List.of("edition", "body", "level")));
        return incorporation;
    }

    private Map<String, Object> provision() {
        Map<String, Object> provision =
                object(
                        map(
                                "title", text("its heading"),
                                "says", text("what it says, in our own words"),
                                "source", text("where it was read; `not read` if it was not"),
                                "verified", oneOf(words(Verified.values(), Verified::word)),
                                "strength", ref("strength"),
                                "norms", ref("norms"),
                                "readings",
                                        map(
                                                "type",
                                                "object",
                                                "additionalProperties",
                                                ref("norms"))),
                        "title",
                        "says",
                        "source",
                        "verified");
        provision.put("description", "A numbered piece of the text; its number in quotes.");
        return provision;
    }

    private Map<String, Object> directive() {
        List<String> verbs = words(Modality.values(), Modality::key);
        Map<String, Object> keys = map("id", ref("norm-id"));
        verbs.forEach(verb -> keys.put(verb, ref("acts")));
        keys.put("but-not", ref("acts"));
        keys.put("also", many(without("doing", vocabulary.oneOf("form").values())));
        keys.put("with", ref("parties"));
        keys.put("medium", many(vocabulary.oneOf("medium").words()));
        narrowed(keys);
        keys.put(
                "but-may",
                object(
                        map(
                                "when", ref("condition"),
                                "duties", ref("duties"),
                                "advised-duties", ref("duties")),
                        "when"));
        keys.put("duties", ref("duties"));
        keys.put("advised-duties", ref("duties"));
        keys.put("weighing", many(vocabulary.factors().keySet()));
        keys.put("burden", map("const", "practitioner"));
        keys.put(
                "overrides",
                list(
                        object(
                                map(
                                        "norm", text("a provision, or a provision and a norm id"),
                                        "ground", ref("ground"),
                                        "cites", text("the words relied on")),
                                "norm",
                                "ground",
                                "cites")));
        keys.put(
                "if-breached",
                object(
                        map(
                                "consequence", oneOf(vocabulary.consequences()),
                                "duties", ref("duties"))));
        keys.put("reads", text("the sentence; `plumbline fmt` writes it"));
        Map<String, Object> directive = object(keys, "with");
        directive.put("oneOf", requireOne(verbs));
        return oneWindow(directive);
    }

    private Map<String, Object> definition() {
        Map<String, Object> keys =
                map(
                        "id", ref("norm-id"),
                        "count", oneOf(vocabulary.parties().keySet()),
                        "as", oneOf(vocabulary.parties().keySet()),
                        "for", ref("acts"));
        narrowed(keys);
        keys.put("cites", text("the words relied on"));
        keys.put("reads", text("the sentence; `plumbline fmt` writes it"));
        return oneWindow(object(keys, "count", "as"));
    }

    private Map<String, Object> setAside() {
        Map<String, Object> keys =
                map(
                        "id", ref("norm-id"),
                        "set-aside", text("a provision, or a provision and a norm id"),
                        "with", ref("parties"));
        narrowed(keys);
        keys.put("burden", map("const", "practitioner"));
        keys.put("cites", text("the words relied on"));
        keys.put("reads", text("the sentence; `plumbline fmt` writes it"));
        return oneWindow(object(keys, "set-aside", "with", "cites"));
    }

    private static void narrowed(Map<String, Object> keys) {
        keys.put("within", ref("window"));
        keys.put("beyond", ref("length-after"));
        keys.put("when", ref("condition"));
        keys.put("unless", ref("condition"));
    }

    private static Map<String, Object> oneWindow(Map<String, Object> norm) {
        norm.put("not", map("required", List.of("within", "beyond")));
        return norm;
    }

    // ── Conditions ──────────────────────────────────────────────────────────────────────────

    private Map<String, Object> conditionDefinitions() {
        Map<String, Object> definitions = map();
        definitions.put("acts", many(vocabulary.oneOf("act").words()));
        definitions.put("parties", many(vocabulary.parties().keySet()));
        definitions.put("events", oneOf(events()));
        definitions.put("date", date(false));
        definitions.put("last-day", oneOf(List.of("included", "excluded", "unstated")));
        definitions.put("rounding", oneOf(List.of("down", "up", "unstated")));
        definitions.put("count", map("type", "integer", "minimum", 0, "maximum", 9999));
        definitions.put("length-after", lengthAfter());
        definitions.put("window", anyOf(map("const", "forever"), ref("length-after")));
        definitions.put("conditions", list(ref("condition"), 1));
        definitions.put("condition", condition());
        return definitions;
    }

    private Map<String, Object> lengthAfter() {
        Map<String, Object> severalEvents = list(ref("events"), 1);
        Map<String, Object> anchor =
                object(map("later-of", severalEvents, "earlier-of", severalEvents));
        anchor.put("minProperties", 1);
        anchor.put("maxProperties", 1);
        Map<String, Object> window =
                object(
                        map(
                                "years", ref("count"),
                                "months", ref("count"),
                                "weeks", ref("count"),
                                "days", ref("count"),
                                "after", anyOf(ref("events"), anchor),
                                "last-day", ref("last-day"),
                                "rounding", ref("rounding")),
                        "after");
        window.put(
                "anyOf",
                List.of(
                        map("required", List.of("years")),
                        map("required", List.of("months")),
                        map("required", List.of("weeks")),
                        map("required", List.of("days"))));
        return window;
    }

    private Map<String, Object> condition() {
        Map<String, Object> keys = map();
        keys.put("not", ref("condition"));
        keys.put("all", ref("conditions"));
        keys.put("any", ref("conditions"));
        keys.put("none", ref("conditions"));
        keys.put("at-least", object(map("n", ref("count"), "of", ref("conditions")), "n", "of"));
        keys.put("within", ref("window"));
        keys.put("beyond", ref("length-after"));
        keys.put(
                "before",
                map("type", "array", "items", ref("events"), "minItems", 2, "maxItems", 2));
        for (Fact fact : vocabulary.facts().values()) {
            switch (fact) {
                case Fact.Worded worded ->
                        keys.put(worded.id(), described(many(worded.words()), worded.says()));
                case Fact.Amount amount ->
                        keys.put(amount.id(), described(threshold(amount), amount.says()));
                case Fact.YesNo _, Fact.Event _ -> {}
            }
        }
        Map<String, Object> compound = object(keys);
        compound.put("minProperties", 1);
        compound.put("maxProperties", 1);
        return anyOf(oneOf(yesNo()), compound);
    }

    private static Map<String, Object> threshold(Fact.Amount amount) {
        List<String> comparisons = words(Comparison.values(), Comparison::word);
        Map<String, Object> keys = map();
        comparisons.forEach(c -> keys.put(c, map("type", "number", "minimum", 0)));
        keys.put("unit", oneOf(amount.units()));
        Map<String, Object> threshold = object(keys, "unit");
        threshold.put("oneOf", requireOne(comparisons));
        return threshold;
    }

    // ── A body ──────────────────────────────────────────────────────────────────────────────

    private Map<String, Object> body() {
        return file(
                "Who issues texts.",
                object(
                        map(
                                "body", text("its id: nasw"),
                                "name", text("its full name"),
                                "kind", oneOf(KINDS_OF_BODY),
                                "country", map("type", "string", "pattern", "^[a-z]{2}$"),
                                "place", oneOf(library.places().keySet()),
                                "professions", many(words("profession")),
                                "sanctions", list(map("type", "string")),
                                "silence-means", text("what its texts say of their silence")),
                        "body",
                        "name",
                        "kind",
                        "country"));
    }

    private Collection<String> words(String fact) {
        return vocabulary.facts().get(fact) instanceof Fact.Worded worded
                ? worded.words()
                : List.of();
    }

    // ── Cases ───────────────────────────────────────────────────────────────────────────────

    private Map<String, Object> cases() {
        Map<String, Object> schema =
                file(
                        "Vignettes with what each edition must answer.",
                        object(map("cases", list(ref("case"))), "cases"));
        Map<String, Object> definitions = map();
        definitions.put(
                "case",
                object(
                        map(
                                "id", text("stands once"),
                                "title", text("the case in a line"),
                                "article-ground", map("type", "string"),
                                "scenario", ref("scenario"),
                                "expect",
                                        map(
                                                "type", "object",
                                                "propertyNames", oneOf(editions()),
                                                "additionalProperties", ref("expectation")),
                                "together", ref("headlines"),
                                "because", text("why it comes out so")),
                        "id",
                        "title",
                        "scenario",
                        "expect",
                        "because"));
        definitions.putAll(givenDefinitions());
        definitions.put("scenario", scenario());
        definitions.put("facts", object(given()));
        definitions.put("date", date(true));
        definitions.put("party", oneOf(vocabulary.parties().keySet()));
        definitions.put("headlines", many(words(Headline.values(), Headline::id)));
        definitions.put("expectation", expectation());
        schema.put("$defs", definitions);
        return schema;
    }

    private Map<String, Object> scenario() {
        Map<String, Object> practitioner = map();
        Vocabulary.PRACTITIONER.forEach(id -> practitioner.put(id, given(fact(id))));
        Map<String, Object> link = given();
        link.put("party", ref("party"));
        link.put("facts", ref("facts"));
        Map<String, Object> keys = given();
        keys.put("practitioner", object(practitioner));
        keys.put(
                "party",
                anyOf(
                        ref("party"),
                        map("const", "unknown"),
                        list(ref("party")),
                        possibly(ref("party"))));
        keys.put("date", ref("date"));
        keys.put("facts", ref("facts"));
        keys.put("rest", oneOf(List.of("ordinary", "unknown")));
        keys.put("links", list(object(link, "party"), 1));
        return object(keys, "date");
    }

    private Fact fact(String id) {
        return vocabulary
                .fact(id)
                .orElseThrow(() -> new IllegalStateException("no fact `" + id + "`"));
    }

    /// Every fact with what a case may say of it.
    private Map<String, Object> given() {
        Map<String, Object> keys = map();
        vocabulary.facts().values().forEach(fact -> keys.put(fact.id(), given(fact)));
        return keys;
    }

    private static Map<String, Object> given(Fact fact) {
        return switch (fact) {
            case Fact.YesNo yesNo -> described(ref("truth"), yesNo.is());
            case Fact.Worded worded -> described(ref("given-" + worded.id()), worded.says());
            case Fact.Amount amount -> described(ref("given-" + amount.id()), amount.says());
            case Fact.Event event -> described(ref("day"), event.says());
        };
    }

    /// What may be said of a fact, by the names that [#given(Fact)] refers to.
    private Map<String, Object> givenDefinitions() {
        Map<String, Object> definitions = map();
        definitions.put("truth", orUnknown(map("type", "boolean")));
        definitions.put(
                "day",
                orUnknown(
                        anyOf(
                                ref("date"),
                                map("const", "never"),
                                object(
                                        map("from", ref("date"), "to", ref("date")),
                                        "from",
                                        "to"))));
        for (Fact fact : vocabulary.facts().values()) {
            String name = "given-" + fact.id();
            switch (fact) {
                case Fact.Worded worded -> {
                    String word = "word-" + fact.id();
                    definitions.put(word, oneOf(worded.words()));
                    definitions.put(
                            name,
                            orUnknown(
                                    worded instanceof Fact.SomeOf
                                            ? anyOf(ref(word), list(ref(word)))
                                            : ref(word)));
                }
                case Fact.Amount amount -> {
                    Map<String, Object> units = map();
                    amount.units()
                            .forEach(unit -> units.put(unit, map("type", "number", "minimum", 0)));
                    definitions.put(name, orUnknown(object(units)));
                }
                case Fact.YesNo _, Fact.Event _ -> {}
            }
        }
        return definitions;
    }

    private static Map<String, Object> orUnknown(Map<String, Object> value) {
        return anyOf(value, map("const", "unknown"), possibly(value));
    }

    private static Map<String, Object> possibly(Map<String, Object> of) {
        return object(map("possibly", anyOf(of, list(of))), "possibly");
    }

    private Map<String, Object> expectation() {
        List<String> verified = new ArrayList<>(words(Verified.values(), Verified::word));
        verified.addAll(List.of("excerpt", "edition"));
        Map<String, Object> texts = anyOf(map("type", "string"), list(map("type", "string")));
        return object(
                map(
                        "headline", ref("headlines"),
                        "provisions", texts,
                        "missing", many(vocabulary.facts().keySet()),
                        "readings", texts,
                        "duties", many(safeguards()),
                        "lifts",
                                anyOf(
                                        ref("date"),
                                        map("const", "never"),
                                        object(
                                                map(
                                                        "earliest", ref("date"),
                                                        "latest",
                                                                anyOf(
                                                                        ref("date"),
                                                                        map("const", "unknown"))),
                                                "earliest",
                                                "latest")),
                        "then", ref("headlines"),
                        "under-burden", ref("headlines"),
                        "verified", oneOf(verified),
                        "weighing", many(vocabulary.factors().keySet())));
    }

    // ── A policy, and what may be said ──────────────────────────────────────────────────────

    private Map<String, Object> policy() {
        Map<String, Object> id = map("type", "string", "pattern", "^[a-z][a-z0-9-]*$");
        String editions =
                library.entries().stream()
                        .filter(e -> !e.draft())
                        .map(Library.Entry::id)
                        .collect(Collectors.joining("|"));
        Map<String, Object> choice =
                object(
                        map(
                                "id", id,
                                "label", text("the choice, in the form"),
                                "clause", text("what stands in the policy"),
                                "serves",
                                        list(
                                                described(
                                                        map(
                                                                "type",
                                                                "string",
                                                                "pattern",
                                                                "^(" + editions + ") [^ ].*$"),
                                                        "an edition and one of its provisions: nasw-2021"
                                                                + " 1.06(h)")),
                                "permits", list(ref("permitted"))),
                        "id",
                        "label",
                        "clause");
        Map<String, Object> topic =
                object(
                        map(
                                "id", id,
                                "title", text("the heading"),
                                "asks", text("the one question of the topic"),
                                "choices", list(choice, 1)),
                        "id",
                        "title",
                        "asks",
                        "choices");
        Map<String, Object> schema =
                file(
                        "Choices from which a policy is put together.",
                        object(
                                map(
                                        "policy", id,
                                        "title", text("the name of the policy"),
                                        "topics", list(topic, 1)),
                                "title",
                                "topics"));
        Map<String, Object> permitted = given();
        permitted.put("party", ref("party"));
        Map<String, Object> definitions = givenDefinitions();
        definitions.put("permitted", object(permitted, "act", "party"));
        definitions.put("date", date(true));
        definitions.put("party", oneOf(vocabulary.parties().keySet()));
        schema.put("$defs", definitions);
        return schema;
    }

    private Map<String, Object> sayings() {
        Map<String, Object> saying =
                object(
                        map(
                                "to", oneOf(List.of("self", "other")),
                                "act", many(words("act")),
                                "when", many(SAID_WHEN),
                                "say", text("to be read aloud"),
                                "not", text("better not said"),
                                "because", text("why not")),
                        "say",
                        "not",
                        "because");
        Map<String, Object> all = list(saying);
        return file(
                "What may be said to a person about an answer.",
                object(
                        map(
                                "sayings",
                                map("type", "string"),
                                "version",
                                map("type", "integer"),
                                "practitioner",
                                all,
                                "client",
                                all),
                        "practitioner",
                        "client"));
    }

    // ── Other people's columns, and places ──────────────────────────────────────────────────

    private Map<String, Object> columns() {
        Map<String, Object> headings = map("type", "string", "description", "a heading");
        Map<String, Object> name =
                object(
                        map(
                                "called", anyOf(headings, list(headings, 1)),
                                "holds", oneOf(columnWords()),
                                "may-hold", many(columnWords()),
                                "because", text("what stands in the way")),
                        "called");
        Map<String, Object> certain = map("required", List.of("holds"));
        certain.put(
                "not",
                anyOf(map("required", List.of("may-hold")), map("required", List.of("because"))));
        Map<String, Object> uncertain = map("required", List.of("because"));
        uncertain.put("not", map("required", List.of("holds")));
        name.put("oneOf", List.of(certain, uncertain));
        return file(
                "What people call the columns of their own tables.",
                object(
                        map(
                                "columns", map("type", "string"),
                                "version", map("type", "integer"),
                                "names", list(name, 1)),
                        "names"));
    }

    /// What a column can hold: an amount only with its unit.
    private List<String> columnWords() {
        List<String> words = new ArrayList<>(List.of("id", "date", "party"));
        for (Fact fact : vocabulary.facts().values()) {
            if (fact instanceof Fact.Amount(var id, var units, _)) {
                units.forEach(unit -> words.add(id + "-" + unit));
            } else {
                words.add(fact.id());
            }
        }
        return words;
    }

    private static Map<String, Object> places() {
        Map<String, Object> place =
                object(
                        map(
                                "says", text("its name, with its article in a sentence"),
                                "country",
                                        map(
                                                "type",
                                                "string",
                                                "pattern",
                                                "^[a-z]{2}$",
                                                "description",
                                                "the country that it is or lies in")),
                        "says",
                        "country");
        Map<String, Object> all = each(place);
        all.put("propertyNames", map("pattern", "^[a-z]{2}(-[a-z0-9]{1,3})?$"));
        return file("Places a practice may be in.", object(map("places", all), "places"));
    }

    // ── The vocabulary ──────────────────────────────────────────────────────────────────────

    private static Map<String, Object> vocabularyFile() {
        Map<String, Object> words = list(map("type", "string"));
        Map<String, Object> phrase = map("type", "string");
        Map<String, Object> word = anyOf(phrase, words);
        Map<String, Object> yesNo =
                each(
                        object(
                                map(
                                        "is", phrase, "is-not", phrase, "duty", phrase, "about",
                                        phrase),
                                "is",
                                "is-not"));
        Map<String, Object> safeguards =
                each(
                        object(
                                map("is", phrase, "is-not", phrase, "duty", phrase),
                                "is",
                                "is-not",
                                "duty"));
        Map<String, Object> act = map("do", phrase, "what", phrase, "prep", phrase, "tail", phrase);
        Map<String, Object> leaf = new LinkedHashMap<>(act);
        leaf.put("of", words);
        Map<String, Object> family = new LinkedHashMap<>(act);
        family.put("includes", words);
        Map<String, Object> fact =
                object(
                        map(
                                "kind", oneOf(List.of("one-of", "some-of", "amount")),
                                "of", phrase,
                                "values", words,
                                "families", each(words),
                                "ordinary", word,
                                "units", words,
                                "says", phrase,
                                "says-not", phrase,
                                "asks", phrase,
                                "phrases", each(phrase)),
                        "kind");
        Map<String, Object> keys = map();
        keys.put("vocabulary", phrase);
        keys.put("version", map("type", "integer"));
        keys.put("roles", words);
        keys.put("stages", words);
        keys.put("ties", each(words));
        keys.put(
                "parties",
                each(
                        object(
                                map("role", word, "stage", word, "tie", word, "says", phrase),
                                "says")));
        keys.put("professions", each(words));
        keys.put("acts", each(object(leaf, "do")));
        keys.put("act-families", each(object(family, "do")));
        keys.put("facts", each(fact));
        keys.put("circumstances", yesNo);
        keys.put("judgements", yesNo);
        keys.put("safeguards", safeguards);
        keys.put("events", each(phrase));
        keys.put("factors", each(phrase));
        keys.put("consequences", words);
        keys.put("levels", words);
        keys.put("constraints", list(map("type", "object")));
        keys.put("leading", each(words));
        keys.put(
                "asking",
                object(
                        map(
                                "costs",
                                each(map("type", "integer", "minimum", 1, "maximum", 99)),
                                "third-person",
                                words)));
        keys.put(
                "changes",
                list(
                        object(
                                map(
                                        "fact", word, "from", words, "to", word, "do", phrase, "by",
                                        word),
                                "fact",
                                "do")));
        return file(
                "The only words, each with the phrase it renders to.",
                object(keys, "acts", "facts"));
    }

    private static Map<String, Object> each(Map<String, Object> value) {
        return map("type", "object", "additionalProperties", value);
    }

    // ── Lists of words ──────────────────────────────────────────────────────────────────────

    private List<String> editions() {
        return library.entries().stream().map(Library.Entry::id).toList();
    }

    private List<String> events() {
        return vocabulary.events().stream().map(Fact.Event::id).toList();
    }

    private List<String> yesNo() {
        return vocabulary.facts().values().stream()
                .filter(Fact.YesNo.class::isInstance)
                .map(Fact::id)
                .toList();
    }

    private List<String> safeguards() {
        return vocabulary.facts().values().stream()
                .filter(f -> f instanceof Fact.YesNo y && y.sort() == Fact.Sort.SAFEGUARD)
                .map(Fact::id)
                .toList();
    }

    private static <T> List<String> words(T[] values, java.util.function.Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private static List<String> without(String word, List<String> words) {
        return words.stream().filter(w -> !w.equals(word)).toList();
    }

    // ── Pieces of a schema ──────────────────────────────────────────────────────────────────

    private static Map<String, Object> file(String description, Map<String, Object> schema) {
        Map<String, Object> file = map();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("description", description);
        file.putAll(schema);
        return file;
    }

    private static Map<String, Object> ref(String name) {
        return map("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> text(String description) {
        return map("type", "string", "description", description);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = map("description", description);
        described.putAll(schema);
        return described;
    }

    private static Map<String, Object> oneOf(Collection<String> words) {
        return map("enum", List.copyOf(words));
    }

    /// A word or a list of words.
    private static Map<String, Object> many(Collection<String> words) {
        return anyOf(oneOf(words), list(oneOf(words)));
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return map("type", "array", "items", items);
    }

    private static Map<String, Object> list(Map<String, Object> items, int least) {
        return map("type", "array", "items", items, "minItems", least);
    }

    private static Map<String, Object> anyOf(Object... schemas) {
        return map("anyOf", List.of(schemas));
    }

    /// No other keys than these.
    private static Map<String, Object> object(Map<String, Object> keys, String... required) {
        Map<String, Object> object =
                map("type", "object", "properties", keys, "additionalProperties", false);
        if (required.length > 0) {
            object.put("required", List.of(required));
        }
        return object;
    }

    private static List<Map<String, Object>> requireOne(List<String> keys) {
        return keys.stream().map(key -> map("required", List.of(key))).toList();
    }

    /// A day, month or year, or two with `..` between; YAML reads a bare year as a number.
    ///
    /// @param exact whether `unknown` is not a date here
    private static Map<String, Object> date(boolean exact) {
        String day = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
        String pattern = day + "( ?\\.\\. ?" + day + ")?";
        return anyOf(
                map("type", "integer", "minimum", 1000, "maximum", 9999),
                map("type", "string", "pattern", "^(" + pattern + (exact ? ")$" : "|unknown)$")));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        return Stream.iterate(0, i -> i < keysAndValues.length, i -> i + 2)
                .collect(
                        LinkedHashMap::new,
                        (map, i) -> map.put((String) keysAndValues[i], keysAndValues[i + 1]),
                        LinkedHashMap::putAll);
    }
}
