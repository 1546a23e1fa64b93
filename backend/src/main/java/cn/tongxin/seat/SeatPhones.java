package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.shared.Crypto;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Phone numbers as papers may show them. */
@Singleton
public class SeatPhones {
    private final DSLContext sql;
    private final Crypto crypto;

    SeatPhones(DSLContext sql, Crypto crypto) {
        this.sql = sql;
        this.crypto = crypto;
    }

    /** A whole number; whoever asks logs that it is shown. */
    public Optional<String> whole(UUID seat) {
        return sql.select(SEAT.PHONE)
                .from(SEAT)
                .where(SEAT.ID.eq(seat))
                .and(SEAT.PHONE.isNotNull())
                .fetchOptional(row -> crypto.decrypt(row.value1()));
    }

    /** 138****1234, of those seats that have one. */
    public Map<UUID, String> masked(Collection<UUID> seats) {
        var phones = new HashMap<UUID, String>();
        sql.select(SEAT.ID, SEAT.PHONE)
                .from(SEAT)
                .where(SEAT.ID.in(Set.copyOf(seats)))
                .and(SEAT.PHONE.isNotNull())
                .forEach(row -> phones.put(row.value1(), SeatView.masked(crypto.decrypt(row.value2()))));
        return phones;
    }
}
