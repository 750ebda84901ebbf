package org.plumbline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;

class NormSentenceTest {

    private static final Library LIBRARY = Codes.FILES.library();
    private static final NormSentence SENTENCE = new NormSentence(LIBRARY.vocabulary());

    /// The sentences in the files were written by hand before there was a renderer.
    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void every_norm_of_the_library_reads_as_its_file_says(Norm norm, Edition edition) {
        assertThat(SENTENCE.of(edition, norm)).isEqualTo(norm.reads());
    }

    static Stream<Arguments> sentences() {
        return LIBRARY.editions().stream()
                .flatMap(edition ->
                        edition.norms().stream()
                                .filter(norm -> !norm.reads().isEmpty())
                                .map(norm -> Arguments.of(norm, edition)));
    }
}
