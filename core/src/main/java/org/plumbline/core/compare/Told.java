package org.plumbline.core.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.decide.Witness;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Outcomes as insights.
final class Told {

    private Told() {}

    /// That there is a case, where nobody needs to see it.
    static final Search SOME =
            new Search.Case(
                    new Witness(
                            new Scenario(
                                    Known.Range.of(LocalDate.EPOCH),
                                    Map.of(),
                                    List.of(new Scenario.Link("", Map.of())),
                                    Set.of(),
                                    Set.of()),
                            Map.of(),
                            Map.of()));

    /// One insight from what came of a search.
    ///
    /// @param verdict what follows in the case found; told after the story
    static Stream<Insight> of(
            Study study,
            Kind kind,
            Study.Outcome outcome,
            List<Stated> norms,
            String says,
            String verdict,
            String mend) {
        return Stream.of(
                insight(
                        kind,
                        study.editions(),
                        norms,
                        says,
                        story(study, outcome.search(), verdict),
                        outcome,
                        mend));
    }

    private static Insight insight(
            Kind kind,
            List<Edition> editions,
            List<Stated> norms,
            String says,
            String story,
            Study.Outcome outcome,
            String mend) {
        boolean determined = !(outcome.search() instanceof Search.NotDetermined);
        String why = outcome.search() instanceof Search.NotDetermined(var because) ? because : "";
        return new Insight(
                kind,
                editions.stream().map(Edition::id).toList(),
                norms.stream().map(Stated::name).toList(),
                determined ? says : "not determined whether this is so: " + says,
                story,
                determined ? outcome.looked() : why,
                mend,
                determined);
    }

    @SuppressWarnings("ReferenceEquality") // the placeholder is itself, whatever else is alike
    private static String story(Study study, Search search, String verdict) {
        return switch (search) {
            case Search.Case(var witness) when search != SOME ->
                    (Words.story(study.library(), witness) + " " + verdict).strip();
            case Search.Turn(var one, var _) ->
                    (Words.story(study.library(), one) + " " + verdict).strip();
            default -> "";
        };
    }
}
