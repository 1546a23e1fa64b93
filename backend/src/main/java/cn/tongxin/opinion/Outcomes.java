package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_OUTCOME;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of outcomes. No read but one opens the seal over an instruction. */
@Singleton
class Outcomes {
    private static final Field<Boolean> INSTRUCTED =
            DSL.field(OPINION_OUTCOME.INSTRUCTION.isNotNull()).as("instructed");

    private final DSLContext sql;
    private final Calendar calendar;
    private final Crypto crypto;

    Outcomes(DSLContext sql, Calendar calendar, Crypto crypto) {
        this.sql = sql;
        this.calendar = calendar;
        this.crypto = crypto;
    }

    Outcome get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Outcome> find(UUID id) {
        return select(OPINION_OUTCOME.ID.eq(id)).stream().findFirst();
    }

    /** What stands of these reports, oldest first. */
    Map<UUID, List<Outcome>> of(Collection<UUID> reports) {
        return select(OPINION_OUTCOME.REPORT_ID.in(reports).and(OPINION_OUTCOME.REMOVED_ON.isNull())).stream()
                .collect(java.util.stream.Collectors.groupingBy(Outcome::reportId));
    }

    private List<Outcome> select(Condition which) {
        return sql.select(OPINION_OUTCOME.fields())
                .select(INSTRUCTED)
                .from(OPINION_OUTCOME)
                .where(which)
                .orderBy(OPINION_OUTCOME.HAPPENED_ON, OPINION_OUTCOME.ID)
                .fetch(Outcomes::read);
    }

    /** A row of the register: the outcome and the title of its report. */
    record Row(Outcome outcome, String title) {}

    /** One page of the register, the latest first. */
    List<Row> page(Condition which, @Nullable Cursor after, int limit) {
        var last = after == null ? null : after.day();
        return sql.select(OPINION_OUTCOME.fields())
                .select(INSTRUCTED)
                .select(OPINION_REPORT.TITLE)
                .from(OPINION_OUTCOME)
                .join(OPINION_REPORT)
                .on(OPINION_REPORT.ID.eq(OPINION_OUTCOME.REPORT_ID))
                .where(which)
                .and(OPINION_OUTCOME.REMOVED_ON.isNull())
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(OPINION_OUTCOME.HAPPENED_ON, OPINION_OUTCOME.ID)
                                        .lt(DSL.val(last), DSL.val(after.id())))
                .orderBy(OPINION_OUTCOME.HAPPENED_ON.desc(), OPINION_OUTCOME.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new Row(read(row), row.get(OPINION_REPORT.TITLE)));
    }

    /** False where the same is there already: the same leader on the same day, or the same id. */
    boolean insert(Outcome outcome, @Nullable String instruction, @Nullable UUID by, boolean imported) {
        return sql.insertInto(OPINION_OUTCOME)
                        .set(OPINION_OUTCOME.ID, outcome.id())
                        .set(OPINION_OUTCOME.REPORT_ID, outcome.reportId())
                        .set(OPINION_OUTCOME.KIND, outcome.kind().name())
                        .set(OPINION_OUTCOME.LEVEL, outcome.level().name())
                        .set(OPINION_OUTCOME.HAPPENED_ON, outcome.on())
                        .set(OPINION_OUTCOME.SESSION_PERIOD_ID, calendar.sessionOn(outcome.on()))
                        .set(OPINION_OUTCOME.WHO, outcome.who())
                        .set(OPINION_OUTCOME.NOTE, outcome.note())
                        .set(OPINION_OUTCOME.FILE_ID, outcome.fileId())
                        .set(OPINION_OUTCOME.INSTRUCTION, instruction == null ? null : crypto.encrypt(instruction))
                        .set(OPINION_OUTCOME.ENTERED_BY, by)
                        .set(OPINION_OUTCOME.ECHOED_FROM, outcome.echoedFrom())
                        .set(OPINION_OUTCOME.IMPORTED, imported)
                        .set(OPINION_OUTCOME.CREATED_AT, outcome.createdAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** That it was handed to units is an outcome at the committee's own level, once a day. */
    void forwarded(OpinionReport report, String level, Deed deed) {
        var outcome = new Outcome(
                Ids.next(),
                report.id(),
                Outcome.Kind.FORWARDED,
                Outcome.Level.valueOf(level),
                deed.on(),
                "",
                null,
                null,
                false,
                null,
                null,
                null,
                deed.at());
        insert(outcome, null, deed.by(), deed.past());
    }

    void remove(UUID id, String reason, LocalDate on) {
        sql.update(OPINION_OUTCOME)
                .set(OPINION_OUTCOME.REMOVED_ON, on)
                .set(OPINION_OUTCOME.REMOVE_REASON, reason)
                .where(OPINION_OUTCOME.ID.eq(id))
                .and(OPINION_OUTCOME.REMOVED_ON.isNull())
                .execute();
    }

    /** The words of an instruction. Whoever asks was checked. */
    Optional<String> instruction(UUID id) {
        return sql.select(OPINION_OUTCOME.INSTRUCTION)
                .from(OPINION_OUTCOME)
                .where(OPINION_OUTCOME.ID.eq(id))
                .and(OPINION_OUTCOME.INSTRUCTION.isNotNull())
                .fetchOptional(OPINION_OUTCOME.INSTRUCTION)
                .map(crypto::decrypt);
    }

    /** Of what it is the evidence. */
    Set<Outcome.Kind> kindsWithFile(UUID file) {
        return sql.select(OPINION_OUTCOME.KIND)
                .from(OPINION_OUTCOME)
                .where(OPINION_OUTCOME.FILE_ID.eq(file))
                .fetchSet(row -> Outcome.Kind.valueOf(row.value1()));
    }

    Set<UUID> filesAmong(Collection<UUID> files) {
        return sql.selectDistinct(OPINION_OUTCOME.FILE_ID)
                .from(OPINION_OUTCOME)
                .where(OPINION_OUTCOME.FILE_ID.in(files))
                .fetchSet(OPINION_OUTCOME.FILE_ID);
    }

    private static Outcome read(Record row) {
        return new Outcome(
                row.get(OPINION_OUTCOME.ID),
                row.get(OPINION_OUTCOME.REPORT_ID),
                Outcome.Kind.valueOf(row.get(OPINION_OUTCOME.KIND)),
                Outcome.Level.valueOf(row.get(OPINION_OUTCOME.LEVEL)),
                row.get(OPINION_OUTCOME.HAPPENED_ON),
                row.get(OPINION_OUTCOME.WHO),
                row.get(OPINION_OUTCOME.NOTE),
                row.get(OPINION_OUTCOME.FILE_ID),
                row.get(INSTRUCTED),
                row.get(OPINION_OUTCOME.ECHOED_FROM),
                row.get(OPINION_OUTCOME.REMOVED_ON),
                row.get(OPINION_OUTCOME.REMOVE_REASON),
                row.get(OPINION_OUTCOME.CREATED_AT));
    }
}
