package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_PICTURE;
import static cn.tongxin.db.cell.Tables.READING_VOICE;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.storage.FileReaders;
import cn.tongxin.storage.StoredFile;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** The pictures and the voice of posts. Whoever reads a post's words fetches its files, and nobody else. */
@Singleton
class PostFiles implements FileReaders {
    private final DSLContext sql;
    private final StoredFiles files;
    private final LinkedPosts posts;

    PostFiles(DSLContext sql, StoredFiles files, LinkedPosts posts) {
        this.sql = sql;
        this.files = files;
        this.posts = posts;
    }

    /** One encloses what one has uploaded: pictures, and a recording of a minute at most. */
    void check(Caller caller, Post.Enclosed enclosed) {
        var pictures = enclosed.pictures();
        var voice = enclosed.voice();
        var fields = new Fields()
                .check("pictures", pictures.size() <= Post.PICTURES, "too-many", "At most " + Post.PICTURES + ".")
                .check("pictures", new HashSet<>(pictures).size() == pictures.size(), "repeated", "Each of them once.")
                .check(
                        "pictures",
                        pictures.stream().allMatch(id -> isOwnPicture(caller, id)),
                        "unknown",
                        "No picture.");
        if (voice == null) {
            fields.orRefuse();
            return;
        }
        var recording = own(caller, voice.fileId()).map(StoredFile::lengthMs);
        fields.check("voice.fileId", recording.isPresent(), "unknown", "Not a recording of yours.")
                .maxLength("voice.transcript", voice.transcript(), Post.TRANSCRIPT_MAX_LENGTH)
                .check(
                        "voice.transcript",
                        PostActions.isStorable(voice.transcript()),
                        "unreadable",
                        PostActions.UNREADABLE)
                .orRefuse();
        if (recording.orElseThrow() > Post.VOICE_MS) {
            throw Refusal.unprocessable("reading.voice-too-long", "A recording of a minute at the most.")
                    .with("maxMs", Post.VOICE_MS);
        }
    }

    private boolean isOwnPicture(Caller caller, UUID id) {
        return own(caller, id).filter(StoredFile::isPicture).isPresent();
    }

    private Optional<StoredFile> own(Caller caller, UUID id) {
        return files.find(id).filter(file -> file.isOf(caller.seat()));
    }

    void insert(Post post) {
        var enclosed = post.content().enclosed();
        for (var i = 0; i < enclosed.pictures().size(); i++) {
            sql.insertInto(READING_PICTURE)
                    .set(READING_PICTURE.POST_ID, post.id())
                    .set(READING_PICTURE.PLACE, (short) (i + 1))
                    .set(READING_PICTURE.FILE_ID, enclosed.pictures().get(i))
                    .execute();
        }
        var voice = enclosed.voice();
        if (voice != null) {
            var file = files.find(voice.fileId()).orElseThrow();
            sql.insertInto(READING_VOICE)
                    .set(READING_VOICE.POST_ID, post.id())
                    .set(READING_VOICE.FILE_ID, file.id())
                    .set(READING_VOICE.LENGTH_MS, file.lengthMs())
                    .set(READING_VOICE.TRANSCRIPT, voice.transcript())
                    .execute();
        }
    }

    /** Its author has taken the post back. */
    void delete(UUID post) {
        sql.deleteFrom(READING_PICTURE).where(READING_PICTURE.POST_ID.eq(post)).execute();
        sql.deleteFrom(READING_VOICE).where(READING_VOICE.POST_ID.eq(post)).execute();
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return enclosing(file).stream().anyMatch(posts::sees);
    }

    private List<UUID> enclosing(UUID file) {
        return sql.select(READING_PICTURE.POST_ID)
                .from(READING_PICTURE)
                .where(READING_PICTURE.FILE_ID.eq(file))
                .union(sql.select(READING_VOICE.POST_ID).from(READING_VOICE).where(READING_VOICE.FILE_ID.eq(file)))
                .fetch(READING_PICTURE.POST_ID);
    }

    @Override
    public Set<UUID> named(Collection<UUID> some) {
        return sql.select(READING_PICTURE.FILE_ID)
                .from(READING_PICTURE)
                .where(READING_PICTURE.FILE_ID.in(some))
                .union(sql.select(READING_VOICE.FILE_ID).from(READING_VOICE).where(READING_VOICE.FILE_ID.in(some)))
                .fetchSet(READING_PICTURE.FILE_ID);
    }
}
