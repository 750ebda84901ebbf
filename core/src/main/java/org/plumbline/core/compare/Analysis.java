package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;

/// A whole library looked over: each text by itself, and each two that can bind one person on one
/// day and pull apart on some act.
///
/// What was found of a text, or of two, is remembered by the content of what it rests on, so that
/// after a change only what the change touches is looked at anew.
public final class Analysis {

    /// What was found before, by what it rests on. Asked from several threads.
    public interface Memory {
        /// The insights kept under a name.
        Optional<List<Insight>> get(String name);

        /// Keeps insights under a name.
        void put(String name, List<Insight> insights);

        /// Nothing is kept.
        Memory NONE =
                new Memory() {
                    @Override
                    public Optional<List<Insight>> get(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void put(String name, List<Insight> insights) {}
                };
    }

    /// To be raised with every change of what a query finds or how it is told.
    private static final String VERSION = "4";

    private static final List<Query> OF_ONE =
            List.of(
                    new VacuousNorm(),
                    new RedundantNorm(),
                    new MaskedException(),
                    new Contradiction(),
                    new UnrankedConflict(),
                    new TimeSeam(),
                    new UnreachableDuty(),
                    new Gap(),
                    new JudgementOnly());

    private static final List<Query> OF_TWO = List.of(new HardConflict(), new SoftConflict());

    private final Survey survey;
    private final Limit limit;
    private final Memory memory;
    private final Function<Edition, String> digest;
    private final Optional<BiFunction<Edition, Set<String>, String>> narrow;
    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicInteger remembered = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    /// @param digest what an edition's content is known by; the words of the library included
    public Analysis(Library library, Limit limit, Memory memory, Function<Edition, String> digest) {
        this(library, limit, memory, digest, Optional.empty());
    }

    /// The same, where it is also known what an edition says of some acts: then even of a text that
    /// changed only what the change can matter to is looked at anew.
    public Analysis(Library library, Limit limit, Memory memory, Basis basis) {
        this(library, limit, memory, basis::of, Optional.of(basis::of));
    }

    private Analysis(
            Library library,
            Limit limit,
            Memory memory,
            Function<Edition, String> digest,
            Optional<BiFunction<Edition, Set<String>, String>> narrow) {
        this.survey = new Survey(library);
        this.limit = limit;
        this.memory = memory;
        this.digest = digest;
        this.narrow = narrow;
    }

    /// An analysis that remembers nothing.
    public Analysis(Library library, Limit limit) {
        this(library, limit, Memory.NONE, Edition::id);
    }

    /// How many texts and pairs of texts were looked at anew.
    public int looked() {
        return looked.get();
    }

    /// How many were remembered.
    public int remembered() {
        return remembered.get();
    }

    /// How many were not looked at, or not to the end, because the time was up. What is not told of
    /// these is not known.
    public int skipped() {
        return skipped.get();
    }

    /// Everything that is found, text by text, then two by two; on every core there is.
    public List<Insight> all() {
        List<Edition> editions =
                survey.library().editions().stream().filter(e -> !e.norms().isEmpty()).toList();
        List<Insight> all =
                new ArrayList<>(
                        editions.parallelStream()
                                .filter(_ -> inTime())
                                .flatMap(e -> of(e).stream())
                                .toList());
        all.addAll(
                pairs(editions).parallelStream()
                        .filter(_ -> inTime())
                        .flatMap(p -> of(p.getFirst(), p.getLast()).stream())
                        .toList());
        return all;
    }

    private boolean inTime() {
        boolean spent = limit.spent().getAsBoolean();
        if (spent) {
            skipped.incrementAndGet();
        }
        return !spent;
    }

    /// What is found in one text.
    public List<Insight> of(Edition edition) {
        return remembering(List.of(edition), OF_ONE);
    }

    /// What the first text does and the second forbids.
    public List<Insight> of(Edition one, Edition other) {
        return remembering(List.of(one, other), OF_TWO);
    }

    private List<Insight> remembering(List<Edition> editions, List<Query> queries) {
        Set<String> parts = new LinkedHashSet<>();
        for (Edition edition : editions) {
            parts.add(edition.id() + "=" + digest.apply(edition));
            for (Edition source : survey.borrowable(edition)) {
                parts.add(source.id() + "=" + digest.apply(source));
            }
        }
        // A text that borrows another rests on the same two as both of them side by side.
        String name =
                "%s %d %s %s"
                        .formatted(
                                VERSION,
                                limit.nodes(),
                                editions.stream().map(Edition::id).toList(),
                                String.join(" ", parts));
        Optional<List<Insight>> known = memory.get(name);
        if (known.isPresent()) {
            remembered.incrementAndGet();
            return known.get();
        }
        looked.incrementAndGet();
        Study.Parts recall =
                narrow.<Study.Parts>map(
                                n -> (what, acts, look) -> part(editions, n, what, acts, look))
                        .orElse(Study.Parts.ALL);
        var study = new Study(survey, editions, limit, recall);
        List<Insight> found = new ArrayList<>();
        queries.forEach(q -> q.of(study).forEach(found::add));
        found.addAll(study.left());
        if (study.cutShort()) {
            skipped.incrementAndGet();
        }
        if (!limit.spent().getAsBoolean() && found.stream().allMatch(Insight::determined)) {
            memory.put(name, found);
        }
        return found;
    }

    /// What a query finds of one norm, or of one kind of act, remembered by what the texts say of the acts.
    private List<Insight> part(
            List<Edition> editions,
            BiFunction<Edition, Set<String>, String> basis,
            String what,
            List<List<String>> acts,
            Supplier<List<Insight>> look) {
        Set<String> all = new HashSet<>();
        acts.forEach(all::addAll);
        var name = new StringBuilder(VERSION).append(' ').append(limit.nodes());
        name.append(' ').append(what).append(' ').append(acts);
        for (Edition edition : editions) {
            name.append('\n').append(edition.id()).append(' ');
            name.append(basis.apply(edition, all));
        }
        Optional<List<Insight>> known = memory.get(name.toString());
        if (known.isPresent()) {
            return known.get();
        }
        List<Insight> found = look.get();
        if (!limit.spent().getAsBoolean() && found.stream().allMatch(Insight::determined)) {
            memory.put(name.toString(), found);
        }
        return found;
    }

    /// Texts of which the first requires or allows what the second forbids, if not in one case.
    private List<List<Edition>> pairs(List<Edition> editions) {
        Map<String, Set<String>> forbidden = new HashMap<>();
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Edition edition : editions) {
            forbidden.put(edition.id(), new HashSet<>());
            wanted.put(edition.id(), new HashSet<>());
            for (Stated stated : survey.stated(edition)) {
                if (stated.norm() instanceof Norm.Directive d && !d.acts().residual()) {
                    if (d.modality() == Modality.FORBID) {
                        forbidden.get(edition.id()).addAll(d.acts().leaves());
                    }
                    if (d.modality() == Modality.REQUIRE
                            || d.modality() == Modality.ALLOW
                            || d.butMay().isPresent()) {
                        wanted.get(edition.id()).addAll(d.acts().leaves());
                    }
                }
            }
        }
        List<List<Edition>> pairs = new ArrayList<>();
        for (Edition one : editions) {
            Set<String> acts = wanted.getOrDefault(one.id(), Set.of());
            for (Edition other : editions) {
                if (!one.id().equals(other.id())
                        && forbidden.getOrDefault(other.id(), Set.of()).stream()
                                .anyMatch(acts::contains)
                        && Survey.together(one, other)) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }
}
