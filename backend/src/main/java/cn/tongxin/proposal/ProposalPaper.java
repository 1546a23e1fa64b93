package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.Slots;
import cn.tongxin.handling.AssignmentRole;
import cn.tongxin.handling.AssignmentView;
import cn.tongxin.handling.Behind;
import cn.tongxin.http.Refusal;
import cn.tongxin.storage.Attachments;
import cn.tongxin.storage.StoredFile;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What stands in the papers of proposals, as far as the reader may see it. */
@Singleton
class ProposalPaper {
    /** Who signed beside the lead, and who signed or leads what was joined to it. */
    private static final Field<List<String>> SIGNED = signed();

    private final DSLContext sql;
    private final ProposalFlow flow;
    private final ProposalViews views;
    private final ProposalsBehind behind;
    private final Attachments attachments;
    private final Calendar calendar;

    ProposalPaper(
            DSLContext sql,
            ProposalFlow flow,
            ProposalViews views,
            ProposalsBehind behind,
            Attachments attachments,
            Calendar calendar) {
        this.sql = sql;
        this.flow = flow;
        this.views = views;
        this.behind = behind;
        this.attachments = attachments;
        this.calendar = calendar;
    }

    /** A paper's slots, and the name of its file. */
    record Filled(Slots slots, String name) {}

    Filled form(UUID id) {
        var proposal = flow.getVisible(id);
        var view = views.of(proposal);
        var files = attachments.of(Proposal.SUBJECT, id).stream()
                .map(StoredFile::name)
                .toList();
        var proponents = behind.of(id).proponents();
        var lead = proponents.isEmpty() ? null : proponents.getFirst();
        var slots = new Slots()
                .text("界别", lead == null ? null : lead.sector())
                .text("单位职务", lead == null || !knowsPosts(proposal) ? null : lead.post())
                .list(
                        "并案列表",
                        view.merged().stream()
                                .map(joined ->
                                        new Slots().text("并案案由", joined.title()).text("并案提案者", joined.proponent()))
                                .toList())
                .text("届次", view.session() == null ? "" : session(view.session()))
                .text("案号", view.caseNo())
                .text("流水号", view.intakeNo())
                .text("案由", view.title())
                .text("类别", view.categoryName())
                .text("提案性质", ProposalWords.kind(view.kind()))
                .text("提案者类别", ProposalWords.proponent(view.proponentKind()))
                .text("第一提案人", view.proponent().name())
                .text(
                        "联名人",
                        view.cosigners().stream()
                                .filter(one -> one.state() == Cosigner.State.SIGNED)
                                .map(ProposalView.Signature::name)
                                .collect(Collectors.joining("、")))
                .text("提交日期", ChineseDay.of(view.receivedOn()))
                .text("立案日期", ChineseDay.of(view.filedOn()))
                .text("状态", ProposalWords.status(view.status()))
                .text("情况", view.situation())
                .text("分析", view.analysis())
                .text("调研过程", view.research())
                .text("原文语言", ProposalWords.language(view.language()))
                .text("原文", view.originalText())
                .text("是否公开", view.openToPublic() ? "同意公开" : "不公开：" + Objects.toString(view.notOpenReason(), ""))
                .text("不公开理由", view.notOpenReason())
                .list("建议列表", numbered("建议", view.suggestions()))
                .list("附件列表", numbered("附件", files))
                .list(
                        "承办列表",
                        view.assignments().stream()
                                .filter(ProposalPaper::stands)
                                .map(ProposalPaper::handler)
                                .toList());
        return new Filled(slots, Objects.requireNonNullElse(view.caseNo(), "") + "提案");
    }

    /** Where somebody works is the office's and the unit's to know, and his own (domain §5.3). */
    private static boolean knowsPosts(Proposal proposal) {
        var caller = Caller.current();
        return ProposalPolicy.isOffice(caller) || ProposalPolicy.isAuthor(caller, proposal) || caller.worksInUnit();
    }

    private static boolean stands(AssignmentView assignment) {
        return switch (assignment.status()) {
            case RETURNED, CANCELLED -> false;
            case SENT, ACCEPTED, RETURN_REQUESTED, EXTENSION_REQUESTED, OPINION_GIVEN, REPLIED, REPLY_ACCEPTED -> true;
        };
    }

    private static Slots handler(AssignmentView assignment) {
        return new Slots()
                .text("承办单位", assignment.unitName())
                .text("办理方式", assignment.role().inWords())
                .text("交办日期", ChineseDay.of(assignment.assignedOn()))
                .text("答复期限", ChineseDay.of(assignment.replyBy()));
    }

    private static List<Slots> numbered(String name, List<String> texts) {
        var items = new ArrayList<Slots>();
        for (var text : texts) {
            items.add(new Slots().text("序号", items.size() + 1).text(name, text));
        }
        return items;
    }

    /** One row of the hand-over list. */
    private record HandedOver(String unit, Slots proposal) {}

    /**
     * What was handed over in a session, unit by unit, or to one unit; 404 for a session or unit that is not there.
     *
     * @param key of the session, as 14-2
     */
    Filled handOverList(String key, @Nullable UUID unit) {
        var session = calendar.sessionPeriods().sessions().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (unit != null && !sql.fetchExists(sql.selectOne().from(HANDLING_UNIT).where(HANDLING_UNIT.ID.eq(unit)))) {
            throw Refusal.notFound();
        }
        var rows = handedOver(session.id(), unit);
        var units = new LinkedHashMap<String, List<Slots>>();
        rows.forEach(
                row -> units.computeIfAbsent(row.unit(), _ -> new ArrayList<>()).add(row.proposal()));
        var slots = new Slots()
                .text("届次", session.name())
                .text("制表日期", ChineseDay.of(calendar.today()))
                .text("总件数", rows.size())
                .list(
                        "单位列表",
                        units.entrySet().stream()
                                .map(entry -> unit(entry.getKey(), entry.getValue()))
                                .toList());
        return new Filled(slots, session.name() + "提案交办清单");
    }

    private static Field<List<String>> signed() {
        var joined = PROPOSAL.as("joined");
        var signer = SEAT.as("signer");
        return DSL.multiset(DSL.select(signer.NAME, DSL.inline(0).as("place"), PROPOSAL_COSIGNER.POSITION)
                        .from(PROPOSAL_COSIGNER)
                        .join(signer)
                        .on(signer.ID.eq(PROPOSAL_COSIGNER.SEAT_ID))
                        .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(PROPOSAL.ID))
                        .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name()))
                        .unionAll(DSL.select(signer.NAME, DSL.inline(1), DSL.inline(0))
                                .from(joined)
                                .join(signer)
                                .on(signer.ID.eq(joined.PROPONENT_ID))
                                .where(joined.MERGED_INTO_ID.eq(PROPOSAL.ID))))
                .as("signed")
                .convertFrom(rows -> rows.stream()
                        .sorted(Comparator.<Record3<String, Integer, Integer>>comparingInt(Record3::value2)
                                .thenComparingInt(Record3::value3))
                        .map(Record3::value1)
                        .toList());
    }

    private static Slots unit(String name, List<Slots> proposals) {
        for (var i = 0; i < proposals.size(); i++) {
            proposals.get(i).text("序号", i + 1);
        }
        return new Slots().text("单位", name).text("件数", proposals.size()).list("提案列表", proposals);
    }

    private List<HandedOver> handedOver(UUID session, @Nullable UUID unit) {
        return sql.select(
                        HANDLING_UNIT.NAME,
                        PROPOSAL.CASE_NO,
                        PROPOSAL.TITLE,
                        SEAT.NAME,
                        HANDLING_ASSIGNMENT.ROLE,
                        HANDLING_ASSIGNMENT.REPLY_BY,
                        SIGNED)
                .from(HANDLING_ASSIGNMENT)
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(HANDLING_ASSIGNMENT.SUBJECT_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(Proposal.SUBJECT))
                .and(HANDLING_ASSIGNMENT.SESSION_ID.eq(session))
                .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED"))
                .and(unit == null ? DSL.noCondition() : HANDLING_ASSIGNMENT.UNIT_ID.eq(unit))
                .orderBy(HANDLING_UNIT.NAME, HANDLING_UNIT.ID, PROPOSAL.CASE_NO, HANDLING_ASSIGNMENT.ID)
                .fetch(row -> new HandedOver(
                        row.value1(),
                        new Slots()
                                .text("案号", row.value2())
                                .text("案由", row.value3())
                                .text("提案者", row.value4())
                                .text(
                                        "全体提案者",
                                        Behind.together(Stream.concat(Stream.of(row.value4()), row.value7().stream())
                                                .toList()))
                                .text(
                                        "办理方式",
                                        AssignmentRole.valueOf(row.value5()).inWords())
                                .text("答复期限", row.value6())));
    }

    private String session(String key) {
        return calendar.sessionPeriods().sessions().stream()
                .filter(session -> session.key().equals(key))
                .map(PlenarySession::name)
                .findFirst()
                .orElse(key);
    }
}
