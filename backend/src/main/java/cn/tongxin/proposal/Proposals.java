package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_CASE;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_NUMBER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTION;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The SQL of proposals. */
@Singleton
class Proposals {
    private final DSLContext sql;

    Proposals(DSLContext sql) {
        this.sql = sql;
    }

    Proposal get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Proposal> find(UUID id) {
        return one(PROPOSAL.ID.eq(id));
    }

    void lock(UUID id) {
        sql.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(id))
                .forUpdate()
                .execute();
    }

    Optional<Proposal> findImported(String ref) {
        return one(PROPOSAL.IMPORT_REF.eq(ref));
    }

    private Optional<Proposal> one(Condition which) {
        return sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(which)
                .fetchOptional(row -> read(row, suggestions(row.get(PROPOSAL.ID))));
    }

    List<UUID> withScan(UUID file) {
        return sql.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.SCAN_FILE_ID.eq(file))
                .fetch(PROPOSAL.ID);
    }

    Set<UUID> scansAmong(Collection<UUID> files) {
        return sql.selectDistinct(PROPOSAL.SCAN_FILE_ID)
                .from(PROPOSAL)
                .where(PROPOSAL.SCAN_FILE_ID.in(files))
                .fetchSet(PROPOSAL.SCAN_FILE_ID);
    }

    List<Proposal> get(Collection<UUID> ids) {
        var suggestions = sql.select(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.TEXT)
                .from(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.in(ids))
                .orderBy(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.NO)
                .fetchGroups(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.TEXT);
        return sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(PROPOSAL.ID.in(ids))
                .fetch(row -> read(row, suggestions.getOrDefault(row.get(PROPOSAL.ID), List.of())));
    }

    /** False where the id is taken already. */
    boolean insert(Proposal proposal) {
        var author = proposal.author();
        var text = proposal.text();
        var intake = proposal.intake();
        var inserted = sql.insertInto(PROPOSAL)
                .set(PROPOSAL.ID, proposal.id())
                .set(PROPOSAL.VERSION, proposal.version())
                .set(PROPOSAL.STATUS, proposal.status().name())
                .set(PROPOSAL.REVIEW_STAGE, proposal.stage() == 0 ? null : proposal.stage())
                .set(PROPOSAL.PROPONENT_KIND, author.kind().name())
                .set(PROPOSAL.PROPONENT_ID, author.seat())
                .set(PROPOSAL.ENTERED_BY, author.enteredBy())
                .set(PROPOSAL.SCAN_FILE_ID, author.scanFile())
                .set(PROPOSAL.TITLE, text.title())
                .set(PROPOSAL.CATEGORY, text.category())
                .set(PROPOSAL.SITUATION, text.situation())
                .set(PROPOSAL.ANALYSIS, text.analysis())
                .set(PROPOSAL.OPEN_TO_PUBLIC, text.openToPublic())
                .set(PROPOSAL.NOT_OPEN_REASON, text.notOpenReason())
                .set(PROPOSAL.KIND, intake == null ? null : intake.kind().name())
                .set(PROPOSAL.SESSION_ID, intake == null ? null : intake.sessionId())
                .set(PROPOSAL.INTAKE_NO, intake == null ? null : intake.no())
                .set(PROPOSAL.SUBMITTED_AT, intake == null ? null : intake.at())
                .set(PROPOSAL.RECEIVED_ON, intake == null ? null : intake.on())
                .set(PROPOSAL.IMPORTED, proposal.origin().imported())
                .set(PROPOSAL.IMPORT_REF, proposal.origin().ref())
                .set(PROPOSAL.CREATED_AT, proposal.createdAt())
                .set(PROPOSAL.UPDATED_AT, proposal.updatedAt())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return false;
        }
        insertSuggestions(proposal);
        return true;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Proposal next) {
        var text = next.text();
        var intake = next.intake();
        var course = next.course();
        var notFiled = course.notFiled();
        var last = next.lastMove();
        var updated = sql.update(PROPOSAL)
                .set(PROPOSAL.VERSION, next.version())
                .set(PROPOSAL.STATUS, next.status().name())
                .set(PROPOSAL.REVIEW_STAGE, next.stage() == 0 ? null : next.stage())
                .set(PROPOSAL.SCAN_FILE_ID, next.author().scanFile())
                .set(PROPOSAL.TITLE, text.title())
                .set(PROPOSAL.CATEGORY, text.category())
                .set(PROPOSAL.SITUATION, text.situation())
                .set(PROPOSAL.ANALYSIS, text.analysis())
                .set(PROPOSAL.OPEN_TO_PUBLIC, text.openToPublic())
                .set(PROPOSAL.NOT_OPEN_REASON, text.notOpenReason())
                .set(PROPOSAL.KIND, intake == null ? null : intake.kind().name())
                .set(PROPOSAL.SESSION_ID, intake == null ? null : intake.sessionId())
                .set(PROPOSAL.INTAKE_NO, intake == null ? null : intake.no())
                .set(PROPOSAL.SUBMITTED_AT, intake == null ? null : intake.at())
                .set(PROPOSAL.RECEIVED_ON, intake == null ? null : intake.on())
                .set(PROPOSAL.CASE_NO, course.caseNo())
                .set(PROPOSAL.FILED_ON, course.filedOn())
                .set(PROPOSAL.UNFILED_ON, course.unfiledOn())
                .set(PROPOSAL.NOT_FILED_ON, notFiled == null ? null : notFiled.on())
                .set(PROPOSAL.NOT_FILE_REASON, notFiled == null ? null : notFiled.reason())
                .set(PROPOSAL.NOT_FILE_COMMENT, notFiled == null ? null : notFiled.comment())
                .set(
                        PROPOSAL.DISPOSITION,
                        notFiled == null ? null : notFiled.disposition().name())
                .set(PROPOSAL.MERGED_INTO_ID, course.mergedInto())
                .set(PROPOSAL.MERGED_ON, course.mergedOn())
                .set(PROPOSAL.WITHDRAWN_ON, course.withdrawnOn())
                .set(PROPOSAL.KEY_ON, course.keyOn())
                .set(PROPOSAL.KEY_LED_BY, course.keyLedBy())
                .set(PROPOSAL.CLOSED_ON, course.closedOn())
                .set(PROPOSAL.LAST_MOVE, last == null ? null : last.name())
                .set(PROPOSAL.LAST_MOVE_BY, last == null ? null : last.by())
                .set(PROPOSAL.LAST_MOVE_FROM, last == null ? null : last.from() + ":" + last.stage())
                .set(PROPOSAL.UPDATED_AT, next.updatedAt())
                .where(PROPOSAL.ID.eq(next.id()))
                .and(PROPOSAL.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw outdated();
        }
    }

    static Refusal outdated() {
        return Refusal.conflict("proposal.version", "Somebody has changed this proposal meanwhile.");
    }

    void delete(Proposal draft) {
        sql.deleteFrom(PROPOSAL)
                .where(PROPOSAL.ID.eq(draft.id()))
                .and(PROPOSAL.VERSION.eq(draft.version()))
                .execute();
    }

    void replaceSuggestions(Proposal proposal) {
        sql.deleteFrom(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(proposal.id()))
                .execute();
        insertSuggestions(proposal);
    }

    private void insertSuggestions(Proposal proposal) {
        var insert = sql.insertInto(
                PROPOSAL_SUGGESTION, PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.NO, PROPOSAL_SUGGESTION.TEXT);
        var no = 0;
        for (var text : proposal.text().suggestions()) {
            insert = insert.values(proposal.id(), ++no, text);
        }
        if (no > 0) {
            insert.execute();
        }
    }

    private List<String> suggestions(UUID proposal) {
        return sql.select(PROPOSAL_SUGGESTION.TEXT)
                .from(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_SUGGESTION.NO)
                .fetch(PROPOSAL_SUGGESTION.TEXT);
    }

    void insertCosigners(UUID proposal, List<UUID> seats, LocalDate signedOn) {
        var insert = sql.insertInto(
                PROPOSAL_COSIGNER,
                PROPOSAL_COSIGNER.PROPOSAL_ID,
                PROPOSAL_COSIGNER.SEAT_ID,
                PROPOSAL_COSIGNER.POSITION,
                PROPOSAL_COSIGNER.SIGNED_ON);
        var position = 0;
        for (var seat : seats) {
            insert = insert.values(proposal, seat, ++position, signedOn);
        }
        if (position > 0) {
            insert.execute();
        }
    }

    List<UUID> cosigners(UUID proposal) {
        return sql.select(PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_COSIGNER.POSITION)
                .fetch(PROPOSAL_COSIGNER.SEAT_ID);
    }

    boolean cosigns(UUID seat, UUID proposal) {
        return sql.fetchExists(sql.selectOne()
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.SEAT_ID.eq(seat))
                .and(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal)));
    }

    /** The series of numbers that a session has. */
    enum Series {
        INTAKE,
        CASE
    }

    /** The next number of a session. Its row stays locked until the transaction ends, so that no number is lost. */
    int nextNumber(UUID session, Series series) {
        var last = sql.insertInto(PROPOSAL_NUMBER)
                .set(PROPOSAL_NUMBER.SESSION_ID, session)
                .set(PROPOSAL_NUMBER.SERIES, series.name())
                .set(PROPOSAL_NUMBER.LAST, 1)
                .onConflict(PROPOSAL_NUMBER.TENANT_ID, PROPOSAL_NUMBER.SESSION_ID, PROPOSAL_NUMBER.SERIES)
                .doUpdate()
                .set(PROPOSAL_NUMBER.LAST, PROPOSAL_NUMBER.LAST.plus(1))
                .returningResult(PROPOSAL_NUMBER.LAST)
                .fetchOne(PROPOSAL_NUMBER.LAST);
        return Objects.requireNonNull(last);
    }

    void issueCase(UUID session, int no, UUID proposal, LocalDate on) {
        sql.insertInto(PROPOSAL_CASE)
                .set(PROPOSAL_CASE.SESSION_ID, session)
                .set(PROPOSAL_CASE.NO, no)
                .set(PROPOSAL_CASE.PROPOSAL_ID, proposal)
                .set(PROPOSAL_CASE.ISSUED_ON, on)
                .execute();
    }

    /** The number stays in the book and is never given again. */
    void voidCase(UUID proposal, LocalDate on) {
        sql.update(PROPOSAL_CASE)
                .set(PROPOSAL_CASE.VOID_ON, on)
                .where(PROPOSAL_CASE.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_CASE.VOID_ON.isNull())
                .execute();
    }

    Map<UUID, String> names(Collection<UUID> seats) {
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.in(seats))
                .fetchMap(SEAT.ID, SEAT.NAME);
    }

    Optional<SeatStatus> seatStatus(UUID seat) {
        return sql.select(SEAT.STATUS)
                .from(SEAT)
                .where(SEAT.ID.eq(seat))
                .fetchOptional(row -> SeatStatus.valueOf(row.value1()));
    }

    /** Whether that seat is this person's, from whichever seat he acts now. */
    boolean isOf(@Nullable UUID account, UUID seat) {
        return account != null
                && sql.fetchExists(sql.selectOne()
                        .from(SEAT_DIRECTORY)
                        .where(SEAT_DIRECTORY.SEAT_ID.eq(seat))
                        .and(SEAT_DIRECTORY.ACCOUNT_ID.eq(account)));
    }

    private static Proposal read(Record row, List<String> suggestions) {
        var stage = row.get(PROPOSAL.REVIEW_STAGE);
        return new Proposal(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.VERSION),
                ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                stage == null ? 0 : stage,
                new Proposal.Author(
                        ProponentKind.valueOf(row.get(PROPOSAL.PROPONENT_KIND)),
                        row.get(PROPOSAL.PROPONENT_ID),
                        row.get(PROPOSAL.ENTERED_BY),
                        row.get(PROPOSAL.SCAN_FILE_ID)),
                new Proposal.Text(
                        row.get(PROPOSAL.TITLE),
                        row.get(PROPOSAL.CATEGORY),
                        row.get(PROPOSAL.SITUATION),
                        row.get(PROPOSAL.ANALYSIS),
                        suggestions,
                        row.get(PROPOSAL.OPEN_TO_PUBLIC),
                        row.get(PROPOSAL.NOT_OPEN_REASON)),
                intake(row),
                course(row),
                lastMove(row),
                new Proposal.Origin(row.get(PROPOSAL.IMPORTED), row.get(PROPOSAL.IMPORT_REF)),
                row.get(PROPOSAL.CREATED_AT),
                row.get(PROPOSAL.UPDATED_AT));
    }

    static Proposal.@Nullable Intake intake(Record row) {
        return row.get(PROPOSAL.INTAKE_NO) == null
                ? null
                : new Proposal.Intake(
                        ProposalKind.valueOf(row.get(PROPOSAL.KIND)),
                        row.get(PROPOSAL.SESSION_ID),
                        row.get(PROPOSAL.INTAKE_NO),
                        row.get(PROPOSAL.SUBMITTED_AT),
                        row.get(PROPOSAL.RECEIVED_ON));
    }

    private static Proposal.Course course(Record row) {
        return new Proposal.Course(
                row.get(PROPOSAL.CASE_NO),
                row.get(PROPOSAL.FILED_ON),
                row.get(PROPOSAL.UNFILED_ON),
                row.get(PROPOSAL.NOT_FILED_ON) == null
                        ? null
                        : new Proposal.NotFiled(
                                row.get(PROPOSAL.NOT_FILED_ON),
                                row.get(PROPOSAL.NOT_FILE_REASON),
                                Disposition.valueOf(row.get(PROPOSAL.DISPOSITION)),
                                row.get(PROPOSAL.NOT_FILE_COMMENT)),
                row.get(PROPOSAL.MERGED_INTO_ID),
                row.get(PROPOSAL.MERGED_ON),
                row.get(PROPOSAL.WITHDRAWN_ON),
                row.get(PROPOSAL.KEY_ON),
                row.get(PROPOSAL.KEY_LED_BY),
                row.get(PROPOSAL.CLOSED_ON));
    }

    static Proposal.@Nullable LastMove lastMove(Record row) {
        var name = row.get(PROPOSAL.LAST_MOVE);
        if (name == null) {
            return null;
        }
        var from = row.get(PROPOSAL.LAST_MOVE_FROM);
        var colon = from.indexOf(':');
        return new Proposal.LastMove(
                name,
                row.get(PROPOSAL.LAST_MOVE_BY),
                ProposalStatus.valueOf(from.substring(0, colon)),
                Integer.parseInt(from.substring(colon + 1)));
    }
}
