package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Defeat;
import org.plumbline.core.decide.Decision.Duty;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.NotReached;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Decision.Weighing;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// Decides a case under every text that binds, or under the texts that are named.
///
/// Safe to share between threads. The same question always has the same answer: the day of the act
/// is part of the scenario, and nothing else is looked at.
@SuppressWarnings("IdentityHashMapUsage") // an entry is itself, however alike two norms are
public final class Decider {

    private final Library library;
    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    public Decider(Library library) {
        this.library = library;
    }

    /// The library that is decided by.
    public Library library() {
        return library;
    }

    /// Decides under every edition, drafts left out, that binds or may bind on the day of the act.
    ///
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Decision decide(Scenario scenario) {
        return decide(scenario, false);
    }

    /// Decides under every edition that binds or may bind on the day of the act.
    ///
    /// @param drafts whether with editions that hold nothing known better than from memory
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Decision decide(Scenario scenario, boolean drafts) {
        List<Edition> candidates = new ArrayList<>();
        for (Library.Entry entry : library.entries()) {
            if (drafts || !entry.draft()) {
                Edition edition = library.edition(entry);
                if (Binding.mayBind(edition, scenario)
                        && edition.inForce()
                                .mayCoverSome(scenario.asOf().first(), scenario.asOf().last())) {
                    candidates.add(edition);
                }
            }
        }
        return decide(scenario, candidates, new Manner(false, true));
    }

    /// Decides under the editions named, each of which is reported even if it does not bind.
    ///
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Decision decide(Scenario scenario, Collection<Edition> editions) {
        return decide(scenario, List.copyOf(editions), new Manner(true, true));
    }

    /// The same, without telling which of the values taken for granted matter: nothing is found
    /// [Decision#assumed].
    ///
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Decision answers(Scenario scenario, Collection<Edition> editions) {
        return decide(scenario, List.copyOf(editions), new Manner(true, false));
    }

    /// How a decision is made.
    ///
    /// @param named whether the editions were named, so that those that do not bind are reported too
    /// @param assuming whether what was taken for granted is looked at
    private record Manner(boolean named, boolean assuming) {}

    private Decision decide(Scenario scenario, List<Edition> editions, Manner manner) {
        if (scenario.asOf().first().equals(scenario.asOf().last())) {
            return onOneDay(scenario, editions, manner);
        }
        return AcrossDays.join(
                scenario,
                days(scenario, editions).stream()
                        .map(day -> onOneDay(scenario.on(day), editions, manner))
                        .toList());
    }

    /// Days of a partial date between which nothing changes: the first of each piece.
    private List<LocalDate> days(Scenario scenario, List<Edition> editions) {
        LocalDate first = scenario.asOf().first();
        LocalDate last = scenario.asOf().last();
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(first, last));
        days.addAll(changes(editions).subSet(first, false, last, true));
        for (LocalDate day : List.copyOf(days)) {
            days.addAll(closings(scenario, editions, day).subSet(first, false, last, true));
        }
        return List.copyOf(days);
    }

    /// The editions that one borrows from on some day and not on every day, directly or through others.
    public Collection<Edition> borrowedAtTimes(Edition edition) {
        return Text.borrowedAtTimes(library, edition);
    }

    /// The days on which one of these editions, or of those they borrow from, may begin or have ended.
    private NavigableSet<LocalDate> changes(Collection<Edition> editions) {
        Set<Edition> all = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Edition edition : editions) {
            all.add(edition);
            all.addAll(Text.borrowedAtTimes(library, edition));
        }
        return Breakpoints.ofEditions(all);
    }

    /// The days on which a window closes, of the texts as they stand on one day.
    private NavigableSet<LocalDate> closings(
            Scenario scenario, Collection<Edition> editions, LocalDate day) {
        return Breakpoints.of(library, scenario, editions.stream().map(e -> text(e, day)).toList());
    }

    /// The days on which an answer under these editions can change while every fact stays as it is.
    ///
    /// From one of them to the day before the next nothing changes, so deciding once on each tells
    /// everything. The day of the scenario itself does not matter, and is in the answer only if it
    /// is such a day.
    public NavigableSet<LocalDate> breakpoints(Scenario scenario, Collection<Edition> editions) {
        NavigableSet<LocalDate> days = changes(editions);
        List<LocalDate> borrowing = new ArrayList<>(days);
        borrowing.add(scenario.day());
        for (LocalDate day : borrowing) {
            days.addAll(closings(scenario, editions, day));
        }
        return days;
    }

    /// Whether a fact can have a value at all, as far as the case tells: an event may have
    /// happened, a yes-no fact may be so.
    public boolean mayApply(Scenario scenario, Fact fact) {
        return Binding.mayApply(library, fact, scenario);
    }

    /// Whether a text binds, or may, on a quick look: what this excludes need not be asked further.
    public boolean mayBind(Scenario scenario, Edition edition) {
        return Binding.mayBind(edition, scenario);
    }

    /// Whether an edition certainly binds; the same quick look, which may overlook that it does.
    public boolean surelyBinds(Scenario scenario, Edition edition) {
        return Binding.surelyBinds(edition, scenario);
    }

    /// What one text says on the first day of the scenario, when a bar lifts left out: a search for
    /// that costs more than all the rest.
    ///
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Answer standing(Scenario scenario, Edition edition) {
        if (!edition.inForce().mayCover(scenario.day())) {
            return notSpeaking(edition, Headline.NOT_IN_FORCE);
        }
        Text text = text(edition, scenario.day());
        var possibilities =
                new Possibilities(library, scenario, scenario.day(), List.of(text), Set.of());
        Diagram binds = possibilities.binds(text);
        return possibilities.diagrams().excluded(binds)
                ? notSpeaking(edition, Headline.NOT_BOUND)
                : answer(
                        possibilities,
                        scenario,
                        text,
                        binds,
                        view(possibilities, scenario, text),
                        false);
    }

    /// What a text says on the day of the scenario if it stays as it stood on another day.
    ///
    /// @param textOf the day whose borrowed texts it keeps
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Forecast forecast(Scenario scenario, Edition edition, LocalDate textOf) {
        Text text = text(edition, textOf);
        var possibilities =
                new Possibilities(library, scenario, scenario.day(), List.of(text), Set.of());
        return Forecast.of(view(possibilities, scenario, text), List.of());
    }

    /// What texts joined say on the day of the scenario: those of the editions that are in force
    /// then and may bind.
    ///
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Forecast forecast(Scenario scenario, Collection<Edition> editions) {
        LocalDate day = scenario.day();
        List<Text> texts =
                Halves.each(
                        editions.stream().filter(e -> e.inForce().mayCover(day)).toList(),
                        e -> text(e, day));
        var possibilities = new Possibilities(library, scenario, day, texts, Set.of());
        List<Text> speaking =
                texts.stream()
                        .filter(t -> !possibilities.diagrams().excluded(possibilities.binds(t)))
                        .toList();
        List<View> views = speaking.stream().map(t -> view(possibilities, scenario, t)).toList();
        View joined = Joint.of(possibilities, speaking, views);
        return Forecast.of(joined, by(speaking, views, joined));
    }

    /// Makes an edition ready for decisions on a day, while nobody waits for one yet.
    public void prepare(Edition edition, LocalDate day) {
        if (edition.inForce().mayCover(day)) {
            text(edition, day);
        }
    }

    /// What an edition says on a day, made once for each set of texts it borrows from.
    private Text text(Edition edition, LocalDate day) {
        String key = edition.id() + " " + Text.borrowedOn(library, edition, day);
        return texts.computeIfAbsent(key, _ -> Text.of(library, edition, day));
    }

    private Decision onOneDay(Scenario scenario, List<Edition> editions, Manner manner) {
        LocalDate day = scenario.day();
        List<Text> inForce =
                Halves.each(
                        editions.stream().filter(e -> e.inForce().mayCover(day)).toList(),
                        e -> text(e, day));
        if (inForce.isEmpty()) {
            return new Decision(
                    scenario,
                    Optional.empty(),
                    editions.stream().map(e -> notSpeaking(e, Headline.NOT_IN_FORCE)).toList(),
                    List.of());
        }
        var possibilities = new Possibilities(library, scenario, day, inForce, Set.of());
        // Views first, so that the texts can be joined on one thread while another tells what each
        // says.
        long began = System.nanoTime();
        List<Speaking> bound = new ArrayList<>();
        Halves.each(
                        inForce,
                        text ->
                                speaking(
                                        text,
                                        inForce.size() == 1
                                                ? possibilities
                                                : possibilities.toldApartBy(text),
                                        scenario))
                .forEach(one -> one.ifPresent(bound::add));
        List<Text> speaking = bound.stream().map(Speaking::text).toList();
        List<View> views = bound.stream().map(Speaking::view).toList();
        // A single text is the whole case, which cannot be joined and asked at once.
        long expected = inForce.size() > 1 ? System.nanoTime() - began : 0;
        Supplier<List<Assumption>> assumed =
                manner.assuming()
                        ? Assumptions.beside(
                                () -> Assumptions.of(library, scenario, speaking), scenario)
                        : List::of;
        var apart = Joint.apart(possibilities, speaking, views);
        var telling = Halves.begin(bound, one -> told(one, scenario), expected);
        Optional<Joined> joined =
                speaking.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                joined(
                                        Joint.of(possibilities, speaking, views, apart),
                                        scenario,
                                        speaking,
                                        editions,
                                        manner.named()));
        Map<String, Answer> told = new HashMap<>();
        telling.results().forEach(answer -> told.put(answer.edition().id(), answer));
        List<Answer> answers = new ArrayList<>();
        for (Edition edition : editions) {
            Answer one = told.get(edition.id());
            if (one != null) {
                answers.add(one);
            } else if (manner.named()) {
                boolean speaks = edition.inForce().mayCover(day);
                answers.add(
                        notSpeaking(edition, speaks ? Headline.NOT_BOUND : Headline.NOT_IN_FORCE));
            }
        }
        return new Decision(
                scenario,
                joined.map(j -> together(j, by(speaking, views, j.view()))),
                answers,
                assumed.get());
    }

    /// A text that binds or may, and what it says.
    private record Speaking(Text text, View view) {}

    private static Optional<Speaking> speaking(Text text, Possibilities part, Scenario scenario) {
        return part.diagrams().excluded(part.binds(text))
                ? Optional.empty()
                : Optional.of(new Speaking(text, view(part, scenario, text)));
    }

    private Answer told(Speaking one, Scenario scenario) {
        View view = one.view();
        return answer(view.possibilities(), scenario, one.text(), view.binds(), view, true);
    }

    /// What is open in a case on the first day of the act, and how the headlines of texts follow from
    /// it; texts that are not in force or certainly do not bind are left out.
    ///
    /// @param ifBound whether to look only at cases in which every text binds, where there are some
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public Outlook outlook(Scenario scenario, Collection<Edition> editions, boolean ifBound) {
        LocalDate day = scenario.day();
        List<Text> inForce =
                Halves.each(
                        editions.stream().filter(e -> e.inForce().mayCover(day)).toList(),
                        e -> text(e, day));
        var possibilities = new Possibilities(library, scenario, day, inForce, Set.of());
        Diagrams diagrams = possibilities.diagrams();
        List<Text> speaking =
                inForce.stream().filter(t -> !diagrams.excluded(possibilities.binds(t))).toList();
        Diagram allBind = diagrams.world();
        for (Text text : speaking) {
            allBind = diagrams.and(allBind, possibilities.binds(text));
        }
        return new Outlook(
                possibilities,
                speaking,
                speaking.stream().map(t -> view(possibilities, scenario, t)).toList(),
                ifBound && allBind != diagrams.no());
    }

    private static View view(Possibilities possibilities, Scenario scenario, Text text) {
        return View.of(possibilities, scenario.links().size(), text);
    }

    private static Answer notSpeaking(Edition edition, Headline headline) {
        boolean notBound = headline == Headline.NOT_BOUND;
        return new Answer(
                edition,
                notBound ? Sureness.NO : Sureness.UNKNOWN,
                notBound ? Sureness.YES : Sureness.NO,
                List.of(headline),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(headline),
                "edition",
                List.of(),
                List.of());
    }

    // ── One text ────────────────────────────────────────────────────────────────────────────

    private Answer answer(
            Possibilities possibilities,
            Scenario scenario,
            Text text,
            Diagram binds,
            View view,
            boolean withLifting) {
        boolean bound = possibilities.diagrams().certain(binds);
        List<Headline> burdened =
                text.entries().stream().anyMatch(e -> e.norm().burden())
                        ? view.possibleIf(Evaluator::burdened)
                        : view.possible();
        Optional<Bar.Lifting> lifting =
                Bar.of(view)
                        .filter(_ -> withLifting)
                        .flatMap(bar ->
                                bar.lifting(
                                        library,
                                        scenario,
                                        List.of(text),
                                        (p, s) -> view(p, s, text)));
        Optional<View> then = lifting.flatMap(Bar.Lifting::then);
        return new Answer(
                text.edition(),
                bound ? Sureness.YES : Sureness.UNKNOWN,
                text.edition().inForce().surelyCovers(scenario.day())
                        ? Sureness.YES
                        : Sureness.UNKNOWN,
                view.possible(),
                view.missing(),
                bound ? List.of() : View.settling(possibilities, binds),
                lifting.map(Bar.Lifting::lifts),
                then.map(View::possible).orElse(List.of()),
                then.map(View::missing).orElse(List.of()),
                grounds(view.grounds()),
                duties(view, scenario),
                weighing(view),
                defeated(view),
                view.readings(),
                burdened,
                verified(text, view),
                reminders(view),
                notReached(view));
    }

    private static List<Ground> grounds(List<Entry> entries) {
        Map<String, List<Entry>> byCite = new TreeMap<>();
        entries.forEach(e -> byCite.computeIfAbsent(e.cite(), _ -> new ArrayList<>()).add(e));
        return byCite.values().stream().map(Decider::ground).toList();
    }

    private static Ground ground(List<Entry> entries) {
        Entry first = entries.getFirst();
        List<Norm> norms = new ArrayList<>();
        Optional<Modality> effect = Optional.empty();
        for (Norm norm : first.provision().allNorms()) {
            if (names(entries, norm)) {
                norms.add(norm);
                if (norm instanceof Norm.Directive directive
                        && (effect.isEmpty() || directive.modality().compareTo(effect.get()) < 0)) {
                    effect = Optional.of(directive.modality());
                }
            }
        }
        return new Ground(first.cite(), first.home(), first.provision(), effect, norms);
    }

    private static boolean names(List<Entry> entries, Norm norm) {
        for (Entry entry : entries) {
            if (entry.norm().name().equals(norm.name())) {
                return true;
            }
        }
        return false;
    }

    private List<Duty> duties(View view, Scenario scenario) {
        Map<String, Map<Entry, Diagram>> all = new TreeMap<>();
        Map<String, BitSet> owedIn = new HashMap<>();
        Diagrams diagrams = view.possibilities().diagrams();
        for (int link = 0; link < view.evaluators().size(); link++) {
            int here = link;
            view.evaluators()
                    .get(link)
                    .duties()
                    .forEach((id, from) -> {
                        var known = all.computeIfAbsent(id, _ -> new IdentityHashMap<>());
                        from.forEach((entry, where) -> known.merge(entry, where, diagrams::or));
                        if (from.values().stream().anyMatch(view::possible)) {
                            owedIn.computeIfAbsent(id, _ -> new BitSet()).set(here);
                        }
                    });
        }
        List<Duty> duties = new ArrayList<>();
        all.forEach((id, from) -> {
            Diagram attaches = diagrams.no();
            TreeSet<String> cites = new TreeSet<>();
            boolean must = false;
            for (var one : from.entrySet()) {
                if (view.possible(one.getValue())) {
                    attaches = diagrams.or(attaches, one.getValue());
                    cites.add(one.getKey().cite());
                    must |= isMust(one.getKey(), id);
                }
            }
            if (!cites.isEmpty()) {
                duties.add(
                        new Duty(
                                id,
                                List.copyOf(cites),
                                must,
                                view.certain(attaches),
                                done(scenario, id, owedIn.getOrDefault(id, new BitSet()))));
            }
        });
        return duties;
    }

    private static boolean isMust(Entry entry, String id) {
        Norm.Directive norm = (Norm.Directive) entry.norm();
        return norm.duties().stream().anyMatch(d -> d.id().equals(id))
                || norm.butMay()
                        .map(b -> b.duties().stream().anyMatch(d -> d.id().equals(id)))
                        .orElse(false);
    }

    /// Whether it was done toward every link in which it may be owed; not, if it was not in one.
    private static Sureness done(Scenario scenario, String safeguard, BitSet links) {
        Sureness all = Sureness.YES;
        for (int link = links.nextSetBit(0); link >= 0; link = links.nextSetBit(link + 1)) {
            Sureness one = done(scenario.known(link, safeguard));
            if (one == Sureness.NO) {
                return Sureness.NO;
            }
            all = one == Sureness.YES ? all : one;
        }
        return all;
    }

    private static Sureness done(Known known) {
        return known instanceof Known.Value(var possible) && possible.size() == 1
                ? (possible.contains("true") ? Sureness.YES : Sureness.NO)
                : Sureness.UNKNOWN;
    }

    private static List<Weighing> weighing(View view) {
        Map<String, TreeSet<String>> byFactor = new LinkedHashMap<>();
        for (Evaluator<Diagram> evaluator : view.evaluators()) {
            for (Entry entry : evaluator.directives()) {
                Norm.Directive norm = (Norm.Directive) entry.norm();
                if (!norm.weighing().isEmpty() && view.possible(evaluator.reaches(entry))) {
                    norm.weighing()
                            .forEach(f ->
                                    byFactor.computeIfAbsent(f, _ -> new TreeSet<>())
                                            .add(entry.cite()));
                }
            }
        }
        return byFactor.entrySet().stream()
                .map(e -> new Weighing(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private static List<Defeat> defeated(View view) {
        Map<String, TreeSet<String>> byCite = new TreeMap<>();
        Diagrams diagrams = view.possibilities().diagrams();
        for (Evaluator<Diagram> evaluator : view.evaluators()) {
            for (Entry entry : evaluator.directives()) {
                Diagram applies = evaluator.applies(entry);
                if (!view.possible(applies)) {
                    continue;
                }
                for (Entry other : evaluator.setAsides()) {
                    if (Evaluator.takesOut(other, entry)
                            && view.possible(diagrams.and(applies, evaluator.fires(other)))) {
                        byCite.computeIfAbsent(entry.cite(), _ -> new TreeSet<>())
                                .add(other.cite());
                    }
                }
                for (Entry other : evaluator.prevailing(entry)) {
                    if (view.possible(diagrams.and(applies, evaluator.stands(other)))) {
                        byCite.computeIfAbsent(entry.cite(), _ -> new TreeSet<>())
                                .add(other.cite());
                    }
                }
            }
        }
        List<Defeat> defeats = new ArrayList<>(byCite.size());
        byCite.forEach((cite, by) -> defeats.add(new Defeat(cite, List.copyOf(by))));
        return defeats;
    }

    private static List<Ground> reminders(View view) {
        Set<Entry> open = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Evaluator<Diagram> evaluator : view.evaluators()) {
            for (Entry entry : evaluator.directives()) {
                if (((Norm.Directive) entry.norm()).acts().residual()
                        && !view.possible(evaluator.applies(entry))
                        && view.possible(evaluator.reaches(entry))) {
                    open.add(entry);
                }
            }
        }
        return grounds(List.copyOf(open));
    }

    private static List<NotReached> notReached(View view) {
        List<NotReached> all = new ArrayList<>();
        if (view.evaluators().size() == 1) {
            Evaluator<Diagram> evaluator = view.evaluators().getFirst();
            for (Entry entry : evaluator.directives()) {
                if (!((Norm.Directive) entry.norm()).acts().residual()
                        && !view.possible(evaluator.stands(entry))
                        && !view.possible(evaluator.permits(entry))) {
                    all.add(evaluator.whyNot(entry, view::possible));
                }
            }
        }
        return all;
    }

    /// The best level at which the answer stands when provisions less well known are struck out.
    ///
    /// That nothing reaches the case rests on every norm about the act, and on what sets one aside, so
    /// it is known no better than the worst of them; that nothing is said at all, no better than the encoding.
    private static String verified(Text text, View view) {
        List<Headline> headlines = view.possible();
        if (headlines.equals(List.of(Headline.SILENT))) {
            return text.edition().encoded() == Encoded.EXCERPT
                    ? Encoded.EXCERPT.word()
                    : worst(text.entries()).map(Verified::word).orElse(Encoded.EXCERPT.word());
        }
        List<Entry> aboutTheAct = new ArrayList<>();
        for (Evaluator<Diagram> evaluator : view.evaluators()) {
            evaluator.directives().stream()
                    .filter(e -> !((Norm.Directive) e.norm()).acts().residual())
                    .forEach(aboutTheAct::add);
            evaluator.setAsides().stream()
                    .filter(s -> takesOutSomething(view, evaluator, s))
                    .forEach(aboutTheAct::add);
        }
        if (Set.of(Headline.NOT_ADDRESSED, Headline.SILENT).containsAll(headlines)) {
            return worst(aboutTheAct).map(Verified::word).orElse(Encoded.EXCERPT.word());
        }
        TreeSet<Verified> levels = new TreeSet<>();
        aboutTheAct.forEach(e -> levels.add(e.verified()));
        text.entries().stream()
                .filter(e -> !(e.norm() instanceof Norm.Directive d) || d.acts().residual())
                .forEach(e -> levels.add(e.verified()));
        for (Verified level : levels) {
            if (level == levels.last()) {
                return level.word();
            }
            if (view.possibleIf(e -> e.without(n -> n.verified().weakerThan(level)))
                    .equals(headlines)) {
                return level.word();
            }
        }
        throw new IllegalStateException("a headline without a norm of any level");
    }

    private static boolean takesOutSomething(
            View view, Evaluator<Diagram> evaluator, Entry setAside) {
        Diagram fires = evaluator.fires(setAside);
        return evaluator.directives().stream()
                .filter(e -> Evaluator.takesOut(setAside, e))
                .anyMatch(e ->
                        view.possible(
                                view.possibilities().diagrams().and(fires, evaluator.applies(e))));
    }

    private static Optional<Verified> worst(Collection<Entry> entries) {
        return entries.stream().map(Entry::verified).max(Enum::compareTo);
    }

    // ── Several texts ───────────────────────────────────────────────────────────────────────

    /// Texts joined, and when the bar that they make together lifts.
    private record Joined(
            View view, Optional<Bar.Lifting> lifting, List<Decision.Missing> missing) {}

    private Joined joined(
            View view, Scenario scenario, List<Text> texts, List<Edition> editions, boolean named) {
        Optional<Bar.Lifting> lifting =
                Bar.of(view)
                        .flatMap(bar ->
                                bar.liftingThrough(
                                        library,
                                        scenario,
                                        day -> inForceOn(day, scenario, editions, texts, named)));
        return new Joined(view, lifting, view.missing());
    }

    private static Together together(Joined joined, List<String> by) {
        return new Together(
                joined.view().possible(),
                joined.lifting().map(Bar.Lifting::lifts),
                joined.lifting().flatMap(Bar.Lifting::then).map(View::possible).orElse(List.of()),
                joined.missing(),
                by);
    }

    private static List<String> by(List<Text> texts, List<View> views, View joined) {
        boolean open = joined.possible().size() > 1;
        TreeSet<String> by = new TreeSet<>();
        // Views over one and the same case share what they work out, and so cannot be asked at
        // once.
        boolean apart = views.stream().noneMatch(v -> v.possibilities() == joined.possibilities());
        Function<View, List<Entry>> ask = view -> view.grounds(joined, open);
        List<List<Entry>> grounds =
                apart ? Halves.each(views, ask) : views.stream().map(ask).toList();
        for (int text = 0; text < texts.size(); text++) {
            String edition = texts.get(text).edition().id();
            grounds.get(text).forEach(entry -> by.add(edition + " " + entry.cite()));
        }
        return List.copyOf(by);
    }

    /// The texts that speak on a later day: those named, or whatever then binds; a text that was
    /// already speaking and has no known end goes on.
    private List<Text> inForceOn(
            LocalDate day,
            Scenario scenario,
            List<Edition> editions,
            List<Text> now,
            boolean named) {
        Map<String, Edition> all = new LinkedHashMap<>();
        now.forEach(t -> all.putIfAbsent(t.edition().id(), t.edition()));
        if (named) {
            editions.forEach(e -> all.putIfAbsent(e.id(), e));
        } else {
            library.entries().stream()
                    .filter(e -> !e.draft())
                    .map(library::edition)
                    .filter(e -> Binding.mayBind(e, scenario))
                    .forEach(e -> all.putIfAbsent(e.id(), e));
        }
        return all.values().stream()
                .filter(e -> e.inForce().mayCover(day))
                .map(e -> text(e, day))
                .toList();
    }

    /// The variables of a case that only time and interpretation move.
    static BitSet levels(Possibilities possibilities, boolean ofTime) {
        BitSet levels = new BitSet();
        for (Variable variable : possibilities.variables()) {
            boolean time =
                    variable.reading()
                            || possibilities.vocabulary().facts().get(variable.fact())
                                    instanceof Fact.Event;
            levels.set(variable.level(), time == ofTime);
        }
        return levels;
    }
}
