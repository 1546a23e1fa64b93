package cn.tongxin.reading.digest;

import static cn.tongxin.db.cell.Tables.READING_DIGEST;
import static cn.tongxin.db.cell.Tables.READING_DIGEST_EDITION;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Refusal;
import cn.tongxin.reading.ReadingGroup;
import cn.tongxin.reading.SummedUp;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of the digests of reading groups and their editions. */
@Singleton
class Digests implements SummedUp {
    private final DSLContext sql;

    Digests(DSLContext sql) {
        this.sql = sql;
    }

    /** A digest as it was published once; {@code reason} says why it was corrected. */
    @Serdeable
    @Schema(name = "ReadingDigestEdition")
    record Edition(
            int edition,
            String text,
            int contributed,
            int joined,
            String author,
            LocalDate publishedOn,
            @Nullable String reason) {}

    Optional<Digest> find(UUID group, LocalDate monday) {
        return sql.selectFrom(READING_DIGEST)
                .where(READING_DIGEST.GROUP_ID.eq(group))
                .and(READING_DIGEST.MONDAY.eq(monday))
                .fetchOptional(Digests::read);
    }

    /** By their weeks. */
    Map<LocalDate, Digest> of(UUID group) {
        return sql.selectFrom(READING_DIGEST)
                .where(READING_DIGEST.GROUP_ID.eq(group))
                .fetchMap(READING_DIGEST.MONDAY, Digests::read);
    }

    /** By their weeks, with blanks for the texts. */
    Map<LocalDate, Digest> heads(UUID group) {
        var blank = DSL.inline("").as(READING_DIGEST.TEXT);
        return sql.select(Arrays.stream(READING_DIGEST.fields())
                        .map(field -> field.equals(READING_DIGEST.TEXT) ? blank : field)
                        .toList())
                .from(READING_DIGEST)
                .where(READING_DIGEST.GROUP_ID.eq(group))
                .fetchMap(READING_DIGEST.MONDAY, Digests::read);
    }

    @Override
    public List<LocalDate> missing(ReadingGroup group, LocalDate today) {
        if (group.importRef() != null) {
            return List.of(); // what was brought in from the past is left as it was
        }
        var there = heads(group.id());
        return group.weeksRun(today).stream()
                .filter(monday -> !there.containsKey(monday)
                        || !there.get(monday).status().isSettled())
                .toList();
    }

    @Override
    public boolean isPublished(UUID group, LocalDate from, LocalDate to) {
        return sql.fetchExists(
                READING_DIGEST,
                READING_DIGEST
                        .GROUP_ID
                        .eq(group)
                        .and(READING_DIGEST.MONDAY.between(from, to))
                        .and(READING_DIGEST.STATUS.eq(Digest.Status.PUBLISHED.name())));
    }

    /** Writes the next version, the first one too; one that somebody else has written meanwhile is a conflict. */
    void put(Digest next) {
        var written = next.version() == 1
                ? sql.insertInto(READING_DIGEST)
                        .set(READING_DIGEST.ID, next.id())
                        .set(READING_DIGEST.GROUP_ID, next.groupId())
                        .set(READING_DIGEST.MONDAY, next.monday())
                        .set(READING_DIGEST.CREATED_AT, next.createdAt())
                        .set(columns(next))
                        .onConflictDoNothing()
                        .execute()
                : sql.update(READING_DIGEST)
                        .set(columns(next))
                        .where(READING_DIGEST.ID.eq(next.id()))
                        .and(READING_DIGEST.VERSION.eq(next.version() - 1))
                        .execute();
        if (written == 0) {
            throw changedMeanwhile();
        }
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("reading.digest-version", "Somebody has changed this digest meanwhile.");
    }

    /** Keeps what was published just now as it is. */
    void keepEdition(Digest digest, Digest.Signed signed, LocalDate on) {
        sql.insertInto(READING_DIGEST_EDITION)
                .set(READING_DIGEST_EDITION.DIGEST_ID, digest.id())
                .set(READING_DIGEST_EDITION.EDITION, digest.edition())
                .set(READING_DIGEST_EDITION.TEXT, digest.text())
                .set(READING_DIGEST_EDITION.CONTRIBUTED, signed.turnout().contributed())
                .set(READING_DIGEST_EDITION.JOINED, signed.turnout().joined())
                .set(READING_DIGEST_EDITION.AUTHOR_ID, signed.author())
                .set(READING_DIGEST_EDITION.PUBLISHED_ON, on)
                .set(READING_DIGEST_EDITION.REASON, digest.reason())
                .execute();
    }

    /** The newest first. */
    List<Edition> editions(UUID digest) {
        return sql.select(
                        READING_DIGEST_EDITION.EDITION,
                        READING_DIGEST_EDITION.TEXT,
                        READING_DIGEST_EDITION.CONTRIBUTED,
                        READING_DIGEST_EDITION.JOINED,
                        SEAT.NAME,
                        READING_DIGEST_EDITION.PUBLISHED_ON,
                        READING_DIGEST_EDITION.REASON)
                .from(READING_DIGEST_EDITION)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_DIGEST_EDITION.AUTHOR_ID))
                .where(READING_DIGEST_EDITION.DIGEST_ID.eq(digest))
                .orderBy(READING_DIGEST_EDITION.EDITION.desc())
                .fetch(row -> new Edition(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    private static Map<Field<?>, @Nullable Object> columns(Digest digest) {
        var signed = digest.signed();
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(READING_DIGEST.VERSION, digest.version());
        columns.put(READING_DIGEST.STATUS, digest.status().name());
        columns.put(READING_DIGEST.TEXT, digest.text());
        columns.put(READING_DIGEST.EDITION, digest.edition());
        columns.put(
                READING_DIGEST.CONTRIBUTED,
                signed == null ? null : signed.turnout().contributed());
        columns.put(
                READING_DIGEST.JOINED, signed == null ? null : signed.turnout().joined());
        columns.put(READING_DIGEST.AUTHOR_ID, signed == null ? null : signed.author());
        columns.put(READING_DIGEST.PUBLISHED_ON, signed == null ? null : signed.on());
        columns.put(READING_DIGEST.SESSION_PERIOD_ID, signed == null ? null : signed.sessionPeriod());
        columns.put(READING_DIGEST.REASON, digest.reason());
        columns.put(READING_DIGEST.UPDATED_AT, digest.updatedAt());
        return columns;
    }

    private static Digest read(Record row) {
        return new Digest(
                row.get(READING_DIGEST.ID),
                row.get(READING_DIGEST.VERSION),
                row.get(READING_DIGEST.GROUP_ID),
                row.get(READING_DIGEST.MONDAY),
                Digest.Status.valueOf(row.get(READING_DIGEST.STATUS)),
                row.get(READING_DIGEST.TEXT),
                row.get(READING_DIGEST.EDITION),
                row.get(READING_DIGEST.EDITION) == 0
                        ? null
                        : new Digest.Signed(
                                row.get(READING_DIGEST.AUTHOR_ID),
                                row.get(READING_DIGEST.PUBLISHED_ON),
                                row.get(READING_DIGEST.SESSION_PERIOD_ID),
                                new Digest.Turnout(
                                        row.get(READING_DIGEST.CONTRIBUTED), row.get(READING_DIGEST.JOINED))),
                row.get(READING_DIGEST.REASON),
                row.get(READING_DIGEST.CREATED_AT),
                row.get(READING_DIGEST.UPDATED_AT));
    }
}
