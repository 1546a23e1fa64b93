package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.OPINION_EDITION;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.HistoryLine;
import cn.tongxin.tenancy.Role;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** A unit's clerks learn what comes to them and what becomes of it, proponents of the reply, and those above of a delay. */
@Singleton
class AssignmentNews implements NewsSource {
    private static final String REPLIED = "assignment.replied";
    private static final String APPROVED = "assignment.reply-approved";
    private static final String RATED = "assignment.rated";
    private static final String REMINDED = "assignment.rating-reminded";
    private static final String SETTLED = "assignment.dates-settled";
    private static final String CONSULTED = "assignment.consulted";
    private static final String OPINION = "assignment.opinion-given";
    private static final String URGED_PROMISE = "assignment.promise-urged";
    private static final String PROMISE = "assignment.promise-reported";
    private static final String OVERDUE = "assignment.overdue";
    private static final String ESCALATED = "assignment.escalated";

    private static final String SENT = "assignment.sent";
    private static final String REPORT_SENT = "assignment.report-sent";

    /** What the clerks of a unit learn of an opinion report that was forwarded to them; its author learns of it there. */
    private static final Set<String> OF_REPORTS = Set.of(
            "assignment.returned",
            "assignment.return-refused",
            "assignment.extended",
            "assignment.extension-refused",
            "assignment.cancelled",
            "assignment.urged",
            URGED_PROMISE,
            SETTLED,
            "assignment.due-soon",
            "assignment.reply-rejected");

    /** A unit reads a report as it was issued; what its author had written is not the unit's. */
    private static final Field<String> TITLE =
            DSL.coalesce(PROPOSAL.TITLE, OPINION_EDITION.TITLE, OPINION_REPORT.TITLE);

    private final DSLContext sql;
    private final Units units;
    private final Calendar calendar;
    private final Proponents proponents;

    AssignmentNews(DSLContext sql, Proponents proponents, Units units, Calendar calendar) {
        this.units = units;
        this.calendar = calendar;
        this.sql = sql;
        this.proponents = proponents;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                SENT,
                REPORT_SENT,
                "assignment.accepted-by-silence",
                "assignment.returned",
                "assignment.return-refused",
                "assignment.extended",
                "assignment.extension-refused",
                "assignment.cancelled",
                "assignment.handed-on",
                "assignment.rehandled",
                CONSULTED,
                SETTLED,
                "assignment.urged",
                URGED_PROMISE,
                "assignment.due-soon",
                OVERDUE,
                ESCALATED,
                PROMISE,
                OPINION,
                REPLIED,
                APPROVED,
                "assignment.reply-rejected",
                REMINDED,
                "assignment.no-response",
                RATED,
                "assignment.rated-for-you");
    }

    @Override
    public List<News> of(HistoryLine line) {
        return sql.select(PROPOSAL.ID, PROPOSAL.PROPONENT_ID, TITLE)
                .select(
                        HANDLING_ASSIGNMENT.UNIT_ID,
                        HANDLING_ASSIGNMENT.SUBJECT_ID,
                        HANDLING_ASSIGNMENT.REPLY_BY,
                        HANDLING_ASSIGNMENT.FEEDBACK_BY,
                        HANDLING_UNIT.NAME)
                .from(HANDLING_ASSIGNMENT)
                .leftJoin(PROPOSAL)
                .on(PROPOSAL.ID.eq(HANDLING_ASSIGNMENT.SUBJECT_ID))
                .leftJoin(OPINION_REPORT)
                .on(OPINION_REPORT.ID.eq(HANDLING_ASSIGNMENT.SUBJECT_ID))
                .leftJoin(OPINION_EDITION)
                .on(OPINION_EDITION.REPORT_ID.eq(OPINION_REPORT.ID))
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .where(HANDLING_ASSIGNMENT.ID.eq(line.subjectId()))
                .and(HANDLING_ASSIGNMENT.IMPORTED.isFalse())
                .fetchOptional()
                .map(row -> of(line, row))
                .orElse(List.of());
    }

    private List<News> of(HistoryLine line, Record row) {
        var said = new HashMap<>(Payload.texts(line));
        var report = row.get(PROPOSAL.ID) == null;
        said.put("title", row.get(TITLE));
        said.put("unit", row.get(HANDLING_UNIT.NAME));
        said.put("replyBy", row.get(HANDLING_ASSIGNMENT.REPLY_BY).toString());
        if (row.get(HANDLING_ASSIGNMENT.FEEDBACK_BY) != null) {
            said.put("feedbackBy", row.get(HANDLING_ASSIGNMENT.FEEDBACK_BY).toString());
        }
        var unit = URGED_PROMISE.equals(line.kind())
                ? units.current(row.get(HANDLING_ASSIGNMENT.UNIT_ID), calendar.today())
                : row.get(HANDLING_ASSIGNMENT.UNIT_ID);
        if (SETTLED.equals(line.kind()) && Objects.equals(said.get("was"), said.get("replyBy"))) {
            return List.of();
        }
        if (report) {
            return ofReport(line, unit, said);
        }
        return switch (line.kind()) {
            case REPLIED -> "REPLY_ACCEPTED".equals(line.toState()) ? proponents(REPLIED, row, said) : List.of();
            case APPROVED ->
                Stream.concat(
                                proponents(REPLIED, row, said).stream(),
                                about(line, clerks(List.of(unit)), APPROVED, said).stream())
                        .toList();
            case CONSULTED ->
                Stream.concat(
                                proponents(CONSULTED, row, said).stream(),
                                about(line, clerks(List.of(unit)), CONSULTED, said).stream())
                        .toList();
            case PROMISE -> "KEPT".equals(said.get("state")) ? proponents(PROMISE, row, said) : List.of();
            case REMINDED -> proponent(REMINDED, row, said);
            case OPINION -> about(line, clerks(leading(row.get(HANDLING_ASSIGNMENT.SUBJECT_ID))), OPINION, said);
            case OVERDUE -> about(line, withClerks(unit, Role.ASSIGNING_OFFICE, Role.PROPOSAL_STAFF), OVERDUE, said);
            case ESCALATED ->
                "BOARD".equals(said.get("level"))
                        ? about(line, holding(Role.CHAIR_COUNCIL, Role.ASSIGNING_OFFICE), ESCALATED, said)
                        : about(line, leaders(unit), ESCALATED, said);
            case RATED -> {
                var toUnit = about(line, clerks(List.of(unit)), RATED, said);
                yield said.containsKey("onBehalfOf")
                        ? Stream.concat(toUnit.stream(), proponent("assignment.rated-for-you", row, said).stream())
                                .toList()
                        : toUnit;
            }
            default -> about(line, clerks(List.of(unit)), line.kind(), said);
        };
    }

    private List<News> ofReport(HistoryLine line, UUID unit, Map<String, String> said) {
        return switch (line.kind()) {
            case SENT -> about(line, clerks(List.of(unit)), REPORT_SENT, said);
            case OVERDUE -> about(line, withClerks(unit, Role.INFO_EDITOR), OVERDUE, said);
            case ESCALATED ->
                about(
                        line,
                        "BOARD".equals(said.get("level"))
                                ? holding(Role.SECRETARY_GENERAL, Role.INFO_EDITOR)
                                : leaders(unit),
                        ESCALATED,
                        said);
            default ->
                OF_REPORTS.contains(line.kind()) ? about(line, clerks(List.of(unit)), line.kind(), said) : List.of();
        };
    }

    private static List<News> about(HistoryLine line, List<UUID> seats, String kind, Map<String, String> said) {
        return seats.stream()
                .map(seat -> new News(seat, kind, line.subjectType(), line.subjectId(), said))
                .toList();
    }

    /** Whose word counts now. */
    private List<News> proponent(String kind, Record row, Map<String, String> said) {
        var rater = sql.select(Signers.rater())
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(row.get(PROPOSAL.ID)))
                .fetchOne(found -> found.value1());
        return rater == null
                ? List.of()
                : proponents.acting(Set.of(rater)).stream()
                        .map(seat -> new News(seat, kind, "proposal", row.get(PROPOSAL.ID), said))
                        .toList();
    }

    /** Everybody who proposes it gets the reply, also those whose own was joined to it. */
    private List<News> proponents(String kind, Record row, Map<String, String> said) {
        return proponents.of(row.get(PROPOSAL.ID)).stream()
                .map(seat -> new News(seat, kind, "proposal", row.get(PROPOSAL.ID), said))
                .toList();
    }

    private List<UUID> leading(UUID subject) {
        return sql.select(HANDLING_ASSIGNMENT.UNIT_ID)
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(subject))
                .and(HANDLING_ASSIGNMENT.ROLE.eq("LEAD"))
                .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED"))
                .fetch(HANDLING_ASSIGNMENT.UNIT_ID);
    }

    private List<UUID> clerks(Collection<UUID> units) {
        return seats(SEAT_ROLE.UNIT_ID.in(units).and(SEAT_ROLE.ROLE.in("UNIT_CLERK", "UNIT_LEADER")));
    }

    private List<UUID> withClerks(UUID unit, Role... office) {
        return Stream.concat(clerks(List.of(unit)).stream(), holding(office).stream())
                .distinct()
                .toList();
    }

    private List<UUID> leaders(UUID unit) {
        return seats(SEAT_ROLE.UNIT_ID.eq(unit).and(SEAT_ROLE.ROLE.eq("UNIT_LEADER")));
    }

    private List<UUID> holding(Role... roles) {
        return seats(SEAT_ROLE.ROLE.in(Arrays.stream(roles).map(Role::name).toList()));
    }

    private List<UUID> seats(Condition which) {
        return sql.selectDistinct(SEAT.ID)
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .where(which)
                .and(SEAT.STATUS.eq("ACTIVE"))
                .fetch(SEAT.ID);
    }
}
