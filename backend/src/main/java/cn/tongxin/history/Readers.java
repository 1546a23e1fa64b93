package cn.tongxin.history;

import static cn.tongxin.db.cell.Tables.PARKED_LINE;
import static cn.tongxin.db.cell.Tables.READER;

import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every reader up to the head of every committee's history: woken after each commit, and by itself now and then in
 * case a wake-up was lost. A line that fails five times is parked and shown; the reader goes on without it.
 */
@Singleton
public class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int BATCH = 200;
    private static final int TRIES = 5;
    private static final long LONGEST_REST = Duration.ofSeconds(2).toNanos();

    private final List<Reader> readers;
    private final HistoryLines lines;
    private final Committees committees;
    private final Transactions transactions;
    private final DSLContext sql;
    private final Clock clock;
    private final Duration sweep;
    private final int rest;
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread worker;

    Readers(
            List<Reader> readers,
            HistoryLines lines,
            Committees committees,
            Transactions transactions,
            DSLContext sql,
            Clock clock,
            @Value("${tongxin.readers.sweep:PT1M}") Duration sweep,
            @Value("${tongxin.readers.rest:3}") int rest) {
        this.readers = readers;
        this.lines = lines;
        this.committees = committees;
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.sweep = sweep;
        this.rest = rest;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        worker = Thread.ofVirtual().name("readers").start(this::work);
    }

    @EventListener
    void wake(History.Moved moved) {
        synchronized (waiting) {
            waiting.add(moved.committee());
            waiting.notifyAll();
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** Lets every reader read on in one committee until it has caught up or stumbles. */
    public void catchUp(UUID committee) {
        try {
            while (together(committee)) {
                // the next batch
            }
        } catch (RuntimeException somebodyStumbled) {
            readers.forEach(reader -> alone(committee, reader));
        }
    }

    /** Batches that halve where one fails, until the line that fails stands alone, and grow again behind it. */
    private void alone(UUID committee, Reader reader) {
        var size = BATCH;
        for (var more = true; more; ) {
            var most = size;
            try {
                more = transactions.in(committee, () -> step(reader, most));
                size = Math.min(2 * size, BATCH);
            } catch (RuntimeException failure) {
                if (size == 1) {
                    more = isPassed(committee, reader, failure);
                }
                size = Math.max(size / 2, 1);
            }
        }
    }

    /**
     * Round after round, each followed by a rest of {@code rest} times its own length and two seconds at the most: while
     * people write without pause the readers take a quarter of one core from them and moves gather for the next round, and
     * nobody waits long for the news of what was done.
     */
    private void work() {
        var resting = 0L;
        while (true) {
            try {
                if (stopped.await(resting, TimeUnit.NANOSECONDS)) {
                    return;
                }
                var moved = next();
                var start = System.nanoTime();
                moved.forEach(this::catchUp);
                resting = Math.min(rest * (System.nanoTime() - start), LONGEST_REST);
            } catch (InterruptedException asked) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("The readers stumbled.", failure);
            }
        }
    }

    /** The committees that moved; all of them when nobody was woken for a while. */
    private List<UUID> next() throws InterruptedException {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                waiting.wait(sweep.toMillis());
            }
            if (!waiting.isEmpty()) {
                var moved = List.copyOf(waiting);
                waiting.clear();
                return moved;
            }
        }
        return everybody();
    }

    private List<UUID> everybody() {
        return committees.list().stream()
                .filter(Committees.Entry::isActive)
                .map(Committees.Entry::id)
                .toList();
    }

    /** One batch for all readers in one transaction, which is nearly always how it goes. True while there is more to read. */
    private boolean together(UUID committee) {
        return transactions.in(committee, () -> {
            var cursors = cursors();
            var from = readers.stream()
                    .mapToLong(reader -> cursors.getOrDefault(reader.name(), 0L))
                    .min()
                    .orElse(Long.MAX_VALUE);
            var batch = lines.after(from, BATCH);
            if (batch.isEmpty()) {
                return false;
            }
            for (var reader : readers) {
                var cursor = cursors.getOrDefault(reader.name(), 0L);
                var unread = batch.stream().filter(line -> line.seq() > cursor).toList();
                if (!unread.isEmpty()) {
                    reader.read(unread);
                }
            }
            advance(batch.getLast().seq());
            return batch.size() == BATCH;
        });
    }

    private Map<String, Long> cursors() {
        var names = readers.stream().map(Reader::name).toList();
        var cursors = read(names);
        if (cursors.size() < names.size()) {
            names.forEach(name -> sql.insertInto(READER)
                    .set(READER.NAME, name)
                    .set(READER.SEQ, 0L)
                    .onConflictDoNothing()
                    .execute());
            return read(names);
        }
        return cursors;
    }

    private Map<String, Long> read(List<String> names) {
        return sql.select(READER.NAME, READER.SEQ)
                .from(READER)
                .where(READER.NAME.in(names))
                .orderBy(READER.NAME)
                .forUpdate()
                .fetchMap(READER.NAME, READER.SEQ);
    }

    private void advance(long seq) {
        sql.update(READER)
                .set(READER.SEQ, seq)
                .where(READER.NAME.in(readers.stream().map(Reader::name).toList()))
                .and(READER.SEQ.lt(seq))
                .execute();
    }

    private boolean isPassed(UUID committee, Reader reader, RuntimeException failure) {
        LOG.warn("Reader {} cannot go on in {}.", reader.name(), committee, failure);
        try {
            return transactions.in(committee, () -> park(reader, failure));
        } catch (RuntimeException nothingGoesThere) {
            return false;
        }
    }

    /** One batch for one reader. True while there is more to read. */
    private boolean step(Reader reader, int most) {
        var batch = lines.after(cursor(reader), most);
        if (!batch.isEmpty()) {
            reader.read(batch);
            advance(reader, batch.getLast().seq());
        }
        return batch.size() == most;
    }

    private long cursor(Reader reader) {
        sql.insertInto(READER)
                .set(READER.NAME, reader.name())
                .set(READER.SEQ, 0L)
                .onConflictDoNothing()
                .execute();
        var seq = sql.select(READER.SEQ)
                .from(READER)
                .where(READER.NAME.eq(reader.name()))
                .forUpdate()
                .fetchOne(READER.SEQ);
        return seq == null ? 0 : seq;
    }

    private void advance(Reader reader, long seq) {
        sql.update(READER)
                .set(READER.SEQ, seq)
                .where(READER.NAME.eq(reader.name()))
                .execute();
    }

    /** Counts a failure of the line at which the reader stands; true when it is given up and the reader may go on. */
    private boolean park(Reader reader, RuntimeException failure) {
        var seq = lines.after(cursor(reader), 1).getFirst().seq();
        int failures = sql.insertInto(PARKED_LINE)
                .set(PARKED_LINE.READER, reader.name())
                .set(PARKED_LINE.SEQ, seq)
                .set(PARKED_LINE.FAILURES, 1)
                .set(PARKED_LINE.ERROR, String.valueOf(failure))
                .set(PARKED_LINE.AT, clock.instant())
                .onConflict(PARKED_LINE.TENANT_ID, PARKED_LINE.READER, PARKED_LINE.SEQ)
                .doUpdate()
                .set(PARKED_LINE.FAILURES, PARKED_LINE.FAILURES.plus(1))
                .set(PARKED_LINE.ERROR, String.valueOf(failure))
                .returning(PARKED_LINE.FAILURES)
                .fetchSingle()
                .getFailures();
        if (failures < TRIES) {
            return false;
        }
        LOG.error("Reader {} gave up line {} after {} failures.", reader.name(), seq, failures, failure);
        advance(reader, seq);
        return true;
    }
}
