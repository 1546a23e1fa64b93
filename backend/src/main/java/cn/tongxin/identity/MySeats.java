package cn.tongxin.identity;

import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Directory;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SuspendedAccess;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The seats that a person may choose from; each is read in its own committee. */
@Singleton
class MySeats {
    private static final String DIGITS = "零一二三四五六七八九";

    private final Directory directory;
    private final Committees committees;
    private final Transactions transactions;
    private final DSLContext sql;

    MySeats(Directory directory, Committees committees, Transactions transactions, DSLContext sql) {
        this.directory = directory;
        this.committees = committees;
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Those in committees that are open, and the administrator's in suspended ones, whose own goes with him even then. */
    record Mine(List<MeController.MySeat> open, List<MeController.MySeat> closed) {}

    Mine of(UUID account, boolean byTwoFactors) {
        var open = new ArrayList<MeController.MySeat>();
        var closed = new ArrayList<MeController.MySeat>();
        for (var entry : directory.findSeats(account)) {
            var committee = committees.find(entry.committeeId()).orElseThrow();
            if (committee.isActive()) {
                view(committee, entry.seatId(), byTwoFactors).ifPresent(open::add);
            } else {
                SuspendedAccess.forExport(() -> view(committee, entry.seatId(), byTwoFactors))
                        .filter(seat -> seat.roles().contains(Role.TENANT_ADMIN.name()))
                        .ifPresent(closed::add);
            }
        }
        return new Mine(open, closed);
    }

    private Optional<MeController.MySeat> view(Committees.Entry committee, UUID id, boolean byTwoFactors) {
        return directory
                .findSeat(committee.id(), id)
                .map(seat -> new MeController.MySeat(
                        seat.id(),
                        seat.name(),
                        new MeController.MyCommittee(
                                committee.id(), committee.code(), committee.name(), committee.level()),
                        term(committee.id(), id),
                        seat.status(),
                        seat.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)),
                        seat.unitId(),
                        unitName(committee.id(), seat.unitId()),
                        !byTwoFactors && seat.roles().stream().anyMatch(Role::asksForTwoFactors)));
    }

    /** 第十四届; nothing for a seat that lasts beyond a term. */
    private @Nullable String term(UUID committee, UUID seat) {
        var no = transactions.in(
                committee,
                () -> sql.select(SEAT.TERM_NO)
                        .from(SEAT)
                        .where(SEAT.ID.eq(seat))
                        .fetchOne(SEAT.TERM_NO));
        return no == null ? null : "第" + numeral(no) + "届";
    }

    private static String numeral(int no) {
        var tens = no < 10 ? "" : (no < 20 ? "" : DIGITS.substring(no / 10, no / 10 + 1)) + "十";
        return tens + (no % 10 == 0 ? "" : DIGITS.substring(no % 10, no % 10 + 1));
    }

    private @Nullable String unitName(UUID committee, @Nullable UUID unit) {
        if (unit == null) {
            return null;
        }
        return transactions.in(
                committee,
                () -> sql.select(HANDLING_UNIT.NAME)
                        .from(HANDLING_UNIT)
                        .where(HANDLING_UNIT.ID.eq(unit))
                        .fetchOne(HANDLING_UNIT.NAME));
    }
}
