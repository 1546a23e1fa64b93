package cn.tongxin.archive;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTION;
import static cn.tongxin.db.cell.Tables.READING_BOOK;
import static cn.tongxin.db.cell.Tables.READING_BOOK_NOTE;
import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SECTOR;

import cn.tongxin.committee.Calendar;
import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.Slots;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.proposal.ProposalWords;
import cn.tongxin.shared.ClockFactory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what a seat has written: nothing of anybody else's but the replies that it was given. */
@Singleton
class Archive {
    private final DSLContext sql;
    private final Calendar calendar;

    Archive(DSLContext sql, Calendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    Slots of(UUID seat) {
        var proposals = proposals(seat);
        var reports = reports(seat);
        var posts = posts(seat);
        var notes = notes(seat);
        var who = sql.select(SEAT.NAME, SEAT.TERM_NO, SECTOR.NAME)
                .from(SEAT)
                .leftJoin(SECTOR)
                .on(SECTOR.ID.eq(SEAT.SECTOR_ID))
                .where(SEAT.ID.eq(seat))
                .fetchSingle();
        return new Slots()
                .text("姓名", who.value1())
                .text("届", who.value2() == null ? "" : "第" + who.value2() + "届")
                .text("界别", who.value3())
                .text("制表日期", ChineseDay.of(calendar.today()))
                .text("提案件数", proposals.size())
                .text("信息篇数", reports.size())
                .text("发言条数", posts.size())
                .text("笔记条数", notes.size())
                .list("提案列表", numbered(proposals))
                .list("信息列表", numbered(reports))
                .list("发言列表", numbered(posts))
                .list("笔记列表", numbered(notes));
    }

    /** One's own of every state, and those of others that one's name stands under. */
    private List<Slots> proposals(UUID seat) {
        var signed = DSL.select(PROPOSAL_COSIGNER.PROPOSAL_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.SEAT_ID.eq(seat))
                .and(PROPOSAL_COSIGNER.STATE.eq("SIGNED"));
        var rows = sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(PROPOSAL.PROPONENT_ID.eq(seat).or(PROPOSAL.ID.in(signed)))
                .orderBy(PROPOSAL.CREATED_AT, PROPOSAL.ID)
                .fetch();
        var ids = rows.map(row -> row.get(PROPOSAL.ID));
        var suggestions = sql.select(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.TEXT)
                .from(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.in(ids))
                .orderBy(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.NO)
                .fetchGroups(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.TEXT);
        var replies = replies(ids);
        return rows.map(row -> {
            var id = row.get(PROPOSAL.ID);
            return new Slots()
                    .text("案由", row.get(PROPOSAL.TITLE))
                    .text("案号", row.get(PROPOSAL.CASE_NO))
                    .text("署名", row.get(PROPOSAL.PROPONENT_ID).equals(seat) ? "第一提案人" : "联名")
                    .text("日期", ChineseDay.of(row.get(PROPOSAL.RECEIVED_ON)))
                    .text("状态", ProposalWords.status(ProposalStatus.valueOf(row.get(PROPOSAL.STATUS))))
                    .text("情况", row.get(PROPOSAL.SITUATION))
                    .text("分析", row.get(PROPOSAL.ANALYSIS))
                    .text("调研过程", row.get(PROPOSAL.RESEARCH))
                    .text("原文", row.get(PROPOSAL.ORIGINAL_TEXT))
                    .list(
                            "建议列表",
                            numbered(suggestions.getOrDefault(id, List.of()).stream()
                                    .map(text -> new Slots().text("建议", text))
                                    .toList()))
                    .list("答复列表", replies.getOrDefault(id, List.of()));
        });
    }

    /** What units have replied and the office has let through, of every round. */
    private Map<UUID, List<Slots>> replies(List<UUID> proposals) {
        return sql
                .select(HANDLING_ASSIGNMENT.SUBJECT_ID, HANDLING_UNIT.NAME, HANDLING_REPLY.TEXT)
                .from(HANDLING_REPLY)
                .join(HANDLING_ASSIGNMENT)
                .on(HANDLING_ASSIGNMENT.ID.eq(HANDLING_REPLY.ASSIGNMENT_ID))
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .where(HANDLING_ASSIGNMENT.SUBJECT_ID.in(proposals))
                .and(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                .and(HANDLING_REPLY.RELEASED_AT.isNotNull())
                .orderBy(HANDLING_REPLY.RELEASED_AT, HANDLING_REPLY.ID)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(
                                row -> new Slots().text("承办单位", row.value2()).text("答复", row.value3()),
                                Collectors.toList())));
    }

    /** As they were written; of one that lies sealed only that there is one. */
    private List<Slots> reports(UUID seat) {
        return sql.select(OPINION_REPORT.fields())
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.AUTHOR_ID.eq(seat))
                .orderBy(OPINION_REPORT.CREATED_AT, OPINION_REPORT.ID)
                .fetch(row -> new Slots()
                        .text("标题", row.get(OPINION_REPORT.TITLE))
                        .text("日期", ChineseDay.of(row.get(OPINION_REPORT.SUBMITTED_ON)))
                        .text("状态", standing(row))
                        .text(
                                "正文",
                                Stream.of(
                                                row.get(OPINION_REPORT.SITUATION),
                                                row.get(OPINION_REPORT.ANALYSIS),
                                                row.get(OPINION_REPORT.SUGGESTIONS))
                                        .filter(part -> !part.isBlank())
                                        .collect(Collectors.joining("\n"))));
    }

    private static String standing(Record row) {
        if (row.get(OPINION_REPORT.SEALED_TEXT) != null) {
            return "已封存";
        }
        if (row.get(OPINION_REPORT.ISSUED_ON) != null) {
            return ChineseDay.of(row.get(OPINION_REPORT.ISSUED_ON)) + "编发";
        }
        return row.get(OPINION_REPORT.SUBMITTED_ON) == null ? "草稿" : "已提交";
    }

    private List<Slots> posts(UUID seat) {
        return sql.select(READING_GROUP.THEME, READING_POST.TEXT, READING_POST.POSTED_ON)
                .from(READING_POST)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .where(READING_POST.AUTHOR_ID.eq(seat))
                .and(READING_POST.STATUS.ne("DELETED"))
                .orderBy(READING_POST.CREATED_AT, READING_POST.ID)
                .fetch(row -> new Slots()
                        .text("读书群", row.value1())
                        .text("正文", row.value2())
                        .text("日期", ChineseDay.of(row.value3())));
    }

    private List<Slots> notes(UUID seat) {
        return sql.select(READING_BOOK.TITLE, READING_BOOK_NOTE.TEXT, READING_BOOK_NOTE.CREATED_AT)
                .from(READING_BOOK_NOTE)
                .join(READING_BOOK)
                .on(READING_BOOK.ID.eq(READING_BOOK_NOTE.BOOK_ID))
                .where(READING_BOOK_NOTE.SEAT_ID.eq(seat))
                .orderBy(READING_BOOK_NOTE.CREATED_AT, READING_BOOK_NOTE.ID)
                .fetch(row -> new Slots()
                        .text("书名", row.value1())
                        .text("正文", row.value2())
                        .text("日期", dayOf(row.value3())));
    }

    private static String dayOf(@Nullable Instant at) {
        return at == null ? "" : ChineseDay.of(at.atZone(ClockFactory.ZONE).toLocalDate());
    }

    private static List<Slots> numbered(List<Slots> items) {
        var numbered = new ArrayList<Slots>();
        for (var item : items) {
            numbered.add(item.text("序号", numbered.size() + 1));
        }
        return numbered;
    }
}
