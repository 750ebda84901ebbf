package org.plumbline.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.Codes;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Party;

/// What an analysis promises whatever it looks at.
class AnalysisTest {

    private static final Library LIBRARY = Codes.library();

    private static Edition edition(String id) {
        return LIBRARY.edition(id).orElseThrow();
    }

    @Test
    void a_question_stopped_by_its_limit_is_not_determined_and_never_none() {
        Edition aca = edition("aca-2014");
        List<Insight> ample = new Analysis(LIBRARY, Limit.AMPLE).of(aca);
        List<Insight> starved = new Analysis(LIBRARY, new Limit(60, () -> false)).of(aca);
        assertThat(ample).allMatch(Insight::determined);
        assertThat(starved).anyMatch(i -> !i.determined());
        assertThat(starved)
                .filteredOn(i -> !i.determined())
                .allSatisfy(i -> {
                    assertThat(i.says()).startsWith("not determined");
                    assertThat(i.basis()).isNotEmpty();
                });
        // What is told as found was found with the ample limit, too: nothing is "none" in between.
        assertThat(starved.stream().filter(Insight::determined).map(Insight::says))
                .isSubsetOf(ample.stream().map(Insight::says).toList());
    }

    @Test
    void whenever_the_time_runs_out_it_is_told() {
        Edition text = edition("harbour-salon-2026");
        var asked = new AtomicInteger();
        List<Insight> ample = of(text, () -> asked.incrementAndGet() < 0).insights();
        for (int after = 0; after < asked.get(); after++) {
            var left = new AtomicInteger(after);
            Analysed cut = of(text, () -> left.getAndDecrement() <= 0);
            assertThat(cut.skipped() > 0 || cut.insights().equals(ample))
                    .as("after %d of %d looks: %s", after, asked.get(), cut)
                    .isTrue();
        }
    }

    private record Analysed(List<Insight> insights, int skipped) {}

    private static Analysed of(Edition text, BooleanSupplier spent) {
        var analysis = new Analysis(LIBRARY, new Limit(400_000, spent));
        return new Analysed(analysis.of(text), analysis.skipped());
    }

    @Test
    void when_the_time_is_up_nothing_more_is_claimed() {
        List<Insight> none =
                new Analysis(LIBRARY, new Limit(400_000, () -> true)).of(edition("apa-2017"));
        assertThat(none).isNotEmpty().noneMatch(Insight::determined);
    }

    @Test
    void a_comparison_stopped_by_its_limit_is_not_alike() {
        Comparison comparison =
                Comparison.of(
                        new Survey(LIBRARY),
                        edition("us-de-3900"),
                        edition("nasw-2021"),
                        List.of("sexual-contact"),
                        Optional.empty(),
                        new Limit(40, () -> false));
        assertThat(comparison.alike()).isFalse();
        assertThat(comparison.acts()).allMatch(a -> !a.undetermined().isEmpty());
    }

    @Test
    void a_text_is_like_itself() {
        for (String id : List.of("aca-2014", "nasw-2021", "us-oh-4757-5-04")) {
            Comparison comparison =
                    Comparison.of(
                            new Survey(LIBRARY),
                            edition(id),
                            edition(id),
                            List.of("sexual-contact", "gift-receive"),
                            Optional.empty(),
                            Limit.AMPLE);
            assertThat(comparison.alike()).isTrue();
        }
    }

    @Test
    void only_what_a_change_touches_is_looked_at_again() {
        var kept = new ConcurrentHashMap<String, List<Insight>>();
        Map<String, String> digests = new HashMap<>();
        LIBRARY.entries().forEach(e -> digests.put(e.id(), e.id()));
        List<Insight> cold = analysis(kept, digests).all();
        Analysis warm = analysis(kept, digests);
        assertThat(warm.all()).isEqualTo(cold);
        assertThat(warm.looked()).isZero();
        digests.put("bpc-2025", "changed");
        Analysis changed = analysis(kept, digests);
        assertThat(changed.all()).isEqualTo(cold);
        assertThat(changed.looked()).isPositive().isLessThan(changed.remembered() / 2);
    }

    private static Analysis analysis(Map<String, List<Insight>> kept, Map<String, String> digests) {
        return new Analysis(
                LIBRARY,
                Limit.AMPLE,
                new Analysis.Memory() {
                    @Override
                    public Optional<List<Insight>> get(String name) {
                        return Optional.ofNullable(kept.get(name));
                    }

                    @Override
                    public void put(String name, List<Insight> insights) {
                        kept.put(name, insights);
                    }
                },
                e -> digests.getOrDefault(e.id(), ""));
    }

    @Test
    void the_library_contradicts_itself_only_where_it_is_known_to() {
        List<Insight> all = new Analysis(LIBRARY, Limit.AMPLE).all();
        assertThat(all).allMatch(Insight::determined);
        assertThat(all)
                .extracting(Insight::kind)
                .doesNotContain(Kind.VACUOUS_NORM, Kind.TIME_SEAM, Kind.UNREACHABLE_DUTY);
        assertThat(all)
                .filteredOn(i -> !i.story().isEmpty())
                .allSatisfy(i ->
                        assertThat(i.story())
                                .startsWith("On ")
                                .contains(" asks about ")
                                .doesNotContain("null"));
    }

    // ── Editions ────────────────────────────────────────────────────────────────────────────

    @Test
    void what_an_edition_changed_is_counted_and_sorted(@TempDir Path folder) throws Exception {
        Library library =
                editions(
                        folder,
                        """
                          - forbid: hug
                            with: former-client
                            within: {years: 2, after: service-ended}
                          - require: gift-receive
                            with: current-client
                          - upon: romance
                            with: former-client
                            duties: [documented]
                          - forbid: kiss
                            with: current-client
                        """,
                        """
                          - forbid: hug
                            with: [former-client, client-partner]
                            within: {years: 5, after: service-ended}
                          - require: end-service
                            with: current-client
                            when: harm-risk
                          - upon: romance
                            with: former-client
                            duties: [consulted]
                          - allow: gift-receive
                            with: current-client
                        """);
        EditionDifference difference = difference(library);
        assertThat(difference.undetermined()).isEmpty();
        assertThat(difference.changes())
                .extracting(c -> c.sort().id() + " " + c.acts() + " " + c.duty().orElse("-"))
                .containsExactlyInAnyOrder(
                        "may-no-longer [hug] -",
                        "may-now [kiss] -",
                        "allowed-now [gift-receive] -",
                        "must-now [end-service] -",
                        "must-now [romance] consulted",
                        "no-longer-must [gift-receive] -",
                        "no-longer-must [romance] documented");
        assertThat(
                        difference
                                .changes(EditionDifference.Sort.MAY_NO_LONGER, true)
                                .getFirst()
                                .people())
                .containsExactly("former-client", "client-partner");
        assertThat(difference.count(EditionDifference.Sort.MAY_NO_LONGER, true)).isEqualTo(2);
        assertThat(difference.changes()).allMatch(c -> c.story().startsWith("On "));
    }

    @Test
    void an_edition_that_changed_nothing_changed_nothing(@TempDir Path folder) throws Exception {
        String same =
                """
                  - forbid: hug
                    with: former-client
                    within: {years: 2, after: service-ended}
                """;
        Library library = editions(folder, same, same.replace("years: 2", "months: 24"));
        EditionDifference difference = difference(library);
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.undetermined()).isEmpty();
    }

    /// Whether the last day of a bar counts is left open by both, and is not what they part in.
    @Test
    void what_two_editions_leave_open_alike_they_are_read_alike_in(@TempDir Path folder)
            throws Exception {
        String same =
                """
                  - forbid: hug
                    with: former-client
                    within: {years: 2, after: service-ended, last-day: unstated, rounding: unstated}
                """;
        Library library = editions(folder, same, same);
        assertThat(difference(library).changes()).isEmpty();

        Library stated =
                editions(folder, same, same.replace("last-day: unstated", "last-day: included"));
        assertThat(difference(stated).changes())
                .as("where one says so, the other may mean otherwise")
                .extracting(c -> c.sort().id())
                .containsExactly("may-no-longer");
    }

    @Test
    void what_is_not_held_of_an_edition_is_no_change_of_it(@TempDir Path folder) throws Exception {
        Library library =
                editions(
                        folder,
                        """
                          - forbid: hug
                            with: former-client
                          - forbid: romance
                            with: former-client
                          - advise-against: kiss
                            with: current-client
                        """,
                        """
                          - advise-against: romance
                            with: former-client
                        """,
                        "excerpt");
        EditionDifference difference = difference(library);

        assertThat(difference.changes())
                .extracting(c -> c.sort().id() + " " + c.acts() + " " + c.held())
                .containsExactlyInAnyOrder(
                        "may-now [romance] true",
                        "may-now [hug] false",
                        "no-longer-advised-against [kiss] false");
        assertThat(EditionDifference.Sort.MAY_NOW.notKnown("Guild 2010", "Guild 2020"))
                .isEqualTo(
                        "Guild 2010 forbade, and of Guild 2020 too little is held to tell whether it"
                                + " still does");
    }

    /// What the second of them changed of the first.
    private static EditionDifference difference(Library library) {
        return EditionDifference.of(
                new Survey(library),
                library.edition("guild-2010").orElseThrow(),
                library.edition("guild-2020").orElseThrow(),
                List.of(),
                Limit.AMPLE);
    }

    /// Two editions of one body, the second from 2020 on.
    private static Library editions(Path folder, String before, String after) throws Exception {
        return editions(folder, before, after, "whole");
    }

    private static Library editions(Path folder, String before, String after, String encoded)
            throws Exception {
        Path small =
                Path.of(System.getProperty("plumbline.home"), "core/src/test/resources/library");
        Files.createDirectories(folder.resolve("bodies"));
        Files.createDirectories(folder.resolve("guild"));
        for (String file :
                List.of(
                        "vocabulary.yaml",
                        "places.yaml",
                        "bodies/guild.yaml",
                        "bodies/ohio.yaml",
                        "bodies/salon.yaml")) {
            Files.copy(
                    small.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                folder.resolve("guild/2010.yaml"),
                text("guild-2010", "{from: 2010-01-01, to: 2019-12-31}", before, encoded));
        Files.writeString(
                folder.resolve("guild/2020.yaml"),
                text("guild-2020", "{from: 2020-01-01}", after, encoded));
        Loaded<LibraryFiles> read = LibraryReader.read(folder, "codes/");
        assertThat(read.allFindings()).isEmpty();
        return ((Loaded.Sound<LibraryFiles>) read).value().library();
    }

    private static String text(String id, String inForce, String norms, String encoded) {
        return """
        edition: %s
        body: guild
        title: Code of the Guild
        in-force: %s
        level: association-code
        encoded: %s
        binds: {membership: guild}
        practitioner: a member
        strength: enforceable
        reckoning: {last-day: excluded, rounding: down}
        provisions:
          "1":
            title: All
            says: Made for a test.
            source: written for the tests
            verified: illustrative
            norms:
        """
                        .formatted(id, inForce, encoded)
                + norms.indent(4);
    }

    // ── Pictures ────────────────────────────────────────────────────────────────────────────

    @Test
    void the_matrix_says_in_words_whatever_it_shows() throws Exception {
        Party former = LIBRARY.vocabulary().parties().get("former-client");
        List<Edition> editions = new ArrayList<>();
        List.of("aca-2014", "nasw-2021", "ncps-2023").forEach(id -> editions.add(edition(id)));
        Matrix matrix =
                Matrix.ofTexts(
                        new Decider(LIBRARY),
                        editions,
                        List.of("sexual-contact", "gift-receive"),
                        former,
                        java.time.LocalDate.of(2026, 6, 1));
        String svg = MatrixSvg.draw(matrix);
        var document =
                javax.xml.parsers.DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new java.io.ByteArrayInputStream(
                                        svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        for (String id : root.getAttribute("aria-labelledby").split(" ", -1)) {
            assertThat(svg).contains("id=\"" + id + "\"");
        }
        String description = root.getElementsByTagName("desc").item(0).getTextContent();
        String table = MatrixTable.draw(matrix, true);
        String markdown = MatrixTable.markdown(matrix);
        for (Matrix.Row row : matrix.rows()) {
            assertThat(description).contains(row.head());
            assertThat(table).contains(row.head());
            for (Matrix.Cell cell : row.cells()) {
                assertThat(description).contains(cell.words());
                assertThat(markdown).contains(cell.words());
                assertThat(root.getElementsByTagName("text").getLength()).isPositive();
                assertThat(table).contains(cell.words());
            }
        }
        assertThat(table)
                .isEqualTo(
                        new String(
                                table.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                                java.nio.charset.StandardCharsets.US_ASCII));
    }
}
