package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.proposal.Cosigner.Paper;
import cn.tongxin.proposal.Cosigner.State;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of signatures beside the lead proponent's. */
@Singleton
public class Cosigners {
    private final DSLContext sql;

    Cosigners(DSLContext sql) {
        this.sql = sql;
    }

    /** Those who were asked, in the order of their names on the paper. */
    public List<Cosigner> of(UUID proposal, LocalDate today) {
        var clerk = SEAT.as("clerk");
        return sql.select(SEAT.NAME, clerk.NAME)
                .select(PROPOSAL_COSIGNER.fields())
                .from(PROPOSAL_COSIGNER)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL_COSIGNER.SEAT_ID))
                .leftJoin(clerk)
                .on(clerk.ID.eq(PROPOSAL_COSIGNER.ENTERED_BY))
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_COSIGNER.POSITION)
                .fetch(row -> new Cosigner(
                                row.get(PROPOSAL_COSIGNER.SEAT_ID),
                                row.get(SEAT.NAME),
                                State.valueOf(row.get(PROPOSAL_COSIGNER.STATE)),
                                row.get(PROPOSAL_COSIGNER.ANSWER_BY),
                                row.get(PROPOSAL_COSIGNER.SIGNED_ON),
                                row.get(PROPOSAL_COSIGNER.COMMENT),
                                paper(row, row.get(clerk.NAME)))
                        .on(today));
    }

    private static @Nullable Paper paper(Record row, @Nullable String enteredBy) {
        return enteredBy == null
                ? null
                : new Paper(enteredBy, row.get(PROPOSAL_COSIGNER.PAPER_NO), row.get(PROPOSAL_COSIGNER.PAPER_FILE_ID));
    }

    public Optional<Cosigner> find(UUID proposal, UUID seat, LocalDate today) {
        return of(proposal, today).stream()
                .filter(cosigner -> cosigner.seat().equals(seat))
                .findFirst();
    }

    /** Who signs it, or is asked to; a request that nobody answered in time is one still. */
    List<UUID> waitedFor(UUID proposal) {
        return sql.select(PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_COSIGNER.STATE.in(State.ASKED.name(), State.SIGNED.name()))
                .orderBy(PROPOSAL_COSIGNER.POSITION)
                .fetch(PROPOSAL_COSIGNER.SEAT_ID);
    }

    /** The seat signs, or is asked to. */
    static Condition standing(UUID seat) {
        return PROPOSAL_COSIGNER
                .SEAT_ID
                .eq(seat)
                .and(PROPOSAL_COSIGNER.STATE.in(State.ASKED.name(), State.SIGNED.name()));
    }

    /** Asks; whoever had declined or let the time pass before is asked anew and keeps his place. */
    public void ask(UUID proposal, Collection<UUID> seats, LocalDate answerBy) {
        var last = sql.select(DSL.coalesce(DSL.max(PROPOSAL_COSIGNER.POSITION), 0))
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .fetchOptional(0, Integer.class);
        var position = last.orElse(0);
        for (var seat : seats) {
            sql.insertInto(PROPOSAL_COSIGNER)
                    .set(PROPOSAL_COSIGNER.PROPOSAL_ID, proposal)
                    .set(PROPOSAL_COSIGNER.SEAT_ID, seat)
                    .set(PROPOSAL_COSIGNER.POSITION, ++position)
                    .set(PROPOSAL_COSIGNER.STATE, State.ASKED.name())
                    .set(PROPOSAL_COSIGNER.ANSWER_BY, answerBy)
                    .onConflict(PROPOSAL_COSIGNER.TENANT_ID, PROPOSAL_COSIGNER.PROPOSAL_ID, PROPOSAL_COSIGNER.SEAT_ID)
                    .doUpdate()
                    .set(PROPOSAL_COSIGNER.STATE, State.ASKED.name())
                    .set(PROPOSAL_COSIGNER.ANSWER_BY, answerBy)
                    .setNull(PROPOSAL_COSIGNER.SIGNED_ON)
                    .setNull(PROPOSAL_COSIGNER.COMMENT)
                    .setNull(PROPOSAL_COSIGNER.ENTERED_BY)
                    .setNull(PROPOSAL_COSIGNER.PAPER_NO)
                    .setNull(PROPOSAL_COSIGNER.PAPER_FILE_ID)
                    .execute();
        }
    }

    /** Those who had signed are asked anew, because the text is another now. How many they are. */
    public int askAgain(UUID proposal, LocalDate answerBy) {
        return sql.update(PROPOSAL_COSIGNER)
                .set(PROPOSAL_COSIGNER.STATE, State.ASKED.name())
                .set(PROPOSAL_COSIGNER.ANSWER_BY, answerBy)
                .setNull(PROPOSAL_COSIGNER.SIGNED_ON)
                .setNull(PROPOSAL_COSIGNER.ENTERED_BY)
                .setNull(PROPOSAL_COSIGNER.PAPER_NO)
                .setNull(PROPOSAL_COSIGNER.PAPER_FILE_ID)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_COSIGNER.STATE.eq(State.SIGNED.name()))
                .execute();
    }

    public void set(
            UUID proposal, UUID seat, State state, @Nullable LocalDate signedOn, Instant at, @Nullable String comment) {
        sql.update(PROPOSAL_COSIGNER)
                .set(PROPOSAL_COSIGNER.STATE, state.name())
                .set(PROPOSAL_COSIGNER.SIGNED_ON, signedOn)
                .set(PROPOSAL_COSIGNER.ANSWERED_AT, at)
                .set(PROPOSAL_COSIGNER.COMMENT, comment)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_COSIGNER.SEAT_ID.eq(seat))
                .execute();
    }

    public void remove(UUID proposal, UUID seat) {
        sql.deleteFrom(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_COSIGNER.SEAT_ID.eq(seat))
                .execute();
    }

    /** Nobody is asked any more. */
    public void lapse(UUID proposal) {
        lapse(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal));
    }

    /** What the seat was asked, and what others were asked in its name; the proposals that this concerns. */
    public List<UUID> lapseOf(UUID seat) {
        var led = DSL.select(PROPOSAL.ID).from(PROPOSAL).where(PROPOSAL.PROPONENT_ID.eq(seat));
        return lapse(PROPOSAL_COSIGNER.SEAT_ID.eq(seat).or(PROPOSAL_COSIGNER.PROPOSAL_ID.in(led)));
    }

    private List<UUID> lapse(Condition which) {
        return sql
                .update(PROPOSAL_COSIGNER)
                .set(PROPOSAL_COSIGNER.STATE, State.LAPSED.name())
                .where(PROPOSAL_COSIGNER.STATE.eq(State.ASKED.name()))
                .and(which)
                .returningResult(PROPOSAL_COSIGNER.PROPOSAL_ID)
                .fetch(row -> Objects.requireNonNull(row.value1()))
                .stream()
                .distinct()
                .toList();
    }

    /** For what an office brings in: signed on paper, in this order. */
    public void insertSigned(UUID proposal, List<UUID> seats, LocalDate signedOn) {
        var insert = sql.insertInto(
                PROPOSAL_COSIGNER,
                PROPOSAL_COSIGNER.PROPOSAL_ID,
                PROPOSAL_COSIGNER.SEAT_ID,
                PROPOSAL_COSIGNER.POSITION,
                PROPOSAL_COSIGNER.SIGNED_ON);
        var position = 0;
        for (var seat : seats) {
            insert = insert.values(proposal, seat, ++position, signedOn);
        }
        if (position > 0) {
            insert.execute();
        }
    }
}
