package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_POST;

import cn.tongxin.history.HistoryLine;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Who was brought into a reading group or made its owner learns it, and an author what became of his post. */
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
                "reading.member-added",
                "reading.member-removed",
                "reading.post-hidden",
                "reading.post-released");
    }

    @Override
    public List<News> of(HistoryLine line) {
        if (line.payload().containsKey("imported")) {
            return List.of();
        }
        return switch (line.kind()) {
            case "reading.created", "reading.opened" -> owner(line);
            case "reading.post-hidden", "reading.post-released" -> author(line);
            default ->
                Payload.id(line, "seat").map(seat -> about(seat, line)).stream().toList();
        };
    }

    private List<News> owner(HistoryLine line) {
        return sql.select(READING_GROUP.OWNER_ID)
                .from(READING_GROUP)
                .where(READING_GROUP.ID.eq(line.subjectId()))
                .fetch(row -> about(row.value1(), line));
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

    private static News about(UUID seat, HistoryLine line) {
        return new News(seat, line.kind(), line.subjectType(), line.subjectId(), Payload.texts(line));
    }
}
