package cn.tongxin.complaint;

import cn.tongxin.http.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wrote about the platform, and what the office answered. */
record Complaint(
        UUID id,
        int version,
        String trackingNo,
        UUID seatId,
        Kind kind,
        String text,
        @Nullable String contact,
        Status status,
        @Nullable Answer answer,
        Instant createdAt) {

    enum Kind {
        COMPLAINT,
        SUGGESTION
    }

    enum Status {
        OPEN,
        ANSWERED
    }

    record Answer(String text, UUID by, Instant at) {}

    Complaint answered(Answer answer) {
        if (status == Status.ANSWERED) {
            throw Refusal.conflict("complaint.answered", "This has been answered.")
                    .with("state", status);
        }
        return new Complaint(
                id, version + 1, trackingNo, seatId, kind, text, contact, Status.ANSWERED, answer, createdAt);
    }
}
