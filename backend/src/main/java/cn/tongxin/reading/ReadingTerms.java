package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.READING_TERM;

import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The SQL of reading terms. */
@Singleton
class ReadingTerms {
    private static final Field<Integer> GROUPS = groups(DSL.noCondition()).as("groups");
    private static final Field<Integer> OPEN_GROUPS =
            groups(READING_GROUP.STATUS.notIn("CLOSED", "ARCHIVED")).as("open_groups");
    private static final Field<Integer> BEGUN_GROUPS = groups(
                    READING_GROUP.STATUS.notIn(Stream.of(ReadingGroupStatus.values())
                            .filter(status -> !status.isBegun())
                            .map(Enum::name)
                            .toList()))
            .as("begun_groups");

    /** People, each once however many groups of the term he is in. */
    private static final Field<Integer> JOINED = people(DSL.noCondition()).as("joined");

    private static final Field<Integer> CONTRIBUTED = people(DSL.exists(DSL.selectOne()
                    .from(READING_POST)
                    .where(READING_POST.GROUP_ID.eq(READING_MEMBER.GROUP_ID))
                    .and(READING_POST.AUTHOR_ID.eq(READING_MEMBER.SEAT_ID))
                    .and(READING_POST.STATUS.eq(Post.Status.VISIBLE.name()))))
            .as("contributed");

    private final DSLContext sql;

    ReadingTerms(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A term with how many groups it has, how many of them have not been closed, and how many have begun; and of the {@code
     * joined} people who are in them, how many have written something that is seen.
     */
    record Found(ReadingTerm term, int groups, int openGroups, int begunGroups, int joined, int contributed) {
        /** Once a group has begun, its term was open and running; only its wrapping up is taken back. */
        boolean goesBack() {
            return term.status() == ReadingTerm.Status.WRAPPING
                    || (term.status().before() != null && begunGroups == 0);
        }
    }

    /** The latest first; a committee has two a year. */
    List<Found> all() {
        return select(DSL.noCondition());
    }

    Optional<Found> find(UUID id) {
        return select(READING_TERM.ID.eq(id)).stream().findFirst();
    }

    Found get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    boolean takes(UUID id) {
        return find(id).filter(found -> found.term().status().takesGroups()).isPresent();
    }

    /** False where the id is taken already. */
    boolean insert(ReadingTerm term, Instant now) {
        return sql.insertInto(READING_TERM)
                        .set(READING_TERM.ID, term.id())
                        .set(READING_TERM.VERSION, term.version())
                        .set(READING_TERM.STATUS, term.status().name())
                        .set(READING_TERM.NAME, term.name())
                        .set(READING_TERM.STARTS_ON, term.startsOn())
                        .set(READING_TERM.ENDS_ON, term.endsOn())
                        .set(READING_TERM.CREATED_AT, now)
                        .set(READING_TERM.UPDATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(ReadingTerm next, Instant now) {
        var updated = sql.update(READING_TERM)
                .set(READING_TERM.VERSION, next.version())
                .set(READING_TERM.STATUS, next.status().name())
                .set(READING_TERM.NAME, next.name())
                .set(READING_TERM.STARTS_ON, next.startsOn())
                .set(READING_TERM.ENDS_ON, next.endsOn())
                .set(READING_TERM.UPDATED_AT, now)
                .where(READING_TERM.ID.eq(next.id()))
                .and(READING_TERM.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw changedMeanwhile();
        }
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("reading.term-version", "Somebody has changed this term meanwhile.");
    }

    private List<Found> select(Condition which) {
        return sql.select(READING_TERM.fields())
                .select(GROUPS, OPEN_GROUPS, BEGUN_GROUPS, JOINED, CONTRIBUTED)
                .from(READING_TERM)
                .where(which)
                .orderBy(READING_TERM.STARTS_ON.desc(), READING_TERM.ID.desc())
                .fetch(row -> new Found(
                        new ReadingTerm(
                                row.get(READING_TERM.ID),
                                row.get(READING_TERM.VERSION),
                                ReadingTerm.Status.valueOf(row.get(READING_TERM.STATUS)),
                                row.get(READING_TERM.NAME),
                                row.get(READING_TERM.STARTS_ON),
                                row.get(READING_TERM.ENDS_ON)),
                        row.get(GROUPS),
                        row.get(OPEN_GROUPS),
                        row.get(BEGUN_GROUPS),
                        row.get(JOINED),
                        row.get(CONTRIBUTED)));
    }

    private static Field<Integer> people(Condition which) {
        return DSL.field(DSL.select(DSL.countDistinct(READING_MEMBER.SEAT_ID))
                .from(READING_MEMBER)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_MEMBER.GROUP_ID))
                .where(READING_GROUP.TERM_ID.eq(READING_TERM.ID))
                .and(READING_MEMBER.LEFT_AT.isNull())
                .and(which));
    }

    private static Field<Integer> groups(Condition which) {
        return DSL.field(DSL.selectCount()
                .from(READING_GROUP)
                .where(READING_GROUP.TERM_ID.eq(READING_TERM.ID))
                .and(which));
    }
}
