package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// A library that begins with its editions.
class UndescribedBodiesTest {

    private static final Path SOUND =
            Path.of(System.getProperty("plumbline.home"))
                    .resolve("core/src/test/resources/library");

    @TempDir Path codes;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> all = Files.walk(SOUND)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = codes.resolve(SOUND.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private Loaded<LibraryFiles> with(String body, String binds) throws IOException {
        Files.createDirectories(codes.resolve("lodge"));
        Files.writeString(
                codes.resolve("lodge/2026.yaml"),
                """
                edition: lodge-2026
                body: %s
                title: Rules of the Lodge
                in-force: {from: 2026-01-01}
                level: association-code
                encoded: whole
                binds: %s
                practitioner: a member
                strength: enforceable
                reckoning: {last-day: excluded, rounding: down}
                provisions:
                  "1":
                    title: Hugs
                    says: In our words.
                    source: written for the tests
                    verified: illustrative
                    norms:
                      - forbid: hug
                        with: current-client
                """
                        .formatted(body, binds));
        return LibraryReader.read(codes, "codes/");
    }

    private static Library library(Loaded<LibraryFiles> loaded) {
        assertThat(loaded).isInstanceOf(Loaded.Sound.class);
        return ((Loaded.Sound<LibraryFiles>) loaded).value().library();
    }

    private static List<String> values(Library library, String fact) {
        return ((Fact.SomeOf)
                        Optional.ofNullable(library.vocabulary().facts().get(fact)).orElseThrow())
                .values();
    }

    private static List<String> codes(Loaded<LibraryFiles> loaded) {
        return loaded.allFindings().stream().map(Finding::code).toList();
    }

    @Test
    void what_binds_names_is_what_it_is_used_as() throws IOException {
        Loaded<LibraryFiles> loaded =
                with(
                        "lodge",
                        "{any: [{membership: lodge}, {licence: [board-of-the-north]},"
                                + " {all: [{jurisdiction: us-zz}, {employer: mill}]}]}");

        Library library = library(loaded);

        assertThat(codes(loaded)).hasSize(4).containsOnly("body.undescribed");
        assertThat(library.bodies().get("lodge").kind()).isEqualTo("association");
        assertThat(library.bodies().get("board-of-the-north").kind()).isEqualTo("regulator");
        assertThat(library.bodies().get("mill").kind()).isEqualTo("employer");
        assertThat(library.places()).containsEntry("us-zz", "us-zz");
        assertThat(values(library, "membership")).contains("guild", "lodge");
        assertThat(values(library, "licence")).contains("board-of-the-north");
        assertThat(values(library, "employer")).contains("mill");
        assertThat(values(library, "jurisdiction")).contains("us-zz");
    }

    @Test
    void whoever_is_a_member_is_bound() throws IOException {
        Library library = library(with("lodge", "{membership: lodge}"));
        Edition edition = library.edition("lodge-2026").orElseThrow();
        Map<String, Known> facts =
                Map.of(
                        "membership", new Known.Sets(List.of(Set.of("lodge"))),
                        "act", new Known.Value(Set.of("hug")),
                        "form", new Known.Value(Set.of("doing")));
        Map<String, Known> client =
                Map.of(
                        "role", new Known.Value(Set.of("client")),
                        "stage", new Known.Value(Set.of("current")),
                        "tie", new Known.Value(Set.of("self")));
        var scenario =
                new Scenario(
                        Known.Range.of(java.time.LocalDate.of(2026, 6, 1)),
                        facts,
                        List.of(new Scenario.Link("", client)),
                        Set.of(),
                        Set.of());

        var answer = new Decider(library).decide(scenario, List.of(edition)).answers().getFirst();

        assertThat(answer.headlines()).containsExactly(Headline.PROHIBITED);
    }

    @Test
    void a_body_that_binds_nobody_by_name_issues_laws() throws IOException {
        Loaded<LibraryFiles> loaded = with("us-oh-assembly", "{profession: counselor}");

        Body body = library(loaded).bodies().get("us-oh-assembly");

        assertThat(body.kind()).isEqualTo("legislature");
        assertThat(body.country()).isEqualTo("us");
        assertThat(codes(loaded)).containsExactly("body.undescribed");
    }

    @Test
    void a_slip_of_the_pen_is_still_a_mistake() throws IOException {
        assertThat(codes(with("guild", "{membership: gild}"))).contains("condition.value.unknown");
        assertThat(codes(with("guilds", "{membership: guild}"))).contains("edition.body.unknown");
    }
}
