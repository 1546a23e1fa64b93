package cn.tongxin.link;

import static cn.tongxin.db.cell.Tables.LINK;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The links between matters; written inside the move that makes them, read from either end. */
@Singleton
public class Links {
    private final DSLContext sql;

    Links(DSLContext sql) {
        this.sql = sql;
    }

    public void add(LinkKind kind, String fromType, UUID from, String toType, UUID to, Instant at) {
        sql.insertInto(LINK)
                .set(LINK.KIND, kind.name())
                .set(LINK.FROM_TYPE, fromType)
                .set(LINK.FROM_ID, from)
                .set(LINK.TO_TYPE, toType)
                .set(LINK.TO_ID, to)
                .set(LINK.MADE_AT, at)
                .execute();
    }

    public List<Link> of(String type, UUID id) {
        var onward = sql.select(LINK.KIND, LINK.TO_TYPE, LINK.TO_ID)
                .from(LINK)
                .where(LINK.FROM_TYPE.eq(type))
                .and(LINK.FROM_ID.eq(id))
                .orderBy(LINK.TO_ID)
                .fetch(row -> new Link(LinkKind.valueOf(row.value1()), false, row.value2(), row.value3()));
        var back = sql.select(LINK.KIND, LINK.FROM_TYPE, LINK.FROM_ID)
                .from(LINK)
                .where(LINK.TO_TYPE.eq(type))
                .and(LINK.TO_ID.eq(id))
                .orderBy(LINK.FROM_ID)
                .fetch(row -> new Link(LinkKind.valueOf(row.value1()), true, row.value2(), row.value3()));
        return Stream.concat(onward.stream(), back.stream()).toList();
    }
}
