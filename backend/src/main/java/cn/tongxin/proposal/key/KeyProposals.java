package cn.tongxin.proposal.key;

import static cn.tongxin.db.cell.Tables.KEY_PROPOSAL;
import static cn.tongxin.db.cell.Tables.KEY_PROPOSAL_STEP;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SPECIAL_COMMITTEE;

import cn.tongxin.handling.Standings;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of key proposals. */
@Singleton
class KeyProposals {
    private final DSLContext sql;
    private final Standings standings;

    KeyProposals(DSLContext sql, Standings standings) {
        this.sql = sql;
        this.standings = standings;
    }

    Optional<KeyProposal> find(UUID proposal, LocalDate today) {
        return select(PROPOSAL.ID.eq(proposal), 1, today).stream().findFirst();
    }

    List<KeyProposal> page(Condition which, @Nullable Cursor after, int limit, LocalDate today) {
        return select(which.and(after == null ? DSL.noCondition() : PROPOSAL.ID.lt(after.id())), limit, today);
    }

    int count(UUID session) {
        return sql.fetchCount(PROPOSAL, PROPOSAL.KEY_ON.isNotNull().and(PROPOSAL.SESSION_ID.eq(session)));
    }

    private List<KeyProposal> select(Condition which, int limit, LocalDate today) {
        var leader = SEAT.as("leader");
        var rows = sql.select(
                        PROPOSAL.ID,
                        PROPOSAL.VERSION,
                        PROPOSAL.CASE_NO,
                        PROPOSAL.TITLE,
                        PROPOSAL.STATUS,
                        PROPOSAL.KEY_ON,
                        PROPOSAL.KEY_LED_BY,
                        SEAT.NAME,
                        DSL.coalesce(KEY_PROPOSAL.LEADER, leader.NAME).as("leader_name"),
                        KEY_PROPOSAL.PLANNED_ON,
                        KEY_PROPOSAL.NEXT_ON,
                        KEY_PROPOSAL.NEXT_PLACE,
                        SPECIAL_COMMITTEE.ID,
                        SPECIAL_COMMITTEE.NAME)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .leftJoin(leader)
                .on(leader.ID.eq(PROPOSAL.KEY_LED_BY))
                .leftJoin(KEY_PROPOSAL)
                .on(KEY_PROPOSAL.PROPOSAL_ID.eq(PROPOSAL.ID))
                .and(KEY_PROPOSAL.ENDED_ON.isNull())
                .leftJoin(SPECIAL_COMMITTEE)
                .on(SPECIAL_COMMITTEE.ID.eq(KEY_PROPOSAL.SPECIAL_COMMITTEE_ID))
                .where(PROPOSAL.KEY_ON.isNotNull())
                .and(which)
                .orderBy(PROPOSAL.ID.desc())
                .limit(Page.rows(limit))
                .fetch();
        var ids = rows.getValues(PROPOSAL.ID);
        var steps = steps(ids);
        var briefs = standings.briefs(Proposal.SUBJECT, ids, today);
        return rows.map(row -> read(
                row,
                steps.getOrDefault(row.get(PROPOSAL.ID), List.of()),
                briefs.getOrDefault(row.get(PROPOSAL.ID), Standings.Brief.NONE).units(),
                today));
    }

    private static KeyProposal read(Record row, List<KeyProposal.Taken> steps, List<String> units, LocalDate today) {
        var caller = Caller.current();
        var pusher = row.get(SPECIAL_COMMITTEE.ID);
        var plannedOn = row.get(KEY_PROPOSAL.PLANNED_ON);
        return new KeyProposal(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.VERSION),
                row.get(PROPOSAL.CASE_NO),
                row.get(PROPOSAL.TITLE),
                ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                row.get(SEAT.NAME),
                units,
                Objects.requireNonNull(row.get(PROPOSAL.KEY_ON)),
                row.get("leader_name", String.class),
                row.get(PROPOSAL.KEY_LED_BY),
                pusher == null ? null : new KeyProposal.Pusher(pusher, row.get(SPECIAL_COMMITTEE.NAME)),
                plannedOn,
                ProposalPolicy.isOffice(caller)
                        ? steps
                        : steps.stream()
                                .map(one -> new KeyProposal.Taken(one.step(), one.on(), null, null))
                                .toList(),
                KeyProposal.Light.of(steps.size(), plannedOn, today),
                next(steps),
                row.get(KEY_PROPOSAL.NEXT_ON) == null
                        ? null
                        : new KeyProposal.Meeting(row.get(KEY_PROPOSAL.NEXT_ON), row.get(KEY_PROPOSAL.NEXT_PLACE)),
                caller.mayWrite() && ProposalPolicy.isStaff(caller)
                        ? List.of("change", "record-step", "plan-meeting", "unmark")
                        : List.of());
    }

    private static @Nullable KeyStep next(List<KeyProposal.Taken> steps) {
        return Arrays.stream(KeyStep.values())
                .filter(step -> steps.stream().noneMatch(taken -> taken.step() == step))
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, List<KeyProposal.Taken>> steps(Collection<UUID> proposals) {
        return sql.select(KEY_PROPOSAL_STEP.fields())
                .from(KEY_PROPOSAL_STEP)
                .where(KEY_PROPOSAL_STEP.PROPOSAL_ID.in(proposals))
                .orderBy(KEY_PROPOSAL_STEP.PROPOSAL_ID, KEY_PROPOSAL_STEP.HELD_ON, KEY_PROPOSAL_STEP.RECORDED_AT)
                .fetchGroups(
                        KEY_PROPOSAL_STEP.PROPOSAL_ID,
                        row -> new KeyProposal.Taken(
                                KeyStep.valueOf(row.get(KEY_PROPOSAL_STEP.STEP)),
                                row.get(KEY_PROPOSAL_STEP.HELD_ON),
                                row.get(KEY_PROPOSAL_STEP.NOTE),
                                row.get(KEY_PROPOSAL_STEP.FILE_ID)));
    }

    boolean knowsCommittee(UUID id) {
        return sql.fetchExists(
                SPECIAL_COMMITTEE, SPECIAL_COMMITTEE.ID.eq(id).and(SPECIAL_COMMITTEE.RETIRED_ON.isNull()));
    }

    /** Who leads it, who pushes it, until when. */
    void put(
            UUID proposal,
            String leader,
            @Nullable UUID leaderId,
            @Nullable UUID committee,
            @Nullable LocalDate plannedOn,
            LocalDate markedOn,
            @Nullable LocalDate endedOn,
            Instant now) {
        sql.insertInto(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.PROPOSAL_ID, proposal)
                .set(KEY_PROPOSAL.LEADER, leader)
                .set(KEY_PROPOSAL.LEADER_ID, leaderId)
                .set(KEY_PROPOSAL.SPECIAL_COMMITTEE_ID, committee)
                .set(KEY_PROPOSAL.PLANNED_ON, plannedOn)
                .set(KEY_PROPOSAL.MARKED_ON, markedOn)
                .set(KEY_PROPOSAL.ENDED_ON, endedOn)
                .set(KEY_PROPOSAL.UPDATED_AT, now)
                .onConflict(KEY_PROPOSAL.TENANT_ID, KEY_PROPOSAL.PROPOSAL_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** What is known of it stays, so that its evidence can say why it does not count. */
    void end(KeyProposal key, LocalDate on, Instant now) {
        put(
                key.id(),
                Objects.requireNonNullElse(key.leader(), ""),
                key.leaderId(),
                key.specialCommittee() == null ? null : key.specialCommittee().id(),
                key.plannedOn(),
                key.keyOn(),
                on,
                now);
    }

    /** The next meeting; none where one was just held. */
    void putMeeting(UUID proposal, KeyProposal.@Nullable Meeting meeting) {
        sql.update(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.NEXT_ON, meeting == null ? null : meeting.on())
                .set(KEY_PROPOSAL.NEXT_PLACE, meeting == null ? null : meeting.place())
                .where(KEY_PROPOSAL.PROPOSAL_ID.eq(proposal))
                .execute();
    }

    void putStep(UUID proposal, KeyProposal.Taken taken, UUID by, Instant now) {
        sql.insertInto(KEY_PROPOSAL_STEP)
                .set(KEY_PROPOSAL_STEP.PROPOSAL_ID, proposal)
                .set(KEY_PROPOSAL_STEP.STEP, taken.step().name())
                .set(KEY_PROPOSAL_STEP.HELD_ON, taken.on())
                .set(KEY_PROPOSAL_STEP.NOTE, Objects.requireNonNullElse(taken.note(), ""))
                .set(KEY_PROPOSAL_STEP.FILE_ID, taken.fileId())
                .set(KEY_PROPOSAL_STEP.RECORDED_BY, by)
                .set(KEY_PROPOSAL_STEP.RECORDED_AT, now)
                .onConflict(KEY_PROPOSAL_STEP.TENANT_ID, KEY_PROPOSAL_STEP.PROPOSAL_ID, KEY_PROPOSAL_STEP.STEP)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    Set<UUID> filesAmong(Collection<UUID> files) {
        return sql.selectDistinct(KEY_PROPOSAL_STEP.FILE_ID)
                .from(KEY_PROPOSAL_STEP)
                .where(KEY_PROPOSAL_STEP.FILE_ID.in(files))
                .fetchSet(KEY_PROPOSAL_STEP.FILE_ID);
    }
}
