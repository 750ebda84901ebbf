package org.plumbline.bench.neutral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.bench.neutral.NeutralNorm.Literal;
import org.plumbline.bench.neutral.NeutralNorm.Verb;
import org.plumbline.bulk.NormStatus;

/// What the workload asks to be said of a row.
///
/// @param verdicts for each code with a norm that applies, the strictest verb
/// @param norms those that apply, by id
/// @param missing the unknown facts that could make a code stricter
public record NeutralAnswer(Map<String, Verb> verdicts, List<String> norms, Set<String> missing) {

    public NeutralAnswer {
        verdicts = Map.copyOf(verdicts);
        norms = List.copyOf(norms);
        missing = Set.copyOf(missing);
    }

    /// How a norm stands, in the workload's words.
    private record Standing(NeutralNorm norm, Optional<Boolean> applies, List<String> openFacts) {}

    /// The answer that how our norms stand toward a class comes to.
    ///
    /// @param norms the workload's norms by id
    public static NeutralAnswer of(Map<String, NeutralNorm> norms, List<NormStatus> statuses) {
        List<Standing> standings = new ArrayList<>();
        for (NormStatus status : statuses) {
            NeutralNorm norm = norms.get(status.norm().provision());
            if (norm == null) {
                throw new IllegalStateException("no norm " + status.norm());
            }
            standings.add(
                    new Standing(
                            norm,
                            switch (status.standing()) {
                                case APPLIES -> Optional.of(true);
                                case DOES_NOT -> Optional.of(false);
                                case OPEN -> Optional.empty();
                            },
                            status.keptOpenBy()));
        }
        return of(standings);
    }

    /// The same by reading the norms one after another, which is how the workload is defined.
    public static NeutralAnswer plainly(NeutralWorkload workload, NeutralCase row) {
        return of(workload.norms().stream().map(n -> standing(workload, n, row)).toList());
    }

    private static NeutralAnswer of(List<Standing> standings) {
        Map<String, Verb> verdicts = new TreeMap<>();
        Set<String> applying = new TreeSet<>();
        for (Standing standing : standings) {
            if (standing.applies().orElse(false)) {
                applying.add(standing.norm().id());
                verdicts.merge(
                        standing.norm().code(),
                        standing.norm().verb(),
                        (one, two) -> one.compareTo(two) >= 0 ? one : two);
            }
        }
        Set<String> missing = new TreeSet<>();
        for (Standing standing : standings) {
            Verb verdict = verdicts.get(standing.norm().code());
            if (standing.applies().isEmpty()
                    && (verdict == null || standing.norm().verb().compareTo(verdict) > 0)) {
                missing.addAll(standing.openFacts());
            }
        }
        return new NeutralAnswer(verdicts, List.copyOf(applying), missing);
    }

    // ── One norm, one row ───────────────────────────────────────────────────────────────────

    private static Standing standing(NeutralWorkload workload, NeutralNorm norm, NeutralCase row) {
        Set<String> professions = workload.codes().getOrDefault(norm.code(), Set.of());
        List<String> open = new ArrayList<>();
        if (!professions.contains(row.profession())
                || !norm.acts().contains(row.act())
                || !norm.parties().contains(row.party())
                || !norm.media().contains(row.medium())
                || !inPlay(norm.bar(), row)) {
            return new Standing(norm, Optional.of(false), open);
        }
        Optional<Boolean> applies = all(norm.when(), row);
        if (applies.isEmpty()) {
            open.addAll(unknown(norm.when(), row));
        }
        for (List<Literal> group : norm.unless()) {
            Optional<Boolean> excused = all(group, row);
            if (excused.isEmpty()) {
                open.addAll(unknown(group, row));
                applies = applies.filter(so -> !so);
            } else if (excused.get()) {
                applies = Optional.of(false);
                break;
            }
        }
        return new Standing(norm, applies, open);
    }

    private static boolean inPlay(NeutralNorm.Bar bar, NeutralCase row) {
        boolean within = row.daysSince().isEmpty() || row.daysSince().getAsInt() < bar.days();
        return bar.days() == 0 || within != bar.beyond();
    }

    private static Optional<Boolean> all(List<Literal> literals, NeutralCase row) {
        boolean open = false;
        for (Literal literal : literals) {
            Boolean known = row.facts().get(literal.fact());
            if (known == null) {
                open = true;
            } else if (known != literal.so()) {
                return Optional.of(false);
            }
        }
        return open ? Optional.empty() : Optional.of(true);
    }

    private static List<String> unknown(List<Literal> literals, NeutralCase row) {
        return literals.stream()
                .map(Literal::fact)
                .filter(fact -> !row.facts().containsKey(fact))
                .toList();
    }
}
