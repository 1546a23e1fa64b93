package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_FOLLOWED_TOPIC;
import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_GROUP_CLOCK;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_MENTION;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.READING_SESSION;
import static cn.tongxin.db.cell.Tables.READING_VISIT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of reading groups. */
@Singleton
class ReadingGroups {
    private static final int UNREAD_SHOWN = 100;
    private static final Field<Integer> MEMBERS = DSL.field(DSL.selectCount()
                    .from(READING_MEMBER)
                    .where(READING_MEMBER.GROUP_ID.eq(READING_GROUP.ID))
                    .and(READING_MEMBER.LEFT_AT.isNull()))
            .as("members");

    /** Of those in a group, how many have written something that is seen. */
    private static final Field<Integer> CONTRIBUTED = DSL.field(DSL.selectCount()
            .from(READING_MEMBER)
            .where(READING_MEMBER.GROUP_ID.eq(READING_GROUP.ID))
            .and(READING_MEMBER.LEFT_AT.isNull())
            .andExists(DSL.selectOne()
                    .from(READING_POST)
                    .where(READING_POST.GROUP_ID.eq(READING_MEMBER.GROUP_ID))
                    .and(READING_POST.AUTHOR_ID.eq(READING_MEMBER.SEAT_ID))
                    .and(READING_POST.STATUS.eq(Post.Status.VISIBLE.name()))));

    private static final Field<Boolean> ORPHANED =
            DSL.field(Orphaned.condition()).as("orphaned");

    private final DSLContext sql;
    private final Calendar calendar;

    ReadingGroups(DSLContext sql, Calendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    /**
     * A group as one seat finds it: {@code unread} counts to a hundred and no further; {@code
     * contributed} of the {@code members} have written, counted for the office; {@code orphaned} where its owner no longer
     * sits and nobody is co-owner; {@code belongs} where the seat is of the section that it is for, which is named {@code
     * section}; {@code place} at which the seat waits among the {@code waiters}.
     */
    record Found(
            ReadingGroup group,
            String ownerName,
            int members,
            @Nullable Integer contributed,
            long lastSeq,
            long change,
            Part part,
            long readSeq,
            int unread,
            int mentioned,
            boolean muted,
            boolean orphaned,
            boolean belongs,
            @Nullable String section,
            int waiters,
            @Nullable Integer place,
            List<GroupBooks.Named> books) {
        Footing footing() {
            return new Footing(group, part, belongs);
        }

        boolean isFull() {
            var capacity = group.plan().capacity();
            return capacity != null && members >= capacity;
        }
    }

    /** What a list is narrowed to: {@code words} that stand, each of them, in theme, book or introduction. */
    record Filter(
            @Nullable ReadingGroupStatus status,
            boolean mine,
            @Nullable UUID term,
            @Nullable String words) {}

    ReadingGroup get(UUID id) {
        return sql.select(READING_GROUP.fields())
                .from(READING_GROUP)
                .where(READING_GROUP.ID.eq(id))
                .fetchOptional(ReadingGroups::read)
                .orElseThrow(Refusal::notFound);
    }

    /** The groups of a term that somebody of another committee still visits. */
    List<ReadingGroup> visitedIn(UUID term) {
        return sql.select(READING_GROUP.fields())
                .from(READING_GROUP)
                .where(READING_GROUP.TERM_ID.eq(term))
                .andExists(DSL.selectOne()
                        .from(READING_VISIT)
                        .where(READING_VISIT.GROUP_ID.eq(READING_GROUP.ID))
                        .and(READING_VISIT.ENDED_AT.isNull()))
                .fetch(ReadingGroups::read);
    }

    Optional<ReadingGroup> findImported(String ref) {
        return sql.select(READING_GROUP.fields())
                .from(READING_GROUP)
                .where(READING_GROUP.IMPORT_REF.eq(ref))
                .fetchOptional(ReadingGroups::read);
    }

    Optional<Found> find(UUID id, @Nullable UUID seat) {
        return found(READING_GROUP.ID.eq(id), seat, false, 1).stream().findFirst();
    }

    Optional<Found> find(UUID id, Caller caller) {
        return found(READING_GROUP.ID.eq(id), caller.seat(), ReadingPolicy.isStaff(caller), 1).stream()
                .findFirst();
    }

    /** How a seat stands in a group; 404 where there is none. */
    Footing footing(UUID id, @Nullable UUID seat) {
        return Optional.ofNullable(footings(List.of(id), seat).get(id)).orElseThrow(Refusal::notFound);
    }

    /** How a seat stands in each of those groups. */
    Map<UUID, Footing> footings(Collection<UUID> ids, @Nullable UUID seat) {
        var belongs = DSL.field(Audience.includes(seat));
        return sql.select(READING_GROUP.fields())
                .select(READING_MEMBER.PART, READING_MEMBER.LEFT_AT, belongs)
                .from(READING_GROUP)
                .leftJoin(READING_MEMBER)
                .on(isMine(seat))
                .where(READING_GROUP.ID.in(ids))
                .fetchMap(
                        READING_GROUP.ID,
                        row -> new Footing(
                                read(row),
                                Participants.partOf(row.get(READING_MEMBER.PART), row.get(READING_MEMBER.LEFT_AT)),
                                row.get(belongs)));
    }

    /** Latest beginning first. */
    List<Found> page(Caller caller, Filter filter, @Nullable Cursor after, int limit) {
        return found(
                visible(caller).and(of(filter)).and(before(after)),
                caller.seat(),
                ReadingPolicy.isStaff(caller),
                limit + 1);
    }

    /** Those that run, or wait to begin, between two days; two hundred at the most. */
    List<Found> running(Caller caller, LocalDate from, LocalDate to) {
        var running = READING_GROUP
                .STATUS
                .in(
                        ReadingGroupStatus.APPROVED.name(),
                        ReadingGroupStatus.ACTIVE.name(),
                        ReadingGroupStatus.PAUSED.name())
                .and(READING_GROUP.STARTS_ON.le(to))
                .and(READING_GROUP.ENDS_ON.ge(from));
        return found(visible(caller).and(running), caller.seat(), false, 200);
    }

    long count(Caller caller, Filter filter) {
        return sql.fetchCount(sql.selectOne()
                .from(READING_GROUP)
                .leftJoin(READING_MEMBER)
                .on(isMine(caller.seat()))
                .where(visible(caller).and(of(filter))));
    }

    private List<Found> found(Condition which, @Nullable UUID seat, boolean counting, int limit) {
        var belongs = DSL.field(Audience.includes(seat)).as("belongs");
        var place = WaitingList.place(seat);
        var contributed = (counting ? CONTRIBUTED : DSL.inline((Integer) null)).as("contributed");
        // Compared with the bare column and counted in order, the index of places serves; who never joined has no
        // unread.
        var mentions = READING_MENTION.POST_ID.eq(READING_POST.ID).and(READING_MENTION.SEAT_ID.eq(seat));
        var behind = READING_POST
                .GROUP_ID
                .eq(READING_GROUP.ID)
                .and(READING_POST.SEQ.gt(READING_MEMBER.READ_SEQ))
                .and(READING_POST.STATUS.eq(Post.Status.VISIBLE.name()))
                .and(READING_POST.AUTHOR_ID.isDistinctFrom(seat));
        var unread = DSL.field(DSL.selectCount()
                        .from(DSL.selectOne()
                                .from(READING_POST)
                                .where(behind)
                                .and(DSL.coalesce(READING_MEMBER.MUTED, false)
                                        .isFalse()
                                        .or(READING_POST.TOPIC.in(DSL.select(READING_FOLLOWED_TOPIC.TOPIC)
                                                .from(READING_FOLLOWED_TOPIC)
                                                .where(READING_FOLLOWED_TOPIC.GROUP_ID.eq(READING_GROUP.ID))
                                                .and(READING_FOLLOWED_TOPIC.SEAT_ID.eq(seat))))
                                        .or(DSL.exists(DSL.selectOne()
                                                .from(READING_MENTION)
                                                .where(mentions))))
                                .orderBy(READING_POST.SEQ)
                                .limit(UNREAD_SHOWN)))
                .as("unread");
        var mentioned = DSL.field(DSL.selectCount()
                        .from(READING_MENTION)
                        .join(READING_POST)
                        .on(mentions)
                        .where(READING_MENTION.SEAT_ID.eq(seat))
                        .and(READING_MENTION.GROUP_ID.eq(READING_GROUP.ID))
                        .and(READING_MENTION.SEQ.gt(READING_MEMBER.READ_SEQ))
                        .and(behind))
                .as("mentioned");
        return sql.select(READING_GROUP.fields())
                .select(SEAT.NAME, READING_GROUP_CLOCK.SEQ, READING_GROUP_CLOCK.CHANGE)
                .select(READING_MEMBER.PART, READING_MEMBER.LEFT_AT, READING_MEMBER.MUTED)
                .select(DSL.coalesce(READING_MEMBER.READ_SEQ, 0L).as("read_seq"))
                .select(MEMBERS, contributed, unread, mentioned, ORPHANED, GroupBooks.NAMED)
                .select(belongs, Audience.NAME, WaitingList.WAITERS, place)
                .from(READING_GROUP)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_GROUP.OWNER_ID))
                .join(READING_GROUP_CLOCK)
                .on(READING_GROUP_CLOCK.GROUP_ID.eq(READING_GROUP.ID))
                .leftJoin(READING_MEMBER)
                .on(isMine(seat))
                .where(which)
                .orderBy(READING_GROUP.STARTS_ON.desc(), READING_GROUP.ID.desc())
                .limit(limit)
                .fetch(row -> {
                    var part = Participants.partOf(row.get(READING_MEMBER.PART), row.get(READING_MEMBER.LEFT_AT));
                    return new Found(
                            read(row),
                            row.get(SEAT.NAME),
                            row.get("members", Integer.class),
                            row.get("contributed", Integer.class),
                            row.get(READING_GROUP_CLOCK.SEQ),
                            row.get(READING_GROUP_CLOCK.CHANGE),
                            part,
                            row.get("read_seq", Long.class),
                            part.isIn() ? row.get("unread", Integer.class) : 0,
                            part.isIn() ? row.get("mentioned", Integer.class) : 0,
                            part.isIn() && row.get(READING_MEMBER.MUTED),
                            row.get(ORPHANED),
                            row.get(belongs),
                            row.get(Audience.NAME),
                            row.get(WaitingList.WAITERS),
                            row.get(place) == 0 ? null : row.get(place),
                            row.get(GroupBooks.NAMED));
                });
    }

    private static Condition isMine(@Nullable UUID seat) {
        return READING_MEMBER.GROUP_ID.eq(READING_GROUP.ID).and(READING_MEMBER.SEAT_ID.eq(seat));
    }

    /** The same that {@link ReadingPolicy#sees} says of one group. */
    private static Condition visible(Caller caller) {
        if (ReadingPolicy.isStaff(caller)) {
            return DSL.trueCondition();
        }
        var joined = READING_MEMBER.JOINED_AT.isNotNull().and(READING_MEMBER.LEFT_AT.isNull());
        var open = READING_GROUP.STATUS.notIn(Arrays.stream(ReadingGroupStatus.values())
                .filter(status -> !status.isBegun())
                .map(Enum::name)
                .toList());
        if (caller.isMember()) {
            return READING_GROUP
                    .OWNER_ID
                    .eq(caller.seat())
                    .or(joined)
                    .or(open.and(READING_GROUP
                            .VISIBILITY
                            .in(ReadingGroup.Visibility.MEMBERS.name(), ReadingGroup.Visibility.GUESTS.name())
                            .or(Audience.includes(caller.seat()))));
        }
        if (ReadingPolicy.isVisiting(caller)) {
            return joined;
        }
        if (caller.has(Role.GUEST)) {
            return joined.or(open.and(READING_GROUP.VISIBILITY.eq(ReadingGroup.Visibility.GUESTS.name())));
        }
        return DSL.falseCondition();
    }

    private static Condition of(Filter filter) {
        var condition = filter.status() == null
                ? DSL.noCondition()
                : READING_GROUP.STATUS.eq(filter.status().name());
        if (filter.term() != null) {
            condition = condition.and(READING_GROUP.TERM_ID.eq(filter.term()));
        }
        condition = condition.and(
                Wording.in(filter.words(), READING_GROUP.THEME, READING_GROUP.BOOK, READING_GROUP.INTRODUCTION));
        return filter.mine()
                ? condition.and(READING_MEMBER.JOINED_AT.isNotNull()).and(READING_MEMBER.LEFT_AT.isNull())
                : condition;
    }

    private static Condition before(@Nullable Cursor after) {
        return after == null
                ? DSL.noCondition()
                : DSL.row(READING_GROUP.STARTS_ON, READING_GROUP.ID).lt(day(after), after.id());
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.key());
        } catch (java.time.format.DateTimeParseException _) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("after");
        }
    }

    static Cursor cursor(Found found) {
        return new Cursor(
                found.group().plan().startsOn().toString(), found.group().id());
    }

    /** False where the id is taken already. */
    boolean insert(ReadingGroup group) {
        var plan = group.plan();
        var inserted = sql.insertInto(READING_GROUP)
                .set(READING_GROUP.ID, group.id())
                .set(READING_GROUP.VERSION, group.version())
                .set(READING_GROUP.STATUS, group.status().name())
                .set(READING_GROUP.THEME, plan.theme())
                .set(READING_GROUP.BOOK, plan.book())
                .set(READING_GROUP.INTRODUCTION, plan.introduction())
                .set(READING_GROUP.STARTS_ON, plan.startsOn())
                .set(READING_GROUP.ENDS_ON, plan.endsOn())
                .set(READING_GROUP.VISIBILITY, plan.visibility().name())
                .set(READING_GROUP.SECTOR_ID, plan.sector())
                .set(READING_GROUP.SPECIAL_COMMITTEE_ID, plan.specialCommittee())
                .set(READING_GROUP.CAPACITY, plan.capacity())
                .set(READING_GROUP.REVIEW_FIRST, plan.reviewFirst())
                .set(READING_GROUP.CADENCE, plan.cadence().name())
                .set(READING_GROUP.TERM_ID, plan.termId())
                .set(READING_GROUP.OWNER_ID, group.ownerId())
                .set(READING_GROUP.CREATOR_ID, group.creatorId())
                .set(READING_GROUP.IMPORTED, group.importRef() != null)
                .set(READING_GROUP.IMPORT_REF, group.importRef())
                .set(READING_GROUP.CREATED_AT, group.createdAt())
                .set(READING_GROUP.UPDATED_AT, group.updatedAt())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return false;
        }
        sql.insertInto(READING_GROUP_CLOCK)
                .set(READING_GROUP_CLOCK.GROUP_ID, group.id())
                .set(READING_GROUP_CLOCK.SEQ, 0L)
                .set(READING_GROUP_CLOCK.CHANGE, 0L)
                .execute();
        return true;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(ReadingGroup next) {
        var plan = next.plan();
        var updated = sql.update(READING_GROUP)
                .set(READING_GROUP.VERSION, next.version())
                .set(READING_GROUP.STATUS, next.status().name())
                .set(READING_GROUP.THEME, plan.theme())
                .set(READING_GROUP.BOOK, plan.book())
                .set(READING_GROUP.INTRODUCTION, plan.introduction())
                .set(READING_GROUP.STARTS_ON, plan.startsOn())
                .set(READING_GROUP.ENDS_ON, plan.endsOn())
                .set(READING_GROUP.VISIBILITY, plan.visibility().name())
                .set(READING_GROUP.SECTOR_ID, plan.sector())
                .set(READING_GROUP.SPECIAL_COMMITTEE_ID, plan.specialCommittee())
                .set(READING_GROUP.CAPACITY, plan.capacity())
                .set(READING_GROUP.REVIEW_FIRST, plan.reviewFirst())
                .set(READING_GROUP.CADENCE, plan.cadence().name())
                .set(READING_GROUP.TERM_ID, plan.termId())
                .set(READING_GROUP.OWNER_ID, next.ownerId())
                .set(READING_GROUP.OPENED_ON, next.openedOn())
                // Set with the day, and as long as that stays so does it.
                .set(
                        READING_GROUP.SESSION_PERIOD_ID,
                        DSL.when(
                                        READING_GROUP.OPENED_ON.isNotDistinctFrom(next.openedOn()),
                                        READING_GROUP.SESSION_PERIOD_ID)
                                .otherwise(
                                        DSL.val(calendar.sessionOn(next.openedOn()), READING_GROUP.SESSION_PERIOD_ID)))
                .set(READING_GROUP.CLOSED_ON, next.closedOn())
                .set(READING_GROUP.PAUSED_ON, next.course().pausedOn())
                .set(READING_GROUP.WRAPPED_ON, next.course().wrappedOn())
                .set(READING_GROUP.REASON, next.course().reason())
                .set(READING_GROUP.SUMMARY, next.course().summary())
                .set(READING_GROUP.UPDATED_AT, next.updatedAt())
                .where(READING_GROUP.ID.eq(next.id()))
                .and(READING_GROUP.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw changedMeanwhile();
        }
    }

    /** With its roster, its members and its clock; only one without posts. */
    void delete(UUID id) {
        sql.deleteFrom(READING_SESSION).where(READING_SESSION.GROUP_ID.eq(id)).execute();
        sql.deleteFrom(READING_GROUP).where(READING_GROUP.ID.eq(id)).execute();
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("reading.version", "Somebody has changed this reading group meanwhile.");
    }

    static ReadingGroup read(Record row) {
        return new ReadingGroup(
                row.get(READING_GROUP.ID),
                row.get(READING_GROUP.VERSION),
                ReadingGroupStatus.valueOf(row.get(READING_GROUP.STATUS)),
                new ReadingGroup.Plan(
                        row.get(READING_GROUP.THEME),
                        row.get(READING_GROUP.BOOK),
                        row.get(READING_GROUP.INTRODUCTION),
                        row.get(READING_GROUP.STARTS_ON),
                        row.get(READING_GROUP.ENDS_ON),
                        ReadingGroup.Visibility.valueOf(row.get(READING_GROUP.VISIBILITY)),
                        Optional.ofNullable(row.get(READING_GROUP.SECTOR_ID))
                                .orElse(row.get(READING_GROUP.SPECIAL_COMMITTEE_ID)),
                        row.get(READING_GROUP.CAPACITY),
                        row.get(READING_GROUP.REVIEW_FIRST),
                        ReadingGroup.Cadence.valueOf(row.get(READING_GROUP.CADENCE)),
                        row.get(READING_GROUP.TERM_ID)),
                row.get(READING_GROUP.OWNER_ID),
                row.get(READING_GROUP.CREATOR_ID),
                new ReadingGroup.Course(
                        row.get(READING_GROUP.OPENED_ON),
                        row.get(READING_GROUP.CLOSED_ON),
                        row.get(READING_GROUP.PAUSED_ON),
                        row.get(READING_GROUP.WRAPPED_ON),
                        row.get(READING_GROUP.REASON),
                        row.get(READING_GROUP.SUMMARY)),
                row.get(READING_GROUP.IMPORT_REF),
                row.get(READING_GROUP.CREATED_AT),
                row.get(READING_GROUP.UPDATED_AT));
    }
}
