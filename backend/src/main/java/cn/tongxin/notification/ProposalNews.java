package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.committee.NotFileReason;
import cn.tongxin.committee.Settings;
import cn.tongxin.history.HistoryLine;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** The proponent learns what becomes of his proposal, and what was done in his name. */
@Singleton
class ProposalNews implements NewsSource {
    private final DSLContext sql;
    private final Settings settings;

    ProposalNews(DSLContext sql, Settings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "proposal.submitted",
                "proposal.accepted",
                "proposal.returned",
                "proposal.filed",
                "proposal.not-filed",
                "proposal.unfiled",
                "proposal.merged",
                "proposal.withdrawn",
                "proposal.assigned",
                "proposal.key-marked",
                "proposal.rehandled",
                "proposal.consulted",
                "proposal.closed");
    }

    @Override
    public List<News> of(HistoryLine line) {
        return sql.select(PROPOSAL.PROPONENT_ID, PROPOSAL.TITLE)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(line.subjectId()))
                .and(PROPOSAL.IMPORTED.isFalse())
                .fetch(row -> {
                    var said = new HashMap<>(Payload.texts(line));
                    said.put("title", row.value2());
                    if (said.containsKey("notFileReason")) {
                        said.put("notFileReason", reason(said.get("notFileReason")));
                    }
                    if (line.kind().equals("proposal.assigned")) {
                        said.put("units", units(line));
                    }
                    return new News(row.value1(), line.kind(), line.subjectType(), line.subjectId(), said);
                });
    }

    /** The reason in the committee's words. */
    private String reason(String code) {
        return settings.proposalRules().notFileReasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(NotFileReason::text)
                .findFirst()
                .orElse(code);
    }

    private String units(HistoryLine line) {
        return String.join(
                "、",
                sql.selectDistinct(HANDLING_UNIT.NAME)
                        .from(HANDLING_ASSIGNMENT)
                        .join(HANDLING_UNIT)
                        .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                        .where(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(line.subjectId()))
                        .and(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                        .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED"))
                        .orderBy(HANDLING_UNIT.NAME)
                        .fetch(HANDLING_UNIT.NAME));
    }
}
