package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_CASE;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_NUMBER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTED_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTION;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.handling.Contact;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Language;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of proposals. */
@Singleton
public class Proposals {
    private final DSLContext sql;

    Proposals(DSLContext sql) {
        this.sql = sql;
    }

    public Proposal get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    public Optional<Proposal> find(UUID id) {
        return one(PROPOSAL.ID.eq(id));
    }

    public void lock(UUID id) {
        sql.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(id))
                .forUpdate()
                .execute();
    }

    public Optional<Proposal> findImported(String ref) {
        return one(PROPOSAL.IMPORT_REF.eq(ref));
    }

    private Optional<Proposal> one(Condition which) {
        return sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(which)
                .fetchOptional(
                        row -> read(row, suggestions(row.get(PROPOSAL.ID)), suggestedUnits(row.get(PROPOSAL.ID))));
    }

    /** Those that were joined to it. */
    public List<Proposal> mergedInto(UUID main) {
        return sql.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.MERGED_INTO_ID.eq(main))
                .orderBy(PROPOSAL.ID)
                .fetch(row -> get(row.value1()));
    }

    public List<UUID> withScan(UUID file) {
        return sql.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.SCAN_FILE_ID.eq(file).or(PROPOSAL.SEAL_FILE_ID.eq(file)))
                .fetch(PROPOSAL.ID);
    }

    /** Of those files the ones that a proposal names: the paper it was typed from, or its seal. */
    Set<UUID> filesAmong(Collection<UUID> files) {
        return sql.select(PROPOSAL.SCAN_FILE_ID)
                .from(PROPOSAL)
                .where(PROPOSAL.SCAN_FILE_ID.in(files))
                .union(DSL.select(PROPOSAL.SEAL_FILE_ID).from(PROPOSAL).where(PROPOSAL.SEAL_FILE_ID.in(files)))
                .fetchSet(PROPOSAL.SCAN_FILE_ID);
    }

    public List<Proposal> get(Collection<UUID> ids) {
        var suggestions = sql.select(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.TEXT)
                .from(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.in(ids))
                .orderBy(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.NO)
                .fetchGroups(PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.TEXT);
        return sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(PROPOSAL.ID.in(ids))
                .fetch(row -> read(row, suggestions.getOrDefault(row.get(PROPOSAL.ID), List.of()), List.of()));
    }

    /** Whether a proposal is among those that the caller proposes or signs, alone or with others. */
    public boolean isMine(Caller caller, UUID proposal) {
        return mineAmong(caller, List.of(proposal)).contains(proposal);
    }

    Set<UUID> mineAmong(Caller caller, Collection<UUID> some) {
        return sql.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.in(some))
                .and(ProposalLists.mine(caller))
                .fetchSet(PROPOSAL.ID);
    }

    /** False where the id is taken already. */
    public boolean insert(Proposal proposal) {
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
                .set(PROPOSAL.SEAL_FILE_ID, author.sealFile())
                .set(wishes(proposal))
                .set(PROPOSAL.TITLE, text.title())
                .set(PROPOSAL.CATEGORY, text.category())
                .set(PROPOSAL.SITUATION, text.situation())
                .set(PROPOSAL.ANALYSIS, text.analysis())
                .set(PROPOSAL.OPEN_TO_PUBLIC, text.openToPublic())
                .set(PROPOSAL.NOT_OPEN_REASON, text.notOpenReason())
                .set(besides(text))
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
        insertSuggestedUnits(proposal);
        return true;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    public void update(Proposal next) {
        var text = next.text();
        var intake = next.intake();
        var course = next.course();
        var notFiled = course.notFiled();
        var last = next.lastMove();
        var updated = sql.update(PROPOSAL)
                .set(PROPOSAL.VERSION, next.version())
                .set(PROPOSAL.STATUS, next.status().name())
                .set(PROPOSAL.REVIEW_STAGE, next.stage() == 0 ? null : next.stage())
                .set(PROPOSAL.PROPONENT_KIND, next.author().kind().name())
                .set(PROPOSAL.SCAN_FILE_ID, next.author().scanFile())
                .set(PROPOSAL.SEAL_FILE_ID, next.author().sealFile())
                .set(wishes(next))
                .set(review(next))
                .set(PROPOSAL.TITLE, text.title())
                .set(PROPOSAL.CATEGORY, text.category())
                .set(PROPOSAL.SITUATION, text.situation())
                .set(PROPOSAL.ANALYSIS, text.analysis())
                .set(PROPOSAL.OPEN_TO_PUBLIC, text.openToPublic())
                .set(PROPOSAL.NOT_OPEN_REASON, text.notOpenReason())
                .set(besides(text))
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
                .set(PROPOSAL.REFERRED_TO, notFiled == null ? null : notFiled.referredTo())
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

    private static Map<Field<?>, @Nullable Object> wishes(Proposal proposal) {
        var wishes = proposal.wishes();
        var basis = wishes.basedOn();
        var set = new LinkedHashMap<Field<?>, @Nullable Object>();
        set.put(PROPOSAL.ALLOW_SECOND, wishes.allowSecond());
        set.put(
                PROPOSAL.WANTS_CONTACT_BY,
                wishes.wantsContactBy() == null ? null : wishes.wantsContactBy().name());
        set.put(PROPOSAL.SUGGESTED_LEAD_UNIT, wishes.suggestedLeadUnit());
        set.put(PROPOSAL.BASED_ON_TYPE, basis == null ? null : basis.kind().name());
        set.put(PROPOSAL.BASED_ON_ID, basis == null ? null : basis.id());
        set.put(PROPOSAL.BASED_ON_NOTE, basis == null ? null : basis.note());
        return set;
    }

    private static Map<Field<?>, @Nullable Object> review(Proposal proposal) {
        var review = proposal.review();
        var set = new LinkedHashMap<Field<?>, @Nullable Object>();
        set.put(PROPOSAL.REVIEW_BY, review.by());
        set.put(PROPOSAL.APPEALED_ON, review.appealedOn());
        set.put(PROPOSAL.APPEAL_REASON, review.appealReason());
        set.put(
                PROPOSAL.CONVERSION,
                review.conversion() == null ? null : review.conversion().name());
        set.put(PROPOSAL.SUPERSEDED_ON, review.supersededOn());
        return set;
    }

    public static Refusal outdated() {
        return Refusal.conflict("proposal.version", "Somebody has changed this proposal meanwhile.");
    }

    public void delete(Proposal draft) {
        var deleted = sql.deleteFrom(PROPOSAL)
                .where(PROPOSAL.ID.eq(draft.id()))
                .and(PROPOSAL.VERSION.eq(draft.version()))
                .execute();
        if (deleted == 0) {
            throw outdated();
        }
    }

    /** The rows beside the proposal's own that an edit may change. */
    public void replaceParts(Proposal proposal) {
        sql.deleteFrom(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(proposal.id()))
                .execute();
        insertSuggestions(proposal);
        sql.deleteFrom(PROPOSAL_SUGGESTED_UNIT)
                .where(PROPOSAL_SUGGESTED_UNIT.PROPOSAL_ID.eq(proposal.id()))
                .execute();
        insertSuggestedUnits(proposal);
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

    /** The units that the proponent suggested as assisting. */
    private void insertSuggestedUnits(Proposal proposal) {
        for (var unit : proposal.wishes().suggestedAssistUnits()) {
            sql.insertInto(PROPOSAL_SUGGESTED_UNIT)
                    .set(PROPOSAL_SUGGESTED_UNIT.PROPOSAL_ID, proposal.id())
                    .set(PROPOSAL_SUGGESTED_UNIT.UNIT_ID, unit)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private List<UUID> suggestedUnits(UUID proposal) {
        return sql.select(PROPOSAL_SUGGESTED_UNIT.UNIT_ID)
                .from(PROPOSAL_SUGGESTED_UNIT)
                .where(PROPOSAL_SUGGESTED_UNIT.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_SUGGESTED_UNIT.UNIT_ID)
                .fetch(PROPOSAL_SUGGESTED_UNIT.UNIT_ID);
    }

    /** The series of numbers that a session has. */
    public enum Series {
        INTAKE,
        CASE
    }

    /** The next number of a session. Its row stays locked until the transaction ends, so that no number is lost. */
    public int nextNumber(UUID session, Series series) {
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

    public void issueCase(UUID session, int no, UUID proposal, LocalDate on) {
        sql.insertInto(PROPOSAL_CASE)
                .set(PROPOSAL_CASE.SESSION_ID, session)
                .set(PROPOSAL_CASE.NO, no)
                .set(PROPOSAL_CASE.PROPOSAL_ID, proposal)
                .set(PROPOSAL_CASE.ISSUED_ON, on)
                .execute();
    }

    /** The number stays in the book and is never given again. */
    public void voidCase(UUID proposal, LocalDate on) {
        sql.update(PROPOSAL_CASE)
                .set(PROPOSAL_CASE.VOID_ON, on)
                .where(PROPOSAL_CASE.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_CASE.VOID_ON.isNull())
                .execute();
    }

    public Map<UUID, String> names(Collection<UUID> seats) {
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.in(seats))
                .fetchMap(SEAT.ID, SEAT.NAME);
    }

    public Optional<SeatStatus> seatStatus(UUID seat) {
        return sql.select(SEAT.STATUS)
                .from(SEAT)
                .where(SEAT.ID.eq(seat))
                .fetchOptional(row -> SeatStatus.valueOf(row.value1()));
    }

    /** Whether this person proposes it, alone or with others, from whichever seat he acts now. */
    public boolean proposes(Caller caller, Proposal proposal) {
        if (ProposalPolicy.isProponent(caller, proposal)) {
            return true;
        }
        var signed = DSL.select(PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal.id()))
                .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name()));
        return caller.accountId() != null
                && sql.fetchExists(sql.selectOne()
                        .from(SEAT_DIRECTORY)
                        .where(SEAT_DIRECTORY
                                .SEAT_ID
                                .eq(proposal.author().seat())
                                .or(SEAT_DIRECTORY.SEAT_ID.in(signed)))
                        .and(SEAT_DIRECTORY.ACCOUNT_ID.eq(caller.accountId())));
    }

    private static Proposal read(Record row, List<String> suggestions, List<UUID> suggestedUnits) {
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
                        row.get(PROPOSAL.SCAN_FILE_ID),
                        row.get(PROPOSAL.SEAL_FILE_ID)),
                new Proposal.Text(
                        row.get(PROPOSAL.TITLE),
                        row.get(PROPOSAL.CATEGORY),
                        row.get(PROPOSAL.SITUATION),
                        row.get(PROPOSAL.ANALYSIS),
                        suggestions,
                        row.get(PROPOSAL.OPEN_TO_PUBLIC),
                        row.get(PROPOSAL.NOT_OPEN_REASON),
                        besides(row)),
                wishes(row, suggestedUnits),
                intake(row),
                course(row),
                review(row),
                lastMove(row),
                new Proposal.Origin(row.get(PROPOSAL.IMPORTED), row.get(PROPOSAL.IMPORT_REF)),
                row.get(PROPOSAL.CREATED_AT),
                row.get(PROPOSAL.UPDATED_AT));
    }

    private static Map<Field<?>, @Nullable Object> besides(Proposal.Text text) {
        var besides = text.besides();
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(PROPOSAL.RESEARCH, besides.research());
        row.put(
                PROPOSAL.LANGUAGE,
                besides.language() == null ? null : besides.language().name());
        row.put(PROPOSAL.ORIGINAL_TEXT, besides.original());
        return row;
    }

    private static Proposal.Besides besides(Record row) {
        var language = row.get(PROPOSAL.LANGUAGE);
        return new Proposal.Besides(
                row.get(PROPOSAL.RESEARCH),
                language == null ? null : Language.valueOf(language),
                row.get(PROPOSAL.ORIGINAL_TEXT));
    }

    private static Proposal.Wishes wishes(Record row, List<UUID> suggestedUnits) {
        var mode = row.get(PROPOSAL.WANTS_CONTACT_BY);
        var basis = row.get(PROPOSAL.BASED_ON_TYPE);
        return new Proposal.Wishes(
                row.get(PROPOSAL.ALLOW_SECOND),
                mode == null ? null : Contact.Mode.valueOf(mode),
                row.get(PROPOSAL.SUGGESTED_LEAD_UNIT),
                suggestedUnits,
                basis == null
                        ? null
                        : new Proposal.Basis(
                                Proposal.BasisKind.valueOf(basis),
                                row.get(PROPOSAL.BASED_ON_ID),
                                row.get(PROPOSAL.BASED_ON_NOTE)));
    }

    private static Proposal.Review review(Record row) {
        return new Proposal.Review(
                row.get(PROPOSAL.REVIEW_BY),
                row.get(PROPOSAL.APPEALED_ON),
                row.get(PROPOSAL.APPEAL_REASON),
                conversion(row),
                row.get(PROPOSAL.SUPERSEDED_ON));
    }

    static Proposal.@Nullable Conversion conversion(Record row) {
        var conversion = row.get(PROPOSAL.CONVERSION);
        return conversion == null ? null : Proposal.Conversion.valueOf(conversion);
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

    static Proposal.@Nullable NotFiled notFiled(Record row) {
        return row.get(PROPOSAL.NOT_FILED_ON) == null
                ? null
                : new Proposal.NotFiled(
                        row.get(PROPOSAL.NOT_FILED_ON),
                        row.get(PROPOSAL.NOT_FILE_REASON),
                        Disposition.valueOf(row.get(PROPOSAL.DISPOSITION)),
                        row.get(PROPOSAL.NOT_FILE_COMMENT),
                        row.get(PROPOSAL.REFERRED_TO));
    }

    private static Proposal.Course course(Record row) {
        return new Proposal.Course(
                row.get(PROPOSAL.CASE_NO),
                row.get(PROPOSAL.FILED_ON),
                row.get(PROPOSAL.UNFILED_ON),
                notFiled(row),
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
