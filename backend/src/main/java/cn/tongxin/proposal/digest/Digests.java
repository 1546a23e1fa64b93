package cn.tongxin.proposal.digest;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_DIGEST;
import static cn.tongxin.db.cell.Tables.PROPOSAL_DIGEST_ITEM;
import static cn.tongxin.db.cell.Tables.PROPOSAL_DIGEST_NUMBER;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of digests. */
@Singleton
class Digests {
    private static final Field<List<String>> TITLES = DSL.multiset(DSL.select(PROPOSAL_DIGEST_ITEM.TITLE)
                    .from(PROPOSAL_DIGEST_ITEM)
                    .where(PROPOSAL_DIGEST_ITEM.DIGEST_ID.eq(PROPOSAL_DIGEST.ID))
                    .orderBy(PROPOSAL_DIGEST_ITEM.POSITION))
            .as("titles")
            .convertFrom(rows -> rows.map(row -> row.value1()));

    private final DSLContext sql;

    Digests(DSLContext sql) {
        this.sql = sql;
    }

    Digest get(UUID id) {
        return sql.select(PROPOSAL_DIGEST.fields())
                .from(PROPOSAL_DIGEST)
                .where(PROPOSAL_DIGEST.ID.eq(id))
                .fetchOptional(row -> new Digest(
                        row.get(PROPOSAL_DIGEST.ID),
                        row.get(PROPOSAL_DIGEST.VERSION),
                        row.get(PROPOSAL_DIGEST.RECIPIENTS),
                        row.get(PROPOSAL_DIGEST.YEAR),
                        row.get(PROPOSAL_DIGEST.NO),
                        row.get(PROPOSAL_DIGEST.ISSUED_ON),
                        items(id),
                        List.of(),
                        List.of(),
                        List.of()))
                .orElseThrow(Refusal::notFound);
    }

    /** The newest first. */
    List<Digest.Head> page(@Nullable Integer year, @Nullable Cursor after, int limit) {
        return sql.select(PROPOSAL_DIGEST.fields())
                .select(TITLES)
                .from(PROPOSAL_DIGEST)
                .where(year == null ? DSL.noCondition() : PROPOSAL_DIGEST.YEAR.eq(year))
                .and(after == null ? DSL.noCondition() : PROPOSAL_DIGEST.ID.lt(after.id()))
                .orderBy(PROPOSAL_DIGEST.ID.desc())
                .limit(Page.rows(limit))
                .fetch(row -> new Digest.Head(
                        row.get(PROPOSAL_DIGEST.ID),
                        row.get(PROPOSAL_DIGEST.VERSION),
                        row.get(PROPOSAL_DIGEST.RECIPIENTS),
                        row.get(PROPOSAL_DIGEST.YEAR),
                        row.get(PROPOSAL_DIGEST.NO),
                        row.get(PROPOSAL_DIGEST.ISSUED_ON),
                        row.get(TITLES)));
    }

    private List<Digest.Item> items(UUID digest) {
        return sql.select(
                        PROPOSAL.ID, PROPOSAL.CASE_NO, SEAT.NAME, PROPOSAL_DIGEST_ITEM.TITLE, PROPOSAL_DIGEST_ITEM.TEXT)
                .from(PROPOSAL_DIGEST_ITEM)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(PROPOSAL_DIGEST_ITEM.PROPOSAL_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(PROPOSAL_DIGEST_ITEM.DIGEST_ID.eq(digest))
                .orderBy(PROPOSAL_DIGEST_ITEM.POSITION)
                .fetch(row -> new Digest.Item(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** False where the id is taken. */
    boolean insert(UUID id, String recipients, UUID by, Instant now) {
        return sql.insertInto(PROPOSAL_DIGEST)
                        .set(PROPOSAL_DIGEST.ID, id)
                        .set(PROPOSAL_DIGEST.VERSION, 1)
                        .set(PROPOSAL_DIGEST.RECIPIENTS, recipients)
                        .set(PROPOSAL_DIGEST.CREATED_BY, by)
                        .set(PROPOSAL_DIGEST.CREATED_AT, now)
                        .set(PROPOSAL_DIGEST.UPDATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The next version of what is being built. */
    void update(UUID id, int version, String recipients, Instant now) {
        var updated = sql.update(PROPOSAL_DIGEST)
                .set(PROPOSAL_DIGEST.VERSION, version + 1)
                .set(PROPOSAL_DIGEST.RECIPIENTS, recipients)
                .set(PROPOSAL_DIGEST.UPDATED_AT, now)
                .where(PROPOSAL_DIGEST.ID.eq(id))
                .and(PROPOSAL_DIGEST.VERSION.eq(version))
                .and(PROPOSAL_DIGEST.NO.isNull())
                .execute();
        if (updated == 0) {
            throw outdated();
        }
    }

    void replaceItems(UUID digest, List<Digest.Item> items) {
        sql.deleteFrom(PROPOSAL_DIGEST_ITEM)
                .where(PROPOSAL_DIGEST_ITEM.DIGEST_ID.eq(digest))
                .execute();
        var position = 0;
        for (var item : items) {
            sql.insertInto(PROPOSAL_DIGEST_ITEM)
                    .set(PROPOSAL_DIGEST_ITEM.DIGEST_ID, digest)
                    .set(PROPOSAL_DIGEST_ITEM.PROPOSAL_ID, item.proposalId())
                    .set(PROPOSAL_DIGEST_ITEM.POSITION, ++position)
                    .set(PROPOSAL_DIGEST_ITEM.TITLE, item.title())
                    .set(PROPOSAL_DIGEST_ITEM.TEXT, item.text())
                    .execute();
        }
    }

    void delete(UUID id) {
        var deleted = sql.deleteFrom(PROPOSAL_DIGEST)
                .where(PROPOSAL_DIGEST.ID.eq(id))
                .and(PROPOSAL_DIGEST.NO.isNull())
                .execute();
        if (deleted == 0) {
            throw outdated();
        }
    }

    private static Refusal outdated() {
        return Refusal.conflict("digest.version", "Somebody has changed this issue meanwhile.");
    }

    /** The next number of the year; the year's row stays locked until the transaction ends. */
    int issue(UUID id, LocalDate on, UUID by) {
        var no = Objects.requireNonNull(sql.insertInto(PROPOSAL_DIGEST_NUMBER)
                .set(PROPOSAL_DIGEST_NUMBER.YEAR, on.getYear())
                .set(PROPOSAL_DIGEST_NUMBER.LAST, 1)
                .onConflict(PROPOSAL_DIGEST_NUMBER.TENANT_ID, PROPOSAL_DIGEST_NUMBER.YEAR)
                .doUpdate()
                .set(PROPOSAL_DIGEST_NUMBER.LAST, PROPOSAL_DIGEST_NUMBER.LAST.plus(1))
                .returningResult(PROPOSAL_DIGEST_NUMBER.LAST)
                .fetchOne(PROPOSAL_DIGEST_NUMBER.LAST));
        sql.update(PROPOSAL_DIGEST)
                .set(PROPOSAL_DIGEST.YEAR, on.getYear())
                .set(PROPOSAL_DIGEST.NO, no)
                .set(PROPOSAL_DIGEST.ISSUED_ON, on)
                .set(PROPOSAL_DIGEST.ISSUED_BY, by)
                .where(PROPOSAL_DIGEST.ID.eq(id))
                .execute();
        return no;
    }
}
