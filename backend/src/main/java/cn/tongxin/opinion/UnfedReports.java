package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.schedule.TimedMove;
import cn.tongxin.schedule.Timetable;
import cn.tongxin.search.Search;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** Reports that were handed in before there was a search, fed to it once. Nobody does anything to them, so no line is written. */
@Singleton
class UnfedReports implements TimedMove {
    private final OpinionReports reports;
    private final OpinionFinding finding;
    private final Timetable timetable;
    private final DSLContext sql;

    UnfedReports(OpinionReports reports, OpinionFinding finding, Timetable timetable, DSLContext sql) {
        this.reports = reports;
        this.finding = finding;
        this.timetable = timetable;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "opinion.fed";
    }

    @Override
    public List<Due> due(LocalDate today, int limit) {
        return sql.select(OPINION_REPORT.ID, OPINION_REPORT.SUBMITTED_ON)
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.STATUS.ne(OpinionStatus.DRAFT.name()))
                .and(OPINION_REPORT.SUBMITTED_ON.isNotNull())
                .and(OPINION_REPORT.SEALED_TEXT.isNull())
                .and(Search.lacks(OPINION_REPORT.ID, OpinionReport.SUBJECT))
                .and(timetable.isOpen(name(), OPINION_REPORT.ID, OPINION_REPORT.SUBMITTED_ON))
                .orderBy(OPINION_REPORT.SUBMITTED_ON, OPINION_REPORT.ID)
                .limit(limit)
                .forUpdate()
                .of(OPINION_REPORT)
                .skipLocked()
                .fetch(row -> new Due(row.value1(), row.value2()));
    }

    @Override
    public void make(Due due) {
        finding.follow(reports.get(due.id()));
    }
}
