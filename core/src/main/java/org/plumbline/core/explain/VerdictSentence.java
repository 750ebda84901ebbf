package org.plumbline.core.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.NotReached;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// What one text says of one act, in the words of whoever must act on it.
///
/// A silence is never worded as a permission, an excerpt's silence never as the text's, a day never
/// without what holds from then on, and a missing fact as the question that would settle it.
///
/// Begin with [#of(Answer)], which puts the sentences in their order.
public final class VerdictSentence {

    private static final String NO_PERMISSION = "This is not permission.";
    private static final String ONLY_PART =
            "Not covered here: the library holds only part of this text, so its silence shows"
                    + " nothing. "
                    + NO_PERMISSION;

    private final Library library;
    private final ConditionSentence conditions;
    private final QuestionSentence questions;

    public VerdictSentence(Library library) {
        this.library = library;
        this.conditions = new ConditionSentence(library.vocabulary());
        this.questions = new QuestionSentence(library.vocabulary());
    }

    /// Everything there is to say, most important first; each a sentence or a few that belong
    /// together.
    public List<String> of(Answer answer) {
        List<String> all = new ArrayList<>();
        all.add(headline(answer) + ".");
        binding(answer).ifPresent(all::add);
        all.add(meaning(answer));
        until(answer).ifPresent(all::add);
        missing(answer).forEach(all::add);
        readings(answer).forEach(all::add);
        duties(answer).forEach(all::add);
        weighing(answer).ifPresent(all::add);
        burden(answer).ifPresent(all::add);
        all.addAll(reminders(answer));
        all.add(verified(answer.verified()));
        return all;
    }

    // ── The headline ────────────────────────────────────────────────────────────────────────

    /// "Prohibited until 14 March 2028", "Advised against if there is a risk of harm to the
    /// client*; otherwise not addressed here, which is not permission". No full stop.
    public String headline(Answer answer) {
        if (!answer.settled()) {
            return open(answer);
        }
        Headline headline = answer.headlines().getFirst();
        return name(headline, answer.edition()) + untilWords(answer);
    }

    /// The words of a headline: "Prohibited".
    public static String name(Headline headline, Edition edition) {
        return switch (headline) {
            case DILEMMA -> "Dilemma";
            case CONTESTED -> "Contested";
            case PROHIBITED -> "Prohibited";
            case REQUIRED_WITH_CAUTION -> "Required, with caution";
            case REQUIRED -> "Required";
            case TENSION, ADVISED_AGAINST -> "Advised against";
            case PERMITTED_WITH_DUTIES -> "Permitted with duties";
            case PERMITTED -> "Expressly permitted";
            case ADVISED -> "Advised";
            case OPEN_WITH_DUTIES -> "Open, with duties";
            case NOT_ADDRESSED -> "Not addressed here";
            case SILENT -> edition.encoded() == Encoded.EXCERPT ? "Not covered here" : "Silent";
            case NOT_BOUND -> "Does not bind";
            case NOT_IN_FORCE -> "Not in force";
        };
    }

    private static String untilWords(Answer answer) {
        if (answer.lifts().isPresent()
                && answer.lifts().get() instanceof Lifts.On(var earliest, var latest)
                && latest.isPresent()) {
            return earliest.equals(latest.get())
                    ? " until " + DayWording.of(earliest)
                    : " until a day " + DayWording.between(earliest, latest.get());
        }
        return "";
    }

    /// An open answer, by the condition on which it turns.
    private String open(Answer answer) {
        Headline strictest = answer.headlines().getFirst();
        String name = name(strictest, answer.edition());
        List<Headline> others = answer.headlines().subList(1, answer.headlines().size());
        Optional<String> turn =
                turning(answer, strictest)
                        .flatMap(norm -> turn(answer, norm))
                        .or(() -> single(answer, strictest));
        if (turn.isPresent()) {
            boolean exceptionOnly = turn.get().startsWith(" unless ");
            return name
                    + turn.get()
                    + (exceptionOnly ? "; if so, " : "; otherwise ")
                    + or(others, answer.edition());
        }
        return name + " or " + or(others, answer.edition()) + depending(answer);
    }

    private static String depending(Answer answer) {
        int facts = answer.missing().size();
        if (facts == 0) {
            return answer.readings().isEmpty() ? "" : ", depending on how the text is read";
        }
        return ", depending on " + facts + (facts == 1 ? " fact" : " facts");
    }

    private static String or(List<Headline> headlines, Edition edition) {
        List<String> words = new ArrayList<>();
        for (Headline headline : headlines) {
            words.add(small(name(headline, edition)));
        }
        String all = Wording.or(new ArrayList<>(new LinkedHashSet<>(words)));
        boolean silent =
                headlines.contains(Headline.NOT_ADDRESSED) || headlines.contains(Headline.SILENT);
        return silent ? all + " (which is not permission)" : all;
    }

    private static String small(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// One missing yes or no that settles it either way, whatever kind of norm turns on it.
    private Optional<String> single(Answer answer, Headline strictest) {
        if (answer.missing().size() != 1
                || !(library.vocabulary().facts().get(answer.missing().getFirst().fact())
                        instanceof Fact.YesNo fact)) {
            return Optional.empty();
        }
        var would = answer.missing().getFirst().would();
        if (List.of(strictest).equals(would.get("true"))) {
            return Optional.of(" if " + conditions.fact(fact, true));
        }
        return List.of(strictest).equals(would.get("false"))
                ? Optional.of(" unless " + conditions.fact(fact, true))
                : Optional.empty();
    }

    /// The norm that gives the strictest headline and turns on something missing.
    private static Optional<Norm.Directive> turning(Answer answer, Headline strictest) {
        Optional<Modality> modality = modality(strictest);
        List<Norm.Directive> candidates =
                answer.provisions().stream()
                        .flatMap(ground -> ground.norms().stream())
                        .filter(Norm.Directive.class::isInstance)
                        .map(Norm.Directive.class::cast)
                        .filter(norm -> modality.equals(Optional.of(norm.modality())))
                        .filter(norm -> intersects(Mentions.of(norm), open(answer.missing())))
                        .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static Optional<Modality> modality(Headline headline) {
        return switch (headline) {
            case PROHIBITED -> Optional.of(Modality.FORBID);
            case REQUIRED, REQUIRED_WITH_CAUTION -> Optional.of(Modality.REQUIRE);
            case ADVISED_AGAINST -> Optional.of(Modality.ADVISE_AGAINST);
            case ADVISED -> Optional.of(Modality.ADVISE);
            case PERMITTED, PERMITTED_WITH_DUTIES -> Optional.of(Modality.ALLOW);
            case OPEN_WITH_DUTIES -> Optional.of(Modality.UPON);
            default -> Optional.empty();
        };
    }

    private static Set<String> open(List<Missing> missing) {
        Set<String> facts = new LinkedHashSet<>();
        missing.forEach(m -> facts.add(m.fact()));
        return facts;
    }

    private static boolean intersects(Set<String> left, Set<String> right) {
        return left.stream().anyMatch(right::contains);
    }

    /// What is still open of a norm's conditions, as it stands behind the headline; empty where
    /// they do not show what is missing.
    private Optional<String> turn(Answer answer, Norm.Directive norm) {
        Set<String> missing = open(answer.missing());
        var words = new StringBuilder();
        Set<String> shown = new LinkedHashSet<>();
        if (intersects(Mentions.of(norm.window()), missing)) {
            words.append(' ').append(conditions.window(norm.window()));
            shown.addAll(Mentions.of(norm.window()));
        }
        Optional<Condition> when = openPart(norm.when(), missing);
        when.ifPresent(c -> words.append(" if ").append(conditions.of(c)));
        when.ifPresent(c -> shown.addAll(Mentions.of(c)));
        Condition exception = norm.butMay().map(Norm.ButMay::when).orElse(norm.unless());
        Optional<Condition> unless = openPart(exception, missing);
        unless.ifPresent(c -> {
            words.append(words.isEmpty() ? "" : ",").append(" unless ");
            words.append(norm.burden() ? "you can show that " : "").append(conditions.of(c));
            shown.addAll(Mentions.of(c));
        });
        return shown.containsAll(missing) ? Optional.of(words.toString()) : Optional.empty();
    }

    /// The parts of a condition that turn on something missing; what is known already is left out.
    private static Optional<Condition> openPart(Condition condition, Set<String> missing) {
        if (!intersects(Mentions.of(condition), missing)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (condition) {
                    case Condition.All(var parts) -> new Condition.All(openParts(parts, missing));
                    case Condition.Any(var parts) -> new Condition.Any(openParts(parts, missing));
                    case Condition.None(var parts) -> new Condition.None(openParts(parts, missing));
                    default -> condition;
                });
    }

    private static List<Condition> openParts(List<Condition> parts, Set<String> missing) {
        return parts.stream().flatMap(part -> openPart(part, missing).stream()).toList();
    }

    // ── What it means ───────────────────────────────────────────────────────────────────────

    /// What the headline, or the strictest of several, asks of whoever acts.
    public String meaning(Answer answer) {
        if (!answer.settled()) {
            return "It is not settled on the facts given; until it is, act as under the strictest: "
                    + small(meaning(answer.headlines().getFirst(), answer));
        }
        return meaning(answer.headlines().getFirst(), answer);
    }

    private String meaning(Headline headline, Answer answer) {
        Edition edition = answer.edition();
        return switch (headline) {
            case DILEMMA ->
                    "One rule forbids this and another requires it, and no text says which"
                            + " prevails. Plumbline does not choose.";
            case CONTESTED ->
                    "One rule forbids this and another expressly permits it, and no text says"
                            + " which prevails. Treat it as prohibited.";
            case PROHIBITED -> "You must not do this.";
            case REQUIRED_WITH_CAUTION ->
                    "You must do this, although the text also advises against it: take care how.";
            case REQUIRED -> "You must do this.";
            case TENSION ->
                    "You should not do this, although the text also speaks for it; the two are in"
                            + " tension."
                            + strength(answer);
            case ADVISED_AGAINST -> "You should not do this." + strength(answer);
            case PERMITTED_WITH_DUTIES ->
                    "The text permits this in words, and asks something of whoever does it.";
            case PERMITTED -> "The text permits this in words.";
            case ADVISED -> "You should do this." + strength(answer);
            case OPEN_WITH_DUTIES ->
                    "Nothing in this text forbids it and nothing permits it in words; whoever does"
                            + " it has duties.";
            case NOT_ADDRESSED -> notAddressed(edition);
            case SILENT -> silent(edition);
            case NOT_BOUND -> "On the facts given, this text does not bind you.";
            case NOT_IN_FORCE -> "This text was not in force on that day.";
        };
    }

    private String notAddressed(Edition edition) {
        String holds =
                edition.encoded() == Encoded.EXCERPT
                        ? " The library holds only part of this text."
                        : "";
        return "The text has rules on such acts, and none of them reaches this case."
                + holds
                + " "
                + NO_PERMISSION;
    }

    private String silent(Edition edition) {
        if (edition.encoded() == Encoded.EXCERPT) {
            return ONLY_PART;
        }
        return "The text has no rule on such acts. " + ofSilence(edition) + NO_PERMISSION;
    }

    /// What a body says of its own silence.
    private String ofSilence(Edition edition) {
        Body body = library.bodies().get(edition.body());
        return body == null || body.silenceMeans().equals("nothing")
                ? ""
                : "It says of its own silence that it means "
                        + Wording.plain(body.silenceMeans())
                        + ". ";
    }

    /// What a "should" is worth.
    private static String strength(Answer answer) {
        boolean enforceable =
                answer.provisions().stream()
                        .map(g -> g.provision().strength().orElse(g.home().strength()))
                        .anyMatch(s -> s == Strength.ENFORCEABLE);
        return enforceable
                ? " The text says “should”, and it is enforceable: a breach can be disciplined."
                : " It is an aim and not a rule: falling short of it is not disciplined.";
    }

    /// Whether it binds and was in force, where that is not certain.
    public Optional<String> binding(Answer answer) {
        List<String> open = new ArrayList<>();
        if (answer.binds() == Sureness.UNKNOWN
                && !answer.headlines().contains(Headline.NOT_IN_FORCE)) {
            open.add(
                    "This is the answer if the text binds you: "
                            + questions.binds(answer.edition().binds()));
        }
        if (answer.inForce() == Sureness.UNKNOWN
                && !answer.headlines().contains(Headline.NOT_BOUND)) {
            open.add("It may not have been in force on that day.");
        } else if (answer.edition().inForce().fromUnknown() && answer.inForce() == Sureness.YES) {
            open.add("Since when it has been in force is not known.");
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", open));
    }

    // ── Time ────────────────────────────────────────────────────────────────────────────────

    /// When the bar weakens and what holds from then on.
    public Optional<String> until(Answer answer) {
        return answer.lifts()
                .map(lifts ->
                        switch (lifts) {
                            case Lifts.Never _ -> "Time alone does not lift this.";
                            case Lifts.On(var earliest, var latest) ->
                                    notBefore(answer, earliest, latest) + after(answer);
                        });
    }

    private static String notBefore(Answer answer, LocalDate earliest, Optional<LocalDate> latest) {
        if (latest.isEmpty()) {
            return "Not before " + DayWording.of(earliest) + ", and no later day is certain.";
        }
        if (latest.get().equals(earliest)) {
            return "Not before " + DayWording.of(earliest) + ".";
        }
        return "Not before a day "
                + DayWording.between(earliest, latest.get())
                + ": "
                + because(answer, earliest, latest.get())
                + ", so wait until "
                + DayWording.of(latest.get())
                + ".";
    }

    /// Why two days are possible. A point of reckoning moves a day by one; more comes from dates
    /// known in part or from what the text can mean.
    private static String because(Answer answer, LocalDate earliest, LocalDate latest) {
        Edition edition = answer.edition();
        boolean lastDay = edition.reckoning().lastDay() == LastDay.UNSTATED;
        boolean rounding = edition.reckoning().rounding() == Rounding.UNSTATED;
        boolean readings =
                answer.provisions().stream().anyMatch(g -> !g.provision().readings().isEmpty());
        if (lastDay && latest.equals(earliest.plusDays(1))) {
            return "the text does not say whether the last day counts";
        }
        if (rounding && !latest.isAfter(earliest.plusDays(2))) {
            return "the text does not say how to count to a day that the month does not have";
        }
        return readings
                ? "the text can be read in more than one way"
                : "a date is known only in part";
    }

    private String after(Answer answer) {
        if (answer.then().isEmpty()) {
            return "";
        }
        if (answer.then().size() == 1) {
            Headline then = answer.then().getFirst();
            return " From then on: " + or(List.of(then), answer.edition()) + ".";
        }
        List<String> open =
                answer.missingThen().stream().map(questions::of).limit(MOST_ASKED).toList();
        return " From then on: "
                + or(answer.then(), answer.edition())
                + (open.isEmpty() ? "." : ", depending on this: " + String.join(" ", open));
    }

    private static final int MOST_ASKED = 4;

    // ── What is open ────────────────────────────────────────────────────────────────────────

    /// The facts that could still change it, as questions.
    public List<String> missing(Answer answer) {
        return answer.missing().stream().map(questions::of).toList();
    }

    /// A question worth asking next.
    ///
    /// @param fact the word of the fact
    /// @param text the question
    /// @param why which provisions turn on it, and what each answer would leave
    /// @param provisions the provisions that turn on it, as cited
    public record Question(String fact, String text, String why, List<String> provisions) {}

    /// The missing fact that leaves least open, facts that anybody can tell before judgements.
    public Optional<Question> next(Answer answer) {
        return answer.missing().stream()
                .min(
                        Comparator.comparingInt(VerdictSentence::left)
                                .thenComparing(missing -> missing.kind().equals("judgement")))
                .map(missing -> question(answer, missing));
    }

    private static int left(Missing missing) {
        return missing.would().values().stream().mapToInt(List::size).sum();
    }

    /// A missing fact with the reason to ask after it.
    public Question question(Answer answer, Missing missing) {
        Set<String> cites = new LinkedHashSet<>();
        for (Ground ground : answer.provisions()) {
            if (ground.norms().stream().anyMatch(n -> Mentions.of(n).contains(missing.fact()))) {
                cites.add(ground.cite());
            }
        }
        String why =
                cites.isEmpty()
                        ? "The answer turns on it."
                        : Wording.and(List.copyOf(cites))
                                + (cites.size() == 1 ? " turns on it." : " turn on it.");
        return new Question(
                missing.fact(),
                questions.of(missing),
                (why + " " + would(answer, missing)).strip(),
                List.copyOf(cites));
    }

    /// "If so: advised against. If not: not addressed here (which is not permission)."
    private static String would(Answer answer, Missing missing) {
        List<Headline> so = missing.would().get("true");
        List<Headline> not = missing.would().get("false");
        return so == null || not == null
                ? ""
                : "If so: %s. If not: %s."
                        .formatted(or(so, answer.edition()), or(not, answer.edition()));
    }

    /// The points of interpretation that could change it.
    public List<String> readings(Answer answer) {
        return answer.readings().stream().map(point -> reading(answer, point)).toList();
    }

    private static String reading(Answer answer, String point) {
        return switch (point) {
            case "last-day" ->
                    "The text does not say whether the last day counts, and that could change"
                            + " this.";
            case "rounding" ->
                    "The text does not say how to count to a day that the month does not have, and"
                            + " that could change this.";
            default -> {
                List<String> names =
                        answer.edition()
                                .provision(point)
                                .map(p ->
                                        p.readings().keySet().stream().map(Wording::plain).toList())
                                .orElse(List.of());
                yield point
                        + " can be read in more than one way"
                        + (names.isEmpty() ? "" : " (" + Wording.or(names) + ")")
                        + ", and that could change this.";
            }
        };
    }

    // ── Duties ──────────────────────────────────────────────────────────────────────────────

    /// What whoever acts must put in place, each with its provisions and whether it is done.
    public List<String> duties(Answer answer) {
        return answer.duties().stream().map(this::duty).toList();
    }

    /// "You must document it (A.6.c). Done."
    public String duty(Decision.Duty duty) {
        return "You "
                + (duty.must() ? "must " : "should ")
                + conditions.duty(duty.id())
                + " ("
                + Wording.and(duty.from())
                + (duty.certain() ? "). " : "), depending on what is still open. ")
                + switch (duty.done()) {
                    case YES -> "Done.";
                    case NO -> "Not done.";
                    case UNKNOWN -> "Whether it is done was not said.";
                };
    }

    /// "Weigh the value and the effect on the client (7)."
    public Optional<String> weighing(Answer answer) {
        if (answer.weighing().isEmpty()) {
            return Optional.empty();
        }
        Set<String> from = new LinkedHashSet<>();
        answer.weighing().forEach(w -> from.addAll(w.from()));
        return Optional.of(
                "Weigh "
                        + Wording.and(
                                answer.weighing().stream()
                                        .map(w -> conditions.factor(w.factor()))
                                        .toList())
                        + " ("
                        + Wording.and(List.copyOf(from))
                        + ").");
    }

    /// What it is if nothing more is shown, where it is for the practitioner to show it.
    public Optional<String> burden(Answer answer) {
        return answer.underBurden().isEmpty() || answer.underBurden().equals(answer.headlines())
                ? Optional.empty()
                : Optional.of(
                        "It is for you to show the exception. If you cannot: "
                                + or(answer.underBurden(), answer.edition())
                                + ".");
    }

    /// Norms on anything one could do, which may reach this too.
    public List<String> reminders(Answer answer) {
        return answer.reminders().stream().map(this::reminder).toList();
    }

    private String reminder(Ground ground) {
        NormSentence sentence = new NormSentence(library.vocabulary());
        return "Still to be kept in mind, "
                + ground.cite()
                + ": "
                + String.join(
                        " ",
                        ground.norms().stream()
                                .map(norm -> sentence.of(ground.home(), norm))
                                .toList());
    }

    // ── How well it is known ────────────────────────────────────────────────────────────────

    /// What a word under `verified` means; the words of provisions, and `excerpt` and `edition`.
    public static String verified(String word) {
        return switch (word) {
            case "text" -> "We have read this provision's own text.";
            case "text-part" ->
                    "We have read this provision's own text in part, or in an older edition.";
            case "abstract" -> "We have read the issuing body's own summary, not the provision.";
            case "secondary" ->
                    "Known from somebody else's description: check the provision before relying on"
                            + " it.";
            case "memory" -> "Known from memory only: check it before relying on it.";
            case "illustrative" ->
                    "Invented for this library as an illustration: there is no such text.";
            case "excerpt" ->
                    "The library holds only part of this text, so we cannot vouch for its silence.";
            case "edition" -> "This rests on whom the text binds and when, and on no provision.";
            default -> "How well this is known is not recorded.";
        };
    }

    // ── Why not ─────────────────────────────────────────────────────────────────────────────

    /// Why a norm on the act does not apply: the first thing that failed.
    public String whyNot(NotReached notReached) {
        String cite = notReached.cite();
        Norm norm = notReached.norm();
        return switch (notReached.failed()) {
            case FORM -> cite + " does not speak of this form of the act.";
            case MEDIUM -> cite + " is about another medium" + media(norm) + ".";
            case PARTY -> cite + " is about somebody else: " + parties(norm) + ".";
            case ADOPTION -> cite + " is taken over here toward other people only.";
            case READING -> cite + " says so only if it is read another way.";
            case BINDING -> cite + " comes from a text that does not bind you.";
            case WINDOW ->
                    cite
                            + " applies "
                            + conditions.window(norm.window())
                            + ", and that is not so on this day.";
            case CONDITION ->
                    cite
                            + " applies only if "
                            + notReached.condition().map(conditions::of).orElse("more is so")
                            + ", and that is not so.";
            case EXCEPTION ->
                    cite
                            + " does not apply if "
                            + notReached.condition().map(conditions::of).orElse("it is excepted")
                            + ", and that is so.";
            case SET_ASIDE -> cite + " is set aside by another provision.";
            case OVERRIDDEN -> cite + " gives way to another provision.";
        };
    }

    private String media(Norm norm) {
        return norm instanceof Norm.Directive directive && !directive.media().words().isEmpty()
                ? " ("
                        + conditions.fact(
                                library.vocabulary().oneOf("medium"),
                                directive.media().words(),
                                true)
                        + ")"
                : "";
    }

    private static String parties(Norm norm) {
        return switch (norm) {
            case Norm.Directive directive ->
                    Wording.or(directive.with().stream().map(Party::says).toList());
            case Norm.SetAside setAside ->
                    Wording.or(setAside.with().stream().map(Party::says).toList());
            case Norm.Definition definition -> definition.counted().says();
        };
    }
}
