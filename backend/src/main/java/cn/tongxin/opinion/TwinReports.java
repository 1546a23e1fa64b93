package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.link.Twins;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reports of an author that say the same as a proposal that he hands in after them. */
@Singleton
class TwinReports implements Twins {
    /** How many a text is held to while it is being written, which happens every ten seconds. */
    private static final int LATEST = 50;

    private static final int EVERY = Integer.MAX_VALUE;

    private final DSLContext sql;

    TwinReports(DSLContext sql) {
        this.sql = sql;
    }

    private record Report(
            UUID id, String title, String text, @Nullable UUID sameAs) {}

    @Override
    public Optional<String> titleOf(UUID author, String text) {
        var written = new SameText(text);
        return of(author, LATEST).stream()
                .filter(report -> written.says(report.text))
                .map(Report::title)
                .findFirst();
    }

    @Override
    public void handedIn(UUID author, UUID proposal, String text) {
        var written = new SameText(text);
        for (var report : of(author, EVERY)) {
            var same = written.says(report.text);
            if (same != proposal.equals(report.sameAs)) {
                sql.update(OPINION_REPORT)
                        .set(OPINION_REPORT.SAME_AS_PROPOSAL_ID, same ? proposal : null)
                        .where(OPINION_REPORT.ID.eq(report.id))
                        .execute();
            }
        }
    }

    /** What he has handed in, the latest first. */
    private List<Report> of(UUID author, int atMost) {
        return sql.select(
                        OPINION_REPORT.ID,
                        OPINION_REPORT.TITLE,
                        OPINION_REPORT.SITUATION,
                        OPINION_REPORT.ANALYSIS,
                        OPINION_REPORT.SUGGESTIONS,
                        OPINION_REPORT.SAME_AS_PROPOSAL_ID)
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.AUTHOR_ID.eq(author))
                .and(OPINION_REPORT.STATUS.notIn("DRAFT", "WITHDRAWN"))
                .orderBy(OPINION_REPORT.ID.desc())
                .limit(atMost)
                .fetch(row -> new Report(
                        row.value1(), row.value2(), row.value3() + row.value4() + row.value5(), row.value6()));
    }
}
