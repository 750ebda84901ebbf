package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Assumption;
import org.plumbline.core.decide.Decision.Defeat;
import org.plumbline.core.decide.Decision.Duty;
import org.plumbline.core.decide.Decision.Ground;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.NotReached;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.decide.Decision.Weighing;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.scenario.Scenario;

/// One decision for an act whose date is known only in part, from the decisions of its days.
final class AcrossDays {

    private AcrossDays() {}

    /// @param days decisions on the first day of each piece of time within which nothing changes
    static Decision join(Scenario scenario, List<Decision> days) {
        Map<String, List<Answer>> byEdition = new LinkedHashMap<>();
        Map<String, List<String>> pieces = new LinkedHashMap<>();
        for (int day = 0; day < days.size(); day++) {
            String piece = piece(scenario, days, day);
            for (Answer answer : days.get(day).answers()) {
                pieces.computeIfAbsent(answer.edition().id(), _ -> new ArrayList<>()).add(piece);
                byEdition
                        .computeIfAbsent(answer.edition().id(), _ -> new ArrayList<>())
                        .add(answer);
            }
        }
        List<Together> together = days.stream().flatMap(d -> d.together().stream()).toList();
        return new Decision(
                scenario,
                together.isEmpty()
                        ? Optional.empty()
                        : Optional.of(joinTogether(together, together.size() < days.size())),
                byEdition.values().stream()
                        .map(all ->
                                joinAnswers(
                                        all,
                                        pieces.getOrDefault(
                                                all.getFirst().edition().id(), List.of())))
                        .toList(),
                joinAssumptions(days));
    }

    /// The days of a piece of time, from its first to the day before the next piece.
    private static String piece(Scenario scenario, List<Decision> days, int at) {
        java.time.LocalDate first = days.get(at).asOf().first();
        java.time.LocalDate last =
                at + 1 < days.size()
                        ? days.get(at + 1).asOf().first().minusDays(1)
                        : scenario.asOf().last();
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    /// A text that speaks on some of the days alone says what it says on those; that it may not have been in
    /// force, or may not bind, stands beside it.
    private static Answer joinAnswers(List<Answer> days, List<String> daysOf) {
        List<Answer> all = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            if (speaks(days.get(day).headlines())) {
                all.add(days.get(day));
                pieces.add(daysOf.get(day));
            }
        }
        if (all.isEmpty()) {
            all.addAll(days);
            pieces.addAll(daysOf);
        }
        Answer last = all.getLast();
        if (days.size() == 1) {
            return last;
        }
        boolean barred = all.stream().allMatch(a -> a.lifts().isPresent());
        List<Headline> headlines = headlines(all, Answer::headlines);
        List<Missing> missing = missing(all, Answer::missing);
        if (all.stream().map(Answer::headlines).distinct().count() > 1) {
            missing.add(dateIsMissing(all, pieces));
        }
        return new Answer(
                last.edition(),
                sure(days.stream().filter(AcrossDays::inForce).map(Answer::binds).toList())
                        .orElse(last.binds()),
                sure(days.stream().map(Answer::inForce).toList()).orElse(Sureness.UNKNOWN),
                headlines,
                headlines.size() == 1 ? List.of() : missing,
                union(all, Answer::bindingMissing),
                barred ? last.lifts() : Optional.empty(),
                barred ? last.then() : List.of(),
                barred ? last.missingThen() : List.of(),
                byKey(all, Answer::provisions, Ground::cite, AcrossDays::both),
                duties(all),
                byKey(
                        all,
                        Answer::weighing,
                        Weighing::factor,
                        (one, other) -> new Weighing(one.factor(), both(one.from(), other.from()))),
                byKey(
                        all,
                        Answer::defeated,
                        Defeat::cite,
                        (one, other) -> new Defeat(one.cite(), both(one.by(), other.by()))),
                union(all, Answer::readings),
                headlines(all, Answer::underBurden),
                worst(all),
                byKey(all, Answer::reminders, Ground::cite, AcrossDays::both),
                last.notReached().stream().filter(n -> isReachedOnNone(all, n)).toList());
    }

    private static boolean isReachedOnNone(List<Answer> all, NotReached norm) {
        return all.stream()
                .allMatch(a ->
                        a.notReached().stream()
                                .anyMatch(n ->
                                        n.cite().equals(norm.cite())
                                                && n.norm().name().equals(norm.norm().name())));
    }

    private static Ground both(Ground one, Ground other) {
        List<Norm> norms = new ArrayList<>();
        for (Norm norm : one.provision().allNorms()) {
            if (Stream.concat(one.norms().stream(), other.norms().stream())
                    .anyMatch(n -> n.name().equals(norm.name()))) {
                norms.add(norm);
            }
        }
        return new Ground(
                one.cite(),
                one.home(),
                one.provision(),
                Stream.of(one.effect(), other.effect())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()),
                norms);
    }

    /// A duty attaches for certain if it does on each of the days, and is done if it is on each on
    /// which it may attach.
    private static List<Duty> duties(List<Answer> all) {
        List<Duty> any =
                byKey(
                        all,
                        Answer::duties,
                        Duty::id,
                        (one, other) ->
                                new Duty(
                                        one.id(),
                                        both(one.from(), other.from()),
                                        one.must() || other.must(),
                                        one.certain() && other.certain(),
                                        done(one.done(), other.done())));
        return any.stream()
                .map(d ->
                        new Duty(
                                d.id(),
                                d.from(),
                                d.must(),
                                d.certain()
                                        && all.stream()
                                                .allMatch(a ->
                                                        a.duties().stream()
                                                                .anyMatch(o ->
                                                                        o.id().equals(d.id()))),
                                d.done()))
                .toList();
    }

    private static Sureness done(Sureness one, Sureness other) {
        return one == other
                ? one
                : one == Sureness.NO || other == Sureness.NO ? Sureness.NO : Sureness.UNKNOWN;
    }

    private static List<String> both(List<String> one, List<String> other) {
        TreeSet<String> words = new TreeSet<>(one);
        words.addAll(other);
        return List.copyOf(words);
    }

    private static Missing dateIsMissing(List<Answer> all, List<String> pieces) {
        SequencedMap<String, List<Headline>> would = new LinkedHashMap<>();
        for (int piece = 0; piece < all.size(); piece++) {
            would.merge(pieces.get(piece), all.get(piece).headlines(), View::union);
        }
        return new Missing("date", "event", would);
    }

    /// Days on which no text spoke are silent beside those on which one did: what one permits, it does not
    /// permit on them.
    ///
    /// @param unspoken whether there are days on which no text spoke
    private static Together joinTogether(List<Together> all, boolean unspoken) {
        Together last = all.getLast();
        boolean barred = !unspoken && all.stream().allMatch(t -> t.lifts().isPresent());
        TreeSet<Headline> headlines = new TreeSet<>(headlines(all, Together::headlines));
        if (unspoken) {
            headlines.add(Headline.SILENT);
        }
        return new Together(
                List.copyOf(headlines),
                barred ? last.lifts() : Optional.empty(),
                barred ? last.then() : List.of(),
                missing(all, Together::missing),
                union(all, Together::by));
    }

    private static List<Assumption> joinAssumptions(List<Decision> days) {
        return byKey(
                days,
                Decision::assumed,
                Assumption::fact,
                (one, other) ->
                        new Assumption(
                                one.fact(),
                                one.value(),
                                both(one.would(), other.would()),
                                both(one.editions(), other.editions())));
    }

    private static <A> List<Headline> headlines(List<A> all, Function<A, List<Headline>> of) {
        TreeSet<Headline> headlines = new TreeSet<>();
        all.forEach(a -> headlines.addAll(of.apply(a)));
        return List.copyOf(headlines);
    }

    private static <A> List<Missing> missing(List<A> all, Function<A, List<Missing>> of) {
        Map<String, Missing> byFact = new TreeMap<>();
        for (A one : all) {
            for (Missing missing : of.apply(one)) {
                byFact.merge(
                        missing.fact(),
                        missing,
                        (left, right) ->
                                new Missing(
                                        left.fact(),
                                        left.kind(),
                                        both(left.would(), right.would())));
            }
        }
        return new ArrayList<>(byFact.values());
    }

    private static SequencedMap<String, List<Headline>> both(
            SequencedMap<String, List<Headline>> one, SequencedMap<String, List<Headline>> other) {
        SequencedMap<String, List<Headline>> would = new LinkedHashMap<>(one);
        other.forEach((value, headlines) -> would.merge(value, headlines, View::union));
        return would;
    }

    private static <A> List<String> union(List<A> all, Function<A, List<String>> of) {
        TreeSet<String> words = new TreeSet<>();
        all.forEach(a -> words.addAll(of.apply(a)));
        return List.copyOf(words);
    }

    /// What any of them holds; what several hold under one key, as both hold it.
    private static <A, B> List<B> byKey(
            List<A> all, Function<A, List<B>> of, Function<B, String> key, BinaryOperator<B> both) {
        Map<String, B> byKey = new TreeMap<>();
        all.forEach(a -> of.apply(a).forEach(b -> byKey.merge(key.apply(b), b, both)));
        return List.copyOf(byKey.values());
    }

    private static boolean speaks(List<Headline> headlines) {
        return !headlines.equals(List.of(Headline.NOT_IN_FORCE))
                && !headlines.equals(List.of(Headline.NOT_BOUND));
    }

    private static boolean inForce(Answer answer) {
        return !answer.headlines().equals(List.of(Headline.NOT_IN_FORCE));
    }

    /// What all say, or that it is not known; absent where there is none.
    private static Optional<Sureness> sure(List<Sureness> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LinkedHashSet<>(all).size() == 1 ? all.getFirst() : Sureness.UNKNOWN);
    }

    private static final List<String> LEVELS =
            List.of(
                    "edition",
                    "text",
                    "text-part",
                    "abstract",
                    "secondary",
                    "memory",
                    "illustrative",
                    "excerpt");

    private static String worst(List<Answer> all) {
        return all.stream()
                .map(Answer::verified)
                .max(Comparator.comparingInt(LEVELS::indexOf))
                .orElseThrow();
    }
}
