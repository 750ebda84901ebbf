package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Missing;

/// What diagrams say of a partly known case is what its completions say, one by one.
class DiagramsAgreeTest {

    private static final int BATCHES = 40;
    private static final int SAMPLES =
            Integer.getInteger(
                    "plumbline.samples", Boolean.getBoolean("plumbline.slow") ? 200 : 40);
    private static final int ROWS = 256;
    private static final Map<String, Integer> TALLY = new TreeMap<>();

    /// A proof over samples that were all left out would prove nothing.
    @AfterAll
    static void most_samples_were_compared_in_full() throws IOException {
        Files.writeString(Path.of("target", "agreement.txt"), TALLY + "\n");
        int all = TALLY.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(TALLY.getOrDefault("open", 0)).as("%s", TALLY).isGreaterThan(all / 12);
    }

    private static void count(String what) {
        TALLY.merge(what, 1, Integer::sum);
    }

    static IntStream seeds() {
        return IntStream.range(0, BATCHES);
    }

    @ParameterizedTest(name = "batch {0}")
    @MethodSource("seeds")
    void over_the_cases_of_the_library(int batch) {
        for (int seed = batch * SAMPLES; seed < (batch + 1) * SAMPLES; seed++) {
            var random = new Random(seed);
            agree(seed, Sample.ofTheLibrary(random).narrowed(ROWS, random), random);
        }
    }

    @ParameterizedTest(name = "batch {0}")
    @MethodSource("seeds")
    void over_texts_that_nobody_wrote(int batch) {
        for (int seed = batch * SAMPLES; seed < (batch + 1) * SAMPLES; seed++) {
            var random = new Random(seed);
            agree(seed, Sample.invented(random).narrowed(ROWS, random), random);
        }
    }

    private static void agree(int seed, Sample sample, Random random) {
        if (!sample.edition().inForce().mayCover(sample.scenario().day())) {
            count("not in force");
            return;
        }
        if (sample.outOfOrder()) {
            count("impossible");
            assertThatIllegalArgumentException().isThrownBy(() -> decide(sample));
            return;
        }
        var rows = new Completions(sample.library(), sample.scenario(), sample.text(), random);
        if (rows.size() > 8 * ROWS) {
            count("too many rows");
            return; // its readings alone make too many
        }
        String about = "seed " + seed + ": " + sample.edition().id() + ", " + sample.scenario();
        if (!rows.enumerate()) {
            count("impossible");
            assertThatIllegalArgumentException().as(about).isThrownBy(() -> decide(sample));
            return;
        }
        Answer answer = decide(sample);
        if (!rows.mayBind()) {
            count("not bound");
            assertThat(answer.headlines()).as(about).containsExactly(Headline.NOT_BOUND);
            return;
        }
        Completions.Answer truth = rows.answer();
        Set<String> missing = new TreeSet<>();
        answer.missing().stream().map(Missing::fact).forEach(missing::add);
        assertThat(rows.oneByOne()).as(about).isEqualTo(truth.headlines());
        if (rows.approximate()) {
            count("only included");
            assertThat(answer.headlines()).as(about).containsAll(truth.headlines());
            assertThat(missing).as(about).containsAll(truth.missing());
            return;
        }
        count(truth.headlines().size() > 1 ? "open" : "settled");
        assertThat(new TreeSet<>(answer.headlines()))
                .as("headlines of " + about)
                .isEqualTo(truth.headlines());
        assertThat(new TreeSet<>(answer.underBurden()))
                .as("under the burden, " + about)
                .isEqualTo(truth.underBurden());
        assertThat(missing).as("missing of " + about).isEqualTo(truth.missing());
        assertThat(new TreeSet<>(answer.readings()))
                .as("readings of " + about)
                .isEqualTo(truth.readings());
        Set<String> provisions = new TreeSet<>();
        answer.provisions().forEach(g -> provisions.add(g.cite()));
        assertThat(provisions).as("provisions of " + about).isEqualTo(truth.provisions());
        Map<String, Boolean> duties = new TreeMap<>();
        answer.duties().forEach(d -> duties.put(d.id(), d.certain()));
        assertThat(duties).as("duties of " + about).isEqualTo(truth.duties());
    }

    private static Answer decide(Sample sample) {
        return new Decider(sample.library())
                .decide(sample.scenario(), List.of(sample.edition()))
                .answers()
                .getFirst();
    }
}
