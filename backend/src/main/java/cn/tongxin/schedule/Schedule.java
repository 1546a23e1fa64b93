package cn.tongxin.schedule;

import cn.tongxin.schedule.TimedMove.Due;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what is due in every committee, a batch of each kind in turn, so that a large one does not keep the others waiting. */
@Singleton
public class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int BATCH = 50;

    private final List<TimedMove> moves;
    private final Timetable timetable;
    private final Committees committees;
    private final Transactions transactions;
    private final Clock clock;

    Schedule(
            List<TimedMove> moves, Timetable timetable, Committees committees, Transactions transactions, Clock clock) {
        this.moves = moves;
        this.timetable = timetable;
        this.committees = committees;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One round over all committees, until nothing is due in any. */
    void everywhere() {
        var waiting = committees.list().stream()
                .filter(Committees.Entry::isActive)
                .map(Committees.Entry::id)
                .toList();
        while (!waiting.isEmpty()) {
            waiting = waiting.stream().filter(this::isThereMore).toList();
        }
    }

    /** Everything that is due in one committee. */
    public void in(UUID committee) {
        while (isThereMore(committee)) {
            // the next batch
        }
    }

    /** A batch of each kind, in one transaction as long as nothing fails; true where one of them was full. */
    private boolean isThereMore(UUID committee) {
        try {
            return transactions.in(committee, () -> {
                var more = false;
                for (var move : moves) {
                    more |= together(move);
                }
                return more;
            });
        } catch (RuntimeException oneOfThemFailed) {
            return apart(committee);
        }
    }

    private boolean apart(UUID committee) {
        var more = false;
        for (var move : moves) {
            try {
                more |= transactions.in(committee, () -> together(move));
            } catch (RuntimeException oneOfThemFailed) {
                more |= oneByOne(committee, move);
            }
        }
        return more;
    }

    private boolean together(TimedMove move) {
        var due = move.due(today(), BATCH);
        due.stream().filter(each -> timetable.claim(move.name(), each)).forEach(move::make);
        return due.size() == BATCH;
    }

    /** One of a batch has failed: the others are made, and it is noted. True where there may be more. */
    private boolean oneByOne(UUID committee, TimedMove move) {
        try {
            var all = transactions.in(committee, () -> move.due(today(), BATCH));
            all.forEach(due -> alone(committee, move, due));
            return all.size() == BATCH;
        } catch (RuntimeException failure) {
            LOG.warn("What is due as {} in {} waits for the next round.", move.name(), committee, failure);
            return false;
        }
    }

    private void alone(UUID committee, TimedMove move, Due due) {
        try {
            transactions.in(committee, () -> {
                if (timetable.claim(move.name(), due)) {
                    move.make(due);
                }
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.warn("{} of {} due on {} failed.", move.name(), due.id(), due.deadline(), failure);
            transactions.in(committee, () -> {
                timetable.failed(move.name(), due, failure);
                return null;
            });
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
