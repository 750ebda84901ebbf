package org.plumbline.bench.neutral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.bulk.Classifier;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.Outcome;
import org.plumbline.bulk.Row;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

class NeutralWorkloadTest {

    private final NeutralWorkload workload = NeutralWorkload.read();
    private final Library library = NeutralLibrary.of(workload);
    private final CompiledLibrary compiled = CompiledLibrary.of(library, library.editions());
    private final Classifier classifier = compiled.classifier(NeutralLibrary.DAY);

    @Test
    void classes_answer_as_the_norms_do_one_after_another() {
        Map<String, NeutralNorm> norms = new HashMap<>();
        workload.norms().forEach(n -> norms.put(n.id(), n));
        Row row = compiled.row();
        Set<NeutralAnswer> different = new HashSet<>();
        for (int number = 0; number < 20_000; number++) {
            NeutralCase of = workload.row(number);
            NeutralLibrary.fill(row, of);
            int found = classifier.find(classifier.word(row), classifier.day(row, 0));
            NeutralAnswer expected = NeutralAnswer.plainly(workload, of);
            assertThat(NeutralAnswer.of(norms, classifier.statuses(found)))
                    .as(of.toString())
                    .isEqualTo(expected);
            different.add(expected);
        }
        assertThat(different).hasSizeGreaterThan(500);
    }

    @Test
    void many_rows_at_once_come_to_the_same_classes_as_one_by_one() {
        int rows = 5_000;
        long[] words = new long[rows];
        int[][] days = new int[1][rows];
        Row row = compiled.row();
        for (int number = 0; number < rows; number++) {
            NeutralLibrary.fill(row, workload.row(number));
            words[number] = classifier.word(row);
            days[0][number] = classifier.day(row, 0);
        }
        int[] together = new int[rows];
        classifier.find(words, days, 0, rows, together);
        int[] part = new int[100];
        classifier.find(words, days, 3_000, 3_100, part);
        for (int number = 0; number < rows; number++) {
            assertThat(together[number]).isEqualTo(classifier.find(words[number], days[0][number]));
        }
        assertThat(part[42]).isEqualTo(together[3_042]);
    }

    @Test
    void all_rows_of_a_class_have_one_explanation() {
        Map<Integer, List<Outcome>> outcomes = new HashMap<>();
        Set<List<Headline>> headlines = new HashSet<>();
        int met = 0;
        CompiledLibrary fresh = compiled;
        Row classified = compiled.row();
        for (int number = 0; number < 3_000; number++) {
            if (number % 300 == 0) { // so that nothing is remembered from one row to the next
                fresh = CompiledLibrary.of(library, library.editions());
            }
            NeutralLibrary.fill(classified, workload.row(number));
            int found = classifier.find(classifier.word(classified), classifier.day(classified, 0));
            CompiledLibrary asking = fresh;
            Row row = asking.row();
            NeutralLibrary.fill(row, workload.row(number));
            List<Outcome> said =
                    library.editions().stream()
                            .map(e -> asking.standing(row, e).orElseThrow())
                            .toList();
            List<Outcome> before = outcomes.put(found, said);
            if (before != null) {
                met++;
                assertThat(said).isEqualTo(before);
            }
            said.forEach(o -> headlines.add(o.headlines()));
        }
        assertThat(met).isGreaterThan(500);
        assertThat(headlines).hasSizeGreaterThan(8);
    }

    @Test
    void a_bar_of_days_includes_who_has_not_ended_and_its_complement_does_not() {
        Edition a = library.edition("A").orElseThrow();
        assertThat(a.provisions()).hasSize(5);
        assertThat(workload.norms()).hasSize(30);
        assertThat(NeutralAnswer.plainly(workload, former(729)).norms()).contains("A2");
        assertThat(NeutralAnswer.plainly(workload, former(730)).norms())
                .doesNotContain("A2")
                .contains("A3");
    }

    private static NeutralCase former(int days) {
        return new NeutralCase(
                "psychologist",
                "sexual-romantic",
                "former-client",
                "in-person",
                java.util.OptionalInt.of(days),
                Map.of("documented", false));
    }
}
