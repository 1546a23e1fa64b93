package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_REVIEWER;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.committee.CodedText;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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
            "proposal.assigned",
            "proposal.key-marked",
            "proposal.key-unmarked",
            "proposal.instructed",
            "proposal.outstanding-chosen",
            "proposal.outstanding-ended",
            "proposal.rehandled",
            "proposal.consulted",
            "proposal.closed");

    /** What the leader of a key proposal is told, and in which words. */
    private static final Map<String, String> TO_LEADER = Map.of(
            "proposal.key-marked", "proposal.key-led",
            "proposal.key-changed", "proposal.key-changed",
            "proposal.key-meeting-planned", "proposal.key-meeting-planned");

    private static final String WITHDRAWN = "proposal.withdrawn";
    private static final String DELETED = "proposal.deleted";
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
            "proposal.withdrawal-refused",
            "proposal.appealed",
            "proposal.conversion-agreed",
            "proposal.conversion-refused",
            "proposal.seconded");

    /** What those are told who hold the stage of a review. */
    private static final Set<String> TO_REVIEWERS = Set.of("proposal.review-late", "proposal.result-late");

    /** What the office entered from somebody's paper, and how the lead is told of it; the signer hears that it was entered. */
    private static final Map<String, String> ON_PAPER = Map.of(
            "proposal.signature-entered", "proposal.signed",
            "proposal.decline-entered", "proposal.signature-declined");

    @Override
    public Set<String> kinds() {
        return Stream.of(
                        TO_ALL,
                        TO_LEAD,
                        TO_REVIEWERS,
                        TO_LEADER.keySet(),
                        ON_PAPER.keySet(),
                        Set.of(ASKED, ASKED_AGAIN, WITHDRAWN, DELETED))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public List<News> of(HistoryLine line) {
        if (line.kind().equals(DELETED)) {
            return deleted(line);
        }
        return sql.select(PROPOSAL.PROPONENT_ID, PROPOSAL.TITLE, PROPOSAL.KEY_LED_BY)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(line.subjectId()))
                .and(PROPOSAL.IMPORTED.isFalse())
                .fetchOptional()
                .map(row -> of(line, row.value1(), row.value2(), row.value3()))
                .orElse(List.of());
    }

    private List<News> of(HistoryLine line, UUID lead, String title, @Nullable UUID leader) {
        var said = new HashMap<>(Payload.texts(line));
        said.put("title", title);
        if (said.containsKey("notFileReason")) {
            said.put("notFileReason", reason(said.get("notFileReason")));
        }
        if (line.kind().equals("proposal.assigned")) {
            said.put("units", units(line));
        }
        if (line.kind().equals(WITHDRAWN)) {
            return withdrawn(line, lead, said);
        }
        var toTheLead = ON_PAPER.get(line.kind());
        if (toTheLead != null) {
            return Stream.concat(
                            Payload.id(line, "seat").stream().map(seat -> about(line, seat, line.kind(), said)),
                            proponents.acting(Set.of(lead)).stream().map(seat -> about(line, seat, toTheLead, said)))
                    .toList();
        }
        var toLeader = leader == null
                ? Stream.<News>empty()
                : Stream.ofNullable(TO_LEADER.get(line.kind())).map(kind -> about(line, leader, kind, said));
        return Stream.concat(
                        seats(line, lead, said).stream().map(seat -> about(line, seat, line.kind(), said)), toLeader)
                .toList();
    }

    /** Those who propose it and those who signed it are told apart, and who did it: the lead, the office, or it for him. */
    private List<News> withdrawn(HistoryLine line, UUID lead, Map<String, String> said) {
        var leads = proponents.acting(Set.of(lead));
        var how = line.seatId() != null && leads.contains(line.seatId())
                ? "-by-lead"
                : said.containsKey("requested") ? "-on-request" : "";
        said.put("lead", name(lead));
        said.put("by", name(line.seatId()));
        var theirs = proponents.of(line.subjectId());
        return Stream.concat(
                        theirs.stream()
                                .map(seat -> about(
                                        line, seat, WITHDRAWN + (leads.contains(seat) ? "" : "-joint") + how, said)),
                        named(line).stream()
                                .filter(seat -> !theirs.contains(seat))
                                .map(seat -> noLongerAsked(line, seat, how.equals("-by-lead"), said)))
                .toList();
    }

    /** Nothing is left of it but what its line says; the news leads nowhere. */
    private List<News> deleted(HistoryLine line) {
        var lead = Payload.id(line, "lead").orElse(null);
        if (lead == null) {
            return List.of();
        }
        var said = new HashMap<>(Payload.texts(line));
        said.put("lead", name(lead));
        var himself = line.seatId() != null && proponents.acting(Set.of(lead)).contains(line.seatId());
        return named(line).stream()
                .map(seat -> noLongerAsked(line, seat, himself, said))
                .toList();
    }

    private static News noLongerAsked(HistoryLine line, UUID seat, boolean byLead, Map<String, String> said) {
        return new News(seat, byLead ? DELETED + "-by-lead" : DELETED, "cosigning", line.subjectId(), said);
    }

    /** The seats that the line itself names. */
    private static Set<UUID> named(HistoryLine line) {
        return Stream.of(Payload.text(line, "seats").orElse("").split(","))
                .filter(id -> !id.isBlank())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private String name(@Nullable UUID seat) {
        return sql.select(SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.eq(seat))
                .fetchOptional(SEAT.NAME)
                .orElse("");
    }

    private static News about(HistoryLine line, UUID seat, String kind, Map<String, String> said) {
        return new News(seat, kind, line.subjectType(), line.subjectId(), said);
    }

    private Set<UUID> seats(HistoryLine line, UUID lead, Map<String, String> said) {
        return switch (line.kind()) {
            case ASKED -> named(line);
            case ASKED_AGAIN -> proponents.asked(line.subjectId());
            default -> {
                if (TO_REVIEWERS.contains(line.kind())) {
                    yield reviewers(line.subjectId(), lead);
                }
                if (TO_ALL.contains(line.kind())) {
                    yield proponents.of(line.subjectId());
                }
                yield TO_LEAD.contains(line.kind()) ? proponents.acting(Set.of(lead)) : Set.of();
            }
        };
    }

    /** Whom the stage names; where it names nobody, all who review. What was not yet taken into review is the office's. */
    private Set<UUID> reviewers(UUID proposal, UUID lead) {
        var named = DSL.select(PROPOSAL_REVIEWER.SEAT_ID)
                .from(PROPOSAL_REVIEWER)
                .join(PROPOSAL)
                .on(PROPOSAL.REVIEW_STAGE.eq(PROPOSAL_REVIEWER.STAGE))
                .where(PROPOSAL.ID.eq(proposal))
                .and(PROPOSAL.STATUS.eq("IN_REVIEW"));
        var taken = DSL.exists(
                DSL.selectOne().from(PROPOSAL).where(PROPOSAL.ID.eq(proposal)).and(PROPOSAL.STATUS.eq("IN_REVIEW")));
        return sql.selectDistinct(SEAT.ID)
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .where(SEAT.STATUS.eq("ACTIVE"))
                .and(SEAT.ID.ne(lead))
                .and(SEAT_ROLE
                        .ROLE
                        .eq("PROPOSAL_STAFF")
                        .or(SEAT_ROLE.ROLE.eq("PROPOSAL_REVIEWER").and(taken)))
                .and(DSL.notExists(named).or(SEAT.ID.in(named)))
                .fetchSet(SEAT.ID);
    }

    /** The reason in the committee's words. */
    private String reason(String code) {
        return settings.proposalRules().notFileReasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(CodedText::text)
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
