package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.vocabulary.Vocabulary;

class ClaimWordsTest {

    private static Loaded<ClaimWords> read(String yaml) {
        return ClaimWords.from(
                (Node.Mapping) ClaimsLibrary.sound(YamlFile.parse(yaml, "claims.yaml")));
    }

    @Test
    void everyWordOfTheVocabularyIsOne() {
        ClaimWords words = ClaimsLibrary.CHECKER.words();
        Vocabulary vocabulary = ClaimsLibrary.LIBRARY.vocabulary();
        Set<String> facts = new HashSet<>(words.leftOpen());
        facts.addAll(words.alwaysOrdinary());
        facts.addAll(words.takenAs().keySet());
        facts.addAll(words.takenAsOfOthers().keySet());
        words.conditions()
                .forEach(c -> {
                    facts.addAll(c.so().keySet());
                    facts.addAll(c.otherwise().keySet());
                });
        words.duties().forEach(d -> d.duty().ifPresent(facts::add));
        assertThat(facts).allMatch(id -> vocabulary.fact(id).isPresent());
        assertThat(words.acts())
                .allMatch(a ->
                        !a.acts().isEmpty()
                                && a.acts().stream()
                                        .allMatch(act -> vocabulary.actLeaves(act).size() == 1));
        assertThat(words.duties()).allMatch(d -> d.duty().isPresent() != d.factor().isPresent());
    }

    @Test
    void everyStanceHasWords() {
        assertThat(ClaimsLibrary.CHECKER.words().stances()).containsOnlyKeys(Stance.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims: other",
                "claims: plumbline\nstances: {howls: [x]}",
                "claims: plumbline\nhedges: [perhaps|]",
                "claims: plumbline\nhedges: [{a: b}]",
                "claims: plumbline\nsurprise: [x]",
                "claims: plumbline\nunits: {year: long}",
                "claims: plumbline\nnumbers: {two: zwei}",
                "claims: plumbline\nacts: [{says: [x], does: y}]",
                "claims: plumbline\nclasses: 3"
            })
    void aMistakeIsAFindingWithItsPlace(String yaml) {
        Loaded<ClaimWords> read = read(yaml);
        assertThat(read).isInstanceOf(Loaded.Unsound.class);
        Finding first = read.allFindings().getFirst();
        assertThat(first.code()).isEqualTo("claims.words");
        assertThat(first.span().file()).isEqualTo("claims.yaml");
        assertThat(first.mend()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "may|must not, 'they may not do it', may not",
        "forbid*, 'it is forbidden', forbidden",
        "say ~ nothing, 'they say of this nothing new', say of this nothing",
        "the ethics? code, 'so the code says', the code",
        "year wait, 'a five-year wait', year wait"
    })
    void aPatternFindsItsWords(String pattern, String text, String found) {
        Phrase.Found at = Phrase.of(pattern).orElseThrow().in(text, 0).orElseThrow();
        assertThat(text.substring(at.from(), at.to())).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"may not, maybe not so", "say ~ nothing, say a b c d e nothing", "ban, banana"})
    void aPatternDoesNotFindOthers(String pattern, String text) {
        assertThat(Phrase.of(pattern).orElseThrow().in(text, 0)).isEmpty();
    }
}
