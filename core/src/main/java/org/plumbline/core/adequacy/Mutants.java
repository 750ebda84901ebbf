package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.core.adequacy.NormParts.Draft;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// Makes the mutants of an edition, always the same ones in the same order.
public final class Mutants {

    private final Library library;
    private final Edition edition;
    private final Norm norm;
    private final List<Mutant> made = new ArrayList<>();

    private Mutants(Library library, Edition edition, Norm norm) {
        this.library = library;
        this.edition = edition;
        this.norm = norm;
    }

    /// Every mutant of every norm that an edition states itself.
    public static List<Mutant> of(Library library, Edition edition) {
        List<Mutant> all = new ArrayList<>();
        for (Norm norm : edition.norms()) {
            all.addAll(of(library, edition, norm));
        }
        return all;
    }

    /// Every mutant of one norm of an edition.
    public static List<Mutant> of(Library library, Edition edition, Norm norm) {
        var mutants = new Mutants(library, edition, norm);
        mutants.modality();
        mutants.people();
        mutants.window();
        mutants.conditions();
        mutants.exceptions();
        mutants.duties();
        return mutants.made;
    }

    private void add(Operator operator, String change, Norm mutated) {
        if (!mutated.equals(norm)) {
            made.add(
                    new Mutant(
                            norm.name(), operator, change, mutated, NormSwap.in(edition, mutated)));
        }
    }

    // ── Verb and people ─────────────────────────────────────────────────────────────────────

    /// The nearest verb, and one that says the opposite.
    private void modality() {
        if (norm instanceof Norm.Directive d) {
            List<Modality> others =
                    switch (d.modality()) {
                        case FORBID -> List.of(Modality.ADVISE_AGAINST, Modality.ALLOW);
                        case ADVISE_AGAINST -> List.of(Modality.FORBID, Modality.ALLOW);
                        case REQUIRE -> List.of(Modality.ADVISE, Modality.FORBID);
                        case ADVISE -> List.of(Modality.REQUIRE, Modality.ADVISE_AGAINST);
                        case ALLOW -> List.of(Modality.ADVISE, Modality.FORBID);
                        case UPON -> List.of(Modality.ALLOW, Modality.FORBID);
                    };
            for (Modality other : others) {
                add(
                        Operator.MODALITY,
                        d.modality().key() + " → " + other.key(),
                        new Draft(d).modality(other).norm());
            }
        }
    }

    private void people() {
        List<Party> people = NormParts.people(norm);
        if (people.size() > 1) {
            for (Party party : people) {
                List<Party> rest = people.stream().filter(p -> !p.equals(party)).toList();
                add(Operator.PARTY_DROPPED, "without " + party.id(), NormParts.people(norm, rest));
            }
        }
        if (!people.isEmpty()) {
            neighbour(people)
                    .ifPresent(party -> {
                        List<Party> more = new ArrayList<>();
                        more.add(party);
                        more.addAll(people);
                        add(
                                Operator.PARTY_ADDED,
                                "with " + party.id() + " too",
                                NormParts.people(norm, more));
                    });
        }
    }

    /// Somebody not protected yet who is as like those who are as may be.
    private Optional<Party> neighbour(List<Party> people) {
        return library.vocabulary().parties().values().stream()
                .filter(p -> !p.id().equals(Vocabulary.ANYONE))
                .filter(p -> people.stream().noneMatch(p::within))
                .min(Comparator.comparingInt(p -> -likeness(p, people)));
    }

    private static int likeness(Party party, List<Party> people) {
        return people.stream()
                .mapToInt(other ->
                        (other.roles().equals(party.roles()) ? 4 : 0)
                                + (other.ties().equals(party.ties()) ? 2 : 0)
                                + (other.stages().equals(party.stages()) ? 1 : 0))
                .max()
                .orElse(0);
    }

    // ── Windows ─────────────────────────────────────────────────────────────────────────────

    private void window() {
        windows(norm.window(), other -> NormParts.window(norm, other));
        inConditions(norm.when(), other -> NormParts.when(norm, other), this::windowsInPlace);
        inConditions(norm.unless(), other -> NormParts.unless(norm, other), this::windowsInPlace);
    }

    private void windowsInPlace(Condition atom, Function<Condition, Norm> with) {
        if (atom instanceof Condition.During(var window)) {
            windows(window, other -> with.apply(new Condition.During(other)));
        }
    }

    private void windows(Window window, Function<Window, Norm> with) {
        switch (window) {
            case Window.Always _ -> {}
            case Window.Within within -> withins(within, with);
            case Window.Beyond(var bar) -> {
                withins(bar, other -> with.apply(beyond(other)));
                add(Operator.WINDOW_LENGTH, "beyond → within", with.apply(bar));
            }
        }
    }

    private static Window beyond(Window bar) {
        return bar instanceof Window.Within within ? new Window.Beyond(within) : Window.ALWAYS;
    }

    private void withins(Window.Within within, Function<Window, Norm> with) {
        Length length = within.length();
        add(
                Operator.WINDOW_LENGTH,
                length.words() + " → a day longer",
                with.apply(length(within, length.months(), length.days() + 1)));
        if (length.months() > 1) {
            add(
                    Operator.WINDOW_LENGTH,
                    length.words() + " → a month shorter",
                    with.apply(length(within, length.months() - 1, length.days())));
        } else if (length.days() > 1) {
            add(
                    Operator.WINDOW_LENGTH,
                    length.words() + " → a day shorter",
                    with.apply(length(within, length.months(), length.days() - 1)));
        }
        add(Operator.WINDOW_LENGTH, length.words() + " → always", with.apply(Window.ALWAYS));
        anchors(within, with);
    }

    private static Window.Within length(Window.Within within, int months, int days) {
        return new Window.Within(
                new Length(months, days, within.length().words() + ", changed"),
                within.anchor(),
                within.reckoning());
    }

    private void anchors(Window.Within within, Function<Window, Norm> with) {
        Window.Anchor anchor = within.anchor();
        switch (anchor.start()) {
            case AFTER -> {
                Fact.Event event = anchor.events().getFirst();
                other(event)
                        .ifPresent(o ->
                                add(
                                        Operator.EVENT,
                                        event.id() + " → " + o.id(),
                                        with.apply(
                                                anchored(within, Window.Start.AFTER, List.of(o)))));
            }
            case LATER_OF ->
                    add(
                            Operator.EVENT,
                            "the later → the earlier",
                            with.apply(anchored(within, Window.Start.EARLIER_OF, anchor.events())));
            case EARLIER_OF ->
                    add(
                            Operator.EVENT,
                            "the earlier → the later",
                            with.apply(anchored(within, Window.Start.LATER_OF, anchor.events())));
        }
    }

    private static Window.Within anchored(
            Window.Within within, Window.Start start, List<Fact.Event> events) {
        return new Window.Within(
                within.length(), new Window.Anchor(start, events), within.reckoning());
    }

    /// The event that stands next to this one in the vocabulary, where those alike stand together.
    private Optional<Fact.Event> other(Fact.Event event) {
        List<Fact.Event> all = library.vocabulary().events();
        int at = all.indexOf(event);
        return all.size() < 2 ? Optional.empty() : Optional.of(all.get(at > 0 ? at - 1 : at + 1));
    }

    // ── Conditions, exceptions, duties ──────────────────────────────────────────────────────

    private void conditions() {
        inConditions(norm.when(), other -> NormParts.when(norm, other), this::negated);
        inConditions(norm.unless(), other -> NormParts.unless(norm, other), this::negated);
        if (norm instanceof Norm.Directive d) {
            d.butMay()
                    .ifPresent(may ->
                            inConditions(
                                    may.when(),
                                    other -> new Draft(d).butMay(when(may, other)).norm(),
                                    this::negated));
        }
    }

    private static Optional<Norm.ButMay> when(Norm.ButMay may, Condition when) {
        return Optional.of(new Norm.ButMay(when, may.duties(), may.advisedDuties()));
    }

    private void negated(Condition atom, Function<Condition, Norm> with) {
        add(
                Operator.CONDITION_NEGATED,
                "not " + ShortWords.of(atom),
                with.apply(new Condition.Not(atom)));
    }

    private interface InPlace {
        void change(Condition atom, Function<Condition, Norm> with);
    }

    private static void inConditions(
            Condition condition, Function<Condition, Norm> with, InPlace change) {
        List<Condition> atoms = Atoms.of(condition);
        for (int i = 0; i < atoms.size(); i++) {
            int place = i;
            change.change(atoms.get(i), other -> with.apply(Atoms.with(condition, place, other)));
        }
    }

    private void exceptions() {
        if (!norm.unless().equals(Condition.NEVER)) {
            add(
                    Operator.EXCEPTION_DROPPED,
                    "without its exception",
                    NormParts.unless(norm, Condition.NEVER));
        }
        if (norm instanceof Norm.Directive d && d.butMay().isPresent()) {
            add(
                    Operator.EXCEPTION_DROPPED,
                    "without its express exception",
                    new Draft(d).butMay(Optional.empty()).norm());
        }
    }

    private void duties() {
        if (norm instanceof Norm.Directive d) {
            each(d.duties(), rest -> new Draft(d).duties(rest).norm());
            each(d.advisedDuties(), rest -> new Draft(d).advised(rest).norm());
            d.butMay().ifPresent(may -> dutiesOf(d, may));
            d.breach()
                    .ifPresent(breach ->
                            each(
                                    breach.duties(),
                                    rest ->
                                            new Draft(d)
                                                    .breach(
                                                            Optional.of(
                                                                    new Norm.Breach(
                                                                            breach.consequence(),
                                                                            rest)))
                                                    .norm()));
        }
    }

    private void dutiesOf(Norm.Directive d, Norm.ButMay may) {
        each(
                may.duties(),
                rest ->
                        new Draft(d)
                                .butMay(
                                        Optional.of(
                                                new Norm.ButMay(
                                                        may.when(), rest, may.advisedDuties())))
                                .norm());
        each(
                may.advisedDuties(),
                rest ->
                        new Draft(d)
                                .butMay(
                                        Optional.of(
                                                new Norm.ButMay(may.when(), may.duties(), rest)))
                                .norm());
    }

    private void each(List<Fact.YesNo> duties, Function<List<Fact.YesNo>, Norm> with) {
        for (Fact.YesNo duty : duties) {
            add(
                    Operator.DUTY_DROPPED,
                    "without " + duty.id(),
                    with.apply(duties.stream().filter(x -> !x.equals(duty)).toList()));
        }
    }
}
