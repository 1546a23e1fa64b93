package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.http.Cursor;
import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals a list or a catalogue shows, of those that the caller may see.
 *
 * @param session as 14-2
 * @param q words of title, text, number or proponents; each must be there
 * @param mine only what this seat proposed, signed or is asked to sign
 * @param toSecond for a member: those of others that he may support, instead of those that he may see otherwise
 * @param overdue only where a unit is late with its reply
 * @param late only where the review or its result is late
 * @param key only key proposals
 * @param proponentKind who proposes
 * @param sectorId the proponent's sector
 * @param notFileReason the code of the reason for which it was not filed
 */
@Serdeable
record ProposalFilter(
        @Nullable ProposalStatus status,
        @Nullable String session,
        @Nullable ProposalKind kind,
        @Nullable String category,
        @Nullable UUID unitId,
        @Nullable String q,
        @Nullable Boolean mine,
        @Nullable Boolean toSecond,
        @Nullable Boolean overdue,
        @Nullable Late late,
        @Nullable Boolean key,
        @Nullable ProponentKind proponentKind,
        @Nullable UUID sectorId,
        @Nullable String notFileReason) {

    /** REVIEW: the stage's day has passed. RESULT: the day has passed on which the proponent was to know the result. */
    enum Late {
        REVIEW,
        RESULT
    }

    static final ProposalFilter ALL =
            new ProposalFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    Condition of(Caller caller, ProposalLists lists, LocalDate today) {
        return narrowed(caller, lists, today).and(found(caller, null, null));
    }

    /** The same for one page only: where nothing but words narrows the list, the search stops after as many as it needs. */
    Condition of(Caller caller, ProposalLists lists, LocalDate today, @Nullable Cursor after, int rows) {
        var wordsAlone = Stream.of(
                        status,
                        session,
                        kind,
                        category,
                        unitId,
                        mine,
                        toSecond,
                        overdue,
                        late,
                        key,
                        proponentKind,
                        sectorId,
                        notFileReason)
                .allMatch(Objects::isNull);
        return narrowed(caller, lists, today)
                .and(found(caller, after == null ? null : after.id(), wordsAlone ? rows : null));
    }

    private Condition found(Caller caller, @Nullable UUID before, @Nullable Integer most) {
        return q == null || q.isBlank()
                ? DSL.noCondition()
                : ProposalFinding.matching(caller, q, seen(caller), before, most);
    }

    private Condition seen(Caller caller) {
        return Boolean.TRUE.equals(toSecond) && caller.isMember()
                ? ProposalLists.openToSeconds(caller)
                : ProposalLists.visibleTo(caller);
    }

    private Condition narrowed(Caller caller, ProposalLists lists, LocalDate today) {
        return Stream.<Condition>of(
                        seen(caller),
                        status == null ? DSL.noCondition() : ProposalLists.from(status),
                        session == null ? DSL.noCondition() : lists.inSession(session),
                        kind == null ? DSL.noCondition() : PROPOSAL.KIND.eq(kind.name()),
                        category == null ? DSL.noCondition() : PROPOSAL.CATEGORY.eq(category),
                        unitId == null ? DSL.noCondition() : ProposalLists.withUnit(unitId),
                        Boolean.TRUE.equals(mine) ? ProposalLists.mine(caller) : DSL.noCondition(),
                        Boolean.TRUE.equals(overdue) ? ProposalLists.overdue(today) : DSL.noCondition(),
                        late == null ? DSL.noCondition() : lists.late(late, today),
                        Boolean.TRUE.equals(key) ? PROPOSAL.KEY_ON.isNotNull() : DSL.noCondition(),
                        proponentKind == null ? DSL.noCondition() : PROPOSAL.PROPONENT_KIND.eq(proponentKind.name()),
                        sectorId == null ? DSL.noCondition() : ProposalLists.ofSector(sectorId),
                        notFileReason == null ? DSL.noCondition() : PROPOSAL.NOT_FILE_REASON.eq(notFileReason))
                .reduce(DSL.noCondition(), Condition::and);
    }
}
