package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.cell.Tables.SEAT_SPECIAL_COMMITTEE;
import static cn.tongxin.db.cell.Tables.SECTOR;
import static cn.tongxin.db.cell.Tables.SPECIAL_COMMITTEE;
import static cn.tongxin.db.cell.Tables.TERM;
import static cn.tongxin.db.platform.Tables.SEAT_CLAIM;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.db.cell.tables.records.SeatRecord;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.seat.Seat.Decision;
import cn.tongxin.seat.Seat.Grant;
import cn.tongxin.seat.Seat.Person;
import cn.tongxin.shared.Crypto;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of seats. Names are listed by pinyin, as the database's Chinese collation has it. */
@Singleton
class Seats {
    private static final Field<String> BY_PINYIN = SEAT.NAME.collate(DSL.collation(DSL.quotedName("zh-x-icu")));

    private final DSLContext sql;
    private final SeatRoles roles;
    private final Crypto crypto;

    Seats(DSLContext sql, SeatRoles roles, Crypto crypto) {
        this.sql = sql;
        this.roles = roles;
        this.crypto = crypto;
    }

    Seat get(UUID id) {
        return find(SEAT.ID.eq(id)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    List<Seat> ofTerm(int no) {
        return find(SEAT.TERM_NO.eq(no));
    }

    List<Seat> page(Condition which, @Nullable Cursor after, int limit) {
        var beyond = after == null
                ? DSL.noCondition()
                : DSL.row(BY_PINYIN, SEAT.ID).gt(DSL.row(DSL.val(after.key()), DSL.val(after.id())));
        return withRolesAndCommittees(sql.select(SEAT.fields())
                .select(SEAT_DIRECTORY.ACCOUNT_ID)
                .from(SEAT)
                .join(SEAT_DIRECTORY)
                .on(SEAT_DIRECTORY.SEAT_ID.eq(SEAT.ID))
                .where(which)
                .and(beyond)
                .orderBy(BY_PINYIN, SEAT.ID)
                .limit(Page.rows(limit))
                .fetch());
    }

    long count(Condition which) {
        return sql.fetchCount(sql.selectOne().from(SEAT).where(which));
    }

    /** False where the id is taken already. */
    boolean insert(Seat seat, Instant now) {
        if (sql.fetchExists(sql.selectOne().from(SEAT).where(SEAT.ID.eq(seat.id())))) {
            return false;
        }
        insertAll(List.of(seat), now);
        return true;
    }

    void insertAll(List<Seat> seats, Instant now) {
        var committee = Caller.current().committeeId();
        try {
            sql.batchInsert(seats.stream().map(seat -> row(seat, now)).toList()).execute();
        } catch (IntegrityConstraintViolationException taken) {
            throw phoneTaken();
        }
        sql.batchInsert(seats.stream()
                        .map(seat -> {
                            var entry = sql.newRecord(SEAT_DIRECTORY);
                            entry.setSeatId(seat.id());
                            entry.setCommitteeId(committee);
                            entry.setStatus(seat.status().name());
                            return entry;
                        })
                        .toList())
                .execute();
        roles.insertAll(seats, now);
        insertSpecialCommittees(seats);
        insertClaims(seats, now);
    }

    private SeatRecord row(Seat seat, Instant now) {
        var person = seat.person();
        var decision = seat.decision();
        var row = sql.newRecord(SEAT);
        row.setId(seat.id());
        row.setVersion(seat.version());
        row.setStatus(seat.status().name());
        row.setName(person.name());
        row.setNativeName(person.nativeName());
        row.setSex(name(person.sex()));
        row.setBirth(day(person.birth()));
        row.setEthnicity(person.ethnicity());
        row.setSectorId(person.sectorId());
        row.setEmployment(person.employment());
        row.setPhone(sealed(person.phone()));
        row.setPhoneHash(hash(person.phone()));
        row.setTermNo(seat.termNo());
        row.setDecisionDocument(decision == null ? null : decision.document());
        row.setDecidedOn(decision == null ? null : decision.on());
        row.setEndReason(name(seat.endReason()));
        row.setCreatedAt(now);
        return row;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Seat next, Instant now) {
        var person = next.person();
        var decision = next.decision();
        var updated = sql.update(SEAT)
                .set(SEAT.VERSION, next.version())
                .set(SEAT.STATUS, next.status().name())
                .set(SEAT.NAME, person.name())
                .set(SEAT.NATIVE_NAME, person.nativeName())
                .set(SEAT.SEX, name(person.sex()))
                .set(SEAT.BIRTH, day(person.birth()))
                .set(SEAT.ETHNICITY, person.ethnicity())
                .set(SEAT.SECTOR_ID, person.sectorId())
                .set(SEAT.EMPLOYMENT, person.employment())
                .set(SEAT.PHONE, sealed(person.phone()))
                .set(SEAT.PHONE_HASH, hash(person.phone()))
                .set(SEAT.DECISION_DOCUMENT, decision == null ? null : decision.document())
                .set(SEAT.DECIDED_ON, decision == null ? null : decision.on())
                .set(SEAT.END_REASON, name(next.endReason()))
                .where(SEAT.ID.eq(next.id()))
                .and(SEAT.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw outdated();
        }
        sql.update(SEAT_DIRECTORY)
                .set(SEAT_DIRECTORY.STATUS, next.status().name())
                .where(SEAT_DIRECTORY.SEAT_ID.eq(next.id()))
                .execute();
        sql.deleteFrom(SEAT_SPECIAL_COMMITTEE)
                .where(SEAT_SPECIAL_COMMITTEE.SEAT_ID.eq(next.id()))
                .execute();
        insertSpecialCommittees(List.of(next));
        sql.deleteFrom(SEAT_CLAIM).where(SEAT_CLAIM.SEAT_ID.eq(next.id())).execute();
        insertClaims(List.of(next), now);
    }

    /** Somebody else was quicker with the same number. */
    static Refusal phoneTaken() {
        return Refusal.conflict("seat.phone-taken", "Another seat of this committee has this number.")
                .field("phone");
    }

    static Refusal outdated() {
        return Refusal.conflict("seat.version", "Somebody has changed this seat meanwhile.");
    }

    /** Activates all of these that are pending, by one decision; returns how many. */
    int activate(Collection<UUID> ids, Decision decision) {
        var pending = sql.update(SEAT)
                .set(SEAT.STATUS, SeatStatus.ACTIVE.name())
                .set(SEAT.VERSION, SEAT.VERSION.plus(1))
                .set(SEAT.DECISION_DOCUMENT, decision.document())
                .set(SEAT.DECIDED_ON, decision.on())
                .where(SEAT.ID.in(ids))
                .and(SEAT.STATUS.eq(SeatStatus.PENDING.name()))
                .returning(SEAT.ID)
                .fetch(SEAT.ID);
        sql.update(SEAT_DIRECTORY)
                .set(SEAT_DIRECTORY.STATUS, SeatStatus.ACTIVE.name())
                .where(SEAT_DIRECTORY.SEAT_ID.in(pending))
                .execute();
        return pending.size();
    }

    /** Whether another seat of the term that has not ended has this phone. */
    boolean phoneTaken(String phone, @Nullable Integer termNo, UUID except) {
        return sql.fetchExists(sql.selectOne()
                .from(SEAT)
                .where(SEAT.PHONE_HASH.eq(hash(phone)))
                .and(SEAT.TERM_NO.isNotDistinctFrom(termNo))
                .and(SEAT.STATUS.ne(SeatStatus.ENDED.name()))
                .and(SEAT.ID.ne(except)));
    }

    Optional<Integer> findLatestTerm() {
        return sql.select(DSL.max(TERM.NO)).from(TERM).fetchOptional(0, Integer.class);
    }

    boolean hasTerm(int no) {
        return sql.fetchExists(sql.selectOne().from(TERM).where(TERM.NO.eq(no)));
    }

    Map<UUID, String> sectors() {
        return sql.select(SECTOR.ID, SECTOR.NAME).from(SECTOR).fetchMap(SECTOR.ID, SECTOR.NAME);
    }

    Map<UUID, String> specialCommittees() {
        return sql.select(SPECIAL_COMMITTEE.ID, SPECIAL_COMMITTEE.NAME)
                .from(SPECIAL_COMMITTEE)
                .fetchMap(SPECIAL_COMMITTEE.ID, SPECIAL_COMMITTEE.NAME);
    }

    private void insertSpecialCommittees(List<Seat> seats) {
        sql.batchInsert(seats.stream()
                        .flatMap(seat -> seat.person().specialCommitteeIds().stream()
                                .map(id -> {
                                    var row = sql.newRecord(SEAT_SPECIAL_COMMITTEE);
                                    row.setSeatId(seat.id());
                                    row.setSpecialCommitteeId(id);
                                    return row;
                                }))
                        .toList())
                .execute();
    }

    /** Whoever proves the number may take the seat, until somebody has. */
    private void insertClaims(List<Seat> seats, Instant now) {
        sql.batchInsert(seats.stream()
                        .filter(seat ->
                                seat.person().phone() != null && !seat.claimed() && seat.status() != SeatStatus.ENDED)
                        .map(seat -> {
                            var row = sql.newRecord(SEAT_CLAIM);
                            row.setSeatId(seat.id());
                            row.setPhoneHash(hash(seat.person().phone()));
                            row.setCreatedAt(now);
                            return row;
                        })
                        .toList())
                .execute();
    }

    private List<Seat> find(Condition which) {
        return withRolesAndCommittees(sql.select(SEAT.fields())
                .select(SEAT_DIRECTORY.ACCOUNT_ID)
                .from(SEAT)
                .join(SEAT_DIRECTORY)
                .on(SEAT_DIRECTORY.SEAT_ID.eq(SEAT.ID))
                .where(which)
                .fetch());
    }

    private List<Seat> withRolesAndCommittees(List<? extends Record> rows) {
        var ids = rows.stream().map(row -> row.get(SEAT.ID)).toArray(UUID[]::new);
        var grants = new HashMap<UUID, List<Grant>>();
        sql.select(SEAT_ROLE.SEAT_ID, SEAT_ROLE.ROLE, SEAT_ROLE.UNIT_ID)
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(DSL.any(ids)))
                .orderBy(SEAT_ROLE.SEAT_ID, SEAT_ROLE.ROLE)
                .forEach(row -> grants.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(new Grant(Role.valueOf(row.value2()), row.value3())));
        var committees = new HashMap<UUID, List<UUID>>();
        sql.select(SEAT_SPECIAL_COMMITTEE.SEAT_ID, SEAT_SPECIAL_COMMITTEE.SPECIAL_COMMITTEE_ID)
                .from(SEAT_SPECIAL_COMMITTEE)
                .where(SEAT_SPECIAL_COMMITTEE.SEAT_ID.eq(DSL.any(ids)))
                .orderBy(SEAT_SPECIAL_COMMITTEE.SEAT_ID, SEAT_SPECIAL_COMMITTEE.SPECIAL_COMMITTEE_ID)
                .forEach(row -> committees
                        .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(row.value2()));
        return rows.stream()
                .map(row -> read(
                        row,
                        grants.getOrDefault(row.get(SEAT.ID), List.of()),
                        committees.getOrDefault(row.get(SEAT.ID), List.of())))
                .toList();
    }

    private Seat read(Record row, List<Grant> grants, List<UUID> committees) {
        var birth = row.get(SEAT.BIRTH);
        var sex = row.get(SEAT.SEX);
        var phone = row.get(SEAT.PHONE);
        var endReason = row.get(SEAT.END_REASON);
        var document = row.get(SEAT.DECISION_DOCUMENT);
        var decidedOn = row.get(SEAT.DECIDED_ON);
        return new Seat(
                row.get(SEAT.ID),
                row.get(SEAT.VERSION),
                SeatStatus.valueOf(row.get(SEAT.STATUS)),
                new Person(
                        row.get(SEAT.NAME),
                        row.get(SEAT.NATIVE_NAME),
                        sex == null ? null : Sex.valueOf(sex),
                        birth == null ? null : YearMonth.from(birth),
                        row.get(SEAT.ETHNICITY),
                        row.get(SEAT.SECTOR_ID),
                        committees,
                        row.get(SEAT.EMPLOYMENT),
                        phone == null ? null : crypto.decrypt(phone)),
                row.get(SEAT.TERM_NO),
                grants,
                document == null && decidedOn == null ? null : new Decision(document, decidedOn),
                endReason == null ? null : EndReason.valueOf(endReason),
                row.get(SEAT_DIRECTORY.ACCOUNT_ID) != null);
    }

    private @Nullable String sealed(@Nullable String phone) {
        return phone == null ? null : crypto.encrypt(phone);
    }

    private @Nullable String hash(@Nullable String phone) {
        return phone == null ? null : crypto.keyedHash(phone);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable LocalDate day(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }
}
