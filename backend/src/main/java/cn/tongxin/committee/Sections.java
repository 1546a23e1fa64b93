package cn.tongxin.committee;

import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The SQL of sectors and special committees, two tables of one shape. */
@Singleton
public class Sections {
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<Integer> VERSION = DSL.field(DSL.name("version"), SQLDataType.INTEGER);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<Integer> POSITION = DSL.field(DSL.name("position"), SQLDataType.INTEGER);
    private static final Field<LocalDate> RETIRED_ON = DSL.field(DSL.name("retired_on"), SQLDataType.LOCALDATE);

    private final DSLContext sql;

    Sections(DSLContext sql) {
        this.sql = sql;
    }

    /** All of them in the committee's own order, retired ones too. */
    public List<Section> list(SectionKind kind) {
        return sql.select(ID, VERSION, NAME, POSITION, RETIRED_ON)
                .from(kind.table)
                .orderBy(POSITION, ID)
                .fetch(Sections::read);
    }

    public Optional<Section> find(SectionKind kind, UUID id) {
        return sql.select(ID, VERSION, NAME, POSITION, RETIRED_ON)
                .from(kind.table)
                .where(ID.eq(id))
                .fetchOptional(Sections::read);
    }

    Section get(SectionKind kind, UUID id) {
        return find(kind, id).orElseThrow(Refusal::notFound);
    }

    /** False where the id or the name is taken. */
    boolean insert(SectionKind kind, Section section) {
        return sql.insertInto(kind.table)
                        .columns(ID, VERSION, NAME, POSITION, RETIRED_ON)
                        .values(
                                section.id(),
                                section.version(),
                                section.name(),
                                section.position(),
                                section.retiredOn())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(SectionKind kind, Section section) {
        var updated = sql.update(kind.table)
                .set(VERSION, section.version())
                .set(NAME, section.name())
                .set(POSITION, section.position())
                .set(RETIRED_ON, section.retiredOn())
                .where(ID.eq(section.id()))
                .and(VERSION.eq(section.version() - 1))
                .execute();
        if (updated == 0) {
            throw SectionActions.outdated(kind);
        }
    }

    private static Section read(Record row) {
        return new Section(row.get(ID), row.get(VERSION), row.get(NAME), row.get(POSITION), row.get(RETIRED_ON));
    }
}
