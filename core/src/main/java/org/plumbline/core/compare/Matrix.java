package org.plumbline.core.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Ordinary;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.timeline.Band;
import org.plumbline.core.vocabulary.Party;

/// A table of answers: acts by texts, or acts by people under one text.
///
/// Each cell is what the text says to whom it binds, in ordinary circumstances, with every judgement
/// and every date open. It may hold several headlines; the strictest comes first.
///
/// @param day the day of every act
public record Matrix(
        String title, String corner, List<String> columns, List<Row> rows, LocalDate day) {

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// One act across the columns.
    ///
    /// @param id the act
    public record Row(String id, String head, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One answer.
    ///
    /// @param headlines every headline that is possible, strictest first
    /// @param provisions what it rests on
    public record Cell(Band band, List<Headline> headlines, List<String> provisions) {
        public Cell {
            headlines = List.copyOf(headlines);
            provisions = List.copyOf(provisions);
        }

        /// The cell in words: "prohibited in some cases".
        public String words() {
            return band.words();
        }
    }

    /// Acts by texts, toward one kind of person.
    public static Matrix ofTexts(
            Decider decider,
            List<Edition> editions,
            List<String> acts,
            Party party,
            LocalDate day) {
        Library library = decider.library();
        List<Row> rows = new ArrayList<>();
        for (String act : acts) {
            rows.add(new Row(act, name(library, act), cells(decider, editions, act, party, day)));
        }
        return new Matrix(
                "What each text says of acts toward " + party.says(),
                "Act",
                editions.stream().map(e -> Words.name(library, e)).toList(),
                rows,
                day);
    }

    /// Acts by people, under one text.
    public static Matrix ofPeople(
            Decider decider,
            Edition edition,
            List<String> acts,
            List<Party> people,
            LocalDate day) {
        Library library = decider.library();
        List<Row> rows = new ArrayList<>();
        for (String act : acts) {
            List<Cell> cells = new ArrayList<>();
            for (Party party : people) {
                cells.addAll(cells(decider, List.of(edition), act, party, day));
            }
            rows.add(new Row(act, name(library, act), cells));
        }
        return new Matrix(
                Words.name(library, edition) + ", act by person",
                "Act",
                people.stream().map(Party::says).toList(),
                rows,
                day);
    }

    private static String name(Library library, String act) {
        return new ActWording(library.vocabulary()).alone(act);
    }

    private static List<Cell> cells(
            Decider decider, List<Edition> editions, String act, Party party, LocalDate day) {
        Decision decision = decider.decide(ordinary(decider.library(), act, party, day), editions);
        return editions.stream()
                .map(e ->
                        decision.answers().stream()
                                .filter(a -> a.edition().id().equals(e.id()))
                                .findFirst())
                .map(Matrix::cell)
                .toList();
    }

    private static Cell cell(Optional<Answer> answer) {
        List<Headline> headlines =
                answer.map(Answer::headlines).orElse(List.of(Headline.NOT_BOUND));
        return new Cell(
                Band.of(headlines),
                headlines,
                answer.stream()
                        .flatMap(a -> a.provisions().stream())
                        .map(Decision.Ground::cite)
                        .toList());
    }

    /// The act in ordinary circumstances, done by somebody of whom nothing is known.
    private static Scenario ordinary(Library library, String act, Party party, LocalDate day) {
        Map<String, Known> shared = new LinkedHashMap<>();
        shared.put("act", new Known.Value(Set.of(act)));
        List<Scenario.Link> links =
                List.of(
                        new Scenario.Link(
                                party.id(),
                                Map.of(
                                        "role", new Known.Value(party.roles()),
                                        "stage", new Known.Value(party.stages()),
                                        "tie", new Known.Value(party.ties()))));
        Map<String, Known> ordinary = Ordinary.of(library, shared, links);
        shared.putAll(ordinary);
        return new Scenario(Known.Range.of(day), shared, links, ordinary.keySet(), Set.of());
    }
}
