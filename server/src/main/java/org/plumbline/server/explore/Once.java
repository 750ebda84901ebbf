package org.plumbline.server.explore;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a value when it is first asked for, and once. Safe for use by many threads.
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> making;
    private @Nullable T made;

    private Once(Supplier<T> making) {
        this.making = making;
    }

    public static <T> Once<T> of(Supplier<T> making) {
        return new Once<>(making);
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }
}
