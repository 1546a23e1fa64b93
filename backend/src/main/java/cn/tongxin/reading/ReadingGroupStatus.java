package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** The whole life of a reading group, on one page. */
public enum ReadingGroupStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    ACTIVE,
    PAUSED,
    /** The owner writes what came of it, and picks what was excellent. */
    CLOSING,
    CLOSED,
    ARCHIVED;

    ReadingGroupStatus after(ReadingMove move) {
        return switch (move) {
            case ReadingMove.Submit _ when this == DRAFT || this == RETURNED -> SUBMITTED;
            case ReadingMove.Recall _ when this == SUBMITTED -> DRAFT;
            case ReadingMove.Approve _ when this == SUBMITTED -> APPROVED;
            case ReadingMove.Return _ when this == SUBMITTED -> RETURNED;
            case ReadingMove.Open _ when this == APPROVED -> ACTIVE;
            case ReadingMove.Pause _ when this == ACTIVE -> PAUSED;
            case ReadingMove.Resume _ when this == PAUSED -> ACTIVE;
            case ReadingMove.Wrap _ when this == ACTIVE -> CLOSING;
            case ReadingMove.Reopen _ when this == CLOSING -> ACTIVE;
            case ReadingMove.Summarise _ when this == CLOSING -> CLOSING;
            case ReadingMove.Close _ when this == ACTIVE || this == CLOSING -> CLOSED;
            case ReadingMove.Archive _ when this == CLOSED -> ARCHIVED;
            case ReadingMove.Edit _ when isBeforeEnd() && this != SUBMITTED -> this;
            case ReadingMove.Delete _, ReadingMove.Own _, ReadingMove.Export _, ReadingMove.Dismiss _ -> this;
            case ReadingMove.Invite _ when this == APPROVED || this == ACTIVE || this == PAUSED -> this;
            case ReadingMove.Plan _, ReadingMove.Appoint _, ReadingMove.Add _, ReadingMove.Remove _, ReadingMove.Leave _
            when isBeforeEnd() -> this;
            case ReadingMove.Host _ when this == APPROVED || this == ACTIVE || this == PAUSED -> this;
            case ReadingMove.Join _, ReadingMove.Post _ when this == ACTIVE -> this;
            case ReadingMove.Moderate _,
                    ReadingMove.Mark _,
                    ReadingMove.Report _,
                    ReadingMove.Digest _,
                    ReadingMove.Enter _,
                    ReadingMove.Hold _
            when this == ACTIVE || this == PAUSED || this == CLOSING -> this;
            case ReadingMove.Recognise _ when isBegun() && this != ARCHIVED -> this;
            case ReadingMove.Submit _,
                    ReadingMove.Recall _,
                    ReadingMove.Approve _,
                    ReadingMove.Return _,
                    ReadingMove.Open _,
                    ReadingMove.Pause _,
                    ReadingMove.Resume _,
                    ReadingMove.Wrap _,
                    ReadingMove.Reopen _,
                    ReadingMove.Summarise _,
                    ReadingMove.Close _,
                    ReadingMove.Archive _,
                    ReadingMove.Edit _,
                    ReadingMove.Plan _,
                    ReadingMove.Appoint _,
                    ReadingMove.Add _,
                    ReadingMove.Remove _,
                    ReadingMove.Invite _,
                    ReadingMove.Join _,
                    ReadingMove.Leave _,
                    ReadingMove.Post _,
                    ReadingMove.Enter _,
                    ReadingMove.Host _,
                    ReadingMove.Hold _,
                    ReadingMove.Moderate _,
                    ReadingMove.Mark _,
                    ReadingMove.Report _,
                    ReadingMove.Digest _,
                    ReadingMove.Recognise _ ->
                throw Refusal.conflict(
                                "reading.move-not-allowed", "A reading group in " + this + " cannot take this step.")
                        .with("state", this);
        };
    }

    /** Where what is held or reported still waits for somebody. */
    static List<String> moderated() {
        return Stream.of(values())
                .filter(status -> status.allows(new ReadingMove.Moderate()))
                .map(Enum::name)
                .toList();
    }

    /** Whether it has been open on some day. */
    boolean isBegun() {
        return switch (this) {
            case DRAFT, SUBMITTED, RETURNED, APPROVED -> false;
            case ACTIVE, PAUSED, CLOSING, CLOSED, ARCHIVED -> true;
        };
    }

    private boolean isBeforeEnd() {
        return this != CLOSED && this != ARCHIVED;
    }

    public boolean allows(ReadingMove move) {
        try {
            after(move);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }
}
