package cn.tongxin.tenancy;

import static cn.tongxin.db.cell.Tables.ORGANIZATION_CLERK;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.platform.Tables.ACCOUNT;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Which seats a person holds, and what each may do. The seat row alone decides. */
@Singleton
public class Directory {
    private final DSLContext sql;
    private final Transactions transactions;

    Directory(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A seat as the directory knows it. */
    public record Entry(UUID seatId, UUID committeeId, UUID accountId, SeatStatus status) {}

    /** What the committee itself says of a seat. */
    public record Seat(
            UUID id,
            String name,
            SeatStatus status,
            Set<Role> roles,
            @Nullable UUID unitId,
            Set<UUID> organizations) {}

    public Optional<UUID> findAccount(String subject) {
        return transactions.alone(() -> sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.KEYCLOAK_SUBJECT.eq(subject))
                .fetchOptional(ACCOUNT.ID));
    }

    /** The account's seats that it may see: a pending one is invisible. */
    public List<Entry> findSeats(UUID account) {
        return transactions.alone(() -> sql.select(
                        SEAT_DIRECTORY.SEAT_ID, SEAT_DIRECTORY.COMMITTEE_ID, SEAT_DIRECTORY.STATUS)
                .from(SEAT_DIRECTORY)
                .where(SEAT_DIRECTORY.ACCOUNT_ID.eq(account))
                .and(SEAT_DIRECTORY.STATUS.ne(SeatStatus.PENDING.name()))
                .orderBy(SEAT_DIRECTORY.SEAT_ID)
                .fetch(row -> new Entry(row.value1(), row.value2(), account, SeatStatus.valueOf(row.value3()))));
    }

    /** The seat and its roles, read in its own committee. */
    public Optional<Seat> findSeat(UUID committee, UUID seat) {
        return Caller.visitor(committee)
                .call(() -> transactions.alone(() -> {
                    var roles = sql.select(SEAT_ROLE.ROLE, SEAT_ROLE.UNIT_ID)
                            .from(SEAT_ROLE)
                            .where(SEAT_ROLE.SEAT_ID.eq(seat))
                            .fetch();
                    var names = EnumSet.noneOf(Role.class);
                    UUID unit = null;
                    for (var role : roles) {
                        names.add(Role.valueOf(role.value1()));
                        unit = role.value2() == null ? unit : role.value2();
                    }
                    var unitId = unit;
                    var organizations = sql.select(ORGANIZATION_CLERK.ORGANIZATION_ID)
                            .from(ORGANIZATION_CLERK)
                            .where(ORGANIZATION_CLERK.SEAT_ID.eq(seat))
                            .fetchSet(ORGANIZATION_CLERK.ORGANIZATION_ID);
                    return sql.select(SEAT.ID, SEAT.NAME, SEAT.STATUS)
                            .from(SEAT)
                            .where(SEAT.ID.eq(seat))
                            .fetchOptional(row -> new Seat(
                                    row.value1(),
                                    row.value2(),
                                    SeatStatus.valueOf(row.value3()),
                                    names,
                                    unitId,
                                    organizations));
                }));
    }
}
