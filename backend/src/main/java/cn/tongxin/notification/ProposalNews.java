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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The proponent learns what becomes of his proposal, and what was done in his name. */
@Singleton
class ProposalNews implements NewsSource {
    private final DSLContext sql;
    private final Settings settings;
    private final Proponents proponents;

    ProposalNews(DSLContext sql, Settings settings, Proponents proponents) {
        this.sql = sql;
        this.settings = settings;
        this.proponents = proponents;
    }

    /** What all who propose are told, and what only the lead is, or those who are asked. */
    private static final Set<String> TO_ALL = Set.of(
            "proposal.filed",
            "proposal.not-filed",
            "proposal.unfiled",
            "proposal.merged",
            "proposal.unmerged",
            "proposal.withdrawn",
            "proposal.assigned",
            "proposal.key-marked",
            "proposal.key-unmarked",
            "proposal.rehandled",
            "proposal.consulted",
            "proposal.closed");

    private static final String ASKED = "proposal.cosigners-asked";
    private static final String ASKED_AGAIN = "proposal.signatures-asked-again";

    private static final Set<String> TO_LEAD = Set.of(
            "proposal.submitted",
            "proposal.accepted",
            "proposal.returned",
            "proposal.split",
            "proposal.signed",
            "proposal.signature-declined",
            "proposal.signature-revoked",
            "proposal.seconded");

    @Override
    public Set<String> kinds() {
        return Stream.of(TO_ALL, TO_LEAD, Set.of(ASKED, ASKED_AGAIN))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public List<News> of(HistoryLine line) {
        return sql.select(PROPOSAL.PROPONENT_ID, PROPOSAL.TITLE)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(line.subjectId()))
                .and(PROPOSAL.IMPORTED.isFalse())
                .fetchOptional()
                .map(row -> of(line, row.value1(), row.value2()))
                .orElse(List.of());
    }

    private List<News> of(HistoryLine line, UUID lead, String title) {
        var said = new HashMap<>(Payload.texts(line));
        said.put("title", title);
        if (said.containsKey("notFileReason")) {
            said.put("notFileReason", reason(said.get("notFileReason")));
        }
        if (line.kind().equals("proposal.assigned")) {
            said.put("units", units(line));
        }
        return seats(line, lead, said).stream()
                .map(seat -> new News(seat, line.kind(), line.subjectType(), line.subjectId(), said))
                .toList();
    }

    private Set<UUID> seats(HistoryLine line, UUID lead, Map<String, String> said) {
        return switch (line.kind()) {
            case ASKED ->
                Stream.of(said.getOrDefault("seats", "").split(","))
                        .filter(id -> !id.isBlank())
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
            case ASKED_AGAIN -> proponents.asked(line.subjectId());
            default -> TO_ALL.contains(line.kind()) ? proponents.of(line.subjectId()) : proponents.acting(Set.of(lead));
        };
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
