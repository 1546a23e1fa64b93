package cn.tongxin.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A move that time makes. It runs as the service itself, inside a transaction of one committee which also notes that it
 * was made, so that each happens once for each deadline, however many processes serve.
 */
public interface TimedMove {
    /** The name under which it is noted; it never changes. */
    String name();

    /**
     * What is due, the earliest deadline first, at most {@code limit}: rows locked {@code for update skip locked}, and of
     * them only those that {@link Timetable#isOpen} leaves.
     */
    List<Due> due(LocalDate today, int limit);

    void make(Due due);

    /** A thing whose deadline has come. */
    record Due(UUID id, LocalDate deadline) {}
}
