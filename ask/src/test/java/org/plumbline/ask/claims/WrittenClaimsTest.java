package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// Statements in our own words, each with what has to be found of it.
class WrittenClaimsTest {

    /// A statement of the test data.
    private record Written(
            String text, String finding, String edition, String provision, boolean citedWrongly) {}

    private static List<Written> written(String file) {
        return items(file).stream().map(WrittenClaimsTest::written).toList();
    }

    private static List<Node.Mapping> items(String file) {
        try (InputStream in = WrittenClaimsTest.class.getResourceAsStream("/claims/" + file)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Node.Mapping root =
                    (Node.Mapping) ClaimsLibrary.sound(YamlFile.parse(yaml, "claims/" + file));
            return ((Node.Sequence) root.get("claims").orElseThrow())
                    .items().stream().map(n -> (Node.Mapping) n).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written written(Node.Mapping node) {
        return new Written(
                text(node, "text"),
                text(node, "finding"),
                text(node, "edition"),
                text(node, "provision"),
                text(node, "cited").equals("wrong"));
    }

    private static String text(Node.Mapping node, String key) {
        return node.get(key).map(n -> ((Node.Scalar) n).text()).orElse("");
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsWritten() {
        return Stream.of("written.yaml", "fresh.yaml", "articles.yaml")
                .flatMap(file -> written(file).stream())
                .map(w -> DynamicTest.dynamicTest(w.text(), () -> check(w)));
    }

    private static void check(Written written) {
        List<CheckedSentence> sentences = ClaimsLibrary.check(written.text());
        if (written.finding().equals("left-alone")) {
            assertThat(sentences).isEmpty();
            return;
        }
        assertThat(sentences).hasSize(1);
        CheckedSentence sentence = sentences.getFirst();
        assertThat(sentence.finding().word())
                .as("%s; %s", sentence.readAs(), sentence.why())
                .isEqualTo(written.finding());
        assertThat(sentence.citedWrongly()).isEqualTo(written.citedWrongly());
        if (!written.edition().isEmpty()) {
            CodeFinding first = sentence.codes().getFirst();
            assertThat(first.edition().id()).isEqualTo(written.edition());
            if (!written.provision().isEmpty()) {
                assertThat(first.provisions())
                        .extracting(g -> g.provision().id())
                        .contains(written.provision());
            }
        }
    }

    /// Fifty sentences twice, by the whole library; what is found otherwise still is held as it is.
    @TestFactory
    Stream<DynamicTest> findsWhatWasExpectedUnseen() {
        return items("blind.yaml").stream()
                .map(n -> DynamicTest.dynamicTest(text(n, "text"), () -> blind(n)));
    }

    private static void blind(Node.Mapping node) {
        List<CheckedSentence> sentences = ClaimsLibrary.checkByAll(text(node, "text"));
        String found = sentences.isEmpty() ? "left-alone" : sentences.getFirst().finding().word();
        String still = text(node, "found");
        assertThat(found).isIn(still.isEmpty() ? expected(node) : List.of(still));
        assertThat(still).as("it is found as expected: take `found` out").isNotIn(expected(node));
        if (!sentences.isEmpty() && !expected(node).contains(found)) {
            assertThat(worst(sentences.getFirst())).isFalse();
        }
    }

    /// A permission that is wrongly borne out, or a bar that is wrongly denied.
    private static boolean worst(CheckedSentence sentence) {
        boolean lenient = sentence.stance().lenient();
        return lenient
                ? sentence.finding() == ClaimFinding.SUPPORTED
                : sentence.finding() == ClaimFinding.CONTRADICTED;
    }

    private static List<String> expected(Node.Mapping node) {
        List<String> all = new ArrayList<>(List.of(text(node, "finding")));
        node.get("or")
                .ifPresent(or ->
                        ((Node.Sequence) or)
                                .items()
                                .forEach(item -> all.add(((Node.Scalar) item).text())));
        return all;
    }

    @Test
    void ofTheUnseenEveryFindingOccursAndNineInTenAreFound() {
        List<Node.Mapping> all = items("blind.yaml");
        assertThat(all).hasSize(100);
        for (ClaimFinding finding : ClaimFinding.values()) {
            assertThat(all).anyMatch(n -> text(n, "finding").equals(finding.word()));
        }
        assertThat(all.stream().filter(n -> n.get("found").isPresent()).count())
                .isLessThanOrEqualTo(10);
    }

    @Test
    void aThirdIsTrueAndEveryFindingOccurs() {
        List<Written> all = written("written.yaml");
        long supported = all.stream().filter(w -> w.finding().equals("supported")).count();
        assertThat(all).hasSizeGreaterThanOrEqualTo(70);
        // One more is true, but too little is held of some codes to bear it out.
        assertThat(3 * (supported + 1)).isGreaterThanOrEqualTo(all.size());
        for (ClaimFinding finding : ClaimFinding.values()) {
            assertThat(all).anyMatch(w -> w.finding().equals(finding.word()));
        }
    }

    @Test
    void whatIsOverstatedNamesWhatWasDropped() {
        for (Written written : written("written.yaml")) {
            if (written.finding().equals("overstated")) {
                CheckedSentence sentence = ClaimsLibrary.check(written.text()).getFirst();
                assertThat(sentence.codes().getFirst().conditions())
                        .as(written.text())
                        .isNotEmpty();
            }
        }
    }
}
