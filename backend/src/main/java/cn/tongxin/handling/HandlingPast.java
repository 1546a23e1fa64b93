package cn.tongxin.handling;

import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.handling.AssignmentStatus.Facts;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What units and proponents did before the committee had this system, as an office brings it in. */
@Singleton
public class HandlingPast {
    private final Assignments assignments;
    private final Handling handling;
    private final Replies replies;
    private final Ratings ratings;

    HandlingPast(Assignments assignments, Handling handling, Replies replies, Ratings ratings) {
        this.assignments = assignments;
        this.handling = handling;
        this.replies = replies;
        this.ratings = ratings;
    }

    /** The unit asked for a return, and it was granted. */
    public void returned(Subject subject, UUID unit, String reason, Deed deed) {
        var held = held(subject, unit);
        var asked = handling.change(
                held, new AssignmentMove.RequestReturn(null, reason), Facts.past(held.role()), deed, true);
        handling.change(
                asked, new AssignmentMove.DecideReturn(null, true, reason, null), Facts.past(held.role()), deed, true);
    }

    /** The unit replied; of an assisting one its opinion is kept as what it said. */
    public void replied(Subject subject, UUID unit, Reply reply, Deed deed) {
        var held = held(subject, unit);
        if (!held.role().owesReply()) {
            throw Refusal.unprocessable("assignment.assists-only", "An assisting unit does not reply.")
                    .field("unit");
        }
        var move =
                new AssignmentMove.Reply(null, null, null, null, null, null, null, null, null, null, null, null, null);
        var replied = handling.change(held, move, Facts.past(held.role()), deed, true);
        replies.insert(replied, reply, Replies.Origin.PAST, deed.at());
    }

    /** The proponent rated that unit's reply. */
    public void rated(Subject subject, UUID unit, UUID rater, Rating.Given given, Deed deed) {
        var held = held(subject, unit);
        if (!held.isReleased()) {
            throw Refusal.conflict("assignment.not-replied", "There is no reply to rate yet.")
                    .field("unit");
        }
        var by = new Ratings.Rater(rater, deed.by(), "IMPORT", null, null);
        ratings.insert(held, given, by, false, List.of(), deed.on(), deed.at());
    }

    private Assignment held(Subject subject, @Nullable UUID unit) {
        return assignments.of(subject.type(), List.of(subject.id())).stream()
                .filter(a -> a.status().isLive() && a.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("assignment.none", "It is not assigned to this unit.")
                        .field("unit"));
    }
}
