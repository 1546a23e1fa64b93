package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_MENTION;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.history.HistoryLine;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who was brought into a reading group or made its owner learns it, an author what became of his post, and a reader what
 * became of his book. */
@Singleton
class ReadingNews implements NewsSource {
    private final DSLContext sql;

    ReadingNews(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "reading.created",
                "reading.opened",
                "reading.approved",
                "reading.returned",
                "reading.owner-changed",
                "reading.not-opened",
                "reading.host-missing",
                "reading.day-host-missing",
                "reading.member-added",
                "reading.let-in",
                "reading.visit-begun",
                "reading.visit-ended",
                "reading.member-removed",
                "reading.post-hidden",
                "reading.post-released",
                "reading.post-praised",
                "reading.note-entered",
                "reading.note-approved",
                "reading.note-unapproved",
                "reading.digest-published",
                "reading.mentioned",
                "reading.appointed",
                "reading.paused",
                "reading.resumed",
                "reading.wrapped",
                "reading.reopened",
                "reading.closed",
                "reading.turn-given",
                "reading.turn-moved",
                "reading.session-planned",
                "reading.session-edited",
                "reading.session-not-held",
                "reading.session-reassigned",
                "reading.session-cancelled",
                "reading.swap-asked",
                "reading.swap-accepted",
                "reading.swap-declined",
                "reading.swap-confirmed",
                "reading.book-listed",
                "reading.book-declined",
                "reading.book-note-hidden");
    }

    @Override
    public List<News> of(HistoryLine line) {
        if (line.payload().containsKey("imported")) {
            return List.of();
        }
        return switch (line.kind()) {
            case "reading.created", "reading.opened", "reading.approved", "reading.returned" -> owner(line);
            case "reading.not-opened",
                    "reading.host-missing",
                    "reading.day-host-missing",
                    "reading.visit-begun",
                    "reading.visit-ended" -> running(line);
            case "reading.post-hidden",
                    "reading.post-released",
                    "reading.post-praised",
                    "reading.note-entered",
                    "reading.note-approved",
                    "reading.note-unapproved" -> author(line);
            case "reading.digest-published" ->
                Payload.id(line, "group").stream()
                        .flatMap(group -> readers(line, group).stream())
                        .toList();
            case "reading.mentioned" -> mentioned(line);
            case "reading.paused", "reading.resumed", "reading.wrapped", "reading.reopened", "reading.closed" ->
                readers(line, line.subjectId());
            case "reading.session-planned", "reading.session-cancelled", "reading.session-not-held" ->
                told(line, "host");
            case "reading.session-edited", "reading.session-reassigned" ->
                Stream.concat(told(line, "host").stream(), relieved(line).stream())
                        .toList();
            case "reading.swap-asked" -> told(line, "to");
            case "reading.swap-accepted", "reading.swap-declined" -> told(line, "from");
            case "reading.swap-confirmed" -> told(line, "from", "to");
            case "reading.book-listed", "reading.book-declined" -> whom(line, "recommender");
            case "reading.book-note-hidden" -> whom(line, "reader");
            default -> whom(line, "seat");
        };
    }

    private List<News> owner(HistoryLine line) {
        return sql.select(READING_GROUP.OWNER_ID)
                .from(READING_GROUP)
                .where(READING_GROUP.ID.eq(line.subjectId()))
                .fetch(row -> about(row.value1(), line));
    }

    /** Those who run a group, and the programme office. */
    private List<News> running(HistoryLine line) {
        var group = READING_GROUP.ID.eq(line.subjectId());
        return sql.select(READING_GROUP.OWNER_ID)
                .from(READING_GROUP)
                .where(group)
                .union(DSL.select(READING_MEMBER.SEAT_ID)
                        .from(READING_MEMBER)
                        .where(READING_MEMBER.GROUP_ID.eq(line.subjectId()))
                        .and(READING_MEMBER.LEFT_AT.isNull())
                        .and(READING_MEMBER.PART.ne("READER")))
                .union(DSL.select(SEAT_ROLE.SEAT_ID).from(SEAT_ROLE).where(SEAT_ROLE.ROLE.eq(Role.STUDY_STAFF.name())))
                .fetch(row -> about(row.value1(), line));
    }

    /** Those in the group who have not muted it. */
    private List<News> readers(HistoryLine line, UUID group) {
        return sql.select(READING_MEMBER.SEAT_ID)
                .from(READING_MEMBER)
                .where(READING_MEMBER.GROUP_ID.eq(group))
                .and(READING_MEMBER.LEFT_AT.isNull())
                .and(READING_MEMBER.MUTED.isFalse())
                .fetch(row -> new News(row.value1(), line.kind(), "reading_group", group, Payload.texts(line)));
    }

    private List<News> author(HistoryLine line) {
        return sql.select(READING_POST.AUTHOR_ID, READING_GROUP.ID, READING_GROUP.THEME)
                .from(READING_POST)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .where(READING_POST.ID.eq(line.subjectId()))
                .fetch(row -> {
                    var said = new HashMap<>(Payload.texts(line));
                    said.put("theme", row.value3());
                    return new News(row.value1(), line.kind(), "reading_group", row.value2(), said);
                });
    }

    /** Mentions reach though the group be muted. */
    private List<News> mentioned(HistoryLine line) {
        return sql.select(READING_MENTION.SEAT_ID, READING_GROUP.THEME, SEAT.NAME)
                .from(READING_MENTION)
                .join(READING_POST)
                .on(READING_POST.ID.eq(READING_MENTION.POST_ID))
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(READING_POST.AUTHOR_ID))
                .where(READING_MENTION.POST_ID.eq(line.subjectId()))
                .fetch(row -> new News(
                        row.value1(),
                        line.kind(),
                        "reading_post",
                        line.subjectId(),
                        Map.of("theme", row.value2(), "author", row.value3())));
    }

    /** Whoever was to host and is not any longer. */
    private static List<News> relieved(HistoryLine line) {
        return told(line, "from").stream()
                .map(news -> new News(
                        news.seat(), "reading.session-relieved", news.subjectType(), news.subjectId(), news.said()))
                .toList();
    }

    /** Those whom the line names, about the group. */
    private static List<News> told(HistoryLine line, String... names) {
        return Payload.id(line, "group").stream()
                .flatMap(group -> Stream.of(names)
                        .flatMap(name -> Payload.id(line, name).stream())
                        .map(seat -> new News(seat, line.kind(), "reading_group", group, Payload.texts(line))))
                .toList();
    }

    /** The one whom the line names, about what it happened to. */
    private static List<News> whom(HistoryLine line, String name) {
        return Payload.id(line, name).map(seat -> about(seat, line)).stream().toList();
    }

    private static News about(UUID seat, HistoryLine line) {
        return new News(seat, line.kind(), line.subjectType(), line.subjectId(), Payload.texts(line));
    }
}
