package org.plumbline.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Condition.Comparison;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.condition.Window;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Conditions, windows and constraints as clauses, without a capital and without a full stop.
///
/// A nested "or" inside "and", or the other way round, stands in brackets; `*` marks a judgement.
/// Negation goes inwards until it meets a phrase that somebody wrote for it.
public final class ConditionSentence {

    private final Vocabulary vocabulary;
    private final ActWording acts;

    public ConditionSentence(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.acts = new ActWording(vocabulary);
    }

    /// "there is a risk of exploitation* or there is a risk of harm to the client*".
    public String of(Condition condition) {
        return written(clause(condition, true), false);
    }

    /// The same, denied: "there is no risk of exploitation* and there is no risk of harm …".
    public String not(Condition condition) {
        return written(clause(condition, false), false);
    }

    // ── Clauses ─────────────────────────────────────────────────────────────────────────────

    /// A clause with its connectives, negation already inside.
    private sealed interface Clause {
        record Said(String words) implements Clause {}

        record Joined(boolean and, List<Clause> parts) implements Clause {}

        record Counted(String head, List<Clause> parts) implements Clause {}
    }

    private Clause clause(Condition condition, boolean so) {
        return switch (condition) {
            case Condition.Holds(var fact) -> new Clause.Said(fact(fact, so));
            case Condition.Has(var fact, var words, _) -> new Clause.Said(stated(fact, words, so));
            case Condition.AmountIs(var fact, var comparison, var number, var unit) ->
                    new Clause.Said(
                            Wording.filled(
                                    fact.says(),
                                    threshold(so ? comparison : opposite(comparison))
                                            + " "
                                            + amount(number, unit)));
            case Condition.During(var window) -> new Clause.Said(during(window, so));
            case Condition.Before(var first, var second) ->
                    new Clause.Said(
                            first.says()
                                    + (so ? " comes before " : " does not come before ")
                                    + second.says());
            case Condition.Not(var part) -> clause(part, !so);
            case Condition.All(var parts) -> joined(parts, so, so);
            case Condition.Any(var parts) -> joined(parts, !so, so);
            case Condition.None(var parts) -> joined(parts, so, !so);
            case Condition.AtLeast(int n, var of) ->
                    new Clause.Counted(
                            (so ? "at least " : "fewer than ") + n + " of these hold: ",
                            of.stream().map(part -> clause(part, true)).toList());
        };
    }

    private Clause joined(List<Condition> parts, boolean and, boolean so) {
        if (parts.isEmpty()) {
            return new Clause.Said(and ? "it is so in any case" : "it is so in no case");
        }
        List<Clause> flat = new ArrayList<>();
        for (Condition part : parts) {
            Clause clause = clause(part, so);
            if (clause instanceof Clause.Joined(boolean same, var inner) && same == and) {
                flat.addAll(inner);
            } else {
                flat.add(clause);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Clause.Joined(and, flat);
    }

    private static String written(Clause clause, boolean nested) {
        return switch (clause) {
            case Clause.Said(var words) -> words;
            case Clause.Joined(boolean and, var parts) -> {
                List<String> words = parts.stream().map(p -> written(p, true)).toList();
                String all = and ? Wording.and(words) : Wording.or(words);
                yield nested ? "(" + all + ")" : all;
            }
            case Clause.Counted(var head, var parts) -> {
                String all =
                        head
                                + String.join(
                                        "; ", parts.stream().map(p -> written(p, true)).toList());
                yield nested ? "(" + all + ")" : all;
            }
        };
    }

    // ── Facts ───────────────────────────────────────────────────────────────────────────────

    /// "there is a risk of harm to the client*", or the phrase for its not being so.
    public String fact(Fact.YesNo fact, boolean so) {
        return (so ? fact.is() : fact.isNot()) + (fact.sort() == Fact.Sort.JUDGEMENT ? "*" : "");
    }

    /// "the service is therapy", "there is and was no sexual tie between the two".
    public String fact(Fact.Worded fact, List<String> words, boolean so) {
        if (words.isEmpty()) {
            return none(fact, so);
        }
        String values = values(fact, words);
        if (so) {
            return Wording.filled(fact.says(), values);
        }
        return fact.saysNot()
                .map(not -> Wording.filled(not, values))
                .orElseGet(() -> "it is not so that " + Wording.filled(fact.says(), values));
    }

    /// The same as a clause of its own: "it is by electronic means".
    String stated(Fact.Worded fact, List<String> words, boolean so) {
        String said = fact(fact, words, so);
        return said.startsWith("by ") || fact.says().equals("{}") ? "it is " + said : said;
    }

    private static final String SOMETHING = "do anything of the kind";

    /// That there is no value at all (`so`), or that there is one.
    private String none(Fact.Worded fact, boolean so) {
        if (areActs(fact)) {
            String says =
                    so ? fact.saysNot().orElse("it is not so that " + fact.says()) : fact.says();
            return says.replace("{}", SOMETHING);
        }
        if (fact.saysNot().isPresent()) {
            return (so ? fact.saysNot().get() : fact.says()).replace("{} ", "");
        }
        return (so ? "there is no " : "there is some ") + Wording.plain(fact.id());
    }

    /// The values of a worded fact, joined: "single or infrequent", "have a friendship".
    String values(Fact.Worded fact, List<String> words) {
        return areActs(fact)
                ? acts.bare(words)
                : Wording.or(words.stream().map(word -> value(fact, word)).toList());
    }

    /// Whether its values are the acts, which read by their own phrases.
    private boolean areActs(Fact.Worded fact) {
        return fact.values().equals(vocabulary.oneOf("act").values());
    }

    private static final Set<String> HELD_FROM_A_BODY = Set.of("membership", "licence");

    /// How a value reads by itself: "own values", "a student", "the UK Council for Psychotherapy".
    String value(Fact.Worded fact, String word) {
        String phrase = fact.phrases().get(word);
        if (phrase == null) {
            return fact.id().equals("role")
                    ? Wording.withArticle(Wording.plain(word))
                    : Wording.plain(word);
        }
        if (HELD_FROM_A_BODY.contains(fact.id())
                || (fact.id().equals("employer") && phrase.contains(" of "))) {
            return BodyName.withArticle(phrase);
        }
        return phrase;
    }

    /// "at most 10 US dollars" without its comparison: "10 US dollars", "1 hour's usual fee".
    public static String amount(Decimal number, String unit) {
        boolean one = number.equals(Decimal.of(1));
        String[] words = UNITS.getOrDefault(unit, new String[] {unit, unit});
        return number + " " + Wording.plain(one ? words[0] : words[1]);
    }

    private static final Map<String, String[]> UNITS =
            Map.of(
                    "usd", new String[] {"US dollar", "US dollars"},
                    "gbp", new String[] {"pound", "pounds"},
                    "eur", new String[] {"euro", "euros"},
                    "hourly-fee", new String[] {"hour's usual fee", "hours' usual fee"},
                    "years", new String[] {"year", "years"});

    private static String threshold(Comparison comparison) {
        return switch (comparison) {
            case UP_TO -> "at most";
            case OVER -> "more than";
            case AT_LEAST -> "at least";
            case UNDER -> "less than";
        };
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case UP_TO -> Comparison.OVER;
            case OVER -> Comparison.UP_TO;
            case AT_LEAST -> Comparison.UNDER;
            case UNDER -> Comparison.AT_LEAST;
        };
    }

    // ── Time ────────────────────────────────────────────────────────────────────────────────

    /// A window as it stands in a norm: "within 5 years of the last professional contact", "once 5
    /// years have passed since it", "at any time"; empty where there is none.
    public String window(Window window) {
        return switch (window) {
            case Window.Always(boolean stated) -> stated ? "at any time" : "";
            case Window.Within(var length, var anchor, _) ->
                    "within " + length.words() + " of " + anchor(anchor);
            case Window.Beyond beyond -> "once " + passed(beyond.bar());
        };
    }

    private String during(Window window, boolean so) {
        return switch (window) {
            case Window.Always _ -> so ? "it is so at any time" : "it is so at no time";
            case Window.Within within -> so ? runs(within) : passed(within);
            case Window.Beyond(var bar) -> so ? passed(bar) : runs(bar);
        };
    }

    private String runs(Window.Within within) {
        return "it is within " + within.length().words() + " of " + anchor(within.anchor());
    }

    private String passed(Window.Within within) {
        String words = within.length().words();
        boolean one = words.startsWith("1 ") && !words.contains(" and ");
        return words + (one ? " has" : " have") + " passed since " + anchor(within.anchor());
    }

    /// The day that ends a window, in words: "5 years after the last professional contact".
    public String end(Window.Within within) {
        return within.length().words() + " after " + anchor(within.anchor());
    }

    /// "the later of the end of the service and the last professional contact".
    public String anchor(Window.Anchor anchor) {
        String events = Wording.and(anchor.events().stream().map(Fact.Event::says).toList());
        return switch (anchor.start()) {
            case AFTER -> events;
            case LATER_OF -> "the later of " + events;
            case EARLIER_OF -> "the earlier of " + events;
        };
    }

    // ── Duties and factors ──────────────────────────────────────────────────────────────────

    /// What whoever owes it must do: "document it".
    public String duty(Fact.YesNo safeguard) {
        return safeguard.duty().orElseGet(() -> "see that " + safeguard.is());
    }

    /// The same by the word of the safeguard.
    public String duty(String safeguard) {
        return vocabulary.facts().get(safeguard) instanceof Fact.YesNo fact
                ? duty(fact)
                : Wording.plain(safeguard);
    }

    /// "document it and consult a colleague".
    String duties(List<Fact.YesNo> safeguards) {
        return Wording.and(safeguards.stream().map(this::duty).toList());
    }

    /// "the time since the service".
    public String factor(String factor) {
        return vocabulary.factors().getOrDefault(factor, Wording.plain(factor));
    }

    // ── Who is bound, and what is always so ─────────────────────────────────────────────────

    /// Whom a text binds: "It binds whoever is a member of the UK Council for Psychotherapy."
    public String binds(Condition condition) {
        String who = of(condition);
        boolean plain = who.startsWith(ACTS) || who.startsWith("(" + ACTS);
        String relative =
                who.replace(ACTS, plain ? "" : "who ")
                        .replace("the practitioner's ", "whose ")
                        .replace("the practice ", "whose practice ")
                        .replaceAll("(and|or) (is|works) ", "$1 who $2 ");
        if (plain) {
            return "It binds whoever " + relative.replace("and who ", "and ") + ".";
        }
        return "It binds everyone " + relative + ".";
    }

    private static final String ACTS = "the practitioner ";

    /// A constraint as a sentence: "The start of the service is never later than the last session."
    public String constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Order(var events) -> {
                List<String> pairs = new ArrayList<>();
                for (int i = 1; i < events.size(); i++) {
                    pairs.add(
                            events.get(i - 1).says()
                                    + " is never later than "
                                    + events.get(i).says());
                }
                yield Wording.capital(Wording.and(pairs)) + ".";
            }
            case Constraint.NotApplicable(var when, var facts) ->
                    "If "
                            + of(when)
                            + ", nobody asks about "
                            + Wording.and(facts.stream().map(ConditionSentence::subject).toList())
                            + ".";
            case Constraint.NotOrdinary(var when, var facts) ->
                    "If "
                            + of(when)
                            + ", nothing is taken as ordinary of "
                            + Wording.and(facts.stream().map(ConditionSentence::subject).toList())
                            + ".";
            case Constraint.Past(var when, var events) ->
                    "If "
                            + of(when)
                            + ", "
                            + Wording.and(events.stream().map(Fact.Event::says).toList())
                            + (events.size() == 1 ? " is" : " are")
                            + " not after the act.";
            case Constraint.Implies(var when, Fact.YesNo fact, _) ->
                    "If " + of(when) + ", " + fact(fact, true) + ".";
            case Constraint.Implies(var when, Fact.Worded fact, var value) ->
                    "If " + of(when) + ", " + stated(fact, List.of(value), true) + ".";
            case Constraint.Implies _ ->
                    throw new IllegalStateException("what is implied has words or is so");
            case Constraint.Same(var fact, var before) ->
                    Wording.capital(fact(fact, true)) + " exactly if " + of(before) + ".";
        };
    }

    private static String subject(Fact fact) {
        return switch (fact) {
            case Fact.YesNo yesNo -> "whether " + yesNo.is();
            case Fact.Event event -> event.says();
            case Fact.Worded worded -> "the " + Wording.plain(worded.id());
            case Fact.Amount amount -> "the " + Wording.plain(amount.id());
        };
    }
}
