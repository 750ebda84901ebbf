package org.plumbline.server.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkshopTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Workshop workshop = new Workshop();

    @Test
    void what_was_worked_out_is_kept_for_a_while() {
        var times = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThat(
                            workshop.<Integer>job("a", _ -> times.incrementAndGet())
                                    .orElseThrow()
                                    .within(LONG))
                    .hasValue(1);
        }
        for (int i = 0; i < 60; i++) {
            workshop.<Integer>job("other " + i, _ -> 0).orElseThrow().within(LONG);
        }
        assertThat(
                        workshop.<Integer>job("a", _ -> times.incrementAndGet())
                                .orElseThrow()
                                .within(LONG))
                .hasValue(2);
    }

    @Test
    void what_has_no_room_is_refused() {
        var wait = new CountDownLatch(1);
        int taken = 0;
        while (taken < 100
                && workshop.<Integer>job(
                                "job " + taken,
                                _ -> {
                                    try {
                                        wait.await();
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return 0;
                                })
                        .isPresent()) {
            taken++;
        }
        assertThat(taken).isBetween(5, 40);
        wait.countDown();
    }

    @Test
    void it_says_how_far_it_is() throws InterruptedException {
        var half = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var job =
                workshop.<String>job(
                                "a",
                                it -> {
                                    it.total(4);
                                    it.done(2);
                                    half.countDown();
                                    try {
                                        go.await();
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return "done";
                                })
                        .orElseThrow();
        half.await();
        assertThat(job.within(Duration.ZERO)).isEmpty();
        assertThat(Working.of(job, "apart").says())
                .isEqualTo("Looked at 2 of 4 kinds of act so far.");
        go.countDown();
        assertThat(job.within(LONG)).hasValue("done");
    }

    @Test
    void what_failed_is_tried_again() {
        var first =
                workshop.<String>job(
                                "a",
                                _ -> {
                                    throw new IllegalStateException();
                                })
                        .orElseThrow();
        assertThat(first.within(LONG)).isEmpty();
        assertThat(Working.of(first, "diff").says()).contains("could not be worked out");
        assertThat(workshop.<String>job("a", _ -> "done").orElseThrow().within(LONG))
                .hasValue("done");
    }
}
