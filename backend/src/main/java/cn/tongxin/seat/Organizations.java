package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.ORGANIZATION;
import static cn.tongxin.db.cell.Tables.ORGANIZATION_CLERK;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.seat.Organization.Clerk;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of bodies and their clerks. */
@Singleton
class Organizations {
    private final DSLContext sql;

    Organizations(DSLContext sql) {
        this.sql = sql;
    }

    List<Organization> all() {
        return select(DSL.noCondition());
    }

    /** Those for which a seat acts. */
    List<Organization> of(UUID clerk) {
        return select(ORGANIZATION.SEAT_ID.in(DSL.select(ORGANIZATION_CLERK.ORGANIZATION_ID)
                .from(ORGANIZATION_CLERK)
                .where(ORGANIZATION_CLERK.SEAT_ID.eq(clerk))));
    }

    Optional<Organization> find(UUID seat) {
        return select(ORGANIZATION.SEAT_ID.eq(seat)).stream().findFirst();
    }

    private List<Organization> select(Condition which) {
        var clerks = sql.select(ORGANIZATION_CLERK.ORGANIZATION_ID, SEAT.ID, SEAT.NAME)
                .from(ORGANIZATION_CLERK)
                .join(SEAT)
                .on(SEAT.ID.eq(ORGANIZATION_CLERK.SEAT_ID))
                .orderBy(SEAT.NAME, SEAT.ID)
                .fetchGroups(
                        ORGANIZATION_CLERK.ORGANIZATION_ID, row -> new Clerk(row.get(SEAT.ID), row.get(SEAT.NAME)));
        return sql.select(ORGANIZATION.SEAT_ID, SEAT.NAME, ORGANIZATION.KIND)
                .from(ORGANIZATION)
                .join(SEAT)
                .on(SEAT.ID.eq(ORGANIZATION.SEAT_ID))
                .where(which)
                .orderBy(SEAT.NAME, SEAT.ID)
                .fetch(row -> new Organization(
                        row.value1(),
                        row.value2(),
                        OrganizationKind.valueOf(row.value3()),
                        clerks.getOrDefault(row.value1(), List.of())));
    }

    void put(UUID seat, OrganizationKind kind, Collection<UUID> clerks) {
        sql.insertInto(ORGANIZATION)
                .set(ORGANIZATION.SEAT_ID, seat)
                .set(ORGANIZATION.KIND, kind.name())
                .onConflict(ORGANIZATION.TENANT_ID, ORGANIZATION.SEAT_ID)
                .doUpdate()
                .set(ORGANIZATION.KIND, kind.name())
                .execute();
        sql.deleteFrom(ORGANIZATION_CLERK)
                .where(ORGANIZATION_CLERK.ORGANIZATION_ID.eq(seat))
                .execute();
        for (var clerk : clerks) {
            sql.insertInto(ORGANIZATION_CLERK)
                    .set(ORGANIZATION_CLERK.ORGANIZATION_ID, seat)
                    .set(ORGANIZATION_CLERK.SEAT_ID, clerk)
                    .execute();
        }
    }
}
