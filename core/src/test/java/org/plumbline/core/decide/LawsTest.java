package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.plumbline.core.Codes;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Decimal;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Laws that every answer obeys, whatever the norms. The repetition is the seed.
///
/// Each repetition takes a batch of samples, half of them of the library and half of invented texts.
class LawsTest {

    private static final int BATCH =
            Integer.getInteger("plumbline.batch", Boolean.getBoolean("plumbline.slow") ? 24 : 6);
    private static final long FOUR_CENTURIES = 146_097;

    @FunctionalInterface
    private interface Law {
        void holds(Sample sample, Random random, String about);
    }

    private static void over(
            RepetitionInfo run, int batch, Function<Random, Sample> draw, Law law) {
        for (int at = 0; at < batch; at++) {
            int seed = run.getCurrentRepetition() * 1000 + at;
            var random = new Random(seed);
            Sample sample = draw.apply(random);
            if (possible(sample)) {
                law.holds(sample, random, "seed " + seed + ", " + sample.edition().id());
            }
        }
    }

    private static void overAll(RepetitionInfo run, Law law) {
        over(run, BATCH, r -> r.nextBoolean() ? Sample.ofTheLibrary(r) : Sample.invented(r), law);
    }

    private static boolean possible(Sample sample) {
        try {
            decide(sample);
            List<Text> texts =
                    sample.library().editions().stream()
                            .map(e -> Text.of(sample.library(), e, sample.scenario().day()))
                            .toList();
            var _ =
                    new Possibilities(
                            sample.library(),
                            sample.scenario(),
                            sample.scenario().day(),
                            sample.library() == Codes.library() ? List.of(sample.text()) : texts,
                            Set.of());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Answer decide(Sample sample) {
        return decide(sample.library(), sample.scenario(), sample.edition()).answers().getFirst();
    }

    private static Decision decide(Library library, Scenario scenario, Edition... editions) {
        return new Decider(library).decide(scenario, List.of(editions));
    }

    private static Sample with(Sample sample, Edition edition) {
        List<Edition> all =
                sample.library().editions().stream()
                        .map(e -> e.id().equals(edition.id()) ? edition : e)
                        .toList();
        return new Sample(InventedTexts.of(all), edition, sample.scenario());
    }

    // ── Knowledge ───────────────────────────────────────────────────────────────────────────

    @RepeatedTest(20)
    void a_further_fact_never_adds_a_headline(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Sample bare = bare(sample); // the exception has its own law below
                    Sample fuller = learnOne(bare, random);
                    if (possible(fuller) && sameBinding(bare, fuller)) {
                        assertThat(decide(bare).headlines())
                                .as(about)
                                .containsAll(decide(fuller).headlines());
                    }
                });
    }

    @RepeatedTest(20)
    void a_residual_norm_may_add_the_headline_that_it_gives_and_nothing_else_does(
            RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Sample fuller = learnOne(sample, random);
                    if (!possible(fuller) || !sameBinding(sample, fuller)) {
                        return;
                    }
                    Answer before = decide(sample);
                    Answer after = decide(fuller);
                    if (!before.headlines().containsAll(after.headlines())) {
                        assertThat(sample.text().entries())
                                .as(about)
                                .anyMatch(e ->
                                        e.norm() instanceof Norm.Directive d
                                                && d.acts().residual());
                    }
                });
    }

    private static boolean sameBinding(Sample one, Sample other) {
        Set<Headline> notSpeaking = Set.of(Headline.NOT_BOUND, Headline.NOT_IN_FORCE);
        return Collections.disjoint(decide(one).headlines(), notSpeaking)
                && Collections.disjoint(decide(other).headlines(), notSpeaking);
    }

    /// One fact of which nothing is known, learnt.
    private static Sample learnOne(Sample sample, Random random) {
        List<String> unknown =
                sample.asked().stream()
                        .filter(f ->
                                sample.scenario().links().stream()
                                        .noneMatch(l -> l.facts().containsKey(f)))
                        .filter(f -> sample.scenario().known(0, f) instanceof Known.Anything)
                        .toList();
        return unknown.isEmpty()
                ? sample
                : sample.learning(unknown.get(random.nextInt(unknown.size())), random);
    }

    private static Edition withoutResidual(Edition edition) {
        return changed(
                edition,
                edition.provisions(),
                norms ->
                        norms.stream()
                                .filter(n ->
                                        !(n instanceof Norm.Directive d) || !d.acts().residual())
                                .toList());
    }

    private static Edition changed(
            Edition edition, List<Provision> provisions, Function<List<Norm>, List<Norm>> change) {
        return new Edition(
                edition.id(),
                edition.body(),
                edition.title(),
                edition.inForce(),
                edition.level(),
                edition.encoded(),
                edition.binds(),
                edition.incorporates(),
                edition.overrides(),
                edition.practitioner(),
                edition.strength(),
                edition.reckoning(),
                edition.draft(),
                provisions.stream().map(p -> changed(p, change)).toList());
    }

    private static Provision changed(Provision p, Function<List<Norm>, List<Norm>> change) {
        var readings = new LinkedHashMap<String, List<Norm>>();
        p.readings().forEach((name, norms) -> readings.put(name, change.apply(norms)));
        return new Provision(
                p.id(),
                p.title(),
                p.says(),
                p.source(),
                p.verified(),
                p.strength(),
                change.apply(p.norms()),
                readings);
    }

    /// What an answer says that a value would leave is what is left once the value is known.
    @RepeatedTest(20)
    void what_a_value_would_leave_is_what_it_leaves(RepetitionInfo run) {
        overAll(
                run,
                (sample, _, about) -> {
                    Sample bare = bare(sample);
                    if (bare.scenario().links().size() > 1) {
                        return; // an answer names the fact and not the link
                    }
                    for (Missing missing : decide(bare).missing()) {
                        missing.would()
                                .forEach((value, left) ->
                                        labelled(bare, missing.fact(), value)
                                                .map(known ->
                                                        bare.with(
                                                                bare.scenario()
                                                                        .with(
                                                                                missing.fact(),
                                                                                known)))
                                                .filter(LawsTest::possible)
                                                .ifPresent(learnt ->
                                                        assertThat(decide(learnt).headlines())
                                                                .as(
                                                                        about
                                                                                + " "
                                                                                + missing.fact()
                                                                                + " "
                                                                                + value)
                                                                .isEqualTo(left)));
                    }
                });
    }

    /// What a label in an answer says, as it would be told; empty for facts of any number of values.
    private static Optional<Known> labelled(Sample sample, String id, String label) {
        return switch (sample.library().vocabulary().facts().get(id)) {
            case Fact.YesNo _ -> Optional.of(new Known.Value(Set.of(label)));
            case Fact.OneOf _ -> Optional.of(new Known.Value(Set.copyOf(words(label))));
            case Fact.Amount _ -> Optional.of(new Known.Sums(List.of(inside(label))));
            case Fact.Event _ -> Optional.of(days(label));
            case Fact.SomeOf _ -> Optional.empty();
            case null -> throw new IllegalStateException("`" + id + "` is not a fact");
        };
    }

    /// A number inside a region such as `over 10, up to 25 usd`; regions are wider than a penny.
    private static Known.Sum inside(String label) {
        String unit = label.substring(label.lastIndexOf(' ') + 1);
        String bound = words(label.substring(0, label.length() - unit.length() - 1)).getFirst();
        var number = Decimal.parse(bound.substring(bound.lastIndexOf(' ') + 1));
        long penny = 10_000;
        if (bound.startsWith("over")) {
            return new Known.Sum(new Decimal(number.millionths() + penny), unit);
        }
        return new Known.Sum(
                bound.startsWith("under") ? new Decimal(number.millionths() - penny) : number,
                unit);
    }

    private static List<String> words(String label) {
        return Pattern.compile(", ").splitAsStream(label).toList();
    }

    private static Known days(String label) {
        if (label.equals("never")) {
            return new Known.Days(List.of(), true);
        }
        LocalDate first = LocalDate.of(-9999, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);
        if (label.startsWith("until ")) {
            last = LocalDate.parse(label.substring(6));
        } else if (label.startsWith("from ")) {
            first = LocalDate.parse(label.substring(5));
        } else if (!label.equals("any day")) {
            first = LocalDate.parse(label.substring(0, 10));
            last = LocalDate.parse(label.substring(label.length() - 10));
        }
        return new Known.Days(List.of(new Known.Range(first, last)), false);
    }

    /// The same with every residual norm left out of every text.
    private static Sample bare(Sample sample) {
        return new Sample(
                InventedTexts.of(
                        sample.library().editions().stream()
                                .map(LawsTest::withoutResidual)
                                .toList()),
                withoutResidual(sample.edition()),
                sample.scenario());
    }

    @RepeatedTest(15)
    void a_fully_known_case_has_one_answer_under_each_reading(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Sample full = sample.narrowed(1, random);
                    if (!possible(full)) {
                        return;
                    }
                    var rows =
                            new Completions(
                                    full.library(), full.scenario(), full.text(), new Random(0));
                    if (rows.open().stream().anyMatch(o -> !o.reading())) {
                        return; // an amount known in one unit stays unknown in another
                    }
                    if (!possible(full)) {
                        return;
                    }
                    Answer answer = decide(full);
                    assertThat(answer.missing()).as(about).isEmpty();
                    if (answer.readings().isEmpty()) {
                        assertThat(answer.headlines()).as(about).hasSize(1);
                    }
                });
    }

    // ── Order ───────────────────────────────────────────────────────────────────────────────

    @RepeatedTest(15)
    void the_order_of_provisions_and_norms_changes_nothing(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    List<Provision> provisions = new ArrayList<>(sample.edition().provisions());
                    Collections.shuffle(provisions, random);
                    Edition shuffled =
                            changed(
                                    sample.edition(),
                                    provisions,
                                    norms -> {
                                        List<Norm> all = new ArrayList<>(norms);
                                        Collections.shuffle(all, random);
                                        return all;
                                    });
                    assertThat(told(decide(with(sample, shuffled))))
                            .as(about)
                            .isEqualTo(told(decide(sample)));
                });
    }

    @RepeatedTest(15)
    void the_order_of_links_changes_nothing(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Scenario s = sample.scenario();
                    List<Scenario.Link> reversed = s.links().reversed();
                    Scenario turned =
                            new Scenario(
                                    s.asOf(), s.shared(), reversed, s.assumed(), s.cannotSay());
                    assertThat(told(decide(sample.with(turned))))
                            .as(about)
                            .isEqualTo(told(decide(sample)));
                });
    }

    @RepeatedTest(10)
    void the_order_of_texts_changes_nothing(RepetitionInfo run) {
        over(
                run,
                BATCH,
                Sample::invented,
                (sample, random, about) -> {
                    List<Edition> all = sample.library().editions();
                    Decision one =
                            decide(sample.library(), sample.scenario(), all.get(0), all.get(1));
                    Decision other =
                            decide(
                                    InventedTexts.of(all.reversed()),
                                    sample.scenario(),
                                    all.get(1),
                                    all.get(0));
                    assertThat(told(other.together())).as(about).isEqualTo(told(one.together()));
                });
    }

    /// What an answer says, without the order in which it says it.
    private static Map<String, Object> told(Answer answer) {
        Map<String, Object> told = new HashMap<>();
        told.put("headlines", answer.headlines());
        told.put("under burden", answer.underBurden());
        told.put("missing", would(answer.missing()));
        told.put("lifts", answer.lifts());
        told.put("then", answer.then());
        told.put("readings", answer.readings());
        told.put("verified", answer.verified());
        Set<String> provisions = new TreeSet<>();
        answer.provisions().forEach(g -> provisions.add(g.cite() + " " + g.effect()));
        told.put("provisions", provisions);
        Set<String> duties = new TreeSet<>();
        answer.duties().forEach(d -> duties.add(d.toString()));
        told.put("duties", duties);
        told.put("defeated", answer.defeated());
        return told;
    }

    private static Map<String, Map<String, List<Headline>>> would(List<Missing> missing) {
        Map<String, Map<String, List<Headline>>> would = new HashMap<>();
        missing.forEach(m -> would.put(m.fact(), new HashMap<>(m.would())));
        return would;
    }

    private static Map<String, Object> told(Optional<Together> together) {
        Map<String, Object> told = new HashMap<>();
        together.ifPresent(t -> {
            told.put("headlines", t.headlines());
            told.put("missing", would(t.missing()));
            told.put("lifts", t.lifts());
            told.put("then", t.then());
            told.put("by", t.by());
        });
        return told;
    }

    // ── Norms ───────────────────────────────────────────────────────────────────────────────

    @RepeatedTest(15)
    void a_norm_that_never_applies_on_an_act_already_spoken_of_changes_nothing(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    List<Norm.Directive> directives = directives(sample.edition());
                    List<Norm.Directive> plain =
                            directives.stream().filter(d -> !d.acts().residual()).toList();
                    if (plain.isEmpty()) {
                        return;
                    }
                    Norm.Directive model = plain.get(random.nextInt(plain.size()));
                    Norm.Directive idle =
                            new Norm.Directive(
                                    new NormName(
                                            sample.edition().id(), "idle", Optional.empty(), "1"),
                                    List.of(Modality.values())
                                            .get(random.nextInt(Modality.values().length)),
                                    model.acts(),
                                    model.also(),
                                    model.with(),
                                    model.media(),
                                    model.window(),
                                    Condition.NEVER,
                                    Condition.NEVER,
                                    Optional.empty(),
                                    model.duties(),
                                    List.of(),
                                    List.of(),
                                    false,
                                    List.of(),
                                    Optional.empty(),
                                    "");
                    Answer before = decide(sample);
                    Answer after = decide(with(sample, adding(sample.edition(), idle)));
                    Map<String, Object> expected = told(before);
                    Map<String, Object> found = told(after);
                    expected.remove("verified");
                    found.remove("verified"); // a silence rests on every norm about the act
                    assertThat(found).as(about).isEqualTo(expected);
                });
    }

    private static List<Norm.Directive> directives(Edition edition) {
        return edition.norms().stream()
                .filter(Norm.Directive.class::isInstance)
                .map(Norm.Directive.class::cast)
                .toList();
    }

    private static Edition adding(Edition edition, Norm norm) {
        List<Provision> all = new ArrayList<>(edition.provisions());
        all.add(
                new Provision(
                        norm.name().provision(),
                        "Added",
                        "Added.",
                        "nowhere",
                        Verified.TEXT,
                        Optional.empty(),
                        List.of(norm),
                        new LinkedHashMap<>()));
        return changed(edition, all, norms -> norms);
    }

    @RepeatedTest(15)
    void an_exception_to_a_prohibition_never_widens_it(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    List<Norm.Directive> bans =
                            directives(sample.edition()).stream()
                                    .filter(d -> d.modality() == Modality.FORBID)
                                    .toList();
                    List<String> yesNo =
                            sample.asked().stream()
                                    .filter(f ->
                                            sample.library().vocabulary().facts().get(f)
                                                    instanceof Fact.YesNo)
                                    .toList();
                    if (bans.isEmpty() || yesNo.isEmpty()) {
                        return;
                    }
                    Norm.Directive ban = bans.get(random.nextInt(bans.size()));
                    var fact =
                            (Fact.YesNo)
                                    sample.library()
                                            .vocabulary()
                                            .facts()
                                            .get(yesNo.get(random.nextInt(yesNo.size())));
                    Edition milder =
                            changed(
                                    sample.edition(),
                                    sample.edition().provisions(),
                                    norms ->
                                            norms.stream()
                                                    .map(n ->
                                                            n.name().equals(ban.name())
                                                                    ? excepting(ban, fact)
                                                                    : n)
                                                    .toList());
                    boolean wasPossible = forbidsSomewhere(decide(sample));
                    boolean isPossible = forbidsSomewhere(decide(with(sample, milder)));
                    // A prohibition that stands may have kept another from standing only by
                    // `overrides`,
                    // and those claim opposed norms: no prohibition is ever let loose by a milder
                    // one.
                    assertThat(!isPossible || wasPossible).as(about).isTrue();
                });
    }

    private static Norm excepting(Norm.Directive ban, Fact.YesNo fact) {
        return new Norm.Directive(
                ban.name(),
                ban.modality(),
                ban.acts(),
                ban.also(),
                ban.with(),
                ban.media(),
                ban.window(),
                ban.when(),
                new Condition.Any(List.of(ban.unless(), new Condition.Holds(fact))),
                ban.butMay(),
                ban.duties(),
                ban.advisedDuties(),
                ban.weighing(),
                ban.burden(),
                ban.overrides(),
                ban.breach(),
                ban.reads());
    }

    private static boolean forbidsSomewhere(Answer answer) {
        return answer.headlines().stream()
                .anyMatch(
                        Set.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED)
                                ::contains);
    }

    @RepeatedTest(15)
    void nothing_is_prohibited_without_grounds(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Answer answer = decide(sample);
                    if (forbidsSomewhere(answer) && answer.settled()) {
                        long grounds =
                                sample.text().entries().stream()
                                        .filter(e ->
                                                e.norm() instanceof Norm.Directive d
                                                        && d.modality() == Modality.FORBID)
                                        .count();
                        assertThat(grounds).as(about).isPositive();
                    }
                    if (forbidsSomewhere(answer) && !answer.settled()) {
                        assertThat(answer.provisions())
                                .as(about)
                                .anyMatch(g -> g.effect().equals(Optional.of(Modality.FORBID)));
                    }
                });
    }

    @RepeatedTest(15)
    void joining_a_text_with_itself_changes_nothing(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Edition edition = sample.edition();
                    if (!edition.incorporates().isEmpty() || !edition.overrides().isEmpty()) {
                        return;
                    }
                    Edition twin = renamed(edition, edition.id() + "-again");
                    Library both = InventedTexts.of(List.of(edition, twin));
                    Decision alone =
                            decide(InventedTexts.of(List.of(edition)), sample.scenario(), edition);
                    if (hasOpenReadings(sample)) {
                        return; // the twin might be read otherwise, as two texts may
                    }
                    Decision twice = decide(both, sample.scenario(), edition, twin);
                    assertThat(headlines(twice)).as(about).isEqualTo(headlines(alone));
                });
    }

    private static boolean hasOpenReadings(Sample sample) {
        Alphabet alphabet = sample.text().alphabet();
        return alphabet.unstatedLastDay()
                || alphabet.unstatedRounding()
                || !alphabet.readings().isEmpty();
    }

    private static List<Headline> headlines(Decision decision) {
        return decision.together().map(Together::headlines).orElse(List.of());
    }

    private static Edition renamed(Edition e, String id) {
        return new Edition(
                id,
                e.body(),
                e.title(),
                e.inForce(),
                e.level(),
                e.encoded(),
                e.binds(),
                e.incorporates(),
                e.overrides(),
                e.practitioner(),
                e.strength(),
                e.reckoning(),
                e.draft(),
                e.provisions());
    }

    @RepeatedTest(15)
    void a_fact_that_no_norm_asks_after_changes_nothing(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    List<String> strangers = new ArrayList<>();
                    sample.library().vocabulary().facts().keySet().stream()
                            .filter(f -> !sample.asked().contains(f))
                            .filter(f ->
                                    !(sample.library().vocabulary().facts().get(f)
                                            instanceof Fact.Event))
                            .forEach(strangers::add);
                    String stranger = strangers.get(random.nextInt(strangers.size()));
                    Map<String, Object> before = told(decide(sample));
                    Map<String, Object> after = told(decide(sample.learning(stranger, random)));
                    before.remove("duties");
                    after.remove("duties"); // whether one is done is such a fact
                    assertThat(after).as(about + " " + stranger).isEqualTo(before);
                });
    }

    // ── Time ────────────────────────────────────────────────────────────────────────────────

    @RepeatedTest(15)
    void four_centuries_later_everything_is_the_same_but_the_dates(RepetitionInfo run) {
        overAll(
                run,
                (sample, random, about) -> {
                    Sample later =
                            new Sample(
                                    InventedTexts.of(
                                            sample.library().editions().stream()
                                                    .map(LawsTest::later)
                                                    .toList()),
                                    later(sample.edition()),
                                    later(sample.scenario()));
                    Answer now = decide(sample);
                    Answer then = decide(later);
                    assertThat(then.headlines()).as(about).isEqualTo(now.headlines());
                    assertThat(then.underBurden()).as(about).isEqualTo(now.underBurden());
                    assertThat(then.lifts()).as(about).isEqualTo(now.lifts().map(LawsTest::later));
                    assertThat(then.then()).as(about).isEqualTo(now.then());
                    assertThat(then.missing().stream().map(Missing::fact))
                            .as(about)
                            .isEqualTo(now.missing().stream().map(Missing::fact).toList());
                });
    }

    private static LocalDate later(LocalDate day) {
        return day.plusDays(FOUR_CENTURIES);
    }

    private static Edition later(Edition e) {
        InForce f = e.inForce();
        return new Edition(
                e.id(),
                e.body(),
                e.title(),
                new InForce(
                        f.fromEarliest().map(LawsTest::later),
                        f.fromLatest().map(LawsTest::later),
                        f.toEarliest().map(LawsTest::later),
                        f.toLatest().map(LawsTest::later),
                        f.words()),
                e.level(),
                e.encoded(),
                e.binds(),
                e.incorporates(),
                e.overrides(),
                e.practitioner(),
                e.strength(),
                e.reckoning(),
                e.draft(),
                e.provisions());
    }

    private static Scenario later(Scenario s) {
        return new Scenario(
                later(s.asOf()),
                later(s.shared()),
                s.links().stream()
                        .map(l -> new Scenario.Link(l.party(), later(l.facts())))
                        .toList(),
                s.assumed(),
                s.cannotSay());
    }

    private static Known.Range later(Known.Range range) {
        return new Known.Range(later(range.first()), later(range.last()));
    }

    private static Map<String, Known> later(Map<String, Known> facts) {
        Map<String, Known> all = new HashMap<>(facts);
        all.replaceAll((_, known) ->
                known instanceof Known.Days(var ranges, var maybeNever)
                        ? new Known.Days(ranges.stream().map(LawsTest::later).toList(), maybeNever)
                        : known);
        return all;
    }

    private static Lifts later(Lifts lifts) {
        return switch (lifts) {
            case Lifts.Never never -> never;
            case Lifts.On(var earliest, var latest) ->
                    new Lifts.On(later(earliest), latest.map(LawsTest::later));
        };
    }

    /// The first day on which some completion is barred less strongly than all are now, found by
    /// looking at every day.
    @RepeatedTest(12)
    void a_bar_lifts_on_the_day_that_a_search_day_by_day_finds(RepetitionInfo run) {
        over(
                run,
                3,
                LawsTest::barred,
                (sample, random, about) -> {
                    Answer now = decide(sample);
                    if (now.lifts().isEmpty()) {
                        return;
                    }
                    boolean forbidden = now.headlines().stream().allMatch(LawsTest::forbids);
                    Optional<LocalDate> earliest = Optional.empty();
                    Optional<LocalDate> latest = Optional.empty();
                    LocalDate day = sample.scenario().day();
                    LocalDate end = searchedUntil(day, now.lifts().get());
                    for (LocalDate on = day.plusDays(1);
                            latest.isEmpty() && on.isBefore(end);
                            on = on.plusDays(1)) {
                        Sample then = sample.with(sample.scenario().on(on));
                        if (!weaker(then, forbidden)) {
                            continue;
                        }
                        if (earliest.isEmpty()) {
                            earliest = Optional.of(on);
                        }
                        if (weakerOnEveryReading(then, forbidden)) {
                            latest = Optional.of(on);
                        }
                    }
                    Lifts found = now.lifts().get();
                    if (found instanceof Lifts.On(var first, var last)
                            && last.isPresent()
                            && !last.get().isBefore(end)) {
                        found = new Lifts.On(first, Optional.empty());
                    }
                    assertThat(found)
                            .as(about + " " + sample.scenario())
                            .isEqualTo(
                                    earliest.isEmpty()
                                            ? new Lifts.Never()
                                            : new Lifts.On(earliest.get(), latest));
                });
    }

    /// Far enough to find the day if it is there, and some way on if the engine says otherwise.
    private static LocalDate searchedUntil(LocalDate day, Lifts lifts) {
        LocalDate far = day.plusDays(2500);
        return switch (lifts) {
            case Lifts.Never _ -> day.plusDays(800);
            case Lifts.On(var earliest, var latest) -> {
                LocalDate end = latest.orElse(earliest).plusDays(40);
                yield end.isBefore(far) || !earliest.isBefore(far) ? end : far;
            }
        };
    }

    private static Sample barred(Random random) {
        for (int attempt = 0; attempt < 120; attempt++) {
            Sample sample =
                    (random.nextBoolean() ? Sample.ofTheLibrary(random) : Sample.invented(random))
                            .narrowed(64, random);
            if (possible(sample)
                    && decide(sample)
                            .lifts()
                            .filter(l -> l instanceof Lifts.On || random.nextInt(12) == 0)
                            .isPresent()
                    && new Completions(
                                            sample.library(),
                                            sample.scenario(),
                                            sample.text(),
                                            new Random(0))
                                    .size()
                            <= 256) {
                return sample;
            }
        }
        return Sample.invented(random);
    }

    private static boolean forbids(Headline headline) {
        return Set.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED).contains(headline);
    }

    private static boolean against(Headline headline) {
        return forbids(headline)
                || Set.of(
                                Headline.REQUIRED_WITH_CAUTION,
                                Headline.TENSION,
                                Headline.ADVISED_AGAINST)
                        .contains(headline);
    }

    private static boolean weaker(Sample sample, boolean forbidden) {
        Text text = sample.text();
        try {
            var possibilities =
                    new Possibilities(
                            sample.library(),
                            sample.scenario(),
                            sample.scenario().day(),
                            List.of(text),
                            Set.of());
            int links = sample.scenario().links().size();
            return View.of(possibilities, links, text).possible().stream()
                    .anyMatch(h -> forbidden ? !forbids(h) : !against(h));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// For every reading of the text and every day on which an event may have been.
    private static boolean weakerOnEveryReading(Sample sample, boolean forbidden) {
        var rows =
                new Completions(sample.library(), sample.scenario(), sample.text(), new Random(0));
        return rows.enumerate()
                && rows.weakenedOnEveryReading(h -> forbidden ? !forbids(h) : !against(h));
    }

    /// Texts come into force and end on the way, and then others speak, or none.
    @RepeatedTest(12)
    void a_joined_bar_first_lifts_on_the_day_that_a_search_day_by_day_finds(RepetitionInfo run) {
        over(
                run,
                3,
                LawsTest::barredTogether,
                (sample, random, about) -> {
                    Optional<Together> now = together(sample);
                    if (now.isEmpty() || now.get().lifts().isEmpty()) {
                        return;
                    }
                    boolean forbidden = now.get().headlines().stream().allMatch(LawsTest::forbids);
                    LocalDate day = sample.scenario().day();
                    LocalDate end =
                            now.get().lifts().get() instanceof Lifts.On(var first, _)
                                    ? first.plusDays(2)
                                    : day.plusDays(1300);
                    Optional<LocalDate> earliest = Optional.empty();
                    for (LocalDate on = day.plusDays(1);
                            earliest.isEmpty()
                                    && on.isBefore(end)
                                    && on.isBefore(day.plusDays(2000));
                            on = on.plusDays(1)) {
                        Optional<Together> then = together(sample.with(sample.scenario().on(on)));
                        if (then.isEmpty()
                                || then.get().headlines().stream()
                                        .anyMatch(h -> forbidden ? !forbids(h) : !against(h))) {
                            earliest = Optional.of(on);
                        }
                    }
                    Optional<LocalDate> found =
                            now.get().lifts().get() instanceof Lifts.On(var first, _)
                                    ? Optional.of(first).filter(f -> f.isBefore(day.plusDays(2000)))
                                    : Optional.empty();
                    assertThat(found).as(about + " " + sample.scenario()).isEqualTo(earliest);
                });
    }

    private static Optional<Together> together(Sample sample) {
        return new Decider(sample.library())
                .decide(sample.scenario(), sample.library().editions())
                .together();
    }

    private static Sample barredTogether(Random random) {
        for (int attempt = 0; attempt < 200; attempt++) {
            Sample sample = Sample.invented(random);
            if (possible(sample)
                    && together(sample)
                            .flatMap(Together::lifts)
                            .filter(l -> l instanceof Lifts.On || random.nextInt(12) == 0)
                            .isPresent()) {
                return sample;
            }
        }
        return Sample.invented(random);
    }
}
