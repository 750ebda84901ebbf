package org.plumbline.core.adequacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.Codes;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;

/// Why no case shows something: none can, or one is wanting.
class ReasonsTest {

    private final Library library = Codes.library();
    private final Edition nasw = library.edition("nasw-2021").orElseThrow();

    private List<Reason> reasons(String norm, Operator operator, String change) {
        List<Mutant> mutants =
                Mutants.of(library, nasw).stream()
                        .filter(m -> m.norm().toString().equals(norm))
                        .filter(m -> m.operator() == operator && m.change().contains(change))
                        .toList();
        assertThat(mutants).isNotEmpty();
        return List.copyOf(new Reasons(library).ofMutants(mutants).values());
    }

    /// 1.09(a) speaks against the same with present clients already.
    @Test
    void what_another_norm_says_already_no_case_can_tell() {
        assertThat(reasons("nasw-2021 1.09(c)#1", Operator.PARTY_ADDED, "current-client"))
                .containsOnly(Reason.NO_CASE_CAN);
    }

    @Test
    void another_verb_some_case_would_tell() {
        assertThat(reasons("nasw-2021 1.09(c)#1", Operator.MODALITY, "")).containsOnly(Reason.GAP);
    }

    @Test
    void a_goal_is_wanting_where_some_case_would_reach_it() {
        List<Goal> goals =
                ConditionGoals.of(nasw).stream()
                        .filter(g -> g.norm().toString().startsWith("nasw-2021 3.02(d)#as-client"))
                        .toList();
        assertThat(goals).isNotEmpty();
        assertThat(new Reasons(library).ofGoals(goals).values()).containsOnly(Reason.GAP);
    }

    private List<Goal> goals(String norm, String kind) {
        String id = norm.substring(0, norm.indexOf(' '));
        List<Goal> goals =
                ConditionGoals.of(library.edition(id).orElseThrow()).stream()
                        .filter(g -> g.norm().toString().equals(norm) && g.kind().equals(kind))
                        .toList();
        assertThat(goals).isNotEmpty();
        return goals;
    }

    /// Within the five years the bar forbids it, whatever the risks: that the second rule begins only then
    /// changes nothing, however the last day is counted.
    @Test
    void a_text_is_read_in_one_way_on_both_sides() {
        List<Goal> beyond =
                goals("aca-2014 A.5.c#afterwards", "not-so").stream()
                        .filter(g -> g.says().contains("beyond 5 years"))
                        .toList();
        assertThat(new Reasons(library).ofGoals(beyond).values())
                .containsExactly(Reason.NO_CASE_CAN);
    }

    /// The first rule of the two tells what the day is: friendship is barred for two years and no longer.
    @Test
    void a_day_at_the_end_of_a_window_is_looked_for_on_that_day() {
        assertThat(
                        new Reasons(library)
                                .ofGoals(goals("us-tx-681-38 681.38#any", "day-before"))
                                .values())
                .containsOnly(Reason.GAP);
    }

    /// On the day before the end the bar says the same already; on the day after, it does not.
    @Test
    void a_goal_that_some_other_day_would_show_is_not_one_of_this_day() {
        assertThat(
                        new Reasons(library)
                                .ofGoals(
                                        goals(
                                                "camft-older Sexual contact#afterwards",
                                                "day-before"))
                                .values())
                .containsOnly(Reason.NO_CASE_CAN);
        assertThat(
                        new Reasons(library)
                                .ofGoals(
                                        goals("camft-older Sexual contact#afterwards", "day-after"))
                                .values())
                .containsOnly(Reason.GAP);
    }
}
