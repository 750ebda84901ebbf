package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// How far norms reach over everybody who is possible at all, when nothing of a case is known.
///
/// For whoever looks a library over before any case is asked; the constraints of the vocabulary
/// count, other norms that might take one out of play do not.
public enum Reach {
    /// Some possible case is governed by the norm.
    SOME,
    /// Its conditions contradict one another, or the constraints: it governs nothing.
    NONE,
    /// Its exceptions cover every case that it reaches: it governs nothing either.
    SWALLOWED,
    /// It was given up before it was found out.
    NOT_DETERMINED;

    /// A norm makes some hundred nodes; one that makes more than these would make them for hours.
    private static final int MOST_NODES = 100_000;

    /// The reach of each norm that an edition states itself, worked out when it is asked for.
    ///
    /// @param day a day of the act; which one does not matter while no event is dated
    public static Function<Norm, Reach> ofNorms(Library library, Edition edition, LocalDate day) {
        // Laid out once for all of them, and only if one is asked for.
        Map<String, Laid> laid = new HashMap<>();
        return norm -> {
            try {
                return determined(
                        library,
                        laid.computeIfAbsent(
                                edition.id(), _ -> Laid.of(Text.of(library, edition, day))),
                        norm,
                        day);
            } catch (TooManyCases _) {
                return NOT_DETERMINED;
            }
        };
    }

    /// A text with its definitions, and with its own norms by their names.
    private record Laid(Text text, List<Entry> definitions, Map<NormName, List<Entry>> own) {

        static Laid of(Text text) {
            Map<NormName, List<Entry>> own = new HashMap<>();
            List<Entry> definitions = new ArrayList<>();
            for (Entry entry : text.entries()) {
                if (entry.norm() instanceof Norm.Definition) {
                    definitions.add(entry);
                }
                if (entry.home().id().equals(text.edition().id())) {
                    own.computeIfAbsent(entry.norm().name(), _ -> new ArrayList<>()).add(entry);
                }
            }
            return new Laid(text, definitions, own);
        }

        /// One norm with the definitions by which it reaches people, and nothing else.
        Text alone(Library library, Norm norm) {
            List<Entry> few = new ArrayList<>(definitions);
            few.addAll(own.getOrDefault(norm.name(), List.of()));
            return text.only(library, few);
        }
    }

    private static Reach determined(Library library, Laid laid, Norm norm, LocalDate day) {
        // One act at a time: a diagram over every act and every other unknown can be large.
        // And of a directive no other directive: what its neighbours distinguish changes nothing.
        Text text = norm instanceof Norm.Directive ? laid.alone(library, norm) : laid.text();
        var possibilities =
                new Possibilities(library, nothingKnown(norm, day), day, List.of(text), Set.of());
        possibilities.diagrams().atMost(MOST_NODES);
        var evaluator =
                new Evaluator<>(
                        possibilities.diagrams(),
                        text,
                        possibilities.toward(0, text),
                        false,
                        _ -> false);
        Reach reach = NONE;
        for (Entry entry : laid.own().getOrDefault(norm.name(), List.of())) {
            reach = reach(possibilities, evaluator, entry);
        }
        return reach;
    }

    private static Reach reach(
            Possibilities possibilities, Evaluator<Diagram> evaluator, Entry entry) {
        Diagrams diagrams = possibilities.diagrams();
        Diagram reaches = evaluator.opens(entry);
        if (diagrams.excluded(reaches)) {
            return NONE;
        }
        return diagrams.excluded(diagrams.and(reaches, diagrams.not(evaluator.excepts(entry))))
                ? SWALLOWED
                : SOME;
    }

    /// Pairs of an express permission in one text and a prohibition in another that some possible
    /// person, bound by both, would meet in one case.
    ///
    /// @param permissive whose permissions are looked at, borrowed ones left out
    /// @param strict whose prohibitions are looked at, borrowed ones left out
    public static List<Clash> clashes(
            Library library, Edition permissive, Edition strict, LocalDate day) {
        List<Clash> clashes = new ArrayList<>();
        for (Norm norm : permissive.norms()) {
            if (norm instanceof Norm.Directive directive && permits(directive)) {
                clashes.addAll(clashes(library, permissive, strict, directive, day));
            }
        }
        return clashes;
    }

    /// A permission and a prohibition of the same thing.
    public record Clash(Norm.Directive permission, Norm.Directive prohibition) {}

    private static boolean permits(Norm.Directive norm) {
        return norm.modality() == Modality.ALLOW || norm.butMay().isPresent();
    }

    private static List<Clash> clashes(
            Library library,
            Edition permissive,
            Edition strict,
            Norm.Directive permission,
            LocalDate day) {
        boolean sameAct =
                strict.norms().stream()
                        .anyMatch(n ->
                                n instanceof Norm.Directive d
                                        && d.modality() == Modality.FORBID
                                        && !d.acts().residual()
                                        && d.acts().leaves().stream()
                                                .anyMatch(permission.acts().leaves()::contains));
        if (!sameAct) {
            return List.of();
        }
        Text low = Text.of(library, permissive, day);
        Text high = Text.of(library, strict, day);
        var possibilities =
                new Possibilities(
                        library, nothingKnown(permission, day), day, List.of(low, high), Set.of());
        Diagrams diagrams = possibilities.diagrams();
        Diagram bound = diagrams.and(possibilities.binds(low), possibilities.binds(high));
        var permitting = evaluator(possibilities, low);
        var forbidding = evaluator(possibilities, high);
        Diagram permitted = diagrams.no();
        for (Entry entry : permitting.directives()) {
            if (entry.norm().name().equals(permission.name())) {
                Diagram given =
                        permission.modality() == Modality.ALLOW
                                ? permitting.stands(entry)
                                : permitting.permits(entry);
                permitted = diagrams.or(permitted, diagrams.and(bound, given));
            }
        }
        List<Clash> clashes = new ArrayList<>();
        for (Entry entry : forbidding.directives()) {
            if (entry.norm() instanceof Norm.Directive other
                    && entry.home().id().equals(strict.id())
                    && other.modality() == Modality.FORBID
                    && !other.acts().residual()
                    && !diagrams.excluded(diagrams.and(permitted, forbidding.stands(entry)))) {
                clashes.add(new Clash(permission, other));
            }
        }
        return clashes;
    }

    private static Evaluator<Diagram> evaluator(Possibilities possibilities, Text text) {
        return new Evaluator<>(
                possibilities.diagrams(), text, possibilities.toward(0, text), false, _ -> false);
    }

    private static Scenario nothingKnown(Norm norm, LocalDate day) {
        Map<String, Known> shared =
                norm instanceof Norm.Directive directive && !directive.acts().leaves().isEmpty()
                        ? Map.of("act", new Known.Value(directive.acts().leaves()))
                        : Map.of();
        return new Scenario(
                Known.Range.of(day),
                shared,
                List.of(new Scenario.Link("", Map.of())),
                Set.of(),
                Set.of());
    }
}
