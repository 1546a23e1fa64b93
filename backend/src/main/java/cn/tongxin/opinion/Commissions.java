package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_COMMISSION;
import static cn.tongxin.db.cell.Tables.OPINION_COMMISSION_SEAT;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.Commission.Asked;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of commissions. */
@Singleton
class Commissions {
    private final DSLContext sql;

    Commissions(DSLContext sql) {
        this.sql = sql;
    }

    /** What the office sees, or whom was asked: himself only. */
    List<Commission> page(Caller caller, boolean open, @Nullable Cursor after, int limit, LocalDate today) {
        var last = after == null ? null : after.day();
        return read(
                visibleTo(caller)
                        .and(open ? OPINION_COMMISSION.CLOSED_ON.isNull() : DSL.noCondition())
                        .and(
                                after == null
                                        ? DSL.noCondition()
                                        : DSL.row(OPINION_COMMISSION.DUE_ON, OPINION_COMMISSION.ID)
                                                .lt(DSL.val(last), DSL.val(after.id()))),
                limit + 1,
                caller,
                today);
    }

    Commission get(UUID id, Caller caller, LocalDate today) {
        return read(OPINION_COMMISSION.ID.eq(id).and(visibleTo(caller)), 1, caller, today).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private List<Commission> read(Condition which, int limit, Caller caller, LocalDate today) {
        var rows = sql.select(OPINION_COMMISSION.fields())
                .from(OPINION_COMMISSION)
                .where(which)
                .orderBy(OPINION_COMMISSION.DUE_ON.desc(), OPINION_COMMISSION.ID.desc())
                .limit(limit)
                .fetch();
        var asked = asked(rows.getValues(OPINION_COMMISSION.ID), caller);
        return rows.map(row -> {
            var closed = row.get(OPINION_COMMISSION.CLOSED_ON);
            var works = OpinionPolicy.edits(caller) && caller.mayWrite();
            return new Commission(
                    row.get(OPINION_COMMISSION.ID),
                    row.get(OPINION_COMMISSION.VERSION),
                    row.get(OPINION_COMMISSION.TOPIC),
                    row.get(OPINION_COMMISSION.BRIEF),
                    row.get(OPINION_COMMISSION.DUE_ON),
                    closed == null && row.get(OPINION_COMMISSION.DUE_ON).isBefore(today),
                    closed,
                    asked.getOrDefault(row.get(OPINION_COMMISSION.ID), List.of()),
                    works && closed == null ? List.of("close") : List.of());
        });
    }

    private static Condition visibleTo(Caller caller) {
        return OpinionPolicy.readsAll(caller)
                ? DSL.noCondition()
                : OPINION_COMMISSION.ID.in(DSL.select(OPINION_COMMISSION_SEAT.COMMISSION_ID)
                        .from(OPINION_COMMISSION_SEAT)
                        .where(OPINION_COMMISSION_SEAT.SEAT_ID.in(caller.seats())));
    }

    /** Each with the latest report that he has written for it and not withdrawn; a draft is his own matter. */
    private Map<UUID, List<Asked>> asked(Collection<UUID> commissions, Caller caller) {
        var report = DSL.lateral(DSL.select(OPINION_REPORT.ID, OPINION_REPORT.STATUS)
                        .from(OPINION_REPORT)
                        .where(OPINION_REPORT.COMMISSION_ID.eq(OPINION_COMMISSION_SEAT.COMMISSION_ID))
                        .and(OPINION_REPORT.AUTHOR_ID.eq(OPINION_COMMISSION_SEAT.SEAT_ID))
                        .and(OPINION_REPORT.STATUS.ne(OpinionStatus.WITHDRAWN.name()))
                        .and(OPINION_REPORT
                                .STATUS
                                .ne(OpinionStatus.DRAFT.name())
                                .or(OPINION_REPORT.AUTHOR_ID.in(caller.seats())))
                        .orderBy(OPINION_REPORT.ID.desc())
                        .limit(1))
                .as("report");
        return sql.select(
                        OPINION_COMMISSION_SEAT.COMMISSION_ID,
                        OPINION_COMMISSION_SEAT.SEAT_ID,
                        SEAT.NAME,
                        report.field(OPINION_REPORT.ID),
                        report.field(OPINION_REPORT.STATUS))
                .from(OPINION_COMMISSION_SEAT)
                .join(SEAT)
                .on(SEAT.ID.eq(OPINION_COMMISSION_SEAT.SEAT_ID))
                .leftJoin(report)
                .on(DSL.trueCondition())
                .where(OPINION_COMMISSION_SEAT.COMMISSION_ID.in(commissions))
                .and(
                        OpinionPolicy.readsAll(caller)
                                ? DSL.noCondition()
                                : OPINION_COMMISSION_SEAT.SEAT_ID.in(caller.seats()))
                .orderBy(SEAT.NAME, SEAT.ID)
                .fetchGroups(
                        OPINION_COMMISSION_SEAT.COMMISSION_ID,
                        row -> new Asked(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5() == null ? null : OpinionStatus.valueOf(row.value5())));
    }

    /** Whether that seat was asked; who had begun may hand in after it was closed. */
    boolean asks(UUID commission, @Nullable UUID seat) {
        return seat != null
                && sql.fetchExists(
                        OPINION_COMMISSION_SEAT,
                        OPINION_COMMISSION_SEAT
                                .COMMISSION_ID
                                .eq(commission)
                                .and(OPINION_COMMISSION_SEAT.SEAT_ID.eq(seat)));
    }

    /** False where the id is taken. */
    boolean insert(UUID id, CommissionController.NewCommission body, Collection<UUID> seats, UUID by, Instant now) {
        var inserted = sql.insertInto(OPINION_COMMISSION)
                .set(OPINION_COMMISSION.ID, id)
                .set(OPINION_COMMISSION.VERSION, 1)
                .set(OPINION_COMMISSION.TOPIC, body.topic())
                .set(OPINION_COMMISSION.BRIEF, body.brief() == null ? "" : body.brief())
                .set(OPINION_COMMISSION.DUE_ON, body.dueOn())
                .set(OPINION_COMMISSION.CREATED_BY, by)
                .set(OPINION_COMMISSION.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return false;
        }
        for (var seat : seats) {
            sql.insertInto(OPINION_COMMISSION_SEAT)
                    .set(OPINION_COMMISSION_SEAT.COMMISSION_ID, id)
                    .set(OPINION_COMMISSION_SEAT.SEAT_ID, seat)
                    .execute();
        }
        return true;
    }

    void close(UUID id, int version, LocalDate on) {
        var updated = sql.update(OPINION_COMMISSION)
                .set(OPINION_COMMISSION.VERSION, version + 1)
                .set(OPINION_COMMISSION.CLOSED_ON, on)
                .where(OPINION_COMMISSION.ID.eq(id))
                .and(OPINION_COMMISSION.VERSION.eq(version))
                .and(OPINION_COMMISSION.CLOSED_ON.isNull())
                .execute();
        if (updated == 0) {
            throw Refusal.conflict("commission.version", "Somebody has changed or closed it meanwhile.");
        }
    }
}
