package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    void work_that_takes_no_time_stays_on_one_thread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Halves.each(MANY, _ -> threads.add(Thread.currentThread()), () -> 0);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void work_that_takes_long_is_shared() {
        int hands = Math.min(2, Runtime.getRuntime().availableProcessors());
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var met = new CountDownLatch(hands);
        var milliseconds = new AtomicLong();
        Halves.each(
                MANY,
                i -> {
                    if (threads.add(Thread.currentThread())) {
                        met.countDown();
                    }
                    return i == 0 || await(met);
                },
                () -> milliseconds.getAndIncrement() * 1_000_000);
        assertThat(threads).hasSize(hands).contains(Thread.currentThread());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
