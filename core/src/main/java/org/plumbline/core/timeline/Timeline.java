package org.plumbline.core.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.InForce;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Verified;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.ActPhrase;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// What several texts say of one act as the day of the act moves on.
///
/// @param act the act, or a family of acts
/// @param party what the person is to the practitioner
/// @param says the act toward that person: "have sexual contact with a former client"
/// @param measure whether it counts years since the end, or shows the dates of a real case
/// @param axis what the axis counts: "years since the professional relationship ended"
/// @param given facts that were given besides, as words of the vocabulary
/// @param start the day that the charts begin with
/// @param years how far the axis is drawn to scale, 1 to 99; pieces go on for ever
/// @param mark a day of the case to mark: the day of the act that was asked about
/// @param rows strictest first; the longest bar first among equals
public record Timeline(
        String act,
        String party,
        String says,
        Measure measure,
        String axis,
        SequencedMap<String, String> given,
        LocalDate start,
        int years,
        Optional<LocalDate> mark,
        List<Row> rows) {

    public Timeline {
        given = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(given));
        rows = List.copyOf(rows);
        if (years < 1 || years > 99) {
            throw new IllegalArgumentException("an axis of " + years + " years");
        }
    }

    /// How far charts are drawn unless somebody asks for more.
    public static final int YEARS = 10;

    /// What the axis shows.
    public enum Measure {
        /// Years since the end, every clock started on one day.
        YEARS,
        /// The dates of a case.
        DATES
    }

    // ── Years since the end ─────────────────────────────────────────────────────────────────

    /// The act over the years since the end, under these texts.
    ///
    /// Every event that can have happened to such a person is put on the anchor day; everything
    /// else is ordinary; judgements, and who the practitioner is, are left open. Each text is taken
    /// as if it were in force throughout, and as if it bound.
    ///
    /// @param act an act or act family of the vocabulary
    /// @param party a party of the vocabulary
    /// @param anchor the one day on which everything ended; month ends and leap days tell readings
    ///     apart
    /// @throws IllegalArgumentException if the vocabulary does not have the act or the party
    public static Timeline of(
            Decider decider,
            String act,
            String party,
            List<Edition> editions,
            LocalDate anchor,
            int years) {
        return of(decider, act, party, new LinkedHashMap<>(), editions, anchor, years);
    }

    /// The same with facts besides, such as `service-kind: therapy`, which a text may turn on.
    ///
    /// @param given facts and their values, as words of the vocabulary
    /// @throws IllegalArgumentException if the vocabulary does not have the act, the party, a fact
    ///     or its value, or if no possible person fits
    public static Timeline of(
            Decider decider,
            String act,
            String party,
            SequencedMap<String, String> given,
            List<Edition> editions,
            LocalDate anchor,
            int years) {
        return of(decider, act, party, given, editions, anchor, years, _ -> {});
    }

    /// The same, for whoever waits for it.
    ///
    /// @param drawn is told after each text how many are done
    public static Timeline of(
            Decider decider,
            String act,
            String party,
            SequencedMap<String, String> given,
            List<Edition> editions,
            LocalDate anchor,
            int years,
            IntConsumer drawn) {
        Library library = decider.library();
        Scenario scenario = scenario(decider, act, party, given, anchor);
        Set<String> acts = library.vocabulary().actLeaves(act);
        // A decider of its own: texts are kept by id, and these are not in force as printed.
        var inForce = new Decider(library);
        List<Row> rows = new ArrayList<>();
        for (Edition edition : editions) {
            Row row = new Course(inForce, scenario, always(edition), acts).from(anchor);
            rows.add(new Row(edition, row.pieces(), row.steps()));
            drawn.accept(rows.size());
        }
        return new Timeline(
                act,
                party,
                says(library.vocabulary(), act, party),
                Measure.YEARS,
                ended(library.vocabulary(), party)
                        ? "years since the professional relationship ended"
                        : "years since the last session, contact or service",
                given,
                anchor,
                years,
                Optional.empty(),
                sorted(rows, anchor));
    }

    /// The texts to show where none is named: those in force on a day that have a norm on the act.
    ///
    /// Drafts and invented texts are left out; so is a text that says nothing of such an act, and
    /// one that can bind nobody.
    ///
    /// @throws IllegalArgumentException if the vocabulary does not have the act or the party
    public static List<Edition> editions(Decider decider, String act, String party, LocalDate day) {
        Library library = decider.library();
        Set<String> acts = library.vocabulary().actLeaves(act);
        List<Edition> candidates =
                library.entries().stream()
                        .filter(e -> !e.draft())
                        .map(library::edition)
                        .filter(e -> e.inForce().mayCover(day) && !invented(e))
                        .filter(e -> !e.incorporates().isEmpty() || speaksOf(e, acts))
                        .toList();
        if (candidates.isEmpty()) {
            return candidates;
        }
        Set<Headline> nothing = Set.of(Headline.SILENT, Headline.NOT_BOUND, Headline.NOT_IN_FORCE);
        Scenario scenario = scenario(decider, act, party, new LinkedHashMap<>(), day);
        return decider.decide(scenario, candidates).answers().stream()
                .filter(a -> !nothing.containsAll(a.headlines()))
                .map(a -> a.edition())
                .toList();
    }

    private static boolean invented(Edition edition) {
        return !edition.provisions().isEmpty()
                && edition.provisions().stream()
                        .allMatch(p -> p.verified() == Verified.ILLUSTRATIVE);
    }

    private static boolean speaksOf(Edition edition, Set<String> acts) {
        return edition.norms().stream()
                .anyMatch(n ->
                        n instanceof Norm.Directive directive
                                && !directive.acts().residual()
                                && directive.acts().leaves().stream().anyMatch(acts::contains));
    }

    private static Edition always(Edition edition) {
        return new Edition(
                edition.id(),
                edition.body(),
                edition.title(),
                InForce.always(),
                edition.level(),
                edition.encoded(),
                edition.binds(),
                edition.incorporates(),
                edition.overrides(),
                edition.practitioner(),
                edition.strength(),
                edition.reckoning(),
                edition.draft(),
                edition.provisions());
    }

    /// The case as a case file would put it, with every event that may apply on one day.
    private static Scenario scenario(
            Decider decider,
            String act,
            String party,
            SequencedMap<String, String> given,
            LocalDate anchor) {
        Library library = decider.library();
        if (library.vocabulary().actLeaves(act).isEmpty()) {
            throw new IllegalArgumentException("no act `" + act + "` in the vocabulary");
        }
        if (!library.vocabulary().parties().containsKey(party)) {
            throw new IllegalArgumentException("no party `" + party + "` in the vocabulary");
        }
        var file = new StringBuilder("act: " + act + "\nparty: " + party + "\nrest: ordinary\n");
        given.forEach((fact, value) ->
                file.append(word(fact)).append(": ").append(word(value)).append('\n'));
        Loaded<Scenario> read =
                YamlFile.parse(file.toString(), "timeline")
                                instanceof Loaded.Sound<Node>(var node, _)
                        ? ScenarioReader.read(
                                library,
                                node,
                                new ScenarioReader.Defaults(Known.Range.of(anchor), false))
                        : new Loaded.Unsound<>(List.of());
        if (!(read instanceof Loaded.Sound<Scenario>(var scenario, _))) {
            throw new IllegalArgumentException(
                    "cannot be given: " + read.allFindings().stream().map(f -> f.found()).toList());
        }
        Known.Days day = new Known.Days(List.of(Known.Range.of(anchor)), false);
        Scenario ended = scenario;
        for (Fact.Event event : library.vocabulary().events()) {
            if (!given.containsKey(event.id()) && decider.mayApply(scenario, event)) {
                ended = ended.with(event.id(), day);
            }
        }
        return ended;
    }

    private static String word(String word) {
        if (!word.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("`" + word + "` is not a word of the vocabulary");
        }
        return word;
    }

    // ── Real dates ──────────────────────────────────────────────────────────────────────────

    /// The act of a case over real dates, under these texts, from the first event that starts one of
    /// their clocks; from the day of the act where there is none.
    ///
    /// The day of the act is marked. A text is shown as not in force where it is not, and as not
    /// binding where it does not bind.
    ///
    /// @throws IllegalArgumentException if no possible person fits the scenario
    public static Timeline over(
            Decider decider, Scenario scenario, Collection<Edition> editions, int years) {
        return over(decider, scenario, editions, years, _ -> {});
    }

    /// The same, for whoever waits for it.
    ///
    /// @param drawn is told after each text how many are done
    public static Timeline over(
            Decider decider,
            Scenario scenario,
            Collection<Edition> editions,
            int years,
            IntConsumer drawn) {
        Vocabulary vocabulary = decider.library().vocabulary();
        LocalDate asked = scenario.day();
        LocalDate start =
                firstStart(scenario, editions).filter(d -> d.isBefore(asked)).orElse(asked);
        Set<String> acts =
                scenario.known(0, "act") instanceof Known.Value(var values)
                        ? values
                        : Set.copyOf(vocabulary.oneOf("act").values());
        List<Row> rows = new ArrayList<>();
        for (Edition edition : editions) {
            rows.add(new Course(decider, scenario, edition, acts).from(start));
            drawn.accept(rows.size());
        }
        String act = acts.size() == 1 ? acts.iterator().next() : Vocabulary.ANY_ACT;
        List<String> parties =
                scenario.links().stream()
                        .map(Scenario.Link::party)
                        .filter(p -> !p.isEmpty())
                        .toList();
        return new Timeline(
                act,
                String.join(", ", parties),
                acts.size() == 1 && parties.size() == 1
                        ? says(vocabulary, act, parties.getFirst())
                        : "do it",
                Measure.DATES,
                "from " + Words.day(start),
                new LinkedHashMap<>(),
                start,
                years,
                Optional.of(asked),
                sorted(rows, start));
    }

    /// The act of a case over the years since the end, where its dates are not known: every event that
    /// may have happened and of which nothing is known is put on the day of the act, and that day is
    /// the start. What else is known of the case stays; a text is shown as binding where it may.
    ///
    /// @return empty where the day of some event is known, or none is open: then [#over] shows the real
    ///     dates
    /// @throws IllegalArgumentException if no possible person fits
    public static Optional<Timeline> sinceTheEnd(
            Decider decider, Scenario scenario, Collection<Edition> editions, int years) {
        Vocabulary vocabulary = decider.library().vocabulary();
        LocalDate start = scenario.day();
        Known.Days day = new Known.Days(List.of(Known.Range.of(start)), false);
        Scenario ended = scenario;
        boolean dated = false;
        for (Fact.Event event : vocabulary.events()) {
            for (int link = 0; link < scenario.links().size(); link++) {
                dated |=
                        scenario.known(link, event.id()) instanceof Known.Days known
                                && !known.ranges().isEmpty();
            }
            if (scenario.known(0, event.id()) instanceof Known.Anything
                    && decider.mayApply(scenario, event)) {
                ended = ended.with(event.id(), day);
            }
        }
        if (dated || ended.equals(scenario)) {
            return Optional.empty();
        }
        Timeline dates = over(decider, ended, editions, years);
        return Optional.of(
                new Timeline(
                        dates.act(),
                        dates.party(),
                        dates.says(),
                        Measure.YEARS,
                        ended(vocabulary, dates.party())
                                ? "years since the professional relationship ended"
                                : "years since the last session, contact or service",
                        dates.given(),
                        start,
                        years,
                        Optional.empty(),
                        dates.rows()));
    }

    private static Optional<LocalDate> firstStart(Scenario scenario, Collection<Edition> editions) {
        Set<String> events = new HashSet<>();
        for (Edition edition : editions) {
            for (Norm norm : edition.norms()) {
                Windows.of(norm).forEach(w -> w.anchor().events().forEach(e -> events.add(e.id())));
            }
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String event : events) {
            for (int link = 0; link < scenario.links().size(); link++) {
                if (scenario.known(link, event) instanceof Known.Days(var ranges, _)
                        && !ranges.isEmpty()) {
                    days.add(ranges.getFirst().first());
                }
            }
        }
        return days.stream().findFirst();
    }

    // ── Words and order ─────────────────────────────────────────────────────────────────────

    /// Whether the party is somebody whose own relationship with the practitioner is over.
    private static boolean ended(Vocabulary vocabulary, String partyId) {
        Party party = vocabulary.parties().get(partyId);
        return party != null && party.stages().equals(Set.of("former"));
    }

    private static String says(Vocabulary vocabulary, String act, String partyId) {
        ActPhrase phrase = vocabulary.acts().get(act);
        Party party = vocabulary.parties().get(partyId);
        if (phrase == null || party == null) {
            return "do this: " + act + ", " + partyId;
        }
        return phrase.verb()
                + phrase.what().map(w -> " " + w).orElse("")
                + phrase.prep().map(p -> " " + p).orElse("")
                + " "
                + party.says()
                + phrase.tail().map(t -> " " + t).orElse("");
    }

    /// Strictest first: by how long it is surely forbidden, then by how long it may be, then by how
    /// long it is surely and may be advised against, then by the strictest first headline.
    private static List<Row> sorted(List<Row> rows, LocalDate start) {
        Comparator<Row> order =
                Comparator.<Row>comparingLong(r -> -days(r, start, Headline.PROHIBITED, true))
                        .thenComparingLong(r -> -days(r, start, Headline.PROHIBITED, false))
                        .thenComparingLong(r -> -days(r, start, Headline.ADVISED_AGAINST, true))
                        .thenComparingLong(r -> -days(r, start, Headline.ADVISED_AGAINST, false))
                        .thenComparing(r -> r.pieces().getFirst().headlines().getFirst())
                        .thenComparing(r -> r.edition().id());
        return rows.stream().sorted(order).toList();
    }

    /// How many days a row is at least as strict as a headline.
    private static long days(Row row, LocalDate start, Headline headline, boolean surely) {
        long days = 0;
        for (Piece piece : row.pieces()) {
            Headline one = surely ? piece.headlines().getLast() : piece.headlines().getFirst();
            if (one.compareTo(headline) <= 0) {
                LocalDate end = piece.to().orElse(start.plusYears(1000));
                days += end.toEpochDay() - piece.from().toEpochDay() + 1;
            }
        }
        return days;
    }

    // ── For charts ──────────────────────────────────────────────────────────────────────────

    /// The rows of a kind of text, in order.
    List<Row> rows(Row.Group group) {
        return rows.stream().filter(r -> r.group() == group).toList();
    }

    /// The bands that leave a mark, those with the most ink first.
    Set<Band> bands() {
        TreeSet<Band> bands = new TreeSet<>();
        rows.forEach(r -> r.steps().forEach(s -> bands.add(s.band())));
        bands.remove(Band.ABSENT);
        return new LinkedHashSet<>(bands);
    }

    /// What the chart is of: "To have sexual contact with a former client".
    public String title() {
        return "To " + says;
    }

    /// What a reader must know to read it rightly, a sentence each.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (rows.isEmpty()) {
            notes.add("No text shown here has a rule on this. That is silence, not permission.");
            return notes;
        }
        if (measure == Measure.YEARS && rows.stream().anyMatch(r -> !r.clocks().isEmpty())) {
            notes.add(
                    "Texts start the clock from different events. Here all of them fell on one day; for one person the dates differ.");
        }
        if (measure == Measure.YEARS) {
            notes.add(
                    "Each row is what the text says to whom it binds, in ordinary circumstances, with every judgement left open.");
            given.forEach((fact, value) -> notes.add("Given: " + fact + ": " + value + "."));
        }
        if (rows.stream().flatMap(r -> r.steps().stream()).anyMatch(Step::turnsOnCounting)) {
            notes.add(Sentence.STAR);
        }
        if (new Axis(this).compressed()) {
            notes.add("The scale is compressed after 5 years.");
        }
        notes.add(
                "Silence, and not being addressed, are not permission. This is not legal advice.");
        return notes;
    }
}
