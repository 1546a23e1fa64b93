package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import java.util.UUID;

/** A host's wish that another take a session over. The other agrees first, then whoever runs the group confirms. */
record Swap(UUID id, UUID sessionId, UUID from, UUID to, Status status) {
    enum Step {
        ACCEPT,
        DECLINE,
        CONFIRM,
        WITHDRAW
    }

    enum Status {
        REQUESTED,
        ACCEPTED,
        CONFIRMED,
        DECLINED,
        WITHDRAWN;

        boolean takes(Step step) {
            return switch (step) {
                case ACCEPT -> this == REQUESTED;
                case CONFIRM -> this == ACCEPTED;
                case DECLINE, WITHDRAW -> isOpen();
            };
        }

        Status after(Step step) {
            if (!takes(step)) {
                throw Refusal.conflict("reading.swap-settled", "A swap in " + this + " cannot take this step.")
                        .with("state", this);
            }
            return switch (step) {
                case ACCEPT -> ACCEPTED;
                case CONFIRM -> CONFIRMED;
                case DECLINE -> DECLINED;
                case WITHDRAW -> WITHDRAWN;
            };
        }

        boolean isOpen() {
            return this == REQUESTED || this == ACCEPTED;
        }
    }

    Swap after(Step step) {
        return new Swap(id, sessionId, from, to, status.after(step));
    }
}
