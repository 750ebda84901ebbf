package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.compare.Limit;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.KeptReading;
import org.plumbline.core.load.KeptValues;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;

/// What is kept from one look at a library to the next: after any change it must come to what a look
/// from the beginning comes to.
class KeptFindingsTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("plumbline.home"), "core/src/test/resources");
    private static final String CODE = "guild/2020.yaml";
    private static final String RULES = "ohio/board.yaml";

    @TempDir Path folder;
    private Path codes;
    private Path bin;

    @BeforeEach
    void a_small_library_in_which_one_text_borrows_another() throws IOException {
        codes = folder.resolve("codes");
        bin = folder.resolve("check.bin");
        Path from = RESOURCES.resolve("library");
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path to = codes.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.write(to, Files.readAllBytes(path));
                }
            }
        }
        write(
                RULES,
                """
                edition: board-2020
                body: ohio
                title: Rules of the Board
                in-force: {from: 2020-01-01}
                level: statute
                encoded: whole
                binds: {licence: ohio}
                practitioner: a licensee
                strength: enforceable
                reckoning: {last-day: excluded, rounding: down}
                incorporates:
                  - {edition: guild-2020, mode: frozen}
                waives:
                  - {check: analysis.norm.redundant, because: the rules say it again}
                provisions:
                  "1":
                    title: Gifts
                    says: Made for a test.
                    source: written for the tests
                    verified: illustrative
                    norms:
                      - allow: kiss
                        with: colleague
                        reads: "A licensee may kiss a colleague."
                      - forbid: gift-receive
                        with: current-client
                        when: harm-risk
                        reads: "A licensee must not accept a gift from a current client if there is a risk of harm*."
                """);
        write(
                "cases/board.yaml",
                """
                cases:
                - id: board-romance
                  title: A licensee falls in love with a client
                  scenario:
                    practitioner: {licence: ohio}
                    act: romance
                    party: current-client
                    date: 2026-06-01
                    rest: ordinary
                  expect:
                    board-2020: {headline: prohibited, provisions: ["guild-2020 1"]}
                  because: The rules make the code theirs.

                - id: board-gift
                  title: A licensee is given something
                  scenario:
                    practitioner: {licence: ohio}
                    act: gift-receive
                    party: current-client
                    date: 2026-06-01
                    facts: {harm-risk: true}
                    rest: ordinary
                  expect:
                    board-2020: {headline: prohibited, provisions: ["1"]}
                  because: There is a risk.
                """);
    }

    private void write(String file, String text) throws IOException {
        Path path = codes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(codes.resolve(file));
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    /// What came of one look.
    ///
    /// @param whole whether every file was read
    /// @param run how many cases were run
    /// @param looked how many texts and pairs were looked at anew
    private record Look(
            boolean whole,
            int run,
            int looked,
            List<String> findings,
            List<Insight> insights,
            List<Integer> counts) {}

    private Look look() {
        return look("this program");
    }

    private Look look(String program) {
        var values = KeptValues.open(Optional.of(bin), program);
        var outcome = KeptReading.read(codes, "codes/", values);
        if (outcome.kept().isEmpty()) {
            return new Look(
                    true, 0, 0, told(outcome.library().allFindings()), List.of(), List.of());
        }
        KeptReading reading = outcome.kept().get();
        var known = new KeptFindings(reading, values);
        List<Finding> findings =
                new java.util.ArrayList<>(known.ofChecks(Checks.all(reading.files().library())));
        var cases = known.ofCases(CaseFiles.of(codes, "codes/"));
        findings.addAll(cases.findings());
        var analysis =
                new Analysis(
                        reading.files().library(),
                        Limit.AMPLE,
                        new Analysis.Memory() {
                            @Override
                            @SuppressWarnings("unchecked") // what was put
                            public Optional<List<Insight>> get(String name) {
                                return values.get("analysis " + name)
                                        .map(found -> (List<Insight>) found);
                            }

                            @Override
                            public void put(String name, List<Insight> insights) {
                                values.put("analysis " + name, insights);
                            }
                        },
                        known.basis());
        List<Insight> insights = analysis.all();
        findings.addAll(DeepFindings.of(reading.files(), insights, findings));
        values.keep(reading.whole());
        return new Look(
                reading.whole(),
                cases.run(),
                analysis.looked(),
                told(findings),
                insights,
                List.of(cases.cases(), cases.expectations(), cases.differing()));
    }

    /// The same without anything kept.
    private Look afresh() {
        Loaded<LibraryFiles> read = LibraryReader.read(codes, "codes/");
        if (!(read instanceof Loaded.Sound<LibraryFiles>(var files, _))) {
            return new Look(true, 0, 0, told(read.allFindings()), List.of(), List.of());
        }
        List<Finding> findings =
                new java.util.ArrayList<>(Checks.findings(files, Checks.all(files.library())));
        CaseRunner.Report cases = CaseRunner.run(files.library(), codes, "codes/");
        findings.addAll(cases.findings());
        var analysis = new Analysis(files.library(), Limit.AMPLE);
        List<Insight> insights = analysis.all();
        findings.addAll(DeepFindings.of(files, insights, findings));
        return new Look(
                true,
                cases.vignettes().size(),
                analysis.looked(),
                told(findings),
                insights,
                List.of(cases.vignettes().size(), cases.expectations(), cases.differing()));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private void isWhatALookFromTheBeginningFinds(Look look) {
        Look afresh = afresh();
        assertThat(look.findings()).isEqualTo(afresh.findings());
        assertThat(look.insights()).isEqualTo(afresh.insights());
        assertThat(look.counts()).isEqualTo(afresh.counts());
    }

    @Test
    void a_library_that_did_not_change_is_not_looked_at_again() {
        Look first = look();
        assertThat(first.whole()).isTrue();
        assertThat(first.run()).isEqualTo(3);
        isWhatALookFromTheBeginningFinds(first);
        Look second = look();
        assertThat(second.whole()).isFalse();
        assertThat(second.run()).isZero();
        assertThat(second.looked()).isZero();
        isWhatALookFromTheBeginningFinds(second);
    }

    @Test
    void a_change_in_a_text_is_noticed_where_another_borrows_it() throws IOException {
        Look before = look();
        change(CODE, "        with: current-client", "        with: colleague");
        Look after = look();
        assertThat(after.whole()).isFalse();
        // The case on gifts speaks of no norm that changed.
        assertThat(after.run()).isEqualTo(2);
        assertThat(after.looked()).isPositive();
        assertThat(after.findings())
                .isNotEqualTo(before.findings())
                .anyMatch(f -> f.contains("board-romance"));
        isWhatALookFromTheBeginningFinds(after);
        change(CODE, "        with: colleague", "        with: current-client");
        Look back = look();
        assertThat(back.run()).isZero();
        assertThat(back.findings()).isEqualTo(before.findings());
        isWhatALookFromTheBeginningFinds(back);
    }

    @Test
    void a_change_in_what_a_text_borrows_or_claims_to_override_is_noticed() throws IOException {
        look();
        change(RULES, "incorporates:\n  - {edition: guild-2020, mode: frozen}\n", "");
        Look without = look();
        assertThat(without.whole()).isTrue();
        assertThat(without.findings()).anyMatch(f -> f.contains("board-romance"));
        isWhatALookFromTheBeginningFinds(without);
        change(
                RULES,
                "waives:",
                "overrides:\n  - {body: guild, ground: words, cites: these rules prevail}\nwaives:");
        isWhatALookFromTheBeginningFinds(look());
        isWhatALookFromTheBeginningFinds(look());
    }

    @Test
    void a_change_in_the_shared_words_is_noticed_everywhere() throws IOException {
        look();
        change("vocabulary.yaml", "says: a current client}", "says: a client}");
        Look after = look();
        assertThat(after.whole()).isTrue();
        assertThat(after.run()).isEqualTo(3);
        assertThat(after.findings()).anyMatch(f -> f.contains("norm.reads.stale"));
        isWhatALookFromTheBeginningFinds(after);
    }

    @Test
    void findings_keep_their_places_when_lines_move_and_provisions_come_and_go()
            throws IOException {
        look();
        change(CODE, "provisions:\n", "provisions:\n  # a line more\n");
        isWhatALookFromTheBeginningFinds(look());
        change(
                RULES,
                "with: colleague\n        reads: \"A licensee may",
                "with: colleague\n        reads: \"A licensee can");
        Look stale = look();
        assertThat(stale.whole()).isFalse();
        assertThat(stale.findings()).anyMatch(f -> f.contains("norm.reads.stale"));
        isWhatALookFromTheBeginningFinds(stale);
        isWhatALookFromTheBeginningFinds(look());
        change("cases/guild.yaml", "romance-now", "board-gift");
        Look twice = look();
        assertThat(twice.findings()).anyMatch(f -> f.contains("case.id.twice"));
        isWhatALookFromTheBeginningFinds(twice);
    }

    @Test
    void a_mistake_is_told_as_if_nothing_were_kept() throws IOException {
        look();
        change(
                CODE,
                "forbid: intimacy\n        with: current-client",
                "forbid: intimcy\n        with: current-client");
        isWhatALookFromTheBeginningFinds(look());
        change(CODE, "forbid: intimcy", "forbid: intimacy");
        isWhatALookFromTheBeginningFinds(look());
        write("guild/2020.yaml", Files.readString(codes.resolve(CODE)) + "\n\t: broken");
        isWhatALookFromTheBeginningFinds(look());
        Files.delete(codes.resolve(CODE));
        isWhatALookFromTheBeginningFinds(look());
    }

    @Test
    void what_is_broken_or_another_programs_is_not_used() throws IOException {
        look();
        byte[] sound = Files.readAllBytes(bin);
        assertThat(look("another program").whole()).isTrue();
        var random = new Random(1);
        for (int n = 0; n < 12; n++) {
            byte[] broken = sound.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bin, broken);
            isWhatALookFromTheBeginningFinds(look());
        }
        for (int length : new int[] {0, 3, 20, sound.length / 2, sound.length - 1}) {
            Files.write(bin, java.util.Arrays.copyOf(sound, length));
            Look cut = look();
            assertThat(cut.whole()).isTrue();
            isWhatALookFromTheBeginningFinds(cut);
        }
        Files.write(bin, sound);
        assertThat(look().whole()).isFalse();
    }
}
