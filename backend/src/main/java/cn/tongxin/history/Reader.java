package cn.tongxin.history;

import java.util.List;

/**
 * Somebody who follows a committee's history: a projection that can be rebuilt from the first line. It runs as the
 * service itself, inside a transaction of that committee which also moves its cursor, so that each line counts once.
 */
public interface Reader {
    /** The name of its cursor; it never changes. */
    String name();

    /** Takes the next lines, in order. What it throws is tried again line by line, and parked after five failures. */
    void read(List<HistoryLine> lines);
}
