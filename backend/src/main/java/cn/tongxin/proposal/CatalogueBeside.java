package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SECTOR;

import cn.tongxin.committee.GradeLetter;
import cn.tongxin.committee.ResolutionGrade;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.AssignmentRole;
import cn.tongxin.handling.Satisfaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a catalogue says of proposals beyond what a list shows: a statement for each of three things, however many they are. */
@Singleton
class CatalogueBeside {
    private final DSLContext sql;
    private final Settings settings;

    CatalogueBeside(DSLContext sql, Settings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** Of some proposals, by id; where there is nothing to say a proposal is not there. */
    record All(Map<UUID, String> sectors, Map<UUID, List<String>> cosigners, Map<UUID, List<Handled>> handled) {}

    /** How a unit handled one of them. */
    record Handled(
            String unit,
            String role,
            @Nullable LocalDate repliedOn,
            @Nullable String grade,
            @Nullable String satisfaction) {}

    All of(Collection<UUID> proposals) {
        return new All(sectors(proposals), cosigners(proposals), handled(proposals));
    }

    private Map<UUID, String> sectors(Collection<UUID> proposals) {
        return sql.select(PROPOSAL.ID, SECTOR.NAME)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .join(SECTOR)
                .on(SECTOR.ID.eq(SEAT.SECTOR_ID))
                .where(PROPOSAL.ID.in(proposals))
                .fetchMap(PROPOSAL.ID, SECTOR.NAME);
    }

    private Map<UUID, List<String>> cosigners(Collection<UUID> proposals) {
        return sql.select(PROPOSAL_COSIGNER.PROPOSAL_ID, SEAT.NAME)
                .from(PROPOSAL_COSIGNER)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL_COSIGNER.SEAT_ID))
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.in(proposals))
                .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name()))
                .orderBy(PROPOSAL_COSIGNER.PROPOSAL_ID, PROPOSAL_COSIGNER.POSITION, SEAT.ID)
                .fetchGroups(PROPOSAL_COSIGNER.PROPOSAL_ID, SEAT.NAME);
    }

    /** The units that have it, in the order in which it was assigned, with the last reply that was let through and its rating. */
    private Map<UUID, List<Handled>> handled(Collection<UUID> proposals) {
        var letters = settings.handlingRules().gradeLetters();
        return sql
                .select(
                        HANDLING_ASSIGNMENT.ID,
                        HANDLING_ASSIGNMENT.SUBJECT_ID,
                        HANDLING_UNIT.NAME,
                        HANDLING_ASSIGNMENT.ROLE,
                        HANDLING_REPLY.REPLIED_ON,
                        HANDLING_REPLY.GRADE,
                        HANDLING_RATING.RESULT)
                .distinctOn(HANDLING_ASSIGNMENT.ID)
                .from(HANDLING_ASSIGNMENT)
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .leftJoin(HANDLING_REPLY)
                .on(HANDLING_REPLY.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                .and(HANDLING_REPLY.RELEASED_AT.isNotNull())
                .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
                .and(HANDLING_REPLY.REJECTED_ON.isNull())
                .leftJoin(HANDLING_RATING)
                .on(HANDLING_RATING.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                .and(HANDLING_RATING.ROUND.eq(HANDLING_REPLY.ROUND))
                .and(HANDLING_RATING.LATEST)
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(Proposal.SUBJECT))
                .and(HANDLING_ASSIGNMENT.SUBJECT_ID.in(proposals))
                .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED"))
                .orderBy(
                        HANDLING_ASSIGNMENT.ID,
                        DSL.coalesce(HANDLING_REPLY.ROUND, 0).desc())
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(HANDLING_ASSIGNMENT.SUBJECT_ID),
                        Collectors.mapping(
                                row -> new Handled(
                                        row.get(HANDLING_UNIT.NAME),
                                        AssignmentRole.valueOf(row.get(HANDLING_ASSIGNMENT.ROLE))
                                                .inWords(),
                                        row.get(HANDLING_REPLY.REPLIED_ON),
                                        grade(row.get(HANDLING_REPLY.GRADE), letters),
                                        satisfaction(row.get(HANDLING_RATING.RESULT))),
                                Collectors.toList())));
    }

    private static @Nullable String grade(@Nullable String grade, List<GradeLetter> letters) {
        return grade == null
                ? null
                : letters.stream()
                        .filter(letter -> letter.grade() == ResolutionGrade.valueOf(grade))
                        .map(letter -> letter.letter() + " " + letter.meaning())
                        .findFirst()
                        .orElse(grade);
    }

    private static @Nullable String satisfaction(@Nullable String result) {
        return result == null
                ? null
                : switch (Satisfaction.valueOf(result)) {
                    case SATISFIED -> "满意";
                    case BASICALLY_SATISFIED -> "基本满意";
                    case NOT_SATISFIED -> "不满意";
                    case NO_RESPONSE -> "逾期未评价";
                };
    }
}
