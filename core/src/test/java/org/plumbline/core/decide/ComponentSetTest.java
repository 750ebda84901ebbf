package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Sets of components as numbers say what [Components] says, and leave out only what never matters.
class ComponentSetTest {

    private static final int SETS = 128;

    private static Components<Boolean> components(int set) {
        return new Components<>(
                (set & Component.FORBIDDEN.bit()) != 0,
                (set & Component.ADVISED_AGAINST.bit()) != 0,
                (set & Component.REQUIRED.bit()) != 0,
                (set & Component.ADVISED.bit()) != 0,
                (set & Component.ALLOWED.bit()) != 0,
                (set & Component.OBLIGED.bit()) != 0,
                (set & Component.SPOKEN_OF.bit()) != 0);
    }

    private static Headline headline(Components<Boolean> components) {
        List<Headline> named =
                components.headlines(Logic.PLAIN).entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(named).hasSize(1);
        return named.getFirst();
    }

    @Test
    void joiningIsWhatComponentsSay() {
        for (int one = 0; one < SETS; one++) {
            for (int other = 0; other < SETS; other++) {
                var both = List.of(components(one), components(other));
                assertThat(components(ComponentSet.join(one, other)))
                        .isEqualTo(Components.join(Logic.PLAIN, both));
            }
        }
    }

    @Test
    void joiningInTwosIsJoiningAtOnce() {
        for (int one = 0; one < SETS; one++) {
            for (int other = 0; other < SETS; other++) {
                for (int third = 0; third < SETS; third += 3) {
                    var all = List.of(components(one), components(other), components(third));
                    assertThat(components(ComponentSet.join(ComponentSet.join(one, other), third)))
                            .isEqualTo(Components.join(Logic.PLAIN, all));
                }
            }
        }
    }

    @Test
    void headlinesAreWhatComponentsSay() {
        for (int number = 0; number < ComponentSet.ESSENTIAL.length; number++) {
            assertThat(ComponentSet.headline(number))
                    .isEqualTo(headline(components(ComponentSet.ESSENTIAL[number])));
        }
    }

    /// What a set leads to, whatever else is joined with it.
    private static List<Headline> future(int set) {
        List<Headline> future = new ArrayList<>();
        for (int other = 0; other < SETS; other++) {
            future.add(headline(components(ComponentSet.join(set, other))));
        }
        return future;
    }

    /// What a set leads to, whatever else the same text has.
    private static List<Headline> presence(int set) {
        List<Headline> presence = new ArrayList<>();
        for (int more = 0; more < SETS; more++) {
            presence.addAll(future(set | more));
        }
        return presence;
    }

    @Test
    void whatIsLeftOutNeverMatters() {
        for (int set = 0; set < SETS; set++) {
            int essential = ComponentSet.essential(set);
            assertThat(ComponentSet.essential(essential)).isEqualTo(essential);
            assertThat(future(essential)).isEqualTo(future(set));
            assertThat(presence(essential)).isEqualTo(presence(set));
        }
    }

    @Test
    void nothingElseCouldBeLeftOut() {
        Set<List<Headline>> futures = new HashSet<>();
        for (int set : ComponentSet.ESSENTIAL) {
            assertThat(futures.add(future(set))).isTrue();
        }
        assertThat(futures).hasSize(18);
    }
}
