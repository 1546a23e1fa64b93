package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals a list or a catalogue shows, of those that the caller may see.
 *
 * @param session as 14-2
 * @param q a case number, the beginning of a title, or a proponent's name
 * @param mine only what this seat proposed or signed
 * @param overdue only where a unit is late with its reply
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
        @Nullable Boolean overdue) {

    static final ProposalFilter ALL = new ProposalFilter(null, null, null, null, null, null, null, null);

    Condition of(Caller caller, ProposalLists lists, LocalDate today) {
        return Stream.<Condition>of(
                        ProposalLists.visibleTo(caller),
                        status == null ? DSL.noCondition() : PROPOSAL.STATUS.eq(status.name()),
                        session == null ? DSL.noCondition() : lists.inSession(session),
                        kind == null ? DSL.noCondition() : PROPOSAL.KIND.eq(kind.name()),
                        category == null ? DSL.noCondition() : PROPOSAL.CATEGORY.eq(category),
                        unitId == null ? DSL.noCondition() : ProposalLists.withUnit(unitId),
                        q == null || q.isBlank() ? DSL.noCondition() : ProposalLists.matching(q.strip()),
                        Boolean.TRUE.equals(mine) ? ProposalLists.mine(caller) : DSL.noCondition(),
                        Boolean.TRUE.equals(overdue) ? ProposalLists.overdue(today) : DSL.noCondition())
                .reduce(DSL.noCondition(), Condition::and);
    }
}
