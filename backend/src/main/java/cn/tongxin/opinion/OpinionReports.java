package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_AUTHOR;
import static cn.tongxin.db.cell.Tables.OPINION_EDITION;
import static cn.tongxin.db.cell.Tables.OPINION_FORMER_EDITION;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;
import static cn.tongxin.db.cell.Tables.ORGANIZATION;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.platform.Tables.COMMITTEE;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.db.cell.tables.records.OpinionEditionRecord;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of opinion reports, their authors and editions. */
@Singleton
class OpinionReports {
    /** A list shows no long texts, so it does not read them. */
    private static final List<Field<?>> IN_LISTS = Arrays.stream(OPINION_REPORT.fields())
            .<Field<?>>map(
                    field -> List.of(OPINION_REPORT.SITUATION, OPINION_REPORT.ANALYSIS, OPINION_REPORT.SUGGESTIONS)
                                    .contains(field)
                            ? DSL.inline("").as(field)
                            : field)
            .toList();

    private final DSLContext sql;
    private final Crypto crypto;

    OpinionReports(DSLContext sql, Crypto crypto) {
        this.sql = sql;
        this.crypto = crypto;
    }

    OpinionReport get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<OpinionReport> find(UUID id) {
        return one(OPINION_REPORT.ID.eq(id));
    }

    Optional<OpinionReport> findImported(String ref) {
        return one(OPINION_REPORT.IMPORT_REF.eq(ref));
    }

    Optional<OpinionReport> findCopy(UUID committee, UUID report) {
        return one(OPINION_REPORT.ORIGIN_COMMITTEE_ID.eq(committee).and(OPINION_REPORT.ORIGIN_REPORT_ID.eq(report)));
    }

    List<OpinionReport> get(Collection<UUID> ids) {
        return sql.select(OPINION_REPORT.fields())
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.ID.in(ids))
                .orderBy(OPINION_REPORT.ID)
                .fetch(OpinionRow::read);
    }

    private Optional<OpinionReport> one(Condition which) {
        return sql.select(OPINION_REPORT.fields())
                .from(OPINION_REPORT)
                .where(which)
                .fetchOptional(OpinionRow::read);
    }

    void lock(Collection<UUID> ids) {
        sql.select(OPINION_REPORT.ID)
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.ID.in(ids))
                .orderBy(OPINION_REPORT.ID)
                .forUpdate()
                .execute();
    }

    /** A row of a list: the report without its text, and the author's name. */
    record Row(OpinionReport report, @Nullable String author) {}

    /** One page, newest first. */
    List<Row> page(Condition which, @Nullable Cursor after, int limit) {
        return sql.select(IN_LISTS)
                .select(SEAT.NAME)
                .from(OPINION_REPORT)
                .leftJoin(SEAT)
                .on(SEAT.ID.eq(OPINION_REPORT.AUTHOR_ID))
                .where(which)
                .and(after == null ? DSL.noCondition() : OPINION_REPORT.ID.lt(after.id()))
                .orderBy(OPINION_REPORT.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new Row(OpinionRow.read(row), row.get(SEAT.NAME)));
    }

    long count(Condition which) {
        return sql.fetchCount(sql.selectOne().from(OPINION_REPORT).where(which));
    }

    /** What this caller may see in a list. */
    static Condition visibleTo(Caller caller) {
        Condition which = DSL.falseCondition();
        if (OpinionPolicy.readsAll(caller)) {
            which = which.or(OPINION_REPORT.STATUS.ne(OpinionStatus.DRAFT.name()))
                    .or(OpinionPolicy.edits(caller) ? OPINION_REPORT.ENTERED_BY.isNotNull() : DSL.falseCondition());
        }
        return caller.isMember() ? which.or(mine(caller)) : which;
    }

    /** Whether a seat is a body's rather than a person's. */
    boolean isBody(UUID seat) {
        return sql.fetchExists(ORGANIZATION, ORGANIZATION.SEAT_ID.eq(seat));
    }

    /** Written by this seat or a body it acts for, or along with others; what others have written along is shown once it is handed in. */
    static Condition mine(Caller caller) {
        return OPINION_REPORT
                .AUTHOR_ID
                .in(caller.seats())
                .or(OPINION_REPORT
                        .STATUS
                        .ne(OpinionStatus.DRAFT.name())
                        .and(OPINION_REPORT.ID.in(DSL.select(OPINION_AUTHOR.REPORT_ID)
                                .from(OPINION_AUTHOR)
                                .where(OPINION_AUTHOR.SEAT_ID.eq(caller.seatId())))));
    }

    /** Handed in, and the author not told yet: who was thanked for what was kept has been, also when it is taken up again. */
    static Condition awaiting() {
        return OPINION_REPORT
                .ANSWERED_ON
                .isNull()
                .and(OPINION_REPORT.STATUS.in(Arrays.stream(OpinionStatus.values())
                        .filter(OpinionStatus::awaitsAnswer)
                        .map(Enum::name)
                        .toList()));
    }

    /** False where the id is taken already. */
    boolean insert(OpinionReport report) {
        return sql.insertInto(OPINION_REPORT)
                        .set(OpinionRow.identity(report))
                        .set(OpinionRow.values(report))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(OpinionReport next) {
        var updated = sql.update(OPINION_REPORT)
                .set(OpinionRow.values(next))
                .where(OPINION_REPORT.ID.eq(next.id()))
                .and(OPINION_REPORT.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw outdated();
        }
    }

    static Refusal outdated() {
        return Refusal.conflict("opinion.version", "Somebody has changed this report meanwhile.");
    }

    void delete(OpinionReport draft) {
        var deleted = sql.deleteFrom(OPINION_REPORT)
                .where(OPINION_REPORT.ID.eq(draft.id()))
                .and(OPINION_REPORT.VERSION.eq(draft.version()))
                .execute();
        if (deleted == 0) {
            throw outdated();
        }
    }

    /** Somebody who wrote along: a seat of this committee, or an outsider by name. */
    record Coauthor(
            @Nullable UUID seatId, String name, @Nullable String contact) {}

    List<Coauthor> coauthors(UUID report) {
        return sql.select(OPINION_AUTHOR.SEAT_ID, OPINION_AUTHOR.NAME, OPINION_AUTHOR.CONTACT)
                .from(OPINION_AUTHOR)
                .where(OPINION_AUTHOR.REPORT_ID.eq(report))
                .orderBy(OPINION_AUTHOR.POSITION)
                .fetch(row -> new Coauthor(
                        row.value1(), row.value2(), row.value3() == null ? null : crypto.decrypt(row.value3())));
    }

    void replaceCoauthors(UUID report, List<Coauthor> authors) {
        sql.deleteFrom(OPINION_AUTHOR)
                .where(OPINION_AUTHOR.REPORT_ID.eq(report))
                .execute();
        insertCoauthors(report, authors);
    }

    void insertCoauthors(UUID report, List<Coauthor> authors) {
        var position = 0;
        for (var author : authors) {
            sql.insertInto(OPINION_AUTHOR)
                    .set(OPINION_AUTHOR.REPORT_ID, report)
                    .set(OPINION_AUTHOR.POSITION, ++position)
                    .set(OPINION_AUTHOR.SEAT_ID, author.seatId())
                    .set(OPINION_AUTHOR.NAME, author.name())
                    .set(OPINION_AUTHOR.CONTACT, author.contact() == null ? null : crypto.encrypt(author.contact()))
                    .execute();
        }
    }

    boolean isCoauthor(UUID seat, UUID report) {
        return coauthored(seat, List.of(report)).contains(report);
    }

    /** Those among them that a seat has written along. */
    Set<UUID> coauthored(UUID seat, Collection<UUID> reports) {
        return sql.select(OPINION_AUTHOR.REPORT_ID)
                .from(OPINION_AUTHOR)
                .where(OPINION_AUTHOR.SEAT_ID.eq(seat))
                .and(OPINION_AUTHOR.REPORT_ID.in(reports))
                .fetchSet(OPINION_AUTHOR.REPORT_ID);
    }

    Optional<Text> edition(UUID report) {
        return editions(List.of(report)).values().stream().findFirst();
    }

    Map<UUID, Text> editions(Collection<UUID> reports) {
        return sql.select(
                        OPINION_EDITION.REPORT_ID,
                        OPINION_EDITION.TITLE,
                        OPINION_EDITION.SITUATION,
                        OPINION_EDITION.ANALYSIS,
                        OPINION_EDITION.SUGGESTIONS)
                .from(OPINION_EDITION)
                .where(OPINION_EDITION.REPORT_ID.in(reports))
                .fetchMap(
                        OPINION_EDITION.REPORT_ID,
                        row -> new Text(row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Begins the edition with the author's own text, unless there is one. */
    void beginEdition(OpinionReport report, @Nullable UUID editor, Instant now) {
        writeEdition(report.id(), report.text(), editor, now, false);
    }

    void putEdition(UUID report, Text text, @Nullable UUID editor, Instant now) {
        writeEdition(report, text, editor, now, true);
    }

    private void writeEdition(UUID report, Text text, @Nullable UUID editor, Instant now, boolean over) {
        var insert = sql.insertInto(OPINION_EDITION)
                .set(OPINION_EDITION.REPORT_ID, report)
                .set(OPINION_EDITION.TITLE, text.title())
                .set(OPINION_EDITION.SITUATION, text.situation())
                .set(OPINION_EDITION.ANALYSIS, text.analysis())
                .set(OPINION_EDITION.SUGGESTIONS, text.suggestions())
                .set(OPINION_EDITION.EDITED_BY, editor)
                .set(OPINION_EDITION.EDITED_AT, now);
        if (over) {
            insert.onConflict(OPINION_EDITION.TENANT_ID, OPINION_EDITION.REPORT_ID)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        } else {
            insert.onConflictDoNothing().execute();
        }
    }

    /** What the office had written to the author's former text, oldest first. */
    List<Text> formerEditions(UUID report) {
        return sql.select(
                        OPINION_FORMER_EDITION.TITLE,
                        OPINION_FORMER_EDITION.SITUATION,
                        OPINION_FORMER_EDITION.ANALYSIS,
                        OPINION_FORMER_EDITION.SUGGESTIONS)
                .from(OPINION_FORMER_EDITION)
                .where(OPINION_FORMER_EDITION.REPORT_ID.eq(report))
                .orderBy(OPINION_FORMER_EDITION.ID)
                .fetch(row -> new Text(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The edition is of a text that its author has written anew: it is kept beside the next one. */
    void layEditionBy(UUID report) {
        var edition = sql.selectFrom(OPINION_EDITION)
                .where(OPINION_EDITION.REPORT_ID.eq(report))
                .fetchOne();
        if (edition != null) {
            keepFormer(report, row(edition), edition.getEditedBy(), edition.getEditedAt());
            deleteEdition(report);
        }
    }

    void keepFormer(UUID report, Text text, @Nullable UUID editor, Instant at) {
        sql.insertInto(OPINION_FORMER_EDITION)
                .set(OPINION_FORMER_EDITION.ID, Ids.next())
                .set(OPINION_FORMER_EDITION.REPORT_ID, report)
                .set(OPINION_FORMER_EDITION.TITLE, text.title())
                .set(OPINION_FORMER_EDITION.SITUATION, text.situation())
                .set(OPINION_FORMER_EDITION.ANALYSIS, text.analysis())
                .set(OPINION_FORMER_EDITION.SUGGESTIONS, text.suggestions())
                .set(OPINION_FORMER_EDITION.EDITED_BY, editor)
                .set(OPINION_FORMER_EDITION.EDITED_AT, at)
                .execute();
    }

    void deleteFormerEditions(UUID report) {
        sql.deleteFrom(OPINION_FORMER_EDITION)
                .where(OPINION_FORMER_EDITION.REPORT_ID.eq(report))
                .execute();
    }

    private static Text row(OpinionEditionRecord edition) {
        return new Text(edition.getTitle(), edition.getSituation(), edition.getAnalysis(), edition.getSuggestions());
    }

    void deleteEdition(UUID report) {
        sql.deleteFrom(OPINION_EDITION)
                .where(OPINION_EDITION.REPORT_ID.eq(report))
                .execute();
    }

    Map<UUID, String> names(Collection<UUID> seats) {
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.in(seats))
                .fetchMap(SEAT.ID, SEAT.NAME);
    }

    Map<UUID, SeatStatus> seatStatus(Collection<UUID> seats) {
        return sql.select(SEAT.ID, SEAT.STATUS)
                .from(SEAT)
                .where(SEAT.ID.in(seats))
                .fetchMap(SEAT.ID, row -> SeatStatus.valueOf(row.value2()));
    }

    /** Whether that seat is this person's, from whichever seat he acts now. */
    boolean isOf(@Nullable UUID account, UUID seat) {
        return account != null
                && sql.fetchExists(
                        SEAT_DIRECTORY, SEAT_DIRECTORY.SEAT_ID.eq(seat).and(SEAT_DIRECTORY.ACCOUNT_ID.eq(account)));
    }

    /** This committee, as it signs what it sends. */
    record Self(
            String code,
            String name,
            String level,
            @Nullable String parent) {}

    Self self() {
        return Objects.requireNonNull(sql.select(COMMITTEE.CODE, COMMITTEE.NAME, COMMITTEE.LEVEL, COMMITTEE.PARENT_CODE)
                .from(COMMITTEE)
                .where(COMMITTEE.ID.eq(Caller.current().committeeId()))
                .fetchOne(row -> new Self(row.value1(), row.value2(), row.value3(), row.value4())));
    }
}
