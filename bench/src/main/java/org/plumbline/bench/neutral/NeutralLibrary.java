package org.plumbline.bench.neutral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.bulk.Row;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Strength;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.vocabulary.Asking;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// The workload as a library of ours: each code an edition, each norm a provision with one norm.
///
/// A bar of so many days is a window after the end of the service, its last day left out; its
/// complement is the window beyond. A row is a case on one day, and the days since the end become the
/// day of the end.
public final class NeutralLibrary {

    /// The day on which every row is decided.
    public static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static final String ENDED = "service-ended";

    private final NeutralWorkload workload;
    private final SequencedMap<String, Fact> facts = new LinkedHashMap<>();
    private final SequencedMap<String, Party> parties = new LinkedHashMap<>();

    private NeutralLibrary(NeutralWorkload workload) {
        this.workload = workload;
    }

    /// The library of a workload.
    public static Library of(NeutralWorkload workload) {
        return new NeutralLibrary(workload).library();
    }

    /// Puts a case into a row.
    public static void fill(Row row, NeutralCase of) {
        row.clear();
        row.day(DAY);
        row.set("profession", new Known.Sets(List.of(Set.of(of.profession()))));
        row.set("act", value(of.act()));
        row.set("form", value("doing"));
        row.set("role", value(of.party()));
        row.set("stage", value("any-stage"));
        row.set("tie", value("self"));
        row.set("medium", value(of.medium()));
        row.set(
                ENDED,
                of.daysSince().isEmpty()
                        ? new Known.Days(List.of(), true)
                        : new Known.Days(
                                List.of(Known.Range.of(DAY.minusDays(of.daysSince().getAsInt()))),
                                false));
        of.facts().forEach((fact, so) -> row.set(fact, value(so.toString())));
    }

    private static Known value(String word) {
        return new Known.Value(Set.of(word));
    }

    // ── Words ───────────────────────────────────────────────────────────────────────────────

    private Library library() {
        for (String held : Vocabulary.PRACTITIONER) {
            List<String> values =
                    held.equals("profession") ? workload.professions() : List.of("some");
            facts.put(
                    held,
                    new Fact.SomeOf(
                            held,
                            values,
                            new LinkedHashMap<>(),
                            false,
                            "is {}",
                            Optional.empty(),
                            Optional.empty(),
                            Map.of()));
        }
        oneOf("act", workload.acts());
        oneOf("form", List.of("doing"));
        oneOf("role", workload.parties());
        oneOf("stage", List.of("any-stage"));
        oneOf("tie", List.of("self"));
        oneOf("medium", workload.media());
        for (String fact : workload.facts()) {
            facts.put(
                    fact,
                    new Fact.YesNo(
                            fact, Fact.Sort.CIRCUMSTANCE, fact, "not " + fact, Optional.empty()));
        }
        facts.put(ENDED, new Fact.Event(ENDED, "the service ended"));
        for (String party : workload.parties()) {
            parties.put(
                    party,
                    new Party(party, Set.of(party), Set.of("any-stage"), Set.of("self"), party));
        }
        Map<String, Edition> editions = new TreeMap<>();
        workload.codes()
                .forEach((code, professions) -> editions.put(code, edition(code, professions)));
        return new Library(
                new Vocabulary(
                        facts,
                        parties,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        List.of(),
                        List.of("association-code"),
                        new LinkedHashMap<>(),
                        new Asking(Map.of(), Set.of()),
                        List.of()),
                List.of(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                editions.values().stream()
                        .map(e ->
                                new Library.Entry(
                                        e.id(), e.body(), e.level(), e.draft(), e.id() + ".yaml"))
                        .toList(),
                entry -> Objects.requireNonNull(editions.get(entry.id())),
                "neutral");
    }

    private void oneOf(String id, List<String> values) {
        facts.put(
                id,
                new Fact.OneOf(
                        id,
                        values,
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        "{}",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    // ── Norms ───────────────────────────────────────────────────────────────────────────────

    private Edition edition(String code, Set<String> professions) {
        var profession = (Fact.Worded) fact("profession");
        List<String> ordered = List.copyOf(new TreeSet<>(professions));
        return new Edition(
                code,
                "body-" + code,
                "Code " + code,
                InForce.always(),
                "association-code",
                Encoded.WHOLE,
                new Condition.Has(profession, ordered, professions),
                List.of(),
                List.of(),
                "a professional",
                Strength.ENFORCEABLE,
                new Reckoning(LastDay.EXCLUDED, Rounding.DOWN),
                false,
                workload.norms().stream()
                        .filter(n -> n.code().equals(code))
                        .map(n -> provision(code, n))
                        .toList());
    }

    private Provision provision(String code, NeutralNorm norm) {
        return new Provision(
                norm.id(),
                "Norm " + norm.id(),
                "An invented norm.",
                "invented",
                Verified.ILLUSTRATIVE,
                Optional.empty(),
                List.of(directive(code, norm)),
                new LinkedHashMap<>());
    }

    private Norm directive(String code, NeutralNorm norm) {
        List<String> acts = List.copyOf(new TreeSet<>(norm.acts()));
        boolean anyMedium = norm.media().size() == workload.media().size();
        return new Norm.Directive(
                new NormName(code, norm.id(), Optional.empty(), "1"),
                switch (norm.verb()) {
                    case FORBID -> Modality.FORBID;
                    case ADVISE_AGAINST -> Modality.ADVISE_AGAINST;
                    case REQUIRE -> Modality.REQUIRE;
                    case ALLOW -> Modality.ALLOW;
                },
                new Acts(acts, List.of(), norm.acts()),
                List.of(),
                norm.parties().stream().sorted().map(this::party).toList(),
                anyMedium
                        ? Norm.Media.ANY
                        : new Norm.Media(List.copyOf(new TreeSet<>(norm.media())), norm.media()),
                window(norm.bar()),
                all(norm.when()),
                norm.unless().isEmpty()
                        ? Condition.NEVER
                        : new Condition.Any(norm.unless().stream().map(this::all).toList()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                "");
    }

    private Window window(NeutralNorm.Bar bar) {
        if (bar.days() == 0) {
            return Window.ALWAYS;
        }
        var within =
                new Window.Within(
                        new Length(0, bar.days(), bar.days() + " days"),
                        new Window.Anchor(Window.Start.AFTER, List.of((Fact.Event) fact(ENDED))),
                        new Reckoning(LastDay.EXCLUDED, Rounding.DOWN));
        return bar.beyond() ? new Window.Beyond(within) : within;
    }

    private Condition all(List<NeutralNorm.Literal> literals) {
        List<Condition> parts = new ArrayList<>();
        for (NeutralNorm.Literal literal : literals) {
            var holds = new Condition.Holds((Fact.YesNo) fact(literal.fact()));
            parts.add(literal.so() ? holds : new Condition.Not(holds));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Fact fact(String id) {
        Fact fact = facts.get(id);
        if (fact == null) {
            throw new IllegalArgumentException("no fact `" + id + "`");
        }
        return fact;
    }

    private Party party(String id) {
        Party party = parties.get(id);
        if (party == null) {
            throw new IllegalArgumentException("no party `" + id + "`");
        }
        return party;
    }
}
