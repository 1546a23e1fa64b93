package cn.tongxin.stage;

import cn.tongxin.tenancy.Caller;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** How many statements a request takes: they are counted by the seat that asks. */
public final class Statements {
    private static final Map<UUID, LongAdder> COUNTED = count();

    private Statements() {}

    /** The same request is sent once before, so that what is remembered between requests is. */
    public static long of(Person reader, String path) {
        reader.get(path).expect(200);
        var counted = COUNTED.computeIfAbsent(reader.seat(), _ -> new LongAdder());
        counted.reset();
        reader.get(path).expect(200);
        return counted.sum();
    }

    private static Map<UUID, LongAdder> count() {
        var counted = new ConcurrentHashMap<UUID, LongAdder>();
        Stage.shared()
                .bean(DSLContext.class)
                .configuration()
                .set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        var seat = Caller.current().seat();
                        if (seat != null) {
                            counted.computeIfAbsent(seat, _ -> new LongAdder()).increment();
                        }
                    }
                }));
        return counted;
    }
}
