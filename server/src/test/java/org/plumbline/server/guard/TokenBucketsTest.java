package org.plumbline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);
    private final TokenBuckets buckets = new TokenBuckets(2, 4, 3, now::get);

    @Test
    void a_burst_is_let_through_and_then_the_rate() {
        for (int i = 0; i < 4; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(1);
        now.addAndGet(SECOND / 2);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(1);
    }

    @Test
    void nobody_pays_for_another() {
        for (int i = 0; i < 5; i++) {
            buckets.take("a");
        }
        assertThat(buckets.take("a")).isPositive();
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void a_bucket_holds_no_more_than_its_burst() {
        buckets.take("a");
        now.addAndGet(3600 * SECOND);
        for (int i = 0; i < 4; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void no_more_are_remembered_than_there_is_room_for() {
        for (int i = 0; i < 1000; i++) {
            buckets.take("address " + i);
        }
        assertThat(buckets.remembered()).isEqualTo(3);
    }
}
