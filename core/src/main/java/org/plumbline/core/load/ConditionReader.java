package org.plumbline.core.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Condition.Comparison;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Reads conditions and windows.
///
/// What cannot be read is reported and stands as a condition that never holds; a file with a
/// finding is not used, so the stand-in decides nothing.
final class ConditionReader {

    private static final Set<String> CONNECTIVES =
            Set.of("not", "all", "any", "none", "at-least", "within", "beyond", "before");

    private final Findings findings;
    private final Vocabulary vocabulary;
    private final Reckoning reckoning;

    ConditionReader(Findings findings, Vocabulary vocabulary) {
        this(findings, vocabulary, Reckoning.UNSTATED);
    }

    /// @param reckoning how the edition counts, where a window does not say
    ConditionReader(Findings findings, Vocabulary vocabulary, Reckoning reckoning) {
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.reckoning = reckoning;
    }

    Condition read(Node node) {
        return switch (node) {
            case Node.Scalar word -> holds(word);
            case Node.Sequence list -> {
                findings.error(
                        "condition.list.ambiguous",
                        new Span(
                                list.span().file(),
                                list.span().line(),
                                list.span().column(),
                                list.span().column() + 1),
                        "a list where a condition was expected",
                        "`all`, `any` or `none` around the list",
                        "write {all: %s} if every one must hold".formatted(Findings.flow(list)));
                yield Condition.NEVER;
            }
            case Node.Mapping mapping -> mapping(mapping);
        };
    }

    private Condition holds(Node.Scalar word) {
        Fact fact = vocabulary.facts().get(word.text());
        if (fact instanceof Fact.YesNo yesNo) {
            return new Condition.Holds(yesNo);
        }
        if (fact == null) {
            findings.unknown(
                    "condition.fact.unknown",
                    word,
                    "fact",
                    "a yes-no fact from vocabulary.yaml",
                    vocabulary.factWords());
        } else {
            findings.error(
                    "condition.fact.value-missing",
                    word.span(),
                    "the fact `%s` without a value".formatted(word.text()),
                    "a value for a fact that is not a yes or no",
                    "write {%s: …}".formatted(word.text()));
        }
        return Condition.NEVER;
    }

    private Condition mapping(Node.Mapping mapping) {
        if (mapping.entries().size() != 1) {
            findings.error(
                    "condition.keys",
                    mapping.span(),
                    "a condition with %d keys".formatted(mapping.entries().size()),
                    "one key a condition",
                    "write {all: [{…}, {…}]} if every one must hold");
            return Condition.NEVER;
        }
        Node.Entry entry = mapping.entries().getFirst();
        Node value = entry.value();
        return switch (entry.key().text()) {
            case "not" -> new Condition.Not(read(value));
            case "all" -> new Condition.All(parts(value));
            case "any" -> new Condition.Any(parts(value));
            case "none" -> new Condition.None(parts(value));
            case "at-least" -> atLeast(value);
            case "within" -> new Condition.During(within(value));
            case "beyond" -> new Condition.During(beyond(value));
            case "before" -> before(value);
            default -> of(entry.key(), value);
        };
    }

    private List<Condition> parts(Node node) {
        List<Node> parts = findings.list(node, "conditions");
        if (node instanceof Node.Sequence && parts.isEmpty()) {
            findings.error(
                    "condition.list.empty",
                    node.span(),
                    "an empty list of conditions",
                    "at least one condition",
                    "add one, or take the key away");
        }
        return parts.stream().map(this::read).toList();
    }

    private static final int MOST_OF = 12;

    private Condition atLeast(Node node) {
        Optional<Node.Mapping> mapping = findings.mapping(node, "`at-least`");
        if (mapping.isEmpty()) {
            return Condition.NEVER;
        }
        findings.onlyKeys(mapping.get(), "`at-least`", Set.of("n", "of"));
        Optional<Integer> n =
                findings.required(mapping.get(), "n", "`at-least`", "add `n:` with a number")
                        .flatMap(this::count);
        List<Condition> of =
                findings.required(mapping.get(), "of", "`at-least`", "add `of:` with a list")
                        .map(this::parts)
                        .orElse(List.of());
        if (of.size() > MOST_OF) {
            // Each way of choosing n of them is looked at.
            findings.error(
                    "condition.at-least",
                    node.span(),
                    "`at-least` over %d conditions".formatted(of.size()),
                    "at most %d conditions".formatted(MOST_OF),
                    "group them with `all` or `any`");
            return Condition.NEVER;
        }
        if (n.isPresent() && !of.isEmpty() && (n.get() < 1 || n.get() > of.size())) {
            findings.error(
                    "condition.at-least",
                    node.span(),
                    "at least %d of %d conditions".formatted(n.get(), of.size()),
                    "a number from 1 to the length of the list",
                    "change `n`, or use `all`, `any` or `none`");
        }
        return n.<Condition>map(k -> new Condition.AtLeast(k, of)).orElse(Condition.NEVER);
    }

    private Optional<Integer> count(Node node) {
        Optional<String> word = findings.word(node, "a whole number");
        if (word.isPresent() && word.get().matches("[0-9]{1,4}")) {
            return Optional.of(Integer.parseInt(word.get()));
        }
        word.ifPresent(w ->
                findings.error(
                        "number.whole",
                        node.span(),
                        "`%s` is not a whole number".formatted(Findings.shown(w)),
                        "a whole number from 0 to 9999",
                        "write digits only"));
        return Optional.empty();
    }

    private Condition before(Node node) {
        List<Node.Scalar> words = findings.words(node, "an event");
        if (words.size() != 2) {
            findings.error(
                    "condition.before",
                    node.span(),
                    "`before` with %d events".formatted(words.size()),
                    "two events, the earlier first",
                    "write {before: [personal-relationship-began, service-began]}");
            return Condition.NEVER;
        }
        Optional<Fact.Event> first = event(words.get(0));
        Optional<Fact.Event> second = event(words.get(1));
        return first.isPresent() && second.isPresent()
                ? new Condition.Before(first.get(), second.get())
                : Condition.NEVER;
    }

    Optional<Fact.Event> event(Node.Scalar word) {
        if (vocabulary.facts().get(word.text()) instanceof Fact.Event event) {
            return Optional.of(event);
        }
        findings.unknown(
                "norm.window.event-unknown",
                word,
                "event",
                "an event from vocabulary.yaml",
                vocabulary.events().stream().map(Fact.Event::id).toList());
        return Optional.empty();
    }

    private Condition of(Node.Scalar key, Node value) {
        return switch (vocabulary.facts().get(key.text())) {
            case Fact.Worded worded -> worded(worded, value);
            case Fact.Amount amount -> amount(amount, value);
            case Fact.YesNo yesNo -> {
                findings.error(
                        "condition.yes-no.value",
                        value.span(),
                        "a value for the yes-no fact `%s`".formatted(yesNo.id()),
                        "the fact alone, or {not: %s}".formatted(yesNo.id()),
                        "write `%s`".formatted(yesNo.id()));
                yield Condition.NEVER;
            }
            case Fact.Event event -> {
                findings.error(
                        "condition.event.value",
                        value.span(),
                        "a value for the event `%s`".formatted(event.id()),
                        "a window or an order of events",
                        "write {within: {years: 1, after: %s}}".formatted(event.id()));
                yield Condition.NEVER;
            }
            case null -> {
                Set<String> known = new LinkedHashSet<>(CONNECTIVES);
                known.addAll(vocabulary.factWords());
                findings.unknown(
                        "condition.fact.unknown",
                        key,
                        "fact",
                        "a fact from vocabulary.yaml, or `not`, `all`, `any`, `none`",
                        known);
                yield Condition.NEVER;
            }
        };
    }

    private Condition worded(Fact.Worded fact, Node value) {
        List<String> words = new ArrayList<>();
        Set<String> leaves = new LinkedHashSet<>();
        List<Node.Scalar> values = findings.words(value, "a value of `" + fact.id() + "`");
        findings.eachOnce(values);
        for (Node.Scalar word : values) {
            Set<String> meant = fact.leaves(word.text());
            if (meant.isEmpty()) {
                findings.unknown(
                        "condition.value.unknown",
                        word,
                        "value of `" + fact.id() + "`",
                        "one of its values",
                        fact.words());
            }
            words.add(word.text());
            leaves.addAll(meant);
        }
        return new Condition.Has(fact, words, leaves);
    }

    private Condition amount(Fact.Amount fact, Node value) {
        Optional<Node.Mapping> mapping = findings.mapping(value, "a threshold");
        if (mapping.isEmpty()) {
            return Condition.NEVER;
        }
        findings.onlyKeys(
                mapping.get(), "a threshold", Set.of("up-to", "over", "at-least", "under", "unit"));
        Optional<String> unit =
                findings.required(mapping.get(), "unit", "the threshold", "add `unit:`")
                        .flatMap(n -> findings.scalar(n, "a unit"))
                        .filter(word -> {
                            if (fact.units().contains(word.text())) {
                                return true;
                            }
                            findings.unknown(
                                    "condition.unit.unknown",
                                    word,
                                    "unit",
                                    "a unit of `" + fact.id() + "`",
                                    fact.units());
                            return false;
                        })
                        .map(Node.Scalar::text);
        List<String> sides =
                java.util.Arrays.stream(Comparison.values())
                        .map(Comparison::word)
                        .filter(side -> mapping.get().get(side).isPresent())
                        .toList();
        if (sides.size() > 1) {
            findings.error(
                    "condition.threshold.two",
                    value.span(),
                    "two thresholds in one condition: `%s` and `%s`"
                            .formatted(sides.get(0), sides.get(1)),
                    "one threshold a condition",
                    "write {all: [{%s: {…}}, {%s: {…}}]}".formatted(fact.id(), fact.id()));
            return Condition.NEVER;
        }
        for (Comparison comparison : Comparison.values()) {
            Optional<Decimal> number = mapping.get().get(comparison.word()).flatMap(this::number);
            if (comparison == Comparison.UNDER && number.equals(Optional.of(Decimal.parse("0")))) {
                findings.error(
                        "condition.threshold.empty",
                        value.span(),
                        "an amount under 0, which there is not",
                        "a threshold that some amount can meet",
                        "write the number that was meant, or `up-to: 0` for nothing at all");
                return Condition.NEVER;
            }
            if (number.isPresent() && unit.isPresent()) {
                return new Condition.AmountIs(fact, comparison, number.get(), unit.get());
            }
        }
        if (unit.isPresent() && sides.isEmpty()) {
            findings.error(
                    "condition.threshold",
                    value.span(),
                    "a threshold without a number",
                    "one of `up-to`, `over`, `at-least`, `under` with a number",
                    "write {%s: {up-to: 10, unit: %s}}".formatted(fact.id(), unit.get()));
        }
        return Condition.NEVER;
    }

    Optional<Decimal> number(Node node) {
        Optional<String> word = findings.word(node, "a number");
        if (word.isPresent() && word.get().matches("[0-9]{1,12}([.][0-9]{1,6})?")) {
            return Optional.of(Decimal.parse(word.get()));
        }
        word.ifPresent(w ->
                findings.error(
                        "number.decimal",
                        node.span(),
                        "`%s` is not a number".formatted(Findings.shown(w)),
                        "digits, with a point where needed",
                        "write the number without a sign, a unit or spaces"));
        return Optional.empty();
    }

    // ── Windows ─────────────────────────────────────────────────────────────────────────────

    Window within(Node node) {
        if (node instanceof Node.Scalar word && word.text().equals("forever")) {
            return Window.FOREVER;
        }
        return bar(node).<Window>map(w -> w).orElse(Window.ALWAYS);
    }

    Window beyond(Node node) {
        return bar(node).<Window>map(Window.Beyond::new).orElse(Window.ALWAYS);
    }

    private static final Set<String> WINDOW_KEYS =
            Set.of("years", "months", "weeks", "days", "after", "last-day", "rounding");

    private Optional<Window.Within> bar(Node node) {
        Optional<Node.Mapping> mapping = findings.mapping(node, "a window");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        findings.onlyKeys(mapping.get(), "a window", WINDOW_KEYS);
        Optional<Length> length = length(mapping.get());
        Optional<Node> after = mapping.get().get("after");
        if (length.isPresent() && after.isEmpty()) {
            findings.error(
                    "norm.window.event-missing",
                    node.span(),
                    "a window of %s with no event".formatted(length.get().words()),
                    "`after:` and one of `last-session`, `last-professional-contact`,"
                            + " `service-ended`, …",
                    "add `after: service-ended` if the text counts from the end of therapy");
        }
        Optional<Window.Anchor> anchor = after.flatMap(this::anchor);
        return length.isPresent() && anchor.isPresent()
                ? Optional.of(
                        new Window.Within(length.get(), anchor.get(), reckoning(mapping.get())))
                : Optional.empty();
    }

    private Optional<Length> length(Node.Mapping window) {
        int years = number(window, "years");
        int months = number(window, "months");
        int weeks = number(window, "weeks");
        int days = number(window, "days");
        int calendar = years + months + weeks;
        boolean given =
                Stream.of("years", "months", "weeks", "days")
                        .anyMatch(unit -> window.get(unit).isPresent());
        if (calendar + days == 0 && given && findings.anyErrorIn(window.span().file())) {
            return Optional.empty();
        }
        if (calendar + days == 0) {
            findings.error(
                    "norm.window.length",
                    window.span(),
                    "a window without a length",
                    "`years`, `months` or `weeks`, or `days` alone",
                    "add `years:` with a number");
            return Optional.empty();
        }
        if (calendar > 0 && days > 0) {
            findings.error(
                    "norm.window.length-mixed",
                    window.span(),
                    "a window in days and in larger units at once",
                    "days alone, or years, months and weeks",
                    "write the whole length in one kind of unit");
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        add(words, years, "year");
        add(words, months, "month");
        add(words, weeks, "week");
        add(words, days, "day");
        return Optional.of(
                new Length(years * 12 + months, weeks * 7 + days, String.join(" and ", words)));
    }

    private static void add(List<String> words, int n, String unit) {
        if (n > 0) {
            words.add(n + " " + unit + (n == 1 ? "" : "s"));
        }
    }

    private int number(Node.Mapping window, String unit) {
        return window.get(unit).flatMap(this::count).orElse(0);
    }

    private Optional<Window.Anchor> anchor(Node after) {
        if (after instanceof Node.Scalar word) {
            return event(word).map(e -> new Window.Anchor(Window.Start.AFTER, List.of(e)));
        }
        Optional<Node.Mapping> mapping =
                findings.mapping(after, "an event, or `later-of` or `earlier-of` events");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        findings.onlyKeys(mapping.get(), "an anchor", Set.of("later-of", "earlier-of"));
        if (mapping.get().entries().size() != 1) {
            findings.error(
                    "norm.window.anchor",
                    after.span(),
                    "a clock started by %d keys".formatted(mapping.get().entries().size()),
                    "an event, or one of `later-of` and `earlier-of` with events",
                    "write `after: {later-of: [service-ended, last-professional-contact]}`");
            return Optional.empty();
        }
        for (Window.Start start : List.of(Window.Start.LATER_OF, Window.Start.EARLIER_OF)) {
            String key = start == Window.Start.LATER_OF ? "later-of" : "earlier-of";
            Optional<Node> events = mapping.get().get(key);
            if (events.isPresent()) {
                List<Fact.Event> of =
                        findings.someWords(events.get(), "an event").stream()
                                .flatMap(w -> event(w).stream())
                                .toList();
                return of.isEmpty() ? Optional.empty() : Optional.of(new Window.Anchor(start, of));
            }
        }
        return Optional.empty();
    }

    private Reckoning reckoning(Node.Mapping window) {
        LastDay lastDay = window.get("last-day").flatMap(this::lastDay).orElse(reckoning.lastDay());
        Rounding rounding =
                window.get("rounding").flatMap(this::rounding).orElse(reckoning.rounding());
        return new Reckoning(lastDay, rounding);
    }

    Optional<LastDay> lastDay(Node node) {
        return oneOf(node, List.of("included", "excluded", "unstated"), "last-day")
                .map(w -> LastDay.valueOf(w.toUpperCase(java.util.Locale.ROOT)));
    }

    Optional<Rounding> rounding(Node node) {
        return oneOf(node, List.of("down", "up", "unstated"), "rounding")
                .map(w -> Rounding.valueOf(w.toUpperCase(java.util.Locale.ROOT)));
    }

    /// A word out of a short list, or a finding.
    Optional<String> oneOf(Node node, List<String> words, String what) {
        Optional<Node.Scalar> word = findings.scalar(node, "`" + what + "`");
        if (word.isPresent() && !words.contains(word.get().text())) {
            findings.unknown(
                    "word.unknown",
                    word.get(),
                    "word for `" + what + "`",
                    "one of " + String.join(", ", words),
                    words);
            return Optional.empty();
        }
        return word.map(Node.Scalar::text);
    }
}
