package cn.tongxin.document;

import static cn.tongxin.db.cell.Tables.DOCUMENT_TEMPLATE;

import cn.tongxin.shared.Ids;
import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of the committee's own templates. */
@Singleton
class Templates implements FileReaders {
    private final DSLContext sql;

    Templates(DSLContext sql) {
        this.sql = sql;
    }

    /** The file that serves for a kind. */
    record Template(String kind, UUID fileId, Instant uploadedAt) {}

    Map<String, Template> all() {
        return sql.select(DOCUMENT_TEMPLATE.KIND, DOCUMENT_TEMPLATE.FILE_ID, DOCUMENT_TEMPLATE.UPLOADED_AT)
                .from(DOCUMENT_TEMPLATE)
                .fetchMap(DOCUMENT_TEMPLATE.KIND, row -> new Template(row.value1(), row.value2(), row.value3()));
    }

    Optional<Template> find(String kind) {
        return Optional.ofNullable(all().get(kind));
    }

    void put(Template template, UUID seat) {
        sql.insertInto(DOCUMENT_TEMPLATE)
                .set(DOCUMENT_TEMPLATE.ID, Ids.next())
                .set(DOCUMENT_TEMPLATE.KIND, template.kind())
                .set(DOCUMENT_TEMPLATE.FILE_ID, template.fileId())
                .set(DOCUMENT_TEMPLATE.SEAT_ID, seat)
                .set(DOCUMENT_TEMPLATE.UPLOADED_AT, template.uploadedAt())
                .onConflict(DOCUMENT_TEMPLATE.TENANT_ID, DOCUMENT_TEMPLATE.KIND)
                .doUpdate()
                .set(DOCUMENT_TEMPLATE.FILE_ID, template.fileId())
                .set(DOCUMENT_TEMPLATE.SEAT_ID, seat)
                .set(DOCUMENT_TEMPLATE.UPLOADED_AT, template.uploadedAt())
                .execute();
    }

    boolean delete(String kind) {
        return sql.deleteFrom(DOCUMENT_TEMPLATE)
                        .where(DOCUMENT_TEMPLATE.KIND.eq(kind))
                        .execute()
                == 1;
    }

    /** The office reads templates by their own route; as files they are their owner's. */
    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return false;
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return sql.select(DOCUMENT_TEMPLATE.FILE_ID)
                .from(DOCUMENT_TEMPLATE)
                .where(DOCUMENT_TEMPLATE.FILE_ID.in(files))
                .fetchSet(DOCUMENT_TEMPLATE.FILE_ID);
    }
}
