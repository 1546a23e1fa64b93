package cn.tongxin.reading;

import cn.tongxin.http.Refusal;

/** The whole life of a reading group, on one page. */
enum ReadingGroupStatus {
    DRAFT,
    ACTIVE,
    CLOSED;

    ReadingGroupStatus after(ReadingMove move) {
        return switch (move) {
            case ReadingMove.Open _ when this == DRAFT -> ACTIVE;
            case ReadingMove.Close _ when this == ACTIVE -> CLOSED;
            case ReadingMove.Edit _, ReadingMove.Plan _, ReadingMove.Appoint _ when this != CLOSED -> this;
            case ReadingMove.Join _,
                    ReadingMove.Leave _,
                    ReadingMove.Post _,
                    ReadingMove.Host _,
                    ReadingMove.Moderate _,
                    ReadingMove.Mark _,
                    ReadingMove.Report _
            when this == ACTIVE -> this;
            case ReadingMove.Add _, ReadingMove.Remove _ when this != CLOSED -> this;
            case ReadingMove.Open _,
                    ReadingMove.Close _,
                    ReadingMove.Edit _,
                    ReadingMove.Join _,
                    ReadingMove.Leave _,
                    ReadingMove.Add _,
                    ReadingMove.Remove _,
                    ReadingMove.Post _,
                    ReadingMove.Host _,
                    ReadingMove.Plan _,
                    ReadingMove.Appoint _,
                    ReadingMove.Moderate _,
                    ReadingMove.Mark _,
                    ReadingMove.Report _ ->
                throw Refusal.conflict(
                                "reading.move-not-allowed", "A reading group in " + this + " cannot take this step.")
                        .with("state", this);
        };
    }

    boolean allows(ReadingMove move) {
        try {
            after(move);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }
}
