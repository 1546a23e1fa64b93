package cn.tongxin.proposal.cosigning;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.proposal.Cosigners;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.seat.SeatEnding;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What an ended seat was asked to sign, and what was asked in its name, lapses (domain §3.0). */
@Singleton
class EndedSeats implements SeatEnding {
    private final Cosigners cosigners;
    private final History history;

    EndedSeats(Cosigners cosigners, History history) {
        this.cosigners = cosigners;
        this.history = history;
    }

    @Override
    public void ended(UUID seat) {
        for (var proposal : cosigners.lapseOf(seat)) {
            history.record(Line.of("proposal.signature-lapsed", Proposal.SUBJECT, proposal)
                    .with("seat", seat));
        }
    }
}
