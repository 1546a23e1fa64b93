package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.ROSTER_IMPORT;
import static cn.tongxin.db.cell.Tables.ROSTER_IMPORT_ROW;
import static cn.tongxin.db.cell.Tables.SECTOR;
import static cn.tongxin.db.cell.Tables.SPECIAL_COMMITTEE;

import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Crypto;
import cn.tongxin.tenancy.Caller;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The SQL of roster imports. */
@Singleton
class RosterImports {
    private static final Argument<List<RosterImport.SheetChoice>> CHOICES =
            Argument.listOf(RosterImport.SheetChoice.class);
    private static final Argument<List<RosterImport.AnswerGiven>> ANSWERS =
            Argument.listOf(RosterImport.AnswerGiven.class);
    private static final Argument<RosterReport.Detail> DETAIL = Argument.of(RosterReport.Detail.class);

    private final DSLContext sql;
    private final Crypto crypto;
    private final JsonMapper json;

    RosterImports(DSLContext sql, Crypto crypto, JsonMapper json) {
        this.sql = sql;
        this.crypto = crypto;
        this.json = json;
    }

    RosterImport get(UUID id) {
        return sql.selectFrom(ROSTER_IMPORT)
                .where(ROSTER_IMPORT.ID.eq(id))
                .fetchOptional(this::read)
                .orElseThrow(Refusal::notFound);
    }

    /** The import, with the roster of the committee held until the transaction ends: one is committed at a time. */
    RosterImport hold(UUID id) {
        var committee = DSL.val(Caller.current().committeeId().getLeastSignificantBits());
        sql.select(DSL.function("pg_advisory_xact_lock", Object.class, committee))
                .fetch();
        // Thousands of rows are about to come: a plan of the foreign-key checks made when the tables were small would
        // read
        // those from end to end for each row.
        sql.select(DSL.function(
                        "set_config",
                        String.class,
                        DSL.val("plan_cache_mode"),
                        DSL.val("force_custom_plan"),
                        DSL.val(true)))
                .fetch();
        return sql.selectFrom(ROSTER_IMPORT)
                .where(ROSTER_IMPORT.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::read)
                .orElseThrow(Refusal::notFound);
    }

    /** False where the id is taken already. */
    boolean insert(RosterImport roster) {
        return sql.insertInto(ROSTER_IMPORT)
                        .set(ROSTER_IMPORT.ID, roster.id())
                        .set(ROSTER_IMPORT.SEAT_ID, roster.seatId())
                        .set(ROSTER_IMPORT.FILE_NAME, roster.fileName())
                        .set(ROSTER_IMPORT.TERM_NO, roster.termNo())
                        .set(ROSTER_IMPORT.STATUS, roster.status().name())
                        .set(
                                ROSTER_IMPORT.FILE,
                                roster.file() == null
                                        ? null
                                        : crypto.encrypt(Base64.getEncoder().encodeToString(roster.file())))
                        .set(ROSTER_IMPORT.COLUMNS, write(CHOICES, roster.columns()))
                        .set(ROSTER_IMPORT.ANSWERS, write(ANSWERS, roster.answers()))
                        .set(ROSTER_IMPORT.CREATED_AT, roster.createdAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void setColumns(UUID id, List<RosterImport.SheetChoice> columns) {
        sql.update(ROSTER_IMPORT)
                .set(ROSTER_IMPORT.COLUMNS, write(CHOICES, columns))
                .where(ROSTER_IMPORT.ID.eq(id))
                .execute();
    }

    void setAnswers(UUID id, List<RosterImport.AnswerGiven> answers) {
        sql.update(ROSTER_IMPORT)
                .set(ROSTER_IMPORT.ANSWERS, write(ANSWERS, answers))
                .where(ROSTER_IMPORT.ID.eq(id))
                .execute();
    }

    /** Keeps what became of each row, and lets go of the file. */
    void commit(UUID id, List<RosterReport.Row> rows, Map<String, String> fingerprints, Instant now) {
        sql.batchInsert(rows.stream()
                        .map(row -> {
                            var kept = sql.newRecord(ROSTER_IMPORT_ROW);
                            kept.setImportId(id);
                            kept.setSheet(row.sheet());
                            kept.setRowNo(row.row());
                            kept.setName(row.name());
                            kept.setOutcome(row.outcome().name());
                            kept.setDetail(write(DETAIL, new RosterReport.Detail(row.problems(), row.questions())));
                            kept.setFingerprint(fingerprints.getOrDefault(RosterCheck.key(row.sheet(), row.row()), ""));
                            kept.setSeatId(row.seatId());
                            return kept;
                        })
                        .toList())
                .execute();
        sql.update(ROSTER_IMPORT)
                .set(ROSTER_IMPORT.STATUS, RosterImport.Status.COMMITTED.name())
                .setNull(ROSTER_IMPORT.FILE)
                .set(ROSTER_IMPORT.COMMITTED_AT, now)
                .where(ROSTER_IMPORT.ID.eq(id))
                .execute();
    }

    List<RosterReport.Row> rows(UUID id) {
        return sql.selectFrom(ROSTER_IMPORT_ROW)
                .where(ROSTER_IMPORT_ROW.IMPORT_ID.eq(id))
                .orderBy(ROSTER_IMPORT_ROW.SHEET, ROSTER_IMPORT_ROW.ROW_NO)
                .fetch(row -> {
                    var detail = parse(DETAIL, row.getDetail());
                    return new RosterReport.Row(
                            row.getSheet(),
                            row.getRowNo(),
                            row.getName(),
                            RosterOutcome.valueOf(row.getOutcome()),
                            detail.problems(),
                            detail.questions(),
                            row.getSeatId());
                });
    }

    /** The new seats of a committed import. */
    List<UUID> importedSeats(UUID id) {
        return sql.select(ROSTER_IMPORT_ROW.SEAT_ID)
                .from(ROSTER_IMPORT_ROW)
                .where(ROSTER_IMPORT_ROW.IMPORT_ID.eq(id))
                .and(ROSTER_IMPORT_ROW.OUTCOME.eq(RosterOutcome.IMPORTED.name()))
                .fetch(ROSTER_IMPORT_ROW.SEAT_ID);
    }

    /** How rows with these words ended in earlier imports of the term; the latest word counts. */
    Map<String, RosterCheck.Decided> decided(int termNo, Collection<String> fingerprints) {
        var decided = new HashMap<String, RosterCheck.Decided>();
        sql.select(ROSTER_IMPORT_ROW.FINGERPRINT, ROSTER_IMPORT_ROW.OUTCOME, ROSTER_IMPORT_ROW.SEAT_ID)
                .from(ROSTER_IMPORT_ROW)
                .join(ROSTER_IMPORT)
                .on(ROSTER_IMPORT.ID.eq(ROSTER_IMPORT_ROW.IMPORT_ID))
                .where(ROSTER_IMPORT.TERM_NO.eq(termNo))
                .and(ROSTER_IMPORT_ROW.FINGERPRINT.eq(DSL.any(fingerprints.toArray(String[]::new))))
                .and(ROSTER_IMPORT_ROW.OUTCOME.in("IMPORTED", "UPDATED", "ENDED", "UNCHANGED", "SKIPPED"))
                .orderBy(ROSTER_IMPORT.COMMITTED_AT, ROSTER_IMPORT_ROW.IMPORT_ID)
                .forEach(row -> decided.put(
                        row.value1(), new RosterCheck.Decided(RosterOutcome.valueOf(row.value2()), row.value3())));
        return decided;
    }

    /** Open imports that nobody came back to; their files are not kept for ever. */
    void forgetBefore(Instant then) {
        sql.deleteFrom(ROSTER_IMPORT)
                .where(ROSTER_IMPORT.STATUS.eq(RosterImport.Status.OPEN.name()))
                .and(ROSTER_IMPORT.CREATED_AT.lt(then))
                .execute();
    }

    /** The sectors that a roster may name: those that have not been retired. */
    Map<String, UUID> sectors() {
        return sql.select(SECTOR.NAME, SECTOR.ID)
                .from(SECTOR)
                .where(SECTOR.RETIRED_ON.isNull())
                .fetchMap(SECTOR.NAME, SECTOR.ID);
    }

    Map<String, UUID> specialCommittees() {
        return sql.select(SPECIAL_COMMITTEE.NAME, SPECIAL_COMMITTEE.ID)
                .from(SPECIAL_COMMITTEE)
                .where(SPECIAL_COMMITTEE.RETIRED_ON.isNull())
                .fetchMap(SPECIAL_COMMITTEE.NAME, SPECIAL_COMMITTEE.ID);
    }

    private RosterImport read(Record row) {
        var file = row.get(ROSTER_IMPORT.FILE);
        return new RosterImport(
                row.get(ROSTER_IMPORT.ID),
                row.get(ROSTER_IMPORT.SEAT_ID),
                row.get(ROSTER_IMPORT.FILE_NAME),
                row.get(ROSTER_IMPORT.TERM_NO),
                RosterImport.Status.valueOf(row.get(ROSTER_IMPORT.STATUS)),
                file == null ? null : Base64.getDecoder().decode(crypto.decrypt(file)),
                parse(CHOICES, row.get(ROSTER_IMPORT.COLUMNS)),
                parse(ANSWERS, row.get(ROSTER_IMPORT.ANSWERS)),
                row.get(ROSTER_IMPORT.CREATED_AT),
                row.get(ROSTER_IMPORT.COMMITTED_AT));
    }

    private <T> JSONB write(Argument<T> type, T value) {
        try {
            return JSONB.valueOf(
                    new String(json.writeValueAsBytes(type, value), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private <T> T parse(Argument<T> type, JSONB value) {
        try {
            return java.util.Objects.requireNonNull(json.readValue(value.data(), type));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
