package cn.tongxin.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What every row of a batch asks for and none of them changes, read once; outside of a batch it is read each time. */
public final class ReadOnce<T> {
    private static final ScopedValue<Map<ReadOnce<?>, Object>> BATCH = ScopedValue.newInstance();

    /** Runs a batch, inside one transaction: what it reads once belongs to one committee at one moment. */
    public static <R> R during(Supplier<R> batch) {
        return ScopedValue.where(BATCH, new HashMap<>()).call(batch::get);
    }

    @SuppressWarnings("unchecked") // what is kept under this key was read for this key
    public T get(Supplier<T> read) {
        return BATCH.isBound() ? (T) BATCH.get().computeIfAbsent(this, _ -> read.get()) : read.get();
    }
}
