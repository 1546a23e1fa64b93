package cn.tongxin.demo.office;

import java.time.Duration;
import java.util.function.Supplier;

/** An access token that is asked for again when it has been used for a while. */
public final class KeptToken implements Supplier<String> {
    private final Duration lifetime;
    private final Supplier<String> source;
    private String token = "";
    private long until;

    public KeptToken(Duration lifetime, Supplier<String> source) {
        this.lifetime = lifetime;
        this.source = source;
    }

    @Override
    public synchronized String get() {
        if (token.isEmpty() || System.nanoTime() > until) {
            token = source.get();
            until = System.nanoTime() + lifetime.toNanos();
        }
        return token;
    }
}
