package org.plumbline.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// What a phrase is, what denies one, and that the families which phrases name are there.
class StoryWordsTest {

    private static final Path SLOTS = Path.of(System.getProperty("plumbline.codes"), "slots.yaml");

    private static final String RULES =
            """
            families:
              helper: [lawyer, social worker]
              clause: [wants, asks, unless]
            story:
              - {fact: act, is: [loan], when: ["wants ~ <helper> to lend", "<helper> lends"]}
              - {fact: fee, is: ["true"], when: ["suit is won"]}
              - {fact: touch, is: [sexual], when: ["touch ~ sexual"]}
              - {fact: never, is: ["true"], when: ["<nobody>", "a <nobody> b"]}
            """;

    private static Map<String, Set<String>> read(String story) {
        return words(RULES).values(story, "loan");
    }

    private static StoryWords words(String yaml) {
        return YamlFile.parse(yaml, "slots.yaml") instanceof Loaded.Sound<Node>(var slots, _)
                ? StoryWords.of((Node.Mapping) slots).orElseThrow()
                : null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A client wants her lawyer to lend her the rent.",
                "A client whose claim has not settled wants her lawyer to lend her the rent.",
                "A client wants the social worker to lend him money.",
                "A social worker lends a client money.",
                "Not only the bank but a lawyer lends him money."
            })
    void a_denial_ends_with_its_clause(String story) {
        assertThat(read(story)).containsEntry("act", Set.of("loan"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No client wants her lawyer to lend her the rent.",
                "A client never wants her lawyer to lend her the rent.",
                "It is not a lawyer lends here.",
                "A client wants no lawyer to lend her the rent."
            })
    void what_is_denied_before_or_in_a_gap_is_not_said(String story) {
        assertThat(read(story)).doesNotContainKey("act");
    }

    @Test
    void a_denial_does_not_reach_behind_unless() {
        assertThat(read("There is no fee unless the suit is won.")).containsKey("fee");
        assertThat(read("There is no hope that suit is won.")).doesNotContainKey("fee");
    }

    @Test
    void a_gap_holds_no_denial() {
        assertThat(read("The touch was plainly sexual.")).containsKey("touch");
        assertThat(read("The touch was not sexual.")).doesNotContainKey("touch");
        assertThat(read("The touch wasn’t sexual.")).doesNotContainKey("touch");
    }

    @Test
    void a_family_that_is_not_there_is_no_word() {
        assertThat(read("Anything at all, a b and a nobody b.")).doesNotContainKey("never");
    }

    @Test
    void every_family_that_a_phrase_names_is_there() throws Exception {
        String yaml = Files.readString(SLOTS);
        Set<String> named = new TreeSet<>();
        Pattern.compile("<([a-z-]+)>")
                .matcher(yaml.substring(yaml.indexOf("\nstory:")))
                .results()
                .forEach(m -> named.add(m.group(1)));
        assertThat(words(yaml).families().keySet()).containsAll(named).contains("clause");
        assertThat(words(yaml).families().values()).allSatisfy(f -> assertThat(f).isNotEmpty());
    }
}
