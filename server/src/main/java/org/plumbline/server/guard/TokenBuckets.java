package org.plumbline.server.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often each of many may come: a bucket of tokens for each, filled at a steady rate.
///
/// Memory is bounded: of more than `most` the one that was away longest is forgotten, and comes
/// back with a full bucket. Safe for use by many threads.
final class TokenBuckets {

    private static final double NANOS = 1e9;

    private record Bucket(double tokens, long since) {}

    private final double perNano;
    private final long burst;
    private final LongSupplier now;
    private final Map<String, Bucket> buckets;

    /// @param perSecond how many tokens come back in a second
    /// @param burst how many a bucket holds
    /// @param most how many buckets are remembered
    /// @param now nanoseconds, as of [System#nanoTime]
    TokenBuckets(int perSecond, long burst, int most, LongSupplier now) {
        this.perNano = perSecond / NANOS;
        this.burst = burst;
        this.now = now;
        this.buckets =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > most;
                    }
                };
    }

    /// Takes a token.
    ///
    /// @return 0 if there was one, else in how many whole seconds there will be
    synchronized long take(String whose) {
        long at = now.getAsLong();
        Bucket before = buckets.getOrDefault(whose, new Bucket(burst, at));
        double tokens = Math.min((double) burst, before.tokens() + (at - before.since()) * perNano);
        boolean enough = tokens >= 1;
        buckets.put(whose, new Bucket(enough ? tokens - 1 : tokens, at));
        return enough ? 0 : (long) Math.ceil((1 - tokens) / perNano / NANOS);
    }

    synchronized int remembered() {
        return buckets.size();
    }
}
