package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.PLENARY_SESSION;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.handling.Standings;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of lists of proposals: what may be asked for, and a page of it. */
@Singleton
class ProposalLists {
    /** What a list shows, and what decides about its buttons. */
    private static final List<Field<?>> SHOWN = List.of(
            PROPOSAL.ID,
            PROPOSAL.VERSION,
            PROPOSAL.STATUS,
            PROPOSAL.REVIEW_STAGE,
            PROPOSAL.PROPONENT_KIND,
            PROPOSAL.PROPONENT_ID,
            PROPOSAL.ENTERED_BY,
            PROPOSAL.TITLE,
            PROPOSAL.CATEGORY,
            PROPOSAL.KIND,
            PROPOSAL.SESSION_ID,
            PROPOSAL.INTAKE_NO,
            PROPOSAL.SUBMITTED_AT,
            PROPOSAL.RECEIVED_ON,
            PROPOSAL.CASE_NO,
            PROPOSAL.FILED_ON,
            PROPOSAL.NOT_FILED_ON,
            PROPOSAL.NOT_FILE_REASON,
            PROPOSAL.NOT_FILE_COMMENT,
            PROPOSAL.DISPOSITION,
            PROPOSAL.REFERRED_TO,
            PROPOSAL.KEY_ON,
            PROPOSAL.APPEALED_ON,
            PROPOSAL.CONVERSION,
            PROPOSAL.LAST_MOVE,
            PROPOSAL.LAST_MOVE_BY,
            PROPOSAL.LAST_MOVE_FROM,
            PROPOSAL.IMPORTED,
            PROPOSAL.UPDATED_AT,
            SEAT.NAME,
            PLENARY_SESSION.TERM_NO,
            PLENARY_SESSION.SESSION_NO);

    private final DSLContext sql;
    private final LateReviews lateReviews;

    ProposalLists(DSLContext sql, LateReviews lateReviews) {
        this.sql = sql;
        this.lateReviews = lateReviews;
    }

    /** A proposal as far as a list shows it, everything else blank; the proponent's name and the session's key. */
    record Row(
            Proposal proposal, String proponent, @Nullable String session) {}

    /** One page, newest first. */
    List<Row> page(Condition which, @Nullable Cursor after, int limit) {
        return page(which, null, after, limit);
    }

    /**
     * One page of those in a state, newest first, or of all. Ordered by the state too, it is read from the index that begins with
     * it; by the id alone, the planner walks over all newer ones where most are in this state.
     */
    List<Row> page(Condition which, @Nullable ProposalStatus status, @Nullable Cursor after, int limit) {
        return sql.select(SHOWN)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .leftJoin(PLENARY_SESSION)
                .on(PLENARY_SESSION.ID.eq(PROPOSAL.SESSION_ID))
                .where(which)
                .and(before(status, after))
                .orderBy(
                        status == null
                                ? List.of(PROPOSAL.ID.desc())
                                : List.of(PROPOSAL.STATUS.desc(), PROPOSAL.ID.desc()))
                .limit(Page.rows(limit))
                .fetch(ProposalLists::read);
    }

    private static Condition before(@Nullable ProposalStatus status, @Nullable Cursor after) {
        if (status == null) {
            return after == null ? DSL.noCondition() : PROPOSAL.ID.lt(after.id());
        }
        return after == null
                ? to(status)
                : DSL.row(PROPOSAL.STATUS, PROPOSAL.ID).lt(status.name(), after.id());
    }

    /**
     * Those in a state are a range of one, from it to it: an equality would leave the state out of the order. Where a page goes
     * on, its end is the cursor and nothing else; of two ends the index takes the farther one and walks to the nearer.
     */
    static Condition from(ProposalStatus status) {
        return PROPOSAL.STATUS.ge(status.name());
    }

    private static Condition to(ProposalStatus status) {
        return PROPOSAL.STATUS.le(status.name());
    }

    long count(Condition which, @Nullable ProposalStatus status) {
        return sql.fetchCount(sql.selectOne()
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(which)
                .and(status == null ? DSL.noCondition() : to(status)));
    }

    /** What this caller may see in a list. */
    static Condition visibleTo(Caller caller) {
        Condition which = DSL.falseCondition();
        if (ProposalPolicy.reviews(caller)) {
            which = which.or(PROPOSAL.STATUS
                            .notIn(ProposalStatus.DRAFT.name(), ProposalStatus.CO_SIGNING.name())
                            .and(PROPOSAL.INTAKE_NO.isNotNull()))
                    .or(ProposalPolicy.isStaff(caller) ? PROPOSAL.ENTERED_BY.isNotNull() : DSL.falseCondition())
                    .or(PROPOSAL.PROPONENT_ID.in(caller.seats()));
        } else if (ProposalPolicy.isOffice(caller)) {
            which = which.or(PROPOSAL.CASE_NO.isNotNull());
        }
        if (caller.isMember()) {
            which = which.or(mine(caller));
        }
        if (caller.worksInUnit()) {
            which = which.or(withUnit(Objects.requireNonNull(caller.unit())));
        }
        return which;
    }

    /** Proposed by this seat or a body it acts for, signed by it or asked to, or joined by one that it proposed. */
    static Condition mine(Caller caller) {
        var merged = PROPOSAL.as("merged");
        var signer = Cosigners.standing(caller.seatId());
        return PROPOSAL.ID.in(DSL.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.PROPONENT_ID.in(caller.seats()))
                .unionAll(DSL.select(PROPOSAL_COSIGNER.PROPOSAL_ID)
                        .from(PROPOSAL_COSIGNER)
                        .where(signer))
                .unionAll(DSL.select(merged.MERGED_INTO_ID)
                        .from(merged)
                        .where(merged.PROPONENT_ID.in(caller.seats()))
                        .and(merged.MERGED_INTO_ID.isNotNull()))
                .unionAll(DSL.select(merged.MERGED_INTO_ID)
                        .from(PROPOSAL_COSIGNER)
                        .join(merged)
                        .on(merged.ID.eq(PROPOSAL_COSIGNER.PROPOSAL_ID))
                        .where(signer)
                        .and(merged.MERGED_INTO_ID.isNotNull())));
    }

    /** Handed in by others, and open to support. */
    static Condition openToSeconds(Caller caller) {
        return PROPOSAL.ALLOW_SECOND
                .isTrue()
                .and(PROPOSAL.STATUS.in("SUBMITTED", "IN_REVIEW", "FILED", "HANDLING"))
                .and(PROPOSAL.PROPONENT_ID.notIn(caller.seats()));
    }

    static Condition withUnit(UUID unit) {
        return PROPOSAL.ID.in(DSL.select(HANDLING_ASSIGNMENT.SUBJECT_ID)
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(Proposal.SUBJECT))
                .and(HANDLING_ASSIGNMENT.UNIT_ID.eq(unit))
                .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED")));
    }

    static Condition overdue(LocalDate today) {
        return PROPOSAL.ID.in(DSL.select(HANDLING_ASSIGNMENT.SUBJECT_ID)
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(Proposal.SUBJECT))
                .and(Standings.overdue(today)));
    }

    Condition late(ProposalFilter.Late late, LocalDate today) {
        return switch (late) {
            case REVIEW -> LateReviews.ofStages(today);
            case RESULT -> lateReviews.ofResults(today);
        };
    }

    static Condition ofSector(UUID sector) {
        return PROPOSAL.PROPONENT_ID.in(DSL.select(SEAT.ID).from(SEAT).where(SEAT.SECTOR_ID.eq(sector)));
    }

    /** Of the session known as 14-2; an unknown one has none. */
    Condition inSession(String key) {
        var numbers = key.split("-", -1);
        if (numbers.length != 2 || !key.matches("\\d{1,2}-\\d{1,2}")) {
            return DSL.falseCondition();
        }
        return PROPOSAL.SESSION_ID.eq(DSL.select(PLENARY_SESSION.ID)
                .from(PLENARY_SESSION)
                .where(PLENARY_SESSION.TERM_NO.eq(Integer.parseInt(numbers[0])))
                .and(PLENARY_SESSION.SESSION_NO.eq(Integer.parseInt(numbers[1]))));
    }

    private static Row read(Record row) {
        var stage = row.get(PROPOSAL.REVIEW_STAGE);
        var updatedAt = row.get(PROPOSAL.UPDATED_AT);
        var term = row.get(PLENARY_SESSION.TERM_NO);
        var proposal = new Proposal(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.VERSION),
                ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                stage == null ? 0 : stage,
                new Proposal.Author(
                        ProponentKind.valueOf(row.get(PROPOSAL.PROPONENT_KIND)),
                        row.get(PROPOSAL.PROPONENT_ID),
                        row.get(PROPOSAL.ENTERED_BY),
                        null,
                        null),
                new Proposal.Text(
                        row.get(PROPOSAL.TITLE),
                        row.get(PROPOSAL.CATEGORY),
                        "",
                        "",
                        List.of(),
                        true,
                        null,
                        Proposal.Besides.NONE),
                Proposal.Wishes.NONE,
                Proposals.intake(row),
                new Proposal.Course(
                        row.get(PROPOSAL.CASE_NO),
                        row.get(PROPOSAL.FILED_ON),
                        null,
                        Proposals.notFiled(row),
                        null,
                        null,
                        null,
                        row.get(PROPOSAL.KEY_ON),
                        null,
                        null),
                new Proposal.Review(null, row.get(PROPOSAL.APPEALED_ON), null, Proposals.conversion(row), null),
                Proposals.lastMove(row),
                new Proposal.Origin(row.get(PROPOSAL.IMPORTED), null),
                updatedAt,
                updatedAt);
        return new Row(
                proposal, row.get(SEAT.NAME), term == null ? null : term + "-" + row.get(PLENARY_SESSION.SESSION_NO));
    }
}
