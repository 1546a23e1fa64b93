package cn.tongxin.handling;

import cn.tongxin.history.Line;
import cn.tongxin.unit.HandlingUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How history tells of a move. */
final class AssignmentLines {
    static final String SUBJECT = "assignment";

    private AssignmentLines() {}

    static Line of(
            AssignmentMove move,
            Assignment before,
            Assignment after,
            @Nullable HandlingUnit unit,
            @Nullable UUID matter) {
        var line = Line.of(kind(move), SUBJECT, before.id())
                .moved(before.status(), after.status())
                .with("unitId", before.unitId())
                .with("unit", unit == null ? null : unit.name())
                .with("matterId", matter)
                .with("round", after.course().round() > 1 ? after.course().round() : null);
        return switch (move) {
            case AssignmentMove.RequestReturn request -> line.with("reason", request.reason());
            case AssignmentMove.DecideReturn decision -> line.with("reason", decision.reason());
            case AssignmentMove.RequestExtension request ->
                line.with("reason", request.reason()).with("until", request.until());
            case AssignmentMove.DecideExtension decision ->
                line.with("reason", decision.reason())
                        .with("until", decision.granted() ? after.sending().replyBy() : null);
            case AssignmentMove.Opine opinion -> line.with("docNo", opinion.docNo());
            case AssignmentMove.Reply reply -> line.with("docNo", reply.docNo());
            case AssignmentMove.ReviewReply review ->
                line.with("reason", review.reason()).with("grade", review.grade());
            case AssignmentMove.Rehandle again ->
                line.with("replyBy", again.by().date());
            case AssignmentMove.HandOn handOn -> line.with("to", handOn.unit());
            case AssignmentMove.Cancel cancel -> line.with("reason", cancel.reason());
            case AssignmentMove.Accept _, AssignmentMove.Silence _, AssignmentMove.TakeBack _ -> line;
        };
    }

    private static String kind(AssignmentMove move) {
        return switch (move) {
            case AssignmentMove.Accept _ -> "assignment.accepted";
            case AssignmentMove.Silence _ -> "assignment.accepted-by-silence";
            case AssignmentMove.RequestReturn _ -> "assignment.return-requested";
            case AssignmentMove.DecideReturn decision ->
                decision.granted() ? "assignment.returned" : "assignment.return-refused";
            case AssignmentMove.RequestExtension _ -> "assignment.extension-requested";
            case AssignmentMove.DecideExtension decision ->
                decision.granted() ? "assignment.extended" : "assignment.extension-refused";
            case AssignmentMove.Opine _ -> "assignment.opinion-given";
            case AssignmentMove.Reply _ -> "assignment.replied";
            case AssignmentMove.ReviewReply review ->
                review.approved() ? "assignment.reply-approved" : "assignment.reply-rejected";
            case AssignmentMove.Rehandle _ -> "assignment.rehandled";
            case AssignmentMove.HandOn _ -> "assignment.handed-on";
            case AssignmentMove.Cancel _ -> "assignment.cancelled";
            case AssignmentMove.TakeBack _ -> "assignment.move-taken-back";
        };
    }
}
