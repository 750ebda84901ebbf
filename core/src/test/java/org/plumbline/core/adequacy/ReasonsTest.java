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
}
