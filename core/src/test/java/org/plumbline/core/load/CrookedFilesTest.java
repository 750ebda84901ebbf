package org.plumbline.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sound files with a few words exchanged, doubled or lost: closer to what people write than noise,
/// and deeper into the readers and the engine.
class CrookedFilesTest {

    private static final int SEEDS = Integer.getInteger("crooked.seeds", 400);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"vocabulary.yaml", "guild/2020.yaml", "cases/guild.yaml", "scenario.yaml"})
    void a_crooked_file_is_read_or_a_finding(String path) throws Exception {
        List<String> words = new ArrayList<>();
        for (String file : List.of("vocabulary.yaml", "guild/2020.yaml", "cases/guild.yaml")) {
            words.addAll(tokens(ReadersFuzzTest.small(file)));
        }
        words.addAll(List.of("{}", "[]", "''", "~", "0", "-1", "9999", "2026-02-30", "unknown"));
        String sound =
                path.equals("scenario.yaml")
                        ? """
                        practitioner: {membership: guild, profession: {possibly: [counselor, nurse]}}
                        act: {possibly: [romance, hug]}
                        party: former-client
                        date: 2026-06
                        service-began: 2020
                        service-ended: {from: 2021-05, to: 2023}
                        history: [close]
                        facts: {harm-risk: unknown, unavoidable: false}
                        rest: ordinary
                        """
                        : ReadersFuzzTest.small(path);
        for (int seed = 0; seed < SEEDS; seed++) {
            String crooked = crooked(tokens(sound), words, new Random(seed));
            try {
                ReadersFuzzTest.readAs(path, crooked.getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + " of " + path + ":\n" + crooked, e);
            }
        }
        assertThat(SEEDS).isPositive();
    }

    /// Words, and what stands between them.
    private static List<String> tokens(String text) {
        return List.of(text.split("(?<=[^\\w-])|(?=[^\\w-])", -1));
    }

    private static String crooked(List<String> sound, List<String> words, Random random) {
        List<String> tokens = new ArrayList<>(sound);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(tokens.size());
            while (tokens.get(at).isBlank()) {
                at = random.nextInt(tokens.size());
            }
            switch (random.nextInt(4)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                default -> tokens.set(at, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", tokens);
    }
}
