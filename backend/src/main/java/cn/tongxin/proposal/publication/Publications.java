package cn.tongxin.proposal.publication;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_NEXT_REPLY;
import static cn.tongxin.db.cell.Tables.PROPOSAL_PUBLICATION;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.handling.AssignmentStatus;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.proposal.publication.Publication.Names;
import cn.tongxin.proposal.publication.Publication.NextReply;
import cn.tongxin.proposal.publication.Publication.Words;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of what is public of proposals. What no longer stands filed is out of the public's sight by itself. */
@Singleton
class Publications {
    private static final Field<String> STATE =
            DSL.coalesce(PROPOSAL_PUBLICATION.STATE, DSL.inline(PublicationState.DUE.name()));

    private final DSLContext sql;

    Publications(DSLContext sql) {
        this.sql = sql;
    }

    /** A row of the office's list. */
    record Standing(
            UUID proposalId,
            String caseNo,
            String title,
            LocalDate filedOn,
            PublicationState state,
            @Nullable LocalDate publishedOn,
            boolean imported) {}

    Optional<Publication> find(UUID proposal) {
        return sql.select(PROPOSAL_PUBLICATION.fields())
                .from(PROPOSAL_PUBLICATION)
                .where(PROPOSAL_PUBLICATION.PROPOSAL_ID.eq(proposal))
                .fetchOptional(Publications::read)
                .map(it -> nextReply(proposal)
                        .map(next -> it.with(it.version(), it.words(), next))
                        .orElse(it));
    }

    /** Whether the proponent has a reply, whoever asks. */
    boolean isReplied(UUID proposal) {
        return sql.fetchExists(replies(proposal));
    }

    /** A reply that its unit does not let be public stays out; of several units' those that may be public remain. */
    boolean mayReplyBePublic(UUID proposal) {
        return sql.fetchExists(replies(proposal).and(HANDLING_REPLY.OPEN_TO_PUBLIC));
    }

    private SelectConditionStep<?> replies(UUID proposal) {
        return sql.selectOne()
                .from(HANDLING_ASSIGNMENT)
                .join(HANDLING_REPLY)
                .on(HANDLING_REPLY.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                .and(HANDLING_REPLY.ROUND.eq(HANDLING_ASSIGNMENT.ROUND))
                .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
                .and(HANDLING_REPLY.REJECTED_ON.isNull())
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(Proposal.SUBJECT))
                .and(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(proposal))
                .and(HANDLING_ASSIGNMENT.STATUS.eq(AssignmentStatus.REPLY_ACCEPTED.name()));
    }

    private Optional<NextReply> nextReply(UUID proposal) {
        return sql.select(
                        PROPOSAL_NEXT_REPLY.TEXT,
                        PROPOSAL_NEXT_REPLY.PROPOSED_BY,
                        PROPOSAL_NEXT_REPLY.PROPOSED_ON,
                        PROPOSAL_NEXT_REPLY.REASON)
                .from(PROPOSAL_NEXT_REPLY)
                .where(PROPOSAL_NEXT_REPLY.PROPOSAL_ID.eq(proposal))
                .fetchOptional(row -> new NextReply(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private void keep(UUID proposal, @Nullable NextReply next) {
        sql.deleteFrom(PROPOSAL_NEXT_REPLY)
                .where(PROPOSAL_NEXT_REPLY.PROPOSAL_ID.eq(proposal))
                .execute();
        if (next != null) {
            sql.insertInto(PROPOSAL_NEXT_REPLY)
                    .set(PROPOSAL_NEXT_REPLY.PROPOSAL_ID, proposal)
                    .set(PROPOSAL_NEXT_REPLY.TEXT, next.reply())
                    .set(PROPOSAL_NEXT_REPLY.PROPOSED_BY, next.proposedBy())
                    .set(PROPOSAL_NEXT_REPLY.PROPOSED_ON, next.proposedOn())
                    .set(PROPOSAL_NEXT_REPLY.REASON, next.reason())
                    .execute();
        }
    }

    /**
     * What stands filed and may be public, the longest filed first. What an office brought in from the years before waits for
     * nobody: until somebody proposes it, it is there only for who looks for it.
     */
    List<Standing> standings(
            @Nullable PublicationState state, @Nullable String part, @Nullable Cursor after, int limit) {
        return sql.select(PROPOSAL.ID, PROPOSAL.CASE_NO, PROPOSAL.TITLE, PROPOSAL.FILED_ON, PROPOSAL.IMPORTED, STATE)
                .select(PROPOSAL_PUBLICATION.PUBLISHED_ON)
                .from(PROPOSAL)
                .leftJoin(PROPOSAL_PUBLICATION)
                .on(PROPOSAL_PUBLICATION.PROPOSAL_ID.eq(PROPOSAL.ID))
                .where(standsFiled())
                .and(PROPOSAL.OPEN_TO_PUBLIC)
                .and(state == null ? DSL.noCondition() : STATE.eq(state.name()))
                .and(
                        part == null
                                ? PROPOSAL_PUBLICATION.PROPOSAL_ID.isNotNull().or(DSL.not(PROPOSAL.IMPORTED))
                                : PROPOSAL.TITLE.contains(part).or(PROPOSAL.CASE_NO.contains(part)))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(PROPOSAL.FILED_ON, PROPOSAL.ID).gt(after.day(), after.id()))
                .orderBy(PROPOSAL.FILED_ON, PROPOSAL.ID)
                .limit(Page.rows(limit))
                .fetch(row -> new Standing(
                        row.get(PROPOSAL.ID),
                        row.get(PROPOSAL.CASE_NO),
                        row.get(PROPOSAL.TITLE),
                        row.get(PROPOSAL.FILED_ON),
                        PublicationState.valueOf(row.get(STATE)),
                        row.get(PROPOSAL_PUBLICATION.PUBLISHED_ON),
                        row.get(PROPOSAL.IMPORTED)));
    }

    /** A published proposal with its number, session and day. */
    record Published(String caseNo, UUID sessionId, LocalDate filedOn, Publication publication) {}

    /** What is out, the latest first. */
    List<Published> published(@Nullable String part, @Nullable Cursor after, int limit) {
        var found = part == null
                ? DSL.noCondition()
                : PROPOSAL_PUBLICATION.TITLE.contains(part).or(PROPOSAL.CASE_NO.contains(part));
        return publicly(found, after, limit);
    }

    Published getPublished(UUID proposal) {
        return publicly(PROPOSAL_PUBLICATION.PROPOSAL_ID.eq(proposal), null, 1).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private List<Published> publicly(Condition which, @Nullable Cursor after, int limit) {
        return sql.select(PROPOSAL_PUBLICATION.fields())
                .select(PROPOSAL.CASE_NO, PROPOSAL.SESSION_ID, PROPOSAL.FILED_ON)
                .from(PROPOSAL_PUBLICATION)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(PROPOSAL_PUBLICATION.PROPOSAL_ID))
                .where(which)
                .and(PROPOSAL_PUBLICATION.PUBLISHED_ON.isNotNull())
                .and(standsFiled())
                .and(PROPOSAL.OPEN_TO_PUBLIC)
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(PROPOSAL_PUBLICATION.PUBLISHED_ON, PROPOSAL_PUBLICATION.PROPOSAL_ID)
                                        .lt(after.day(), after.id()))
                .orderBy(PROPOSAL_PUBLICATION.PUBLISHED_ON.desc(), PROPOSAL_PUBLICATION.PROPOSAL_ID.desc())
                .limit(Page.rows(limit))
                .fetch(row -> new Published(
                        row.get(PROPOSAL.CASE_NO),
                        row.get(PROPOSAL.SESSION_ID),
                        row.get(PROPOSAL.FILED_ON),
                        read(row)));
    }

    private static Condition standsFiled() {
        return PROPOSAL.STATUS.in(Arrays.stream(ProposalStatus.values())
                .filter(ProposalStatus::standsFiled)
                .map(Enum::name)
                .toList());
    }

    /** Whether a seat is the caller's, from whichever seat he acts. */
    boolean isOf(Caller caller, UUID seat) {
        return caller.seatId().equals(seat)
                || (caller.accountId() != null
                        && sql.fetchExists(
                                SEAT_DIRECTORY,
                                SEAT_DIRECTORY.SEAT_ID.eq(seat).and(SEAT_DIRECTORY.ACCOUNT_ID.eq(caller.accountId()))));
    }

    /** The first version. A repeat finds the row and is a conflict of versions. */
    void insert(Publication publication, Instant at) {
        var inserted = sql.insertInto(PROPOSAL_PUBLICATION)
                .set(PROPOSAL_PUBLICATION.PROPOSAL_ID, publication.proposalId())
                .set(PROPOSAL_PUBLICATION.VERSION, publication.version())
                .set(PROPOSAL_PUBLICATION.STATE, publication.state().name())
                .set(PROPOSAL_PUBLICATION.TITLE, publication.words().title())
                .set(PROPOSAL_PUBLICATION.TEXT, publication.words().text())
                .set(PROPOSAL_PUBLICATION.REPLY, publication.words().reply())
                .set(PROPOSAL_PUBLICATION.PROPONENTS, publication.names().proponents())
                .set(PROPOSAL_PUBLICATION.UNITS, publication.names().units())
                .set(PROPOSAL_PUBLICATION.PROPOSED_BY, publication.proposedBy())
                .set(PROPOSAL_PUBLICATION.PROPOSED_ON, publication.proposedOn())
                .set(PROPOSAL_PUBLICATION.UPDATED_AT, at)
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            throw outdated();
        }
    }

    void update(Publication next, Instant at) {
        var updated = sql.update(PROPOSAL_PUBLICATION)
                .set(PROPOSAL_PUBLICATION.VERSION, next.version())
                .set(PROPOSAL_PUBLICATION.STATE, next.state().name())
                .set(PROPOSAL_PUBLICATION.TITLE, next.words().title())
                .set(PROPOSAL_PUBLICATION.TEXT, next.words().text())
                .set(PROPOSAL_PUBLICATION.REPLY, next.words().reply())
                .set(PROPOSAL_PUBLICATION.PROPONENTS, next.names().proponents())
                .set(PROPOSAL_PUBLICATION.UNITS, next.names().units())
                .set(PROPOSAL_PUBLICATION.PROPOSED_BY, next.proposedBy())
                .set(PROPOSAL_PUBLICATION.PROPOSED_ON, next.proposedOn())
                .set(PROPOSAL_PUBLICATION.REVIEWED_BY, next.reviewedBy())
                .set(PROPOSAL_PUBLICATION.REASON, next.reason())
                .set(PROPOSAL_PUBLICATION.PUBLISHED_ON, next.publishedOn())
                .set(PROPOSAL_PUBLICATION.UPDATED_AT, at)
                .where(PROPOSAL_PUBLICATION.PROPOSAL_ID.eq(next.proposalId()))
                .and(PROPOSAL_PUBLICATION.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw outdated();
        }
        keep(next.proposalId(), next.nextReply());
    }

    static Refusal outdated() {
        return Refusal.conflict("publication.version", "Somebody has changed it meanwhile.");
    }

    private static Publication read(Record row) {
        return new Publication(
                row.get(PROPOSAL_PUBLICATION.PROPOSAL_ID),
                row.get(PROPOSAL_PUBLICATION.VERSION),
                PublicationState.valueOf(row.get(PROPOSAL_PUBLICATION.STATE)),
                new Words(
                        row.get(PROPOSAL_PUBLICATION.TITLE),
                        row.get(PROPOSAL_PUBLICATION.TEXT),
                        row.get(PROPOSAL_PUBLICATION.REPLY)),
                new Names(row.get(PROPOSAL_PUBLICATION.PROPONENTS), row.get(PROPOSAL_PUBLICATION.UNITS)),
                row.get(PROPOSAL_PUBLICATION.PROPOSED_BY),
                row.get(PROPOSAL_PUBLICATION.PROPOSED_ON),
                row.get(PROPOSAL_PUBLICATION.REVIEWED_BY),
                row.get(PROPOSAL_PUBLICATION.REASON),
                row.get(PROPOSAL_PUBLICATION.PUBLISHED_ON),
                null);
    }
}
