package org.plumbline.ask.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.claims.CheckedSentence.Count;
import org.plumbline.ask.claims.ClaimReader.Context;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.DayWording;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.ActPhrase;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Checks what a document says of codes of ethics and laws against the library.
///
/// Holds nothing of the document. The same document has the same answer on the same day; what is
/// about a text that the library does not hold, or an act that it does not know, is not checkable.
public final class ClaimChecker {

    /// Characters that a sentence may have; a longer stretch is counted and not read.
    public static final int LONGEST = 1_200;

    private final Library library;
    private final ClaimWords words;
    private final TextFinder texts;
    private final ClaimReader reader;
    private final EditionCheck editions;
    private final SentenceCutter sentences;
    private final LocalDate asOf;
    private final Optional<String> theCode;

    private ClaimChecker(
            Library library,
            QuestionReader questions,
            ClaimWords words,
            LocalDate asOf,
            Options options) {
        this.library = library;
        this.words = words;
        this.asOf = asOf;
        this.texts = new TextFinder(library, asOf, options.drafts());
        this.reader = new ClaimReader(library, questions, words, texts, asOf);
        this.editions = new EditionCheck(library, words);
        this.sentences = new SentenceCutter(words.abbreviations());
        this.theCode = options.theCode();
    }

    /// What may be said beside a document.
    ///
    /// @param theCode the body or edition that "the code" means where none was named before
    /// @param drafts whether texts count that hold nothing known better than from memory
    public record Options(Optional<String> theCode, boolean drafts) {
        /// Nothing said.
        public static final Options NONE = new Options(Optional.empty(), false);
    }

    /// A checker for a day, or what is wrong with the words it should read by.
    ///
    /// @param claims the tree of `claims.yaml`
    public static Loaded<ClaimChecker> of(
            Library library,
            QuestionReader questions,
            Node.Mapping claims,
            LocalDate asOf,
            Options options) {
        return switch (ClaimWords.from(claims)) {
            case Loaded.Unsound<ClaimWords>(var findings) -> new Loaded.Unsound<>(findings);
            case Loaded.Sound<ClaimWords>(var words, var _) ->
                    Loaded.sound(new ClaimChecker(library, questions, words, asOf, options));
        };
    }

    /// The statements of a document, in order, with what was found of each.
    public CheckedText check(Prose prose) {
        List<CheckedSentence> checked = new ArrayList<>();
        int leftAlone = 0;
        int unread = 0;
        int line = 1;
        int counted = 0;
        Context context = new Context(given(), List.of(), List.of());
        for (Prose.Block block : prose.blocks()) {
            for (SentenceCutter.Piece piece : sentences.cut(block.text())) {
                if (piece.to() - piece.from() > LONGEST) {
                    unread++;
                    continue;
                }
                String text = block.text().substring(piece.from(), piece.to());
                Optional<Claim> claim = reader.read(text, context);
                if (claim.isEmpty()) {
                    leftAlone++;
                    continue;
                }
                int from = block.from(piece.from());
                int to = block.to(piece.to());
                for (; counted < from; counted++) {
                    line += prose.source().charAt(counted) == '\n' ? 1 : 0;
                }
                checked.add(check(claim.get(), text, from, to, line));
                context = after(context, claim.get());
            }
        }
        return new CheckedText(prose.kind(), checked, leftAlone, unread);
    }

    private Optional<Subject> given() {
        return theCode.map(code -> texts.inForce(texts.ofCode(code)))
                .filter(list -> !list.isEmpty())
                .map(list -> new Subject.Texts(theCode.get(), List.of(list), Optional.empty()));
    }

    private static Context after(Context before, Claim claim) {
        return new Context(
                claim.subject() instanceof Subject.Texts
                        ? Optional.of(claim.subject())
                        : before.subject(),
                claim.acts().isEmpty() ? before.acts() : claim.acts(),
                claim.acts().isEmpty() ? before.parties() : claim.parties());
    }

    // ── One sentence ────────────────────────────────────────────────────────────────────────

    private CheckedSentence check(Claim claim, String text, int from, int to, int line) {
        Answered answered = answered(claim);
        return new CheckedSentence(
                text,
                from,
                to,
                line,
                claim.stance(),
                readAs(claim),
                answered.finding(),
                answered.certain(),
                answered.why(),
                answered.codes(),
                answered.count());
    }

    /// What was found, before it is tied to its place.
    private record Answered(
            ClaimFinding finding,
            boolean certain,
            String why,
            List<CodeFinding> codes,
            Optional<Count> count) {
        static Answered notCheckable(String why) {
            return new Answered(ClaimFinding.NOT_CHECKABLE, true, why, List.of(), Optional.empty());
        }
    }

    private Answered answered(Claim claim) {
        if (claim.subject() instanceof Subject.NotHeld(var why)) {
            return Answered.notCheckable(capital(why) + ".");
        }
        if (claim.acts().isEmpty()) {
            return Answered.notCheckable("What act it speaks of was not understood.");
        }
        if (claim.negation().isPresent()) {
            return Answered.notCheckable(
                    "It holds “%s”, and what this turns round was not understood."
                            .formatted(claim.negation().get()));
        }
        try {
            return switch (claim.subject()) {
                case Subject.Many many -> counted(claim, many);
                case Subject.Texts named ->
                        claim.only() ? alone(claim, named) : joined(claim, named);
                case Subject.NotHeld(var why) -> Answered.notCheckable(why);
            };
        } catch (EditionCheck.ImpossibleCase e) {
            return Answered.notCheckable(
                    "The statement describes a case that cannot be: " + e.getMessage() + ".");
        }
    }

    /// What only the texts that are named are said to say: no other code of ethics may.
    private Answered alone(Claim claim, Subject.Texts subject) {
        Answered own = joined(claim, subject);
        if (own.finding() != ClaimFinding.SUPPORTED) {
            return own;
        }
        Set<String> bodies = new HashSet<>();
        subject.groups().forEach(group -> group.forEach(e -> bodies.add(e.body())));
        ClaimWords.TextClass codes = words.classes().values().iterator().next();
        List<CodeFinding> hold = new ArrayList<>();
        int unsure = 0;
        int of = 0;
        for (Edition edition : texts.ofLevels(codes.levels())) {
            if (bodies.contains(edition.body())) {
                continue;
            }
            CodeFinding one = editions.check(claim, edition, day(edition));
            of++;
            if (one.finding() == ClaimFinding.SUPPORTED) {
                hold.add(one);
            } else if (one.finding() == ClaimFinding.NOT_CHECKABLE
                    || (!one.certain() && edition.encoded() == Encoded.EXCERPT)) {
                unsure++;
            }
        }
        List<CodeFinding> all = new ArrayList<>(own.codes());
        all.addAll(hold);
        var count = new Count("other " + codes.called(), of, hold.size(), unsure);
        String why =
                own.why()
                        + " Of the %d other %s in the library %s so as well%s."
                                .formatted(
                                        of,
                                        codes.called(),
                                        hold.isEmpty()
                                                ? "none is known to say"
                                                : hold.size() == 1
                                                        ? "1 says"
                                                        : hold.size() + " say",
                                        unsure == 0
                                                ? ""
                                                : "; of "
                                                        + unsure
                                                        + " the library holds too little to tell");
        return new Answered(
                !hold.isEmpty()
                        ? ClaimFinding.OVERSTATED
                        : unsure > 0 ? ClaimFinding.NOT_CHECKABLE : ClaimFinding.SUPPORTED,
                unsure == 0,
                why,
                all,
                Optional.of(count));
    }

    /// What is said of several people's texts has to be so of each.
    private Answered joined(Claim claim, Subject.Texts subject) {
        List<Answered> groups =
                subject.groups().stream()
                        .map(group -> ofGroup(claim, group, subject.year().isPresent()))
                        .toList();
        Answered worst = groups.stream().max(Comparator.comparing(Answered::finding)).orElseThrow();
        if (groups.size() == 1) {
            return worst;
        }
        List<CodeFinding> codes = new ArrayList<>(worst.codes());
        groups.stream().filter(g -> !g.equals(worst)).forEach(g -> codes.addAll(g.codes()));
        boolean some = groups.stream().anyMatch(g -> g.finding() == ClaimFinding.SUPPORTED);
        boolean mixed = some && worst.finding().faulty();
        String why =
                String.join(
                        " ",
                        groups.stream()
                                .map(g -> g.codes().getFirst().edition().title() + ": " + g.why())
                                .distinct()
                                .toList());
        return new Answered(
                mixed ? ClaimFinding.OVERSTATED : worst.finding(),
                groups.stream().allMatch(Answered::certain),
                why,
                codes,
                Optional.empty());
    }

    /// Every text that binds has to be kept: a bar stands if one of them sets it, a freedom only if
    /// none takes it away.
    private Answered ofGroup(Claim claim, List<Edition> group, boolean yearNamed) {
        List<CodeFinding> codes =
                new ArrayList<>(group.stream().map(e -> editions.check(claim, e, day(e))).toList());
        codes.sort(Comparator.comparingInt(c -> rank(claim.stance().lenient(), c.finding())));
        CodeFinding first = codes.getFirst();
        if (!yearNamed && first.finding().faulty()) {
            for (CodeFinding current : List.copyOf(codes)) {
                for (Edition earlier : texts.earlier(current.edition())) {
                    CodeFinding then = editions.check(claim, earlier, day(earlier));
                    if (then.finding() == ClaimFinding.SUPPORTED) {
                        return outdated(then, codes);
                    }
                }
            }
        }
        return new Answered(first.finding(), first.certain(), first.why(), codes, Optional.empty());
    }

    private static Answered outdated(CodeFinding then, List<CodeFinding> codes) {
        String why =
                "True of %s, in force until %s. Of %s: %s"
                        .formatted(
                                then.edition().title(),
                                then.edition()
                                        .inForce()
                                        .toLatest()
                                        .map(DayWording::of)
                                        .orElse("then"),
                                codes.getFirst().edition().title(),
                                codes.getFirst().why());
        List<CodeFinding> all = new ArrayList<>();
        all.add(
                new CodeFinding(
                        then.edition(),
                        ClaimFinding.OUTDATED,
                        then.certain(),
                        then.why(),
                        then.conditions(),
                        then.exceptions(),
                        then.provisions(),
                        then.verified(),
                        then.permits(),
                        then.bar(),
                        then.citations()));
        all.addAll(codes);
        return new Answered(ClaimFinding.OUTDATED, true, why, all, Optional.empty());
    }

    private static int rank(boolean lenient, ClaimFinding finding) {
        if (!lenient) {
            return switch (finding) {
                case SUPPORTED -> 0;
                case UNDERSTATED -> 1;
                case OVERSTATED -> 2;
                case OUTDATED -> 3;
                case CONTRADICTED -> 4;
                case SILENT -> 5;
                case NOT_CHECKABLE -> 6;
            };
        }
        return switch (finding) {
            case CONTRADICTED -> 0;
            case OVERSTATED -> 1;
            case UNDERSTATED -> 2;
            case OUTDATED -> 3;
            case SUPPORTED -> 4;
            case SILENT -> 5;
            case NOT_CHECKABLE -> 6;
        };
    }

    /// The day to decide an edition on: the day asked about, or the last on which it was in force.
    private LocalDate day(Edition edition) {
        if (edition.inForce().mayCover(asOf)) {
            return asOf;
        }
        return edition.inForce()
                .toEarliest()
                .filter(d -> d.isBefore(asOf))
                .or(() -> edition.inForce().fromLatest())
                .orElse(asOf);
    }

    // ── Many texts ──────────────────────────────────────────────────────────────────────────

    private Answered counted(Claim claim, Subject.Many many) {
        boolean none = many.quantity().none();
        boolean barsOnCondition = false;
        List<CodeFinding> hold = new ArrayList<>();
        List<CodeFinding> not = new ArrayList<>();
        List<CodeFinding> unsure = new ArrayList<>();
        for (Edition edition : texts.ofLevels(many.texts().levels())) {
            CodeFinding one = editions.check(claim, edition, day(edition));
            boolean says =
                    one.finding() == ClaimFinding.SUPPORTED
                            || (one.finding() == ClaimFinding.UNDERSTATED
                                    && !claim.stance().lenient());
            // "No code allows it" is wrong of a code that allows it under conditions.
            says |= many.quantity().none() && claim.stance() == Stance.ALLOWS && one.permits();
            // "No code forbids it" is wrong of a code that forbids it for a time.
            says |=
                    none
                            && claim.stance() == Stance.FORBIDS
                            && one.bar() == CodeFinding.Bar.OUTRIGHT;
            boolean unknown =
                    one.finding() == ClaimFinding.NOT_CHECKABLE
                            || (!one.certain() && edition.encoded() == Encoded.EXCERPT);
            barsOnCondition |=
                    none
                            && claim.stance() == Stance.FORBIDS
                            && !says
                            && one.bar() == CodeFinding.Bar.ON_CONDITION;
            (says ? hold : unknown ? unsure : not).add(one);
        }
        int of = hold.size() + not.size() + unsure.size();
        var count = new Count(many.texts().called(), of, hold.size(), unsure.size());
        if (of == 0) {
            return Answered.notCheckable(
                    "The library holds no " + many.texts().called() + " in force on that day.");
        }
        ClaimFinding counted = finding(many.quantity(), count);
        boolean dropped = barsOnCondition && counted != ClaimFinding.CONTRADICTED;
        ClaimFinding finding = dropped ? ClaimFinding.OVERSTATED : counted;
        String why =
                "%d of the %d %s in the library say so%s%s."
                        .formatted(
                                hold.size(),
                                of,
                                many.texts().called(),
                                not.isEmpty() ? "" : "; " + not.size() + " do not",
                                unsure.isEmpty()
                                        ? ""
                                        : "; of "
                                                + unsure.size()
                                                + " the library holds too little to tell");
        if (dropped) {
            why += " Some do so under conditions, which the statement drops.";
        }
        List<CodeFinding> all = new ArrayList<>(hold);
        all.addAll(not);
        all.addAll(unsure);
        return new Answered(finding, unsure.isEmpty(), why, all, Optional.of(count));
    }

    private static ClaimFinding finding(ClaimWords.Quantity quantity, Count count) {
        if (quantity.lessThan().isPresent()) {
            int below = quantity.lessThan().get();
            boolean fewNow = 100 * count.hold() < below * count.of();
            boolean fewAtMost = 100 * (count.hold() + count.unsure()) < below * count.of();
            return fewAtMost
                    ? ClaimFinding.SUPPORTED
                    : fewNow ? ClaimFinding.NOT_CHECKABLE : ClaimFinding.CONTRADICTED;
        }
        boolean now = enough(quantity, count.hold(), count.of());
        boolean atBest =
                quantity.none() ? now : enough(quantity, count.hold() + count.unsure(), count.of());
        // Of "no code", every text of which too little is held could be the one that does.
        if (now && !(quantity.none() && count.unsure() > 0)) {
            return ClaimFinding.SUPPORTED;
        }
        if (atBest) {
            return ClaimFinding.NOT_CHECKABLE;
        }
        return count.hold() == 0 || quantity.none()
                ? ClaimFinding.CONTRADICTED
                : ClaimFinding.OVERSTATED;
    }

    private static boolean enough(ClaimWords.Quantity quantity, int hold, int of) {
        if (quantity.none()) {
            return hold == 0;
        }
        if (quantity.all()) {
            return hold == of;
        }
        return quantity.moreThan().map(share -> 100 * hold > share * of).orElse(true)
                && quantity.least().map(least -> hold >= least).orElse(true);
    }

    // ── How it was read ─────────────────────────────────────────────────────────────────────

    private String readAs(Claim claim) {
        String of =
                switch (claim.subject()) {
                    case Subject.Texts(var name, var _, var _) -> name;
                    case Subject.Many(var quantity, var texts) ->
                            quantity.id().replace('-', ' ') + " of the " + texts.called();
                    case Subject.NotHeld _ -> "the text";
                };
        if (claim.acts().isEmpty()) {
            return of + ": " + claim.stance().says();
        }
        List<String> people = claim.parties().stream().map(this::party).toList();
        List<String> acts =
                claim.acts().stream()
                        .limit(4)
                        .map(act -> act(act, String.join(" or ", people)))
                        .toList();
        return of
                + " "
                + says(claim)
                + ": to "
                + String.join(", or to ", acts)
                + claim.money().map(ClaimChecker::money).orElse("")
                + claim.time().map(ClaimChecker::time).orElse("")
                + stated(claim);
    }

    private String says(Claim claim) {
        var conditions = new ConditionSentence(library.vocabulary());
        if (claim.duty().isPresent()) {
            return "asks whoever does this to " + conditions.duty(claim.duty().get());
        }
        if (claim.factor().isPresent()) {
            return "asks whoever does this to weigh " + conditions.factor(claim.factor().get());
        }
        String says =
                switch (claim.topic()) {
                    case TIME -> "names no period for this";
                    case MONEY -> "names no sum for this";
                    case ACT -> claim.stance().says().replaceAll("\\bit\\b", "this");
                };
        return claim.subject() instanceof Subject.Many
                ? says.replaceFirst("^does", "do")
                        .replaceFirst("^has", "have")
                        .replaceFirst("^(forbid|advise|allow|require|leave|name)s", "$1")
                : says;
    }

    /// The facts that the statement gives, and what it excepts.
    private String stated(Claim claim) {
        List<String> given = clauses(claim.facts());
        List<String> excepted =
                claim.exceptions().stream()
                        .map(this::clauses)
                        .filter(c -> !c.isEmpty())
                        .map(c -> String.join(" and ", c))
                        .toList();
        return (given.isEmpty() ? "" : ", where " + String.join(" and ", given))
                + (excepted.isEmpty() ? "" : ", except where " + String.join(" or ", excepted));
    }

    private List<String> clauses(java.util.Map<String, Object> facts) {
        var conditions = new ConditionSentence(library.vocabulary());
        List<String> all = new ArrayList<>();
        new java.util.TreeMap<>(facts)
                .forEach((id, value) -> {
                    switch (library.vocabulary().facts().get(id)) {
                        case Fact.YesNo fact ->
                                all.add(conditions.fact(fact, "true".equals(value)));
                        case Fact.Worded fact when value instanceof String word ->
                                all.add(conditions.fact(fact, List.of(word), true));
                        case Fact.Worded fact when value instanceof List<?> list ->
                                all.add(
                                        conditions.fact(
                                                fact,
                                                list.stream().map(String::valueOf).toList(),
                                                true));
                        case null, default -> {}
                    }
                });
        return all;
    }

    private static String money(Claim.Money money) {
        String sum = ConditionSentence.amount(Decimal.of(money.sum()), money.unit());
        return (money.over() ? ", worth more than " : ", worth up to ") + sum;
    }

    private static String time(Claim.Time time) {
        return switch (time) {
            case Claim.Time.For(var length) -> ", for " + length.words() + " after the end";
            case Claim.Time.After(var length) -> ", from " + length.words() + " after the end on";
            case Claim.Time.AtOnce _ -> ", from the end on";
            case Claim.Time.Ever _ -> ", however long ago";
        };
    }

    private String act(String act, String people) {
        ActPhrase phrase = library.vocabulary().acts().get(act);
        return phrase == null
                ? act.replace('-', ' ') + " " + people
                : phrase.verb()
                        + phrase.what().map(w -> " " + w).orElse("")
                        + phrase.prep().map(w -> " " + w).orElse("")
                        + " "
                        + people
                        + phrase.tail().map(t -> " " + t).orElse("");
    }

    private String party(String id) {
        Party party = library.vocabulary().parties().get(id);
        return party == null ? id.replace('-', ' ') : party.says();
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /// The words it reads by, for tests.
    ClaimWords words() {
        return words;
    }
}
