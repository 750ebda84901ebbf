package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Vocabulary;

/// Compares the compiled form with the plain evaluator, case by case.
///
/// A class is first filled by a *twin*: a case of the same class that differs in everything which,
/// as the class claims, cannot matter. Then the case itself is looked up, and so compared with what
/// the plain evaluator said of another. Cases whose look-up still had to ask are counted apart.
final class Agreement {

    private final Library library;
    private final Decider plain;
    private final List<Edition> editions;
    private final CompiledLibrary compiled;
    private final Row row;
    private final Row other;

    long compared;
    long byAnother;
    long impossible;
    long settledPlainly;
    long barred;
    long open;
    long owing;
    long lacking;

    /// What the plain evaluator said of the case before, where one text was asked.
    private Optional<Outcome> said = Optional.empty();

    Agreement(Library library, Decider plain, List<Edition> editions) {
        this.library = library;
        this.plain = plain;
        this.editions = editions;
        this.compiled =
                editions.isEmpty()
                        ? CompiledLibrary.of(library)
                        : CompiledLibrary.of(library, editions);
        this.row = compiled.row();
        this.other = compiled.row();
    }

    /// Compares one case; what differs, if anything does.
    Optional<String> compare(Scenario scenario, Random random) {
        fillByTwin(scenario, random);
        long before = compiled.asked();
        Ruling fast = compiled.decide(scenario, row);
        boolean foreign = compiled.asked() == before;
        said = Optional.empty();
        Ruling slow;
        try {
            slow =
                    CompiledLibrary.of(
                            editions.isEmpty()
                                    ? plain.decide(scenario)
                                    : plain.decide(scenario, editions));
        } catch (IllegalArgumentException _) {
            impossible++;
            return fast.way() == Ruling.Way.IMPOSSIBLE
                    ? Optional.empty()
                    : Optional.of("no possible person, and yet " + fast);
        }
        compared++;
        if (fast.way() == Ruling.Way.PLAIN) {
            settledPlainly++;
        } else if (foreign) {
            byAnother++;
        }
        for (OfText text : slow.texts()) {
            barred += text.lifting().isPresent() ? 1 : 0;
            count(text.outcome());
        }
        said =
                slow.texts().size() == 1
                        ? Optional.of(slow.texts().getFirst().outcome())
                        : Optional.empty();
        boolean alone = editions.size() == 1;
        return difference(alone ? fast : plain(fast), alone ? slow : plain(slow))
                .map(d -> d + "\n" + scenario);
    }

    /// What texts decided side by side make of the groups of a fact's values depends on the
    /// distinctions that the others draw; a class is what one text says alone. Which facts are
    /// missing, and all else, must be the same.
    private static Ruling plain(Ruling ruling) {
        return new Ruling(
                ruling.way(),
                ruling.texts().stream()
                        .map(t ->
                                new OfText(
                                        t.edition(),
                                        t.inForce(),
                                        new Outcome(withoutGroups(t.outcome().answer())),
                                        t.lifting()
                                                .map(l ->
                                                        new Ruling.Lifting(
                                                                l.lifts(),
                                                                l.then(),
                                                                withoutGroups(l.missingThen())))))
                        .toList(),
                ruling.together());
    }

    private static List<Missing> withoutGroups(List<Missing> missing) {
        return missing.stream()
                .map(m ->
                        m.would().containsKey("true")
                                ? m
                                : new Missing(m.fact(), m.kind(), new LinkedHashMap<>()))
                .toList();
    }

    private static Answer withoutGroups(Answer a) {
        return new Answer(
                a.edition(),
                a.binds(),
                a.inForce(),
                a.headlines(),
                withoutGroups(a.missing()),
                a.bindingMissing(),
                a.lifts(),
                a.then(),
                a.missingThen(),
                a.provisions(),
                a.duties(),
                a.weighing(),
                a.defeated(),
                a.readings(),
                a.underBurden(),
                a.verified(),
                a.reminders(),
                a.notReached());
    }

    /// Compares what a text says of one case, when a bar lifts left out; quicker by far.
    Optional<String> compareStanding(Scenario scenario, Edition edition, Random random) {
        Optional<Scenario> twin = twin(scenario, random);
        if (twin.isPresent() && other.fill(twin.get())) {
            compiled.standing(other, edition);
        }
        long before = compiled.asked();
        Optional<Outcome> fast =
                row.fill(scenario) ? compiled.standing(row, edition) : Optional.empty();
        boolean foreign = compiled.asked() == before;
        said = Optional.empty();
        Outcome slow;
        try {
            slow = Outcome.of(plain.standing(scenario, edition));
        } catch (IllegalArgumentException _) {
            impossible++;
            return fast.map(f -> "no possible person, and yet " + f);
        }
        compared++;
        count(slow);
        said = Optional.of(slow);
        if (fast.isEmpty()) {
            settledPlainly++;
            return Optional.empty();
        }
        byAnother += foreign ? 1 : 0;
        return difference(alone(edition, fast.get()), alone(edition, slow))
                .map(d -> d + "\n" + scenario);
    }

    private void count(Outcome outcome) {
        open += outcome.headlines().size() > 1 ? 1 : 0;
        owing += outcome.answer().duties().isEmpty() ? 0 : 1;
        lacking += outcome.answer().missing().isEmpty() ? 0 : 1;
    }

    /// What the plain evaluator said of the case that was compared last, if it was about one text.
    Optional<Outcome> said() {
        return said;
    }

    private static Ruling alone(Edition edition, Outcome outcome) {
        return new Ruling(
                Ruling.Way.COMPILED,
                List.of(new OfText(edition, Sureness.YES, outcome, Optional.empty())),
                Optional.empty());
    }

    private void fillByTwin(Scenario scenario, Random random) {
        twin(scenario, random).ifPresent(twin -> compiled.decide(twin, other));
    }

    /// Another case of the class, unless it has been filled already.
    private Optional<Scenario> twin(Scenario scenario, Random random) {
        if (!row.fill(scenario) || row.settle() != Row.Shape.PLAIN_SAILING) {
            return Optional.empty();
        }
        Set<String> asked = new TreeSet<>();
        boolean fresh = false;
        for (Edition edition : editions.isEmpty() ? library.editions() : editions) {
            if (editions.isEmpty() && !plain.mayBind(scenario, edition)) {
                continue;
            }
            Optional<CompiledText> text = compiled.text(edition.id(), scenario.day());
            if (text.isPresent()) {
                CompiledText.Leaf leaf = text.get().find(row, row.day());
                fresh |= leaf.outcome == null;
                text.get().asked(leaf).forEach(q -> asked.add(q.split(" ", -1)[0]));
            }
        }
        asked.addAll(Vocabulary.PRACTITIONER);
        return fresh
                ? Optional.of(Samples.twin(library, scenario, asked, random))
                : Optional.empty();
    }

    /// Where two rulings differ.
    static Optional<String> difference(Ruling fast, Ruling slow) {
        List<String> differences = new ArrayList<>();
        if (fast.texts().size() != slow.texts().size()) {
            return Optional.of("texts: %s for %s".formatted(ids(fast.texts()), ids(slow.texts())));
        }
        for (int i = 0; i < slow.texts().size(); i++) {
            OfText one = fast.texts().get(i);
            OfText two = slow.texts().get(i);
            String id = two.edition().id();
            same(differences, id + " edition", one.edition().id(), two.edition().id());
            same(differences, id + " in force", one.inForce(), two.inForce());
            same(differences, id + " lifts", one.lifting(), two.lifting());
            var a = one.outcome().answer();
            var b = two.outcome().answer();
            if (!a.equals(b)) {
                same(differences, id + " binds", a.binds(), b.binds());
                same(differences, id + " headlines", a.headlines(), b.headlines());
                same(differences, id + " missing", a.missing(), b.missing());
                same(differences, id + " binding missing", a.bindingMissing(), b.bindingMissing());
                same(differences, id + " duties", a.duties(), b.duties());
                same(differences, id + " weighing", a.weighing(), b.weighing());
                same(differences, id + " defeated", a.defeated(), b.defeated());
                same(differences, id + " readings", a.readings(), b.readings());
                same(differences, id + " burden", a.underBurden(), b.underBurden());
                same(differences, id + " verified", a.verified(), b.verified());
                same(
                        differences,
                        id + " provisions",
                        a.provisions().stream().map(g -> g.cite()).toList(),
                        b.provisions().stream().map(g -> g.cite()).toList());
                if (differences.isEmpty()) {
                    differences.add(id + ": " + a + " for " + b);
                }
            }
        }
        same(differences, "together", fast.together(), slow.together());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\n", differences));
    }

    private static List<String> ids(List<OfText> texts) {
        return texts.stream().map(t -> t.edition().id()).toList();
    }

    private static void same(List<String> differences, String what, Object one, Object two) {
        if (!Objects.equals(one, two)) {
            differences.add("%s: %s for %s".formatted(what, one, two));
        }
    }

    CompiledLibrary compiled() {
        return compiled;
    }
}
