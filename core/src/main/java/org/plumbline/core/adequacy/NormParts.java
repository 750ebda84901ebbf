package org.plumbline.core.adequacy;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Norms with one part exchanged; everything else, the name too, stays.
final class NormParts {

    private NormParts() {}

    static Norm window(Norm norm, Window window) {
        return switch (norm) {
            case Norm.Directive d -> new Draft(d).window(window).norm();
            case Norm.Definition d ->
                    new Norm.Definition(
                            d.name(),
                            d.counted(),
                            d.as(),
                            d.acts(),
                            window,
                            d.when(),
                            d.unless(),
                            d.reads());
            case Norm.SetAside s ->
                    new Norm.SetAside(
                            s.name(),
                            s.target(),
                            s.with(),
                            window,
                            s.when(),
                            s.unless(),
                            s.burden(),
                            s.cites(),
                            s.reads());
        };
    }

    static Norm when(Norm norm, Condition when) {
        return conditions(norm, when, norm.unless());
    }

    static Norm unless(Norm norm, Condition unless) {
        return conditions(norm, norm.when(), unless);
    }

    private static Norm conditions(Norm norm, Condition when, Condition unless) {
        return switch (norm) {
            case Norm.Directive d -> new Draft(d).conditions(when, unless).norm();
            case Norm.Definition d ->
                    new Norm.Definition(
                            d.name(),
                            d.counted(),
                            d.as(),
                            d.acts(),
                            d.window(),
                            when,
                            unless,
                            d.reads());
            case Norm.SetAside s ->
                    new Norm.SetAside(
                            s.name(),
                            s.target(),
                            s.with(),
                            s.window(),
                            when,
                            unless,
                            s.burden(),
                            s.cites(),
                            s.reads());
        };
    }

    static Optional<Norm.ButMay> butMay(Norm norm) {
        return norm instanceof Norm.Directive d ? d.butMay() : Optional.empty();
    }

    /// The people a norm speaks of by name; none for a set-aside toward anybody.
    static List<Party> people(Norm norm) {
        return switch (norm) {
            case Norm.Directive d -> d.with();
            case Norm.Definition d -> List.of(d.counted());
            case Norm.SetAside s -> s.with();
        };
    }

    /// The norm with other people.
    ///
    /// @param people as many as the norm can hold; of a definition the first alone is taken
    static Norm people(Norm norm, List<Party> people) {
        return switch (norm) {
            case Norm.Directive d -> new Draft(d).people(people).norm();
            case Norm.Definition d ->
                    new Norm.Definition(
                            d.name(),
                            people.getFirst(),
                            d.as(),
                            d.acts(),
                            d.window(),
                            d.when(),
                            d.unless(),
                            d.reads());
            case Norm.SetAside s ->
                    new Norm.SetAside(
                            s.name(),
                            s.target(),
                            people,
                            s.window(),
                            s.when(),
                            s.unless(),
                            s.burden(),
                            s.cites(),
                            s.reads());
        };
    }

    /// A directive that is being changed.
    static final class Draft {
        private final Norm.Directive from;
        private org.plumbline.core.norm.Modality modality;
        private List<Party> people;
        private Window window;
        private Condition when;
        private Condition unless;
        private Optional<Norm.ButMay> butMay;
        private List<Fact.YesNo> duties;
        private List<Fact.YesNo> advised;
        private Optional<Norm.Breach> breach;

        Draft(Norm.Directive from) {
            this.from = from;
            modality = from.modality();
            people = from.with();
            window = from.window();
            when = from.when();
            unless = from.unless();
            butMay = from.butMay();
            duties = from.duties();
            advised = from.advisedDuties();
            breach = from.breach();
        }

        Draft modality(org.plumbline.core.norm.Modality to) {
            modality = to;
            return this;
        }

        Draft people(List<Party> to) {
            people = to;
            return this;
        }

        Draft window(Window to) {
            window = to;
            return this;
        }

        Draft conditions(Condition toWhen, Condition toUnless) {
            when = toWhen;
            unless = toUnless;
            return this;
        }

        Draft butMay(Optional<Norm.ButMay> to) {
            butMay = to;
            return this;
        }

        Draft duties(List<Fact.YesNo> to) {
            duties = to;
            return this;
        }

        Draft advised(List<Fact.YesNo> to) {
            advised = to;
            return this;
        }

        Draft breach(Optional<Norm.Breach> to) {
            breach = to;
            return this;
        }

        Norm.Directive norm() {
            return new Norm.Directive(
                    from.name(),
                    modality,
                    from.acts(),
                    from.also(),
                    people,
                    from.media(),
                    window,
                    when,
                    unless,
                    butMay,
                    duties,
                    advised,
                    from.weighing(),
                    from.burden(),
                    from.overrides(),
                    breach,
                    from.reads());
        }
    }
}
