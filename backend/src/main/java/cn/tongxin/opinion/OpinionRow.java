package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.opinion.OpinionReport.Answer;
import cn.tongxin.opinion.OpinionReport.Author;
import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Confidentiality;
import cn.tongxin.opinion.OpinionReport.Course;
import cn.tongxin.opinion.OpinionReport.Intake;
import cn.tongxin.opinion.OpinionReport.Issued;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.LastMove;
import cn.tongxin.opinion.OpinionReport.Marks;
import cn.tongxin.opinion.OpinionReport.Mode;
import cn.tongxin.opinion.OpinionReport.Origin;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.opinion.OpinionReport.Upward;
import cn.tongxin.opinion.OpinionReport.Urgency;
import cn.tongxin.shared.Language;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How a report lies in its row. */
final class OpinionRow {
    private OpinionRow() {}

    /** What is set once. */
    static Map<Field<?>, @Nullable Object> identity(OpinionReport report) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(OPINION_REPORT.ID, report.id());
        row.put(OPINION_REPORT.KIND, report.kind().name());
        row.put(OPINION_REPORT.AUTHOR_KIND, report.author().kind().name());
        row.put(OPINION_REPORT.AUTHOR_ID, report.author().seat());
        row.put(OPINION_REPORT.ENTERED_BY, report.author().enteredBy());
        var origin = report.origin();
        row.put(OPINION_REPORT.ORIGIN_COMMITTEE_ID, origin == null ? null : origin.committeeId());
        row.put(OPINION_REPORT.ORIGIN_CODE, origin == null ? null : origin.code());
        row.put(OPINION_REPORT.ORIGIN_NAME, origin == null ? null : origin.name());
        row.put(OPINION_REPORT.ORIGIN_REPORT_ID, origin == null ? null : origin.reportId());
        row.put(OPINION_REPORT.IMPORTED, report.importRef() != null);
        row.put(OPINION_REPORT.IMPORT_REF, report.importRef());
        row.put(OPINION_REPORT.CREATED_AT, report.createdAt());
        return row;
    }

    /** What may change. */
    static Map<Field<?>, @Nullable Object> values(OpinionReport report) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(OPINION_REPORT.VERSION, report.version());
        row.put(OPINION_REPORT.STATUS, report.status().name());
        row.put(OPINION_REPORT.TITLE, report.text().title());
        row.put(OPINION_REPORT.SITUATION, report.text().situation());
        row.put(OPINION_REPORT.ANALYSIS, report.text().analysis());
        row.put(OPINION_REPORT.SUGGESTIONS, report.text().suggestions());
        row.put(OPINION_REPORT.SEALED_TEXT, report.sealedText());
        var marks = report.marks();
        row.put(OPINION_REPORT.TOPIC, marks.topic());
        row.put(OPINION_REPORT.URGENCY, marks.urgency().name());
        row.put(OPINION_REPORT.CONFIDENTIALITY, marks.confidentiality().name());
        row.put(OPINION_REPORT.OPEN_TO_PUBLIC, marks.openToPublic());
        row.put(OPINION_REPORT.SOURCE, marks.source());
        row.put(
                OPINION_REPORT.LANGUAGE,
                marks.language() == null ? null : marks.language().name());
        row.put(OPINION_REPORT.COMMISSION_ID, report.commissionId());
        var intake = report.intake();
        row.put(OPINION_REPORT.SESSION_ID, intake == null ? null : intake.sessionId());
        row.put(OPINION_REPORT.SUBMITTED_AT, intake == null ? null : intake.at());
        row.put(OPINION_REPORT.SUBMITTED_ON, intake == null ? null : intake.on());
        course(report.course(), row);
        var upward = report.upward();
        row.put(OPINION_REPORT.SENT_UP_ON, upward.sentOn());
        row.put(OPINION_REPORT.SENT_UP_TO, upward.to());
        row.put(
                OPINION_REPORT.UPPER_STATUS,
                upward.status() == null ? null : upward.status().name());
        row.put(OPINION_REPORT.UPPER_ON, upward.on());
        var last = report.lastMove();
        row.put(OPINION_REPORT.LAST_MOVE, last == null ? null : last.name());
        row.put(OPINION_REPORT.LAST_MOVE_BY, last == null ? null : last.by());
        row.put(OPINION_REPORT.LAST_MOVE_FROM, last == null ? null : last.from().name());
        row.put(OPINION_REPORT.UPDATED_AT, report.updatedAt());
        return row;
    }

    private static void course(Course course, Map<Field<?>, @Nullable Object> row) {
        row.put(OPINION_REPORT.TAKEN_BY, course.takenBy());
        var answer = course.answer();
        row.put(OPINION_REPORT.ANSWERED_ON, answer == null ? null : answer.on());
        row.put(OPINION_REPORT.ANSWER_REASON, answer == null ? null : answer.reason());
        row.put(OPINION_REPORT.ANSWER_COMMENT, answer == null ? null : answer.comment());
        row.put(OPINION_REPORT.REFERRED_TO, answer == null ? null : answer.referredTo());
        var issued = course.issued();
        row.put(OPINION_REPORT.ISSUED_ON, issued == null ? null : issued.on());
        row.put(OPINION_REPORT.MODE, issued == null ? null : issued.mode().name());
        row.put(OPINION_REPORT.CLOSED_ON, course.closedOn());
        row.put(OPINION_REPORT.WITHDRAWN_ON, course.withdrawnOn());
        row.put(OPINION_REPORT.SAME_AS_PROPOSAL_ID, course.sameAsProposal());
    }

    static OpinionReport read(Record row) {
        return new OpinionReport(
                row.get(OPINION_REPORT.ID),
                row.get(OPINION_REPORT.VERSION),
                OpinionStatus.valueOf(row.get(OPINION_REPORT.STATUS)),
                Kind.valueOf(row.get(OPINION_REPORT.KIND)),
                new Author(
                        AuthorKind.valueOf(row.get(OPINION_REPORT.AUTHOR_KIND)),
                        row.get(OPINION_REPORT.AUTHOR_ID),
                        row.get(OPINION_REPORT.ENTERED_BY)),
                new Text(
                        row.get(OPINION_REPORT.TITLE),
                        row.get(OPINION_REPORT.SITUATION),
                        row.get(OPINION_REPORT.ANALYSIS),
                        row.get(OPINION_REPORT.SUGGESTIONS)),
                row.get(OPINION_REPORT.SEALED_TEXT),
                new Marks(
                        row.get(OPINION_REPORT.TOPIC),
                        Urgency.valueOf(row.get(OPINION_REPORT.URGENCY)),
                        Confidentiality.valueOf(row.get(OPINION_REPORT.CONFIDENTIALITY)),
                        row.get(OPINION_REPORT.OPEN_TO_PUBLIC),
                        row.get(OPINION_REPORT.SOURCE),
                        language(row.get(OPINION_REPORT.LANGUAGE))),
                row.get(OPINION_REPORT.COMMISSION_ID),
                row.get(OPINION_REPORT.SUBMITTED_ON) == null
                        ? null
                        : new Intake(
                                row.get(OPINION_REPORT.SESSION_ID),
                                row.get(OPINION_REPORT.SUBMITTED_AT),
                                row.get(OPINION_REPORT.SUBMITTED_ON)),
                course(row),
                upward(row),
                row.get(OPINION_REPORT.ORIGIN_COMMITTEE_ID) == null
                        ? null
                        : new Origin(
                                row.get(OPINION_REPORT.ORIGIN_COMMITTEE_ID),
                                row.get(OPINION_REPORT.ORIGIN_CODE),
                                row.get(OPINION_REPORT.ORIGIN_NAME),
                                row.get(OPINION_REPORT.ORIGIN_REPORT_ID)),
                row.get(OPINION_REPORT.LAST_MOVE) == null
                        ? null
                        : new LastMove(
                                row.get(OPINION_REPORT.LAST_MOVE),
                                row.get(OPINION_REPORT.LAST_MOVE_BY),
                                OpinionStatus.valueOf(row.get(OPINION_REPORT.LAST_MOVE_FROM))),
                row.get(OPINION_REPORT.IMPORT_REF),
                row.get(OPINION_REPORT.CREATED_AT),
                row.get(OPINION_REPORT.UPDATED_AT));
    }

    private static Course course(Record row) {
        return new Course(
                row.get(OPINION_REPORT.TAKEN_BY),
                row.get(OPINION_REPORT.ANSWERED_ON) == null
                        ? null
                        : new Answer(
                                row.get(OPINION_REPORT.ANSWERED_ON),
                                row.get(OPINION_REPORT.ANSWER_REASON),
                                row.get(OPINION_REPORT.ANSWER_COMMENT),
                                row.get(OPINION_REPORT.REFERRED_TO)),
                row.get(OPINION_REPORT.ISSUED_ON) == null
                        ? null
                        : new Issued(row.get(OPINION_REPORT.ISSUED_ON), Mode.valueOf(row.get(OPINION_REPORT.MODE))),
                row.get(OPINION_REPORT.CLOSED_ON),
                row.get(OPINION_REPORT.WITHDRAWN_ON),
                row.get(OPINION_REPORT.SAME_AS_PROPOSAL_ID));
    }

    private static Upward upward(Record row) {
        var status = row.get(OPINION_REPORT.UPPER_STATUS);
        return new Upward(
                row.get(OPINION_REPORT.SENT_UP_ON),
                row.get(OPINION_REPORT.SENT_UP_TO),
                status == null ? null : OpinionStatus.valueOf(status),
                row.get(OPINION_REPORT.UPPER_ON));
    }

    private static @Nullable Language language(@Nullable String code) {
        return code == null ? null : Language.valueOf(code);
    }
}
