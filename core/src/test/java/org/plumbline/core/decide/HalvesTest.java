package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvesTest {

    private static final List<Integer> MANY = IntStream.range(0, 40).boxed().toList();

    @Test
    void results_stand_in_order_however_many_threads_work() {
        List<Integer> expected = MANY.stream().map(i -> i * i).toList();
        assertThat(Halves.each(MANY, i -> i * i)).isEqualTo(expected);
        assertThat(Halves.each(MANY, HalvesTest::slowly)).isEqualTo(expected);
        assertThat(Halves.begin(MANY, HalvesTest::slowly, Long.MAX_VALUE).results())
                .isEqualTo(expected);
        assertThat(Halves.each(List.<Integer>of(), i -> i)).isEmpty();
    }

    @Test
    void work_that_takes_long_is_shared_and_work_that_does_not_is_not() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Halves.each(MANY, _ -> threads.add(Thread.currentThread()));
        assertThat(threads).containsExactly(Thread.currentThread());

        threads.clear();
        Halves.each(
                MANY,
                i -> {
                    threads.add(Thread.currentThread());
                    return slowly(i);
                });
        assertThat(threads)
                .hasSize(Math.min(2, Runtime.getRuntime().availableProcessors()))
                .contains(Thread.currentThread());
    }

    @Test
    void what_goes_wrong_on_either_thread_goes_wrong_for_the_caller() {
        for (int bad = 0; bad < 2; bad++) {
            int wrong = MANY.getLast() - bad;
            assertThatThrownBy(() ->
                            Halves.each(
                                    MANY,
                                    i -> {
                                        if (i == wrong) {
                                            throw new IllegalArgumentException("at " + i);
                                        }
                                        return slowly(i);
                                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("at " + wrong);
        }
    }

    private static int slowly(int number) {
        LockSupport.parkNanos(1_000_000);
        return number * number;
    }
}
