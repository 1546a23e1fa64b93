package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.committee.Calendar;
import cn.tongxin.schedule.TimedMove;
import cn.tongxin.schedule.Timetable;
import cn.tongxin.search.Search;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** Proposals that were handed in before there was a search, fed to it once. Nobody does anything to them, so no line is written. */
@Singleton
class UnfedProposals implements TimedMove {
    private final Proposals proposals;
    private final ProposalFinding finding;
    private final Timetable timetable;
    private final Calendar calendar;
    private final DSLContext sql;

    UnfedProposals(
            Proposals proposals, ProposalFinding finding, Timetable timetable, Calendar calendar, DSLContext sql) {
        this.proposals = proposals;
        this.finding = finding;
        this.timetable = timetable;
        this.calendar = calendar;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "proposal.fed";
    }

    @Override
    public List<Due> due(LocalDate today, int limit) {
        return sql.select(PROPOSAL.ID, PROPOSAL.RECEIVED_ON)
                .from(PROPOSAL)
                .where(PROPOSAL.STATUS.notIn(ProposalStatus.DRAFT.name(), ProposalStatus.CO_SIGNING.name()))
                .and(PROPOSAL.INTAKE_NO.isNotNull())
                .and(PROPOSAL.RECEIVED_ON.isNotNull())
                .and(Search.lacks(PROPOSAL.ID, Proposal.SUBJECT))
                .and(timetable.isOpen(name(), PROPOSAL.ID, PROPOSAL.RECEIVED_ON))
                .orderBy(PROPOSAL.RECEIVED_ON, PROPOSAL.ID)
                .limit(limit)
                .forUpdate()
                .of(PROPOSAL)
                .skipLocked()
                .fetch(row -> new Due(row.value1(), row.value2()));
    }

    @Override
    public void make(Due due) {
        finding.follow(proposals.get(due.id()), calendar.today());
    }
}
