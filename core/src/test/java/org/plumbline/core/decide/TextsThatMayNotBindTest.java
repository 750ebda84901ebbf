package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Together;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Scenario;

/// What several texts say together where some of them may not bind, or come into force later.
class TextsThatMayNotBindTest {

    private static final Path CODES = Path.of(System.getProperty("plumbline.codes", "../codes"));

    @TempDir Path folder;

    @Test
    void a_prohibition_is_defeated_only_by_a_text_that_binds() throws IOException {
        text("guild", "{membership: guild}", "", "forbid: disclose-information");
        text(
                "act",
                "{jurisdiction: us-oh}",
                "overrides: [{body: guild, ground: words, cites: despite any code}]",
                "allow: disclose-information");
        String act = "act: disclose-information, party: current-client";
        assertThat(headlines("membership: [guild], jurisdiction: us-oh", act))
                .containsExactly(Headline.PERMITTED);
        Together open = together("membership: [guild], jurisdiction: unknown", act);
        assertThat(open.headlines()).containsExactly(Headline.PROHIBITED, Headline.PERMITTED);
        assertThat(open.missing().stream().map(Decision.Missing::fact))
                .containsExactly("jurisdiction");
        assertThat(headlines("membership: [guild], jurisdiction: us-az", act))
                .containsExactly(Headline.PROHIBITED);
    }

    @ParameterizedTest
    @CsvSource({"allow, PERMITTED", "advise, ADVISED", "require, REQUIRED"})
    void what_a_text_grants_counts_only_where_it_binds(String verb, Headline granted)
            throws IOException {
        text("guild", "{membership: guild}", "", "forbid: hug\n        when: harm-risk");
        text("house", "{employer: house}", "", verb + ": hug");
        String act = "act: hug, party: current-client, facts: {harm-risk: false}";
        assertThat(headlines("membership: [guild], employer: [house]", act))
                .containsExactly(granted);
        assertThat(headlines("membership: [guild], employer: unknown", act))
                .containsExactlyInAnyOrder(granted, Headline.NOT_ADDRESSED);
        assertThat(headlines("membership: [guild]", act)).containsExactly(Headline.NOT_ADDRESSED);
    }

    @Test
    void a_single_text_that_may_not_bind_grants_nothing_for_certain() throws IOException {
        text("house", "{employer: house}", "", "allow: hug");
        assertThat(headlines("employer: unknown", "act: hug, party: current-client"))
                .containsExactly(Headline.PERMITTED, Headline.NOT_ADDRESSED);
    }

    @Test
    void what_speaks_against_an_act_counts_though_the_text_may_not_bind() throws IOException {
        text("guild", "{membership: guild}", "", "allow: hug");
        text("house", "{employer: house}", "", "forbid: hug");
        assertThat(
                        headlines(
                                "membership: [guild], employer: unknown",
                                "act: hug, party: current-client"))
                .containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_bar_lifts_by_the_window_of_a_later_edition() throws IOException {
        String ban = "forbid: friendship\n        within: {years: %d, after: last-session}";
        edition("guild", "guild-2010", "{from: 2010-01-01, to: 2014-06-30}", ban.formatted(2));
        edition("guild", "guild-2014", "{from: 2014-07-01}", ban.formatted(5));
        Together together =
                together(
                        "membership: [guild]",
                        "act: friendship, party: former-client, date: 2013-07-01, facts: {last-session: 2012-07-05}");
        LocalDate free = LocalDate.of(2017, 7, 5);
        assertThat(together.lifts()).contains(new Lifts.On(free, Optional.of(free)));
        assertThat(together.then()).containsExactly(Headline.NOT_ADDRESSED);
    }

    private List<Headline> headlines(String practitioner, String act) throws IOException {
        return together(practitioner, act).headlines();
    }

    private Together together(String practitioner, String act) throws IOException {
        Library library =
                ((Loaded.Sound<LibraryFiles>) LibraryReader.read(folder, "codes/"))
                        .value()
                        .library();
        String yaml = "{practitioner: {%s}, %s, rest: ordinary}".formatted(practitioner, act);
        Node node = ((Loaded.Sound<Node>) YamlFile.parse(yaml, "case")).value();
        var defaults =
                new ScenarioReader.Defaults(DateReader.days("2026-06-01").orElseThrow(), true);
        Scenario scenario =
                ((Loaded.Sound<Scenario>) ScenarioReader.read(library, node, defaults)).value();
        return new Decider(library).decide(scenario).together().orElseThrow();
    }

    /// A text of one norm toward current clients, of a body of the same name.
    private void text(String body, String binds, String more, String norm) throws IOException {
        write(
                body,
                body,
                Map.of("in-force", "{from: 2020-01-01}", "binds", binds, "more", more),
                norm + "\n        with: current-client");
    }

    private void edition(String body, String id, String inForce, String norm) throws IOException {
        write(
                body,
                id,
                Map.of("in-force", inForce, "binds", "{membership: guild}", "more", ""),
                norm + "\n        with: former-client");
    }

    private void write(String body, String id, Map<String, String> of, String norm)
            throws IOException {
        boolean employer = body.equals("house");
        Path bodies = Files.createDirectories(folder.resolve("bodies"));
        Files.writeString(
                folder.resolve("vocabulary.yaml"),
                Files.readString(CODES.resolve("vocabulary.yaml"))
                        .replaceAll("(?m)^leading:\\R(?:[ #].*\\R|\\R)*", ""));
        Files.writeString(
                folder.resolve("places.yaml"), Files.readString(CODES.resolve("places.yaml")));
        Files.writeString(
                bodies.resolve(body + ".yaml"),
                """
                body: %1$s
                name: The %1$s
                kind: %2$s
                country: us
                sanctions: [discipline]
                silence-means: nothing
                """
                        .formatted(body, employer ? "employer" : "association"));
        Path texts = Files.createDirectories(folder.resolve(employer ? "employers/" + body : body));
        Files.writeString(
                texts.resolve(id + ".yaml"),
                """
                edition: %s
                body: %s
                title: A text
                in-force: %s
                level: %s
                encoded: whole
                binds: %s
                practitioner: a member
                strength: enforceable
                reckoning: {last-day: excluded, rounding: down}
                %s
                provisions:
                  "1":
                    title: The only one
                    says: Made up.
                    source: nowhere
                    verified: text
                    norms:
                      - %s
                """
                        .formatted(
                                id,
                                body,
                                of.get("in-force"),
                                employer ? "employer-policy" : "association-code",
                                of.get("binds"),
                                of.get("more"),
                                norm));
    }
}
