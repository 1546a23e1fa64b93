package cn.tongxin.seat;

import java.util.UUID;

/** A feature that must know when a seat ends: it is told inside the same transaction, and records what it does. */
public interface SeatEnding {
    void ended(UUID seat);
}
