package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

class WordsAgreeTest {
    private static final Path CODES = Path.of(System.getProperty("plumbline.codes", "../codes"));
    private static final Library LIBRARY = library();

    @Test
    void the_words_lead_only_to_what_the_library_has() {
        assertThat(
                        WordsAgree.findings(
                                words(YamlFile.read(CODES.resolve("words.yaml"), "words.yaml")),
                                LIBRARY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    professions: {wizard: [wizard]}                                  | unknown profession `wizard`
                    acts: {hug: {scenario: hugg, sure: [hug]}}                       | unknown act `hugg`
                    acts: {touch: {scenario: {possibly: [touchy]}, sure: [touch]}}   | unknown act `touchy`
                    facts: [{fact: consensuall, when: [mutual]}]                     | unknown fact `consensuall`
                    codes: {naswx: [naswx]}                                          | unknown body `naswx`
                    codes: {x: {words: [x], jurisdiction: us-xx}}                    | unknown place `us-xx`
                    places: {us-xx: [nowhere]}                                       | unknown place `us-xx`
                    help-lines: [{place: xx, call: "1", says: none}]                 | unknown place `xx`
                    """)
    void a_name_that_the_library_does_not_have_is_found_with_its_place(String yaml, String found) {
        List<Finding> findings =
                WordsAgree.findings(words(YamlFile.parse(yaml, "words.yaml")), LIBRARY);
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo("words.id.unknown");
        assertThat(findings.getFirst().found()).isEqualTo(found);
        assertThat(findings.getFirst().span().file()).isEqualTo("words.yaml");
    }

    @Test
    void every_question_leads_to_a_scenario_that_can_be() {
        List<String> impossible = new ArrayList<>();
        List<Labelled> questions = new ArrayList<>(Labelled.written());
        questions.addAll(Labelled.afresh());
        for (Labelled question : questions) {
            for (Reading.Part part : Reader.read(question.text()).parts()) {
                part.scenario()
                        .map(s -> scenario(s))
                        .filter(Loaded.Unsound.class::isInstance)
                        .ifPresent(s ->
                                impossible.add(question.text() + " " + s.allFindings().getFirst()));
            }
        }
        assertThat(impossible).isEmpty();
    }

    private static Loaded<Scenario> scenario(Map<String, Object> facts) {
        return ScenarioReader.read(
                LIBRARY,
                node(facts),
                new ScenarioReader.Defaults(Known.Range.of(Reader.TODAY), false));
    }

    private static Node.Mapping node(Map<String, Object> facts) {
        return words(YamlFile.parse(json(facts), "question"));
    }

    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new StringJoiner(", ", "{", "}");
                map.forEach((k, v) -> all.add(k + ": " + json(v)));
                yield all.toString();
            }
            case List<?> list -> {
                var all = new StringJoiner(", ", "[", "]");
                list.forEach(v -> all.add(json(v)));
                yield all.toString();
            }
            default -> "\"" + value + "\"";
        };
    }

    private static Node.Mapping words(Loaded<Node> read) {
        if (read instanceof Loaded.Sound<Node>(Node.Mapping words, var _)) {
            return words;
        }
        throw new IllegalStateException("a sound mapping, not " + read.allFindings());
    }

    private static Library library() {
        if (LibraryReader.read(CODES, "codes/")
                instanceof Loaded.Sound<LibraryFiles>(var files, var _)) {
            return files.library();
        }
        throw new IllegalStateException("the library is sound");
    }
}
