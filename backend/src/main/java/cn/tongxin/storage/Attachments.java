package cn.tongxin.storage;

import static cn.tongxin.db.cell.Tables.ATTACHMENT;
import static cn.tongxin.db.cell.Tables.STORED_FILE;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The SQL of attachments; whoever sees the matter reads the file. */
@Singleton
public class Attachments implements FileReaders {
    private final DSLContext sql;
    private final Map<String, AttachmentSubject> subjects;

    Attachments(DSLContext sql, List<AttachmentSubject> subjects) {
        this.sql = sql;
        this.subjects = subjects.stream().collect(Collectors.toMap(AttachmentSubject::type, Function.identity()));
    }

    Optional<AttachmentSubject> subject(String type) {
        return Optional.ofNullable(subjects.get(type));
    }

    /** The files of a matter, in the order in which they were attached. */
    public List<StoredFile> of(String type, UUID subject) {
        return sql.select(STORED_FILE.fields())
                .from(ATTACHMENT)
                .join(STORED_FILE)
                .on(STORED_FILE.ID.eq(ATTACHMENT.FILE_ID))
                .where(ATTACHMENT.SUBJECT_TYPE.eq(type))
                .and(ATTACHMENT.SUBJECT_ID.eq(subject))
                .orderBy(ATTACHMENT.ID)
                .fetch(StoredFiles::read);
    }

    /** False where it hangs there already. */
    boolean insert(String type, UUID subject, UUID file, @Nullable UUID seat, Instant now) {
        return sql.insertInto(ATTACHMENT)
                        .set(ATTACHMENT.ID, Ids.next())
                        .set(ATTACHMENT.SUBJECT_TYPE, type)
                        .set(ATTACHMENT.SUBJECT_ID, subject)
                        .set(ATTACHMENT.FILE_ID, file)
                        .set(ATTACHMENT.SEAT_ID, seat)
                        .set(ATTACHMENT.ATTACHED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** What hangs on one matter hangs on another too, because that one goes on with it. */
    public void hangToo(String type, UUID subject, String onType, UUID on, Instant now) {
        of(type, subject).forEach(file -> insert(onType, on, file.id(), file.seatId(), now));
    }

    /** What hung on one matter hangs on another instead. */
    public void move(String type, UUID subject, String onType, UUID on, Instant now) {
        hangToo(type, subject, onType, on, now);
        sql.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.SUBJECT_TYPE.eq(type))
                .and(ATTACHMENT.SUBJECT_ID.eq(subject))
                .execute();
    }

    boolean delete(String type, UUID subject, UUID file) {
        return sql.deleteFrom(ATTACHMENT)
                        .where(ATTACHMENT.SUBJECT_TYPE.eq(type))
                        .and(ATTACHMENT.SUBJECT_ID.eq(subject))
                        .and(ATTACHMENT.FILE_ID.eq(file))
                        .execute()
                == 1;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return sql
                .select(ATTACHMENT.SUBJECT_TYPE, ATTACHMENT.SUBJECT_ID)
                .from(ATTACHMENT)
                .where(ATTACHMENT.FILE_ID.eq(file))
                .fetch()
                .stream()
                .anyMatch(row -> subject(row.value1()).stream().anyMatch(subject -> subject.sees(row.value2())));
    }

    /** What hangs on a matter that was deleted hangs on nothing. */
    @Override
    public Set<UUID> named(Collection<UUID> files) {
        var named = new HashSet<UUID>();
        sql.select(ATTACHMENT.FILE_ID, ATTACHMENT.SUBJECT_TYPE, ATTACHMENT.SUBJECT_ID)
                .from(ATTACHMENT)
                .where(ATTACHMENT.FILE_ID.in(files))
                .forEach(row -> {
                    if (subject(row.value2()).stream().anyMatch(subject -> subject.isThere(row.value3()))) {
                        named.add(row.value1());
                    }
                });
        return named;
    }

    void deleteOf(UUID file) {
        sql.deleteFrom(ATTACHMENT).where(ATTACHMENT.FILE_ID.eq(file)).execute();
    }
}
