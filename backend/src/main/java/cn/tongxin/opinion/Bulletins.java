package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.BULLETIN;
import static cn.tongxin.db.cell.Tables.BULLETIN_ISSUE;
import static cn.tongxin.db.cell.Tables.BULLETIN_ITEM;
import static cn.tongxin.db.cell.Tables.BULLETIN_ITEM_REPORT;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.BulletinIssue.Item;
import cn.tongxin.opinion.BulletinIssue.Source;
import cn.tongxin.opinion.OpinionReport.Issued;
import cn.tongxin.opinion.OpinionReport.Mode;
import cn.tongxin.opinion.OpinionView.Publication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of bulletins, their issues and what stands in them. */
@Singleton
class Bulletins {
    private final DSLContext sql;

    Bulletins(DSLContext sql) {
        this.sql = sql;
    }

    /** A serial; one that is no longer active takes no new issues. */
    @Serdeable
    record Bulletin(UUID id, int version, String name, boolean active) {}

    List<Bulletin> list() {
        return select(DSL.noCondition());
    }

    Bulletin get(UUID id) {
        return select(BULLETIN.ID.eq(id)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private List<Bulletin> select(Condition which) {
        return sql.select(BULLETIN.ID, BULLETIN.VERSION, BULLETIN.NAME, BULLETIN.ACTIVE)
                .from(BULLETIN)
                .where(which)
                .orderBy(BULLETIN.CREATED_AT, BULLETIN.ID)
                .fetch(row -> new Bulletin(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** False where the id or the name is taken. */
    boolean insert(Bulletin bulletin, Instant now) {
        return sql.insertInto(BULLETIN)
                        .set(BULLETIN.ID, bulletin.id())
                        .set(BULLETIN.VERSION, bulletin.version())
                        .set(BULLETIN.NAME, bulletin.name())
                        .set(BULLETIN.ACTIVE, bulletin.active())
                        .set(BULLETIN.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean isNameTaken(String name, UUID by) {
        return sql.fetchExists(BULLETIN, BULLETIN.NAME.eq(name).and(BULLETIN.ID.ne(by)));
    }

    void update(Bulletin next) {
        var updated = sql.update(BULLETIN)
                .set(BULLETIN.VERSION, next.version())
                .set(BULLETIN.NAME, next.name())
                .set(BULLETIN.ACTIVE, next.active())
                .where(BULLETIN.ID.eq(next.id()))
                .and(BULLETIN.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw outdated();
        }
    }

    static Refusal outdated() {
        return Refusal.conflict("bulletin.version", "Somebody has changed it meanwhile.");
    }

    /** Issues with their pieces, the latest first; what is being built comes before everything. */
    List<BulletinIssue> issues(Condition which, @Nullable Cursor after, int limit) {
        var day = DSL.coalesce(BULLETIN_ISSUE.ISSUED_ON, DSL.inline(LocalDate.of(9999, 12, 31)));
        var rows = sql.select(BULLETIN_ISSUE.fields())
                .select(BULLETIN.NAME)
                .from(BULLETIN_ISSUE)
                .join(BULLETIN)
                .on(BULLETIN.ID.eq(BULLETIN_ISSUE.BULLETIN_ID))
                .where(which)
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(day, BULLETIN_ISSUE.ID).lt(DSL.val(after.day()), DSL.val(after.id())))
                .orderBy(day.desc(), BULLETIN_ISSUE.ID.desc())
                .limit(limit + 1)
                .fetch();
        var items = items(rows.getValues(BULLETIN_ISSUE.ID));
        return rows.map(row -> new BulletinIssue(
                row.get(BULLETIN_ISSUE.ID),
                row.get(BULLETIN_ISSUE.VERSION),
                row.get(BULLETIN_ISSUE.BULLETIN_ID),
                row.get(BULLETIN.NAME),
                row.get(BULLETIN_ISSUE.YEAR),
                row.get(BULLETIN_ISSUE.NO),
                row.get(BULLETIN_ISSUE.ISSUED_ON),
                items.getOrDefault(row.get(BULLETIN_ISSUE.ID), List.of()),
                List.of(),
                List.of()));
    }

    BulletinIssue getIssue(UUID id) {
        return issues(BULLETIN_ISSUE.ID.eq(id), null, 1).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private Map<UUID, List<Item>> items(Collection<UUID> issues) {
        var sources = sql.select(
                        BULLETIN_ITEM_REPORT.ITEM_ID,
                        OPINION_REPORT.ID,
                        OPINION_REPORT.STATUS,
                        OPINION_REPORT.TITLE,
                        DSL.coalesce(OPINION_REPORT.ORIGIN_NAME, SEAT.NAME))
                .from(BULLETIN_ITEM_REPORT)
                .join(BULLETIN_ITEM)
                .on(BULLETIN_ITEM.ID.eq(BULLETIN_ITEM_REPORT.ITEM_ID))
                .join(OPINION_REPORT)
                .on(OPINION_REPORT.ID.eq(BULLETIN_ITEM_REPORT.REPORT_ID))
                .leftJoin(SEAT)
                .on(SEAT.ID.eq(OPINION_REPORT.AUTHOR_ID))
                .where(BULLETIN_ITEM.ISSUE_ID.in(issues))
                .orderBy(OPINION_REPORT.ID)
                .fetchGroups(
                        BULLETIN_ITEM_REPORT.ITEM_ID,
                        row -> new Source(
                                row.value2(), OpinionStatus.valueOf(row.value3()), row.value4(), row.value5()));
        return sql.select(
                        BULLETIN_ITEM.ISSUE_ID,
                        BULLETIN_ITEM.ID,
                        BULLETIN_ITEM.MODE,
                        BULLETIN_ITEM.TITLE,
                        BULLETIN_ITEM.TEXT)
                .from(BULLETIN_ITEM)
                .where(BULLETIN_ITEM.ISSUE_ID.in(issues))
                .orderBy(BULLETIN_ITEM.ISSUE_ID, BULLETIN_ITEM.POSITION)
                .fetchGroups(
                        BULLETIN_ITEM.ISSUE_ID,
                        row -> new Item(
                                row.value2(),
                                Mode.valueOf(row.value3()),
                                row.value4(),
                                row.value5(),
                                sources.getOrDefault(row.value2(), List.of())));
    }

    /** False where the id is taken. */
    boolean insertIssue(UUID id, UUID bulletin, UUID by, Instant now) {
        return sql.insertInto(BULLETIN_ISSUE)
                        .set(BULLETIN_ISSUE.ID, id)
                        .set(BULLETIN_ISSUE.VERSION, 1)
                        .set(BULLETIN_ISSUE.BULLETIN_ID, bulletin)
                        .set(BULLETIN_ISSUE.CREATED_BY, by)
                        .set(BULLETIN_ISSUE.CREATED_AT, now)
                        .set(BULLETIN_ISSUE.UPDATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Which of these reports stand in another issue already. */
    List<UUID> taken(Collection<UUID> reports, UUID issue) {
        return sql.select(BULLETIN_ITEM_REPORT.REPORT_ID)
                .from(BULLETIN_ITEM_REPORT)
                .join(BULLETIN_ITEM)
                .on(BULLETIN_ITEM.ID.eq(BULLETIN_ITEM_REPORT.ITEM_ID))
                .where(BULLETIN_ITEM_REPORT.REPORT_ID.in(reports))
                .and(BULLETIN_ITEM.ISSUE_ID.ne(issue))
                .fetch(BULLETIN_ITEM_REPORT.REPORT_ID);
    }

    /** Whether a report stands in an issue that was not issued yet. */
    boolean isInDraft(UUID report) {
        return sql.fetchExists(sql.selectOne()
                .from(BULLETIN_ITEM_REPORT)
                .join(BULLETIN_ITEM)
                .on(BULLETIN_ITEM.ID.eq(BULLETIN_ITEM_REPORT.ITEM_ID))
                .join(BULLETIN_ISSUE)
                .on(BULLETIN_ISSUE.ID.eq(BULLETIN_ITEM.ISSUE_ID))
                .where(BULLETIN_ITEM_REPORT.REPORT_ID.eq(report))
                .and(BULLETIN_ISSUE.NO.isNull()));
    }

    void replaceItems(UUID issue, List<Item> items) {
        sql.deleteFrom(BULLETIN_ITEM).where(BULLETIN_ITEM.ISSUE_ID.eq(issue)).execute();
        var position = 0;
        for (var item : items) {
            sql.insertInto(BULLETIN_ITEM)
                    .set(BULLETIN_ITEM.ID, item.id())
                    .set(BULLETIN_ITEM.ISSUE_ID, issue)
                    .set(BULLETIN_ITEM.POSITION, ++position)
                    .set(BULLETIN_ITEM.MODE, item.mode().name())
                    .set(BULLETIN_ITEM.TITLE, item.title())
                    .set(BULLETIN_ITEM.TEXT, item.text())
                    .execute();
            for (var report : item.reports()) {
                sql.insertInto(BULLETIN_ITEM_REPORT)
                        .set(BULLETIN_ITEM_REPORT.REPORT_ID, report.id())
                        .set(BULLETIN_ITEM_REPORT.ITEM_ID, item.id())
                        .execute();
            }
        }
    }

    /** The next version of an issue that is being built. */
    void touch(UUID id, int version, Instant now) {
        var updated = sql.update(BULLETIN_ISSUE)
                .set(BULLETIN_ISSUE.VERSION, version + 1)
                .set(BULLETIN_ISSUE.UPDATED_AT, now)
                .where(BULLETIN_ISSUE.ID.eq(id))
                .and(BULLETIN_ISSUE.VERSION.eq(version))
                .and(BULLETIN_ISSUE.NO.isNull())
                .execute();
        if (updated == 0) {
            throw outdated();
        }
    }

    void deleteIssue(UUID id) {
        var deleted = sql.deleteFrom(BULLETIN_ISSUE)
                .where(BULLETIN_ISSUE.ID.eq(id))
                .and(BULLETIN_ISSUE.NO.isNull())
                .execute();
        if (deleted == 0) {
            throw outdated();
        }
    }

    /** Gives the issue the next number of its year. The bulletin's row stays locked until the transaction ends. */
    int number(BulletinIssue issue, LocalDate on, UUID by) {
        sql.select(BULLETIN.ID)
                .from(BULLETIN)
                .where(BULLETIN.ID.eq(issue.bulletinId()))
                .forUpdate()
                .execute();
        var last = sql.select(DSL.max(BULLETIN_ISSUE.NO))
                .from(BULLETIN_ISSUE)
                .where(BULLETIN_ISSUE.BULLETIN_ID.eq(issue.bulletinId()))
                .and(BULLETIN_ISSUE.YEAR.eq(on.getYear()))
                .fetchOne(0, Integer.class);
        var no = last == null ? 1 : last + 1;
        sql.update(BULLETIN_ISSUE)
                .set(BULLETIN_ISSUE.YEAR, on.getYear())
                .set(BULLETIN_ISSUE.NO, no)
                .set(BULLETIN_ISSUE.ISSUED_ON, on)
                .set(BULLETIN_ISSUE.ISSUED_BY, by)
                .where(BULLETIN_ISSUE.ID.eq(issue.id()))
                .execute();
        return no;
    }

    /** Where a report was issued, as it is quoted. */
    Publication publication(UUID report, Issued issued) {
        return sql.select(BULLETIN_ISSUE.ID, BULLETIN.NAME, BULLETIN_ISSUE.YEAR, BULLETIN_ISSUE.NO)
                .from(BULLETIN_ITEM_REPORT)
                .join(BULLETIN_ITEM)
                .on(BULLETIN_ITEM.ID.eq(BULLETIN_ITEM_REPORT.ITEM_ID))
                .join(BULLETIN_ISSUE)
                .on(BULLETIN_ISSUE.ID.eq(BULLETIN_ITEM.ISSUE_ID))
                .join(BULLETIN)
                .on(BULLETIN.ID.eq(BULLETIN_ISSUE.BULLETIN_ID))
                .where(BULLETIN_ITEM_REPORT.REPORT_ID.eq(report))
                .fetchOptional(row -> new Publication(
                        issued.on(), issued.mode(), row.value1(), row.value2(), row.value3(), row.value4()))
                .orElseGet(() -> new Publication(issued.on(), issued.mode(), null, null, null, null));
    }
}
