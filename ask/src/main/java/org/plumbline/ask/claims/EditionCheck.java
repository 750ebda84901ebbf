package org.plumbline.ask.claims;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.ask.claims.Claim.Time;
import org.plumbline.ask.claims.Claim.Topic;
import org.plumbline.ask.claims.CodeFinding.Citation;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.QuestionSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Decides what a statement says under one text: over everything that the statement leaves open, and
/// over the time since the end of the work where it speaks of former clients.
final class EditionCheck {

    /// Days by which ways of counting may differ.
    private static final int COUNTING = 4;

    private static final String PART =
            "The library holds only part of this text, so its silence is not certain.";

    private final Library library;
    private final Decider decider;
    private final ClaimWords words;
    private final VerdictSentence verdicts;
    private final ConditionSentence conditions;
    private final QuestionSentence questions;

    EditionCheck(Library library, ClaimWords words) {
        this.library = library;
        this.words = words;
        this.decider = new Decider(library);
        this.verdicts = new VerdictSentence(library);
        this.conditions = new ConditionSentence(library.vocabulary());
        this.questions = new QuestionSentence(library.vocabulary());
    }

    /// What the text says from a day on, counted from the end.
    ///
    /// @param last whether nothing changes any more
    private record Stretch(LocalDate from, boolean last, Answer answer) {}

    /// A finding while it is put together.
    private record Found(ClaimFinding finding, String why, List<String> conditions) {
        Found(ClaimFinding finding, String why) {
            this(finding, why, List.of());
        }
    }

    /// Decides a claim.
    ///
    /// @param claim one whose acts, or whose duty, were understood
    /// @param day the day of the act; the last day of an edition that is over
    CodeFinding check(Claim claim, Edition edition, LocalDate day) {
        Edition timeless = timeless(edition);
        List<Stretch> all = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (String party : claim.parties()) {
            List<Stretch> stretches = stretches(claim, party, timeless, day, claim.facts());
            all.addAll(stretches);
            found.add(one(claim, party, timeless, day, stretches));
        }
        Found joined = joined(claim, found);
        joined = excepted(claim, timeless, day, joined);
        boolean nothing = all.stream().allMatch(s -> silent(s.answer()));
        boolean part = edition.encoded() == Encoded.EXCERPT;
        boolean restsOnSilence =
                nothing && (joined.finding() == ClaimFinding.SUPPORTED || silentFinding(joined));
        Optional<String> known = words.silence(edition.id(), claim.acts(), claim.parties());
        boolean empty = edition.norms().stream().noneMatch(Norm.Directive.class::isInstance);
        if (nothing && empty) {
            joined =
                    new Found(
                            ClaimFinding.NOT_CHECKABLE, "The library holds no rule of this text.");
        } else if (restsOnSilence && part && known.isPresent()) {
            joined =
                    new Found(
                            joined.finding(),
                            joined.why() + " That it is silent is known from " + known.get() + ".");
            part = false;
        } else if (nothing && part && claim.stance() == Stance.ADDRESSES) {
            if (known.isEmpty()) {
                joined = new Found(ClaimFinding.NOT_CHECKABLE, joined.why() + " " + PART);
            }
        } else if (restsOnSilence && part && leftOutByRule(claim, timeless, day)) {
            joined =
                    new Found(
                            joined.finding(),
                            joined.why()
                                    + " Its rule on this does not reach the case; the library holds"
                                    + " only part of the text.");
        } else if (restsOnSilence && part && ofCitedAlone(claim, edition)) {
            joined =
                    new Found(
                            joined.finding(),
                            joined.why() + " Other parts of the text may say something of it.");
        } else if (restsOnSilence && part && joined.finding() == ClaimFinding.SUPPORTED) {
            joined = new Found(ClaimFinding.NOT_CHECKABLE, joined.why() + " " + PART);
        } else if (restsOnSilence && part) {
            joined = new Found(joined.finding(), joined.why() + " " + PART);
        }
        if (joined.finding() == ClaimFinding.OVERSTATED && !claim.unread().isEmpty()) {
            joined =
                    new Found(
                            ClaimFinding.NOT_CHECKABLE,
                            "The statement sets a condition that was not understood: “"
                                    + String.join("”, “", claim.unread())
                                    + "”. "
                                    + joined.why());
        }
        List<Ground> grounds = grounds(all);
        return new CodeFinding(
                edition,
                joined.finding(),
                !(restsOnSilence && part),
                joined.why(),
                joined.conditions(),
                joined.finding() == ClaimFinding.SUPPORTED
                        ? exceptions(claim, timeless, day)
                        : List.of(),
                grounds,
                all.stream().map(s -> s.answer().verified()).findFirst().orElse("edition"),
                all.stream().anyMatch(s -> permits(s.answer())),
                bar(all.stream().map(Stretch::answer).toList()),
                citations(claim, edition, grounds, nothing));
    }

    /// Whether a statement says that a case is not forbidden that the text forbids but for the
    /// conditions that the statement gives: the text has a rule on it, and that leaves the case out.
    private boolean leftOutByRule(Claim claim, Edition edition, LocalDate day) {
        if (claim.stance() != Stance.NOT_FORBIDDEN || claim.facts().isEmpty()) {
            return false;
        }
        Map<String, Object> open = new LinkedHashMap<>();
        claim.facts().keySet().stream()
                .filter(id -> !words.alwaysOrdinary().contains(id) && !id.equals("history"))
                .forEach(id -> open.put(id, "unknown"));
        return claim.parties().stream()
                .allMatch(party ->
                        fits(Stance.FORBIDS, stretches(claim, party, edition, day, open)).stream()
                                .anyMatch(f -> f == Fit.YES || f == Fit.WEAKER));
    }

    /// Whether a statement says what provisions that it names leave alone, and they are held.
    private static boolean ofCitedAlone(Claim claim, Edition edition) {
        return (claim.stance() == Stance.NOT_FORBIDDEN || claim.stance() == Stance.NO_RULE)
                && !claim.cites().isEmpty()
                && claim.cites().stream()
                        .allMatch(cite ->
                                edition.provisions().stream()
                                        .anyMatch(p ->
                                                same(cite, p.id())
                                                        && p.norms().stream()
                                                                .filter(
                                                                        Norm.Directive.class
                                                                                ::isInstance)
                                                                .map(Norm.Directive.class::cast)
                                                                .anyMatch(n ->
                                                                        n.acts().leaves().stream()
                                                                                .anyMatch(
                                                                                        claim.acts()
                                                                                                ::contains))));
    }

    private static boolean silentFinding(Found found) {
        return found.finding() == ClaimFinding.SILENT;
    }

    private static Edition timeless(Edition edition) {
        return new Edition(
                edition.id(),
                edition.body(),
                edition.title(),
                InForce.always(),
                edition.level(),
                edition.encoded(),
                edition.binds(),
                edition.incorporates(),
                edition.overrides(),
                edition.practitioner(),
                edition.strength(),
                edition.reckoning(),
                edition.draft(),
                edition.provisions());
    }

    private static Found joined(Claim claim, List<Found> found) {
        if (found.size() == 1) {
            return found.getFirst();
        }
        Set<ClaimFinding> kinds = EnumSet.noneOf(ClaimFinding.class);
        found.forEach(f -> kinds.add(f.finding()));
        Found worst =
                found.stream().max((a, b) -> a.finding().compareTo(b.finding())).orElseThrow();
        if (kinds.size() == 1 || !kinds.contains(ClaimFinding.SUPPORTED)) {
            return worst;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            parts.add(
                    "Toward a "
                            + claim.parties().get(i).replace('-', ' ')
                            + ": "
                            + found.get(i).why());
        }
        return new Found(ClaimFinding.OVERSTATED, String.join(" ", parts), worst.conditions());
    }

    // ── One person ──────────────────────────────────────────────────────────────────────────

    private Found one(
            Claim claim, String party, Edition edition, LocalDate day, List<Stretch> stretches) {
        if (claim.topic() == Topic.TIME) {
            return ofTime(stretches, day);
        }
        if (claim.topic() == Topic.MONEY) {
            return ofMoney(claim, edition, stretches);
        }
        if (claim.duty().isPresent() || claim.factor().isPresent()) {
            return ofDuty(claim, stretches);
        }
        if (claim.money().isPresent() && !claim.stance().lenient()) {
            Optional<Found> ofSum = ofSum(claim, party, edition, day, stretches);
            if (ofSum.isPresent()) {
                return ofSum.get();
            }
        }
        if (claim.denied()) {
            return ofDenial(stretches);
        }
        Optional<Time> time = claim.time();
        if (stretches.size() > 1 || time.isPresent()) {
            if (time.isPresent() && time.get() instanceof Time.For(var length)) {
                return barFor(
                        claim, length.from(day, Rounding.DOWN), length.words(), stretches, day);
            }
            if (time.isPresent() && time.get() instanceof Time.After(var length)) {
                LocalDate then = length.from(day, Rounding.DOWN);
                return fromThenOn(claim, after(stretches, then), day);
            }
            if (time.isPresent() && time.get() instanceof Time.AtOnce) {
                return fromThenOn(claim, stretches, day);
            }
        }
        return plain(claim, stretches, day);
    }

    /// What remains of the stretches from a day on, the first being the one it falls in.
    private static List<Stretch> after(List<Stretch> stretches, LocalDate then) {
        List<Stretch> rest = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            boolean over =
                    i + 1 < stretches.size()
                            && !stretches.get(i + 1).from().isAfter(then.plusDays(COUNTING));
            if (!over) {
                rest.add(stretches.get(i));
            }
        }
        return rest;
    }

    private static Set<Fit> fits(Stance stance, List<Stretch> stretches) {
        Set<Fit> fits = EnumSet.noneOf(Fit.class);
        stretches.forEach(s -> fits.addAll(fits(stance, s.answer())));
        return fits;
    }

    private static Set<Fit> fits(Stance stance, Answer answer) {
        Set<Fit> fits = EnumSet.noneOf(Fit.class);
        answer.headlines().forEach(h -> fits.add(Fit.of(stance, h)));
        boolean judged = answer.missing().stream().anyMatch(m -> m.kind().equals("judgement"));
        if (stance == Stance.LEAVES_OPEN && fits.size() > 1 && judged) {
            return EnumSet.of(Fit.YES);
        }
        return fits;
    }

    private Found plain(Claim claim, List<Stretch> stretches, LocalDate day) {
        Set<Fit> fits = fits(claim.stance(), stretches);
        String says = says(stretches, day);
        boolean barred = fits.contains(Fit.YES) && !fits.contains(Fit.NOTHING);
        ClaimFinding finding =
                claim.ordinarily() && !claim.stance().lenient() && barred
                        ? ClaimFinding.SUPPORTED
                        : finding(claim.stance(), fits);
        return switch (finding) {
            case OVERSTATED ->
                    new Found(
                            finding, overstated(claim, fits, says), dropped(claim, stretches, day));
            case SILENT -> new Found(finding, "The text says nothing of the kind. " + says);
            case UNDERSTATED -> new Found(finding, "The text is stricter. " + says);
            case CONTRADICTED -> new Found(finding, "The text says otherwise. " + says);
            default -> new Found(finding, says);
        };
    }

    private static ClaimFinding finding(Stance stance, Set<Fit> fits) {
        if (stance == Stance.NO_RULE && fits.contains(Fit.NO)) {
            return ClaimFinding.CONTRADICTED;
        }
        if (fits.size() == 1) {
            return switch (fits.iterator().next()) {
                case YES -> ClaimFinding.SUPPORTED;
                case STRICTER -> ClaimFinding.UNDERSTATED;
                case WEAKER -> ClaimFinding.OVERSTATED;
                case NOTHING -> ClaimFinding.SILENT;
                case NO -> ClaimFinding.CONTRADICTED;
            };
        }
        if (stance == Stance.ADDRESSES) {
            return ClaimFinding.SUPPORTED;
        }
        if (stance == Stance.CAUTIONS) {
            // What a text forbids in some cases and not in others asks for care.
            return ClaimFinding.SUPPORTED;
        }
        boolean agrees = fits.contains(Fit.YES) || fits.contains(Fit.WEAKER);
        if (stance == Stance.ALLOWS || stance == Stance.NOT_FORBIDDEN) {
            return fits.contains(Fit.NO) || fits.contains(Fit.WEAKER)
                    ? ClaimFinding.OVERSTATED
                    : fits.contains(Fit.STRICTER)
                            ? ClaimFinding.UNDERSTATED
                            : ClaimFinding.OVERSTATED;
        }
        if (fits.equals(EnumSet.of(Fit.YES, Fit.STRICTER))) {
            return ClaimFinding.UNDERSTATED;
        }
        return agrees || fits.contains(Fit.STRICTER)
                ? ClaimFinding.OVERSTATED
                : ClaimFinding.CONTRADICTED;
    }

    private static String overstated(Claim claim, Set<Fit> fits, String says) {
        String head =
                fits.equals(EnumSet.of(Fit.WEAKER))
                        ? switch (claim.stance()) {
                            case FORBIDS -> "The text advises against it and does not forbid it. ";
                            case ALLOWS -> "The text attaches duties that the statement drops. ";
                            default -> "The text advises it and does not require it. ";
                        }
                        : "True only under conditions that the statement drops. ";
        return head + says;
    }

    // ── Time ────────────────────────────────────────────────────────────────────────────────

    /// A bar for so long: from the end until a day.
    private Found barFor(
            Claim claim, LocalDate until, String length, List<Stretch> stretches, LocalDate day) {
        Set<Fit> all = fits(claim.stance(), stretches);
        String says = says(stretches, day);
        if (all.equals(EnumSet.of(Fit.NOTHING))) {
            return new Found(ClaimFinding.SILENT, "The text says nothing of the kind. " + says);
        }
        Set<Fit> first = fits(claim.stance(), stretches.getFirst().answer());
        boolean surely = first.equals(EnumSet.of(Fit.YES));
        boolean stricter = first.equals(EnumSet.of(Fit.STRICTER));
        Optional<LocalDate> changes = changes(claim.stance(), stretches);
        if (changes.isEmpty()) {
            return surely || stricter
                    ? new Found(
                            ClaimFinding.UNDERSTATED,
                            "The text sets no end: time alone lifts nothing. " + says)
                    : new Found(
                            ClaimFinding.CONTRADICTED,
                            "The text names no period; nothing in it turns on time. " + says);
        }
        LocalDate ends = changes.get();
        long apart = ChronoUnit.DAYS.between(until, ends);
        String period = period(day, ends);
        if (Math.abs(apart) > COUNTING) {
            String why = "The text says " + period + " and not " + length + ". " + says;
            if (!surely && !stricter) {
                return new Found(ClaimFinding.CONTRADICTED, why);
            }
            return new Found(
                    apart > 0 ? ClaimFinding.UNDERSTATED : ClaimFinding.OVERSTATED,
                    why,
                    apart > 0 ? List.of() : List.of("for " + period + " only"));
        }
        if (surely) {
            return new Found(ClaimFinding.SUPPORTED, says);
        }
        if (stricter) {
            return new Found(ClaimFinding.UNDERSTATED, "The text is stricter. " + says);
        }
        return new Found(
                ClaimFinding.OVERSTATED,
                overstated(claim, first, says),
                dropped(claim, List.of(stretches.getFirst()), day));
    }

    /// The day on which a bar ends: from then on the answer fits otherwise, or has other headlines.
    private static Optional<LocalDate> changes(Stance stance, List<Stretch> stretches) {
        List<Headline> first = stretches.getFirst().answer().headlines();
        Set<Fit> fits = fits(stance, stretches.getFirst().answer());
        return stretches.stream()
                .filter(s ->
                        !s.answer().headlines().equals(first)
                                && (!fits(stance, s.answer()).equals(fits)
                                        || s.answer().headlines().size() > first.size()))
                .map(Stretch::from)
                .findFirst();
    }

    /// What holds from a day on: what is certainly otherwise on that day is contradicted.
    private Found fromThenOn(Claim claim, List<Stretch> rest, LocalDate day) {
        Set<Fit> first = fits(claim.stance(), rest.getFirst().answer());
        if (first.equals(EnumSet.of(Fit.NO)) && claim.stance().lenient()) {
            return new Found(
                    ClaimFinding.CONTRADICTED, "The text says otherwise. " + says(rest, day));
        }
        return plain(claim, rest, day);
    }

    private Found ofTime(List<Stretch> stretches, LocalDate day) {
        String says = says(stretches, day);
        Optional<LocalDate> changes = changes(Stance.FORBIDS, stretches);
        return changes.isPresent()
                ? new Found(
                        ClaimFinding.CONTRADICTED,
                        "The text counts " + period(day, changes.get()) + ". " + says)
                : new Found(ClaimFinding.SUPPORTED, "Nothing in it turns on time. " + says);
    }

    // ── Money, duties, denials ──────────────────────────────────────────────────────────────

    private Found ofMoney(Claim claim, Edition edition, List<Stretch> stretches) {
        String says = says(stretches, stretches.getFirst().from());
        return namesSum(claim, edition)
                ? new Found(ClaimFinding.CONTRADICTED, "The text names a sum. " + says)
                : new Found(ClaimFinding.SUPPORTED, "The text names no sum. " + says);
    }

    private Optional<Found> ofSum(
            Claim claim, String party, Edition edition, LocalDate day, List<Stretch> stretches) {
        boolean all = fits(claim.stance(), stretches).equals(EnumSet.of(Fit.YES));
        if (!namesSum(claim, edition)) {
            return all
                    ? Optional.empty()
                    : Optional.of(
                            new Found(
                                    ClaimFinding.SILENT,
                                    "The text names no sum. " + says(stretches, day)));
        }
        Claim.Money money = claim.money().orElseThrow();
        if (!all || !money.over()) {
            return Optional.empty();
        }
        Map<String, Object> below = new LinkedHashMap<>(claim.facts());
        below.put("value", Map.of(money.unit(), money.sum()));
        List<Stretch> at = stretches(claim, party, edition, day, below);
        return fits(claim.stance(), at).equals(EnumSet.of(Fit.YES))
                ? Optional.of(
                        new Found(
                                ClaimFinding.UNDERSTATED,
                                "The text is stricter: so much is forbidden as well. "
                                        + says(at, day)))
                : Optional.empty();
    }

    private static boolean namesSum(Claim claim, Edition edition) {
        return edition.norms().stream()
                .filter(Norm.Directive.class::isInstance)
                .map(Norm.Directive.class::cast)
                .filter(n -> n.acts().leaves().stream().anyMatch(claim.acts()::contains))
                .anyMatch(n ->
                        sums(n.when())
                                || sums(n.unless())
                                || n.butMay().map(b -> sums(b.when())).orElse(false));
    }

    private static boolean sums(Condition condition) {
        return switch (condition) {
            case Condition.AmountIs(var fact, _, _, _) -> fact.id().equals("value");
            case Condition.Not(var part) -> sums(part);
            case Condition.All(var parts) -> parts.stream().anyMatch(EditionCheck::sums);
            case Condition.Any(var parts) -> parts.stream().anyMatch(EditionCheck::sums);
            case Condition.None(var parts) -> parts.stream().anyMatch(EditionCheck::sums);
            case Condition.AtLeast(_, var parts) -> parts.stream().anyMatch(EditionCheck::sums);
            default -> false;
        };
    }

    private Found ofDuty(Claim claim, List<Stretch> stretches) {
        String says = says(stretches, stretches.getFirst().from());
        boolean certain = true;
        boolean must = true;
        boolean present = false;
        for (Stretch stretch : stretches) {
            if (claim.factor().isPresent()) {
                boolean here =
                        stretch.answer().weighing().stream()
                                .anyMatch(w -> w.factor().equals(claim.factor().get()));
                present |= here;
                certain &= here;
                continue;
            }
            String duty = claim.duty().orElseThrow();
            var mine =
                    stretch.answer().duties().stream()
                            .filter(d -> d.id().equals(duty) || d.id().startsWith(duty + "-"))
                            .toList();
            present |= !mine.isEmpty();
            certain &= mine.stream().anyMatch(d -> d.certain());
            must &= mine.isEmpty() || mine.stream().anyMatch(d -> d.must());
        }
        if (!present) {
            boolean barred = fits(Stance.FORBIDS, stretches).equals(EnumSet.of(Fit.YES));
            return barred
                    ? new Found(
                            ClaimFinding.CONTRADICTED, "The text forbids it altogether. " + says)
                    : new Found(
                            ClaimFinding.SILENT, "The text asks for nothing of the kind. " + says);
        }
        if (certain && (must || claim.stance() == Stance.ADVISES)) {
            return new Found(ClaimFinding.SUPPORTED, says);
        }
        return new Found(
                ClaimFinding.OVERSTATED,
                (must
                                ? "The text asks for it only in some cases. "
                                : "The text says that it should be done, not that it must. ")
                        + says,
                certain ? List.of() : missing(stretches.getFirst().answer()));
    }

    private Found ofDenial(List<Stretch> stretches) {
        String says = says(stretches, stretches.getFirst().from());
        Set<Fit> fits = fits(Stance.FORBIDS, stretches);
        return fits.equals(EnumSet.of(Fit.YES))
                ? new Found(ClaimFinding.CONTRADICTED, "The text forbids it in every case. " + says)
                : new Found(ClaimFinding.SUPPORTED, says);
    }

    // ── Exceptions ──────────────────────────────────────────────────────────────────────────

    /// An exception that the text does not make leaves the statement milder than the text.
    private Found excepted(Claim claim, Edition edition, LocalDate day, Found found) {
        if (found.finding() != ClaimFinding.SUPPORTED || claim.exceptions().isEmpty()) {
            return found;
        }
        for (Map<String, Object> exception : claim.exceptions()) {
            Map<String, Object> facts = new LinkedHashMap<>(claim.facts());
            facts.putAll(exception);
            List<Stretch> stretches =
                    stretches(claim, claim.parties().getFirst(), edition, day, facts);
            if (fits(claim.stance(), stretches).equals(EnumSet.of(Fit.YES))) {
                return new Found(
                        ClaimFinding.UNDERSTATED,
                        "The text makes no such exception. " + says(stretches, day));
            }
        }
        return found;
    }

    /// What the text excepts that a general statement may leave aside.
    private List<String> exceptions(Claim claim, Edition edition, LocalDate day) {
        if (claim.universal() || claim.stance().lenient() || !claim.exceptions().isEmpty()) {
            return List.of();
        }
        Claim wide =
                new Claim(
                        claim.subject(),
                        claim.stance(),
                        claim.acts(),
                        claim.parties(),
                        claim.facts(),
                        List.of(),
                        claim.time(),
                        claim.money(),
                        true,
                        false,
                        claim.duty(),
                        claim.factor(),
                        claim.topic(),
                        List.of(),
                        List.of(),
                        false,
                        Optional.empty(),
                        false);
        List<Stretch> stretches =
                stretches(wide, claim.parties().getFirst(), edition, day, claim.facts());
        Answer first = stretches.getFirst().answer();
        if (fits(claim.stance(), first).equals(EnumSet.of(Fit.YES))) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>();
        for (Missing missing : first.missing()) {
            value(missing, claim.stance(), false).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    // ── Scenarios ───────────────────────────────────────────────────────────────────────────

    private List<Stretch> stretches(
            Claim claim, String party, Edition edition, LocalDate day, Map<String, Object> facts) {
        Scenario scenario = scenario(claim, party, day, facts);
        List<Edition> only = List.of(edition);
        boolean old = party.startsWith("prospective") && claim.time().isPresent();
        if (!party.startsWith("former") && !old) {
            return List.of(new Stretch(day, true, answer(scenario, only)));
        }
        Known.Days end = new Known.Days(List.of(Known.Range.of(day)), false);
        Scenario ended = scenario;
        for (Fact.Event event : library.vocabulary().events()) {
            if (decider.mayApply(scenario, event)) {
                ended = ended.with(event.id(), end);
            }
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(day.plusDays(1));
        for (LocalDate next : decider.breakpoints(ended, only)) {
            if (next.isAfter(day.plusDays(1))) {
                days.add(next);
            }
        }
        List<LocalDate> all = List.copyOf(days);
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean last = i + 1 == all.size();
            boolean counting =
                    !last && ChronoUnit.DAYS.between(all.get(i), all.get(i + 1)) < COUNTING;
            if (!counting) {
                stretches.add(new Stretch(all.get(i), last, answer(ended.on(all.get(i)), only)));
            }
        }
        return stretches;
    }

    private Answer answer(Scenario scenario, List<Edition> only) {
        return decider.answers(scenario, only).answers().getFirst();
    }

    private Scenario scenario(Claim claim, String party, LocalDate day, Map<String, Object> given) {
        Map<String, Object> facts = new LinkedHashMap<>(words.takenAs());
        Party who = library.vocabulary().parties().get(party);
        if (who != null && !who.ties().contains("self")) {
            facts.putAll(words.takenAsOfOthers());
        }
        facts.putAll(given);
        claim.money()
                .ifPresent(m ->
                        facts.putIfAbsent(
                                "value", Map.of(m.unit(), m.over() ? m.sum() + 1 : m.sum())));
        if (!claim.universal()) {
            words.leftOpen().forEach(id -> facts.putIfAbsent(id, "unknown"));
        } else {
            for (Fact fact : library.vocabulary().facts().values()) {
                boolean open =
                        switch (fact) {
                            case Fact.YesNo yesNo -> yesNo.sort() == Fact.Sort.CIRCUMSTANCE;
                            case Fact.OneOf one -> one.ordinary().isPresent();
                            case Fact.SomeOf some -> some.ordinarilyNone();
                            case Fact.Amount _, Fact.Event _ -> false;
                        };
                if (open && !words.alwaysOrdinary().contains(fact.id())) {
                    facts.putIfAbsent(fact.id(), "unknown");
                }
            }
        }
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put(
                "act",
                claim.acts().size() == 1
                        ? claim.acts().getFirst()
                        : Map.of("possibly", claim.acts()));
        scenario.put("party", party);
        scenario.put("date", day.toString());
        scenario.put("facts", facts);
        scenario.put("rest", "ordinary");
        return switch (ScenarioReader.read(
                library, node(scenario), new ScenarioReader.Defaults(Known.Range.of(day), false))) {
            case Loaded.Sound<Scenario>(var sound, var _) -> sound;
            case Loaded.Unsound<Scenario>(var findings) ->
                    throw new ImpossibleCase(findings.getFirst().found());
        };
    }

    /// A statement that describes nobody there could be.
    static final class ImpossibleCase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ImpossibleCase(String why) {
            super(why);
        }
    }

    private static Node node(Object value) {
        Span span = Span.of("the statement");
        return switch (value) {
            case Map<?, ?> map -> {
                List<Node.Entry> entries = new ArrayList<>();
                map.forEach((key, inner) ->
                        entries.add(
                                new Node.Entry(
                                        new Node.Scalar(String.valueOf(key), false, span),
                                        node(inner))));
                yield new Node.Mapping(entries, span);
            }
            case List<?> list -> new Node.Sequence(list.stream().map(v -> node(v)).toList(), span);
            default -> new Node.Scalar(String.valueOf(value), false, span);
        };
    }

    // ── Words ───────────────────────────────────────────────────────────────────────────────

    private static boolean permits(Answer answer) {
        return answer.headlines().stream()
                .anyMatch(h -> h == Headline.PERMITTED || h == Headline.PERMITTED_WITH_DUTIES);
    }

    private static CodeFinding.Bar bar(List<Answer> answers) {
        if (answers.stream()
                .anyMatch(a -> a.headlines().stream().allMatch(EditionCheck::prohibits))) {
            return CodeFinding.Bar.OUTRIGHT;
        }
        return answers.stream()
                        .anyMatch(a -> a.headlines().stream().anyMatch(EditionCheck::prohibits))
                ? CodeFinding.Bar.ON_CONDITION
                : CodeFinding.Bar.NONE;
    }

    private static boolean prohibits(Headline headline) {
        return headline == Headline.PROHIBITED
                || headline == Headline.CONTESTED
                || headline == Headline.DILEMMA;
    }

    private static boolean silent(Answer answer) {
        return answer.headlines().stream()
                .allMatch(h -> h == Headline.SILENT || h == Headline.NOT_ADDRESSED);
    }

    /// "Prohibited for 5 years; from then on prohibited if …".
    private String says(List<Stretch> stretches, LocalDate day) {
        List<Stretch> distinct = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (distinct.isEmpty()
                    || !distinct.getLast().answer().headlines().equals(stretch.answer().headlines())
                    || !verdicts.headline(distinct.getLast().answer())
                            .equals(verdicts.headline(stretch.answer()))) {
                distinct.add(stretch);
            }
        }
        var says = new StringBuilder();
        for (int i = 0; i < distinct.size(); i++) {
            Stretch stretch = distinct.get(i);
            String headline = headline(stretch.answer());
            if (i > 0) {
                says.append("; from ").append(period(day, stretch.from())).append(" on: ");
                headline = Character.toLowerCase(headline.charAt(0)) + headline.substring(1);
            } else if (distinct.size() > 1) {
                headline =
                        headline
                                + " until "
                                + period(day, distinct.get(1).from())
                                + " after the end";
            }
            says.append(headline);
        }
        return "It says: " + says + ".";
    }

    private String headline(Answer answer) {
        String headline = verdicts.headline(answer);
        int until = headline.indexOf(" until ");
        String name = until < 0 ? headline : headline.substring(0, until);
        return answer.settled() && silent(answer) ? name + " (which is not permission)" : name;
    }

    /// The whole years, months or days between two days, a day of counting aside.
    private static String period(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to);
        int years = period.getYears();
        int months = period.getMonths();
        if (period.getDays() > COUNTING) {
            return ChronoUnit.DAYS.between(from, to) + " days";
        }
        List<String> parts = new ArrayList<>();
        if (years > 0) {
            parts.add(years + (years == 1 ? " year" : " years"));
        }
        if (months > 0) {
            parts.add(months + (months == 1 ? " month" : " months"));
        }
        return parts.isEmpty() ? "the end" : String.join(" and ", parts);
    }

    /// What would make a statement true that is true of some cases only.
    private List<String> dropped(Claim claim, List<Stretch> stretches, LocalDate day) {
        Set<String> all = new LinkedHashSet<>();
        Set<Fit> first = fits(claim.stance(), stretches.getFirst().answer());
        boolean later =
                stretches.size() > 1
                        && stretches.stream()
                                .anyMatch(s -> !fits(claim.stance(), s.answer()).equals(first));
        if (later && first.equals(EnumSet.of(Fit.YES))) {
            all.add("for " + period(day, stretches.get(1).from()) + " only");
        } else if (later) {
            all.add("only from " + period(day, stretches.get(1).from()) + " after the end on");
        }
        for (Stretch stretch : stretches) {
            Set<Fit> fits = fits(claim.stance(), stretch.answer());
            if (fits.size() > 1) {
                for (Missing missing : stretch.answer().missing()) {
                    value(missing, claim.stance(), true).ifPresent(all::add);
                }
            }
            if (claim.stance() == Stance.ALLOWS && fits.contains(Fit.WEAKER)) {
                stretch.answer().duties().stream()
                        .filter(d -> d.must())
                        .forEach(d -> all.add("whoever does it must " + conditions.duty(d.id())));
            }
        }
        return List.copyOf(all);
    }

    private List<String> missing(Answer answer) {
        return answer.missing().stream().map(questions::of).toList();
    }

    /// The value of a fact under which the statement holds (or does not), as a clause.
    private Optional<String> value(Missing missing, Stance stance, boolean holding) {
        Optional<Fact> fact = library.vocabulary().fact(missing.fact());
        List<String> values = new ArrayList<>();
        missing.would()
                .forEach((value, headlines) -> {
                    boolean yes =
                            headlines.stream().anyMatch(h -> agrees(stance, Fit.of(stance, h)));
                    boolean otherwise =
                            headlines.stream().anyMatch(h -> !agrees(stance, Fit.of(stance, h)));
                    if (holding ? yes && !otherwise : otherwise && !yes) {
                        values.add(value);
                    }
                });
        if (fact.isPresent() && fact.get() instanceof Fact.YesNo yesNo) {
            Map<String, List<Headline>> would = missing.would();
            if (values.size() == 1) {
                return Optional.of(conditions.fact(yesNo, values.getFirst().equals("true")));
            }
            // Neither value settles it alone: take the one that leaves more of it.
            long so = holds(would.get("true"), stance, holding);
            long not = holds(would.get("false"), stance, holding);
            return so == not
                    ? Optional.of("it depends on whether " + conditions.fact(yesNo, true))
                    : Optional.of(conditions.fact(yesNo, so > not));
        }
        if (fact.isPresent() && fact.get() instanceof Fact.Worded worded && !values.isEmpty()) {
            List<String> positive =
                    values.stream()
                            .filter(v -> !v.startsWith("not "))
                            .flatMap(v -> List.of(v.split(", ", -1)).stream())
                            .filter(worded.words()::contains)
                            .toList();
            if (!positive.isEmpty() && positive.size() < worded.values().size()) {
                return Optional.of(conditions.fact(worded, positive, true));
            }
        }
        if (fact.isPresent() && fact.get() instanceof Fact.Amount amount) {
            return Optional.of("it depends on " + amount.says().replace(" is {}", ""));
        }
        return Optional.of("it depends on this: " + questions.of(missing));
    }

    private static long holds(
            @org.jspecify.annotations.Nullable List<Headline> headlines,
            Stance stance,
            boolean holding) {
        if (headlines == null || headlines.isEmpty()) {
            return 0;
        }
        long yes = headlines.stream().filter(h -> agrees(stance, Fit.of(stance, h))).count();
        long share = 100 * yes / headlines.size();
        return holding ? share : 100 - share;
    }

    /// Whether a fit leaves a statement standing, if only barely.
    private static boolean agrees(Stance stance, Fit fit) {
        return fit == Fit.YES
                || fit == Fit.WEAKER
                || (stance == Stance.ALLOWS && fit == Fit.NOTHING);
    }

    // ── Provisions ──────────────────────────────────────────────────────────────────────────

    private static List<Ground> grounds(List<Stretch> stretches) {
        Map<String, Ground> all = new LinkedHashMap<>();
        stretches.forEach(s ->
                s.answer().provisions().forEach(g -> all.putIfAbsent(g.home().id() + g.cite(), g)));
        return List.copyOf(all.values());
    }

    private static List<Citation> citations(
            Claim claim, Edition edition, List<Ground> grounds, boolean nothing) {
        List<Citation> all = new ArrayList<>();
        List<String> instead = grounds.stream().map(g -> g.provision().id()).toList();
        for (String cite : claim.cites()) {
            boolean right = instead.stream().anyMatch(id -> same(cite, id));
            Optional<Provision> held =
                    edition.provisions().stream().filter(p -> same(cite, p.id())).findFirst();
            if (right) {
                all.add(new Citation(cite, true, true, List.of(), ""));
            } else if (!nothing) {
                String what =
                        held.map(p -> cite + " is about something else (" + p.title() + ")")
                                .orElse("the library holds no " + cite + " of this text");
                all.add(
                        new Citation(
                                cite,
                                false,
                                held.isPresent(),
                                instead,
                                "Cited as "
                                        + cite
                                        + ", but it stands in "
                                        + String.join(", ", instead)
                                        + "; "
                                        + what
                                        + "."));
            }
        }
        // Of several numbers in a sentence one may belong to another text.
        return all.stream().anyMatch(Citation::right)
                ? all.stream().filter(c -> c.right() || c.held()).toList()
                : all;
    }

    private static boolean same(String cite, String provision) {
        String left = flat(cite);
        String right = flat(provision);
        return left.equals(right) || startsWith(left, right) || startsWith(right, left);
    }

    private static String flat(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[\\s.]+$", "");
    }

    /// Whether one number is a part of the other: `1.06(c)` of `1.06`, but `1.061` is not.
    private static boolean startsWith(String longer, String shorter) {
        return longer.startsWith(shorter)
                && longer.length() > shorter.length()
                && !Character.isDigit(longer.charAt(shorter.length()));
    }
}
