package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.READING_BOOK;
import static cn.tongxin.db.cell.Tables.READING_DIGEST;
import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.READING_REPORT;
import static cn.tongxin.db.cell.Tables.READING_SESSION;
import static cn.tongxin.db.cell.Tables.READING_SWAP;

import cn.tongxin.reading.Audience;
import cn.tongxin.reading.MissingHosts;
import cn.tongxin.reading.Orphaned;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Reading groups and books that wait for their owner or for the study office. Reading itself is never a duty. */
@Singleton
class WaitingReading implements Waiting {
    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        var office = caller.has(Role.STUDY_STAFF);
        if (office || caller.isMember()) {
            var ours = office ? DSL.noCondition() : READING_GROUP.OWNER_ID.eq(caller.seat());
            var moderated = office ? DSL.noCondition() : moderated(caller);
            all.add(WaitingQuery.of(
                            Todo.Verb.OPEN_GROUP,
                            "reading_group",
                            READING_GROUP,
                            ours.and(READING_GROUP.STATUS.eq("APPROVED"))
                                    .and(READING_GROUP.STARTS_ON.le(today))
                                    .and(READING_GROUP.ENDS_ON.ge(today)))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_GROUP.STARTS_ON));
            all.add(WaitingQuery.of(
                            Todo.Verb.CHECK_POST,
                            "reading_group",
                            READING_POST.join(READING_GROUP).on(READING_GROUP.ID.eq(READING_POST.GROUP_ID)),
                            moderated
                                    .and(READING_POST
                                            .STATUS
                                            .eq("HELD")
                                            .or(READING_POST
                                                    .STATUS
                                                    .eq("VISIBLE")
                                                    .and(isReported())))
                                    .and(READING_GROUP.STATUS.in("ACTIVE", "PAUSED", "CLOSING")))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_POST.CREATED_AT));
        }
        if (office || caller.isMember()) {
            var ours = office ? DSL.noCondition() : READING_GROUP.OWNER_ID.eq(caller.seat());
            var theirs = READING_GROUP.IMPORTED.isFalse().and(ours);
            all.add(WaitingQuery.of(
                            Todo.Verb.WRAP_GROUP,
                            "reading_group",
                            READING_GROUP,
                            theirs.and(READING_GROUP.STATUS.in("ACTIVE", "PAUSED"))
                                    .and(READING_GROUP.ENDS_ON.lt(today)))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_GROUP.ENDS_ON));
            all.add(group(
                    Todo.Verb.SUM_UP_GROUP,
                    theirs.and(READING_GROUP.STATUS.eq("CLOSING")).and(READING_GROUP.SUMMARY.isNull())));
        }
        if (office) {
            all.add(group(Todo.Verb.APPROVE_GROUP, READING_GROUP.STATUS.eq("SUBMITTED")));
            all.add(WaitingQuery.of(
                            Todo.Verb.APPROVE_NOTE,
                            "reading_group",
                            READING_POST.join(READING_GROUP).on(READING_GROUP.ID.eq(READING_POST.GROUP_ID)),
                            READING_POST
                                    .EXCELLENT_ON
                                    .isNotNull()
                                    .and(READING_POST.APPROVED_ON.isNull())
                                    .and(READING_GROUP.STATUS.ne("ARCHIVED")))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_POST.EXCELLENT_ON));
            all.add(WaitingQuery.of(
                            Todo.Verb.REVIEW_BOOK,
                            "reading_book",
                            READING_BOOK,
                            READING_BOOK.STATUS.in("RECOMMENDED", "REVIEWED"))
                    .showing(READING_BOOK.ID, READING_BOOK.TITLE, READING_BOOK.UPDATED_AT));
        }
        if (office || caller.isMember()) {
            all.add(group(
                    Todo.Verb.PICK_OWNER,
                    READING_GROUP
                            .STATUS
                            .notIn("CLOSED", "ARCHIVED")
                            .and(READING_GROUP.IMPORTED.isFalse())
                            .and(Orphaned.ownerIsGone())
                            .and(office ? DSL.noCondition() : picksOwner(caller))));
            all.add(WaitingQuery.of(
                            Todo.Verb.MISSING_HOST,
                            "reading_group",
                            READING_GROUP,
                            MissingHosts.alarming(today).and(office ? DSL.noCondition() : moderated(caller)))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, DSL.val(today)));
        }
        if (caller.isMember()) {
            all.add(group(
                    Todo.Verb.OPEN_WITH_WORDS,
                    READING_GROUP.OWNER_ID.eq(caller.seat()).and(lacksOpeningWords(today))));
            all.add(group(
                    Todo.Verb.REVISE_GROUP,
                    READING_GROUP.STATUS.eq("RETURNED").and(READING_GROUP.OWNER_ID.eq(caller.seat()))));
            all.add(WaitingQuery.of(
                            Todo.Verb.HOST_SESSION,
                            "reading_group",
                            READING_SESSION.join(READING_GROUP).on(READING_GROUP.ID.eq(READING_SESSION.GROUP_ID)),
                            READING_SESSION
                                    .HOST_ID
                                    .eq(caller.seat())
                                    .and(READING_SESSION.STATUS.eq("PLANNED"))
                                    .and(READING_GROUP.STATUS.eq("ACTIVE"))
                                    .and(READING_SESSION.STARTS_ON.le(today.plusDays(1)))
                                    .and(isIn(caller)))
                    .showing(READING_GROUP.ID, READING_SESSION.TOPIC, READING_SESSION.STARTS_ON)
                    .until(READING_SESSION.ENDS_ON));
            all.add(digest(caller, today));
            all.add(swap(
                    Todo.Verb.ANSWER_SWAP,
                    READING_SWAP.STATUS.eq("REQUESTED").and(READING_SWAP.TO_ID.eq(caller.seat()))));
        }
        if (office || caller.isMember()) {
            all.add(swap(
                    Todo.Verb.CONFIRM_SWAP,
                    READING_SWAP.STATUS.eq("ACCEPTED").and(office ? DSL.noCondition() : moderated(caller))));
        }
        return all.stream();
    }

    private static WaitingQuery group(Todo.Verb verb, Condition which) {
        return WaitingQuery.of(verb, "reading_group", READING_GROUP, which)
                .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_GROUP.UPDATED_AT);
    }

    /** The groups of which this seat hosted last week, and nobody has said what came of it. */
    private static WaitingQuery digest(Caller caller, LocalDate today) {
        var monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        var hosted = DSL.exists(DSL.selectOne()
                .from(READING_SESSION)
                .where(READING_SESSION.GROUP_ID.eq(READING_GROUP.ID))
                .and(READING_SESSION.HOST_ID.eq(caller.seat()))
                .and(READING_SESSION.STATUS.ne("CANCELLED"))
                .and(READING_SESSION.STARTS_ON.le(monday.plusDays(6)))
                .and(READING_SESSION.ENDS_ON.ge(monday)));
        var settled = DSL.exists(DSL.selectOne()
                .from(READING_DIGEST)
                .where(READING_DIGEST.GROUP_ID.eq(READING_GROUP.ID))
                .and(READING_DIGEST.MONDAY.eq(monday))
                .and(READING_DIGEST.STATUS.in("PUBLISHED", "NONE")));
        return WaitingQuery.of(
                        Todo.Verb.WRITE_DIGEST,
                        "reading_group",
                        READING_GROUP,
                        READING_GROUP
                                .STATUS
                                .in("ACTIVE", "PAUSED", "CLOSING")
                                .and(READING_GROUP.IMPORTED.isFalse())
                                .and(READING_GROUP.OPENED_ON.le(monday.plusDays(6)))
                                .and(hosted)
                                .andNot(settled))
                .showing(READING_GROUP.ID, READING_GROUP.THEME, DSL.val(monday));
    }

    /** Whoever has left the group hosts nothing in it. */
    private static Condition isIn(Caller caller) {
        return READING_GROUP.ID.in(mine(caller));
    }

    /** An owner opens his group with words of his own; after two weeks nobody waits for them any more. */
    private static Condition lacksOpeningWords(LocalDate today) {
        return READING_GROUP
                .STATUS
                .eq("ACTIVE")
                .and(READING_GROUP.IMPORTED.isFalse())
                .and(READING_GROUP.OPENED_ON.gt(today.minusWeeks(2)))
                .andNotExists(DSL.selectOne()
                        .from(READING_POST)
                        .where(READING_POST.GROUP_ID.eq(READING_GROUP.ID))
                        .and(READING_POST.AUTHOR_ID.eq(READING_GROUP.OWNER_ID))
                        .and(READING_POST.KIND.eq("LEAD")));
    }

    private static Condition isReported() {
        return READING_POST.ID.in(
                DSL.select(READING_REPORT.POST_ID).from(READING_REPORT).where(READING_REPORT.SETTLED_AT.isNull()));
    }

    /** The groups of which this member is owner, co-owner or secretary. */
    private static Condition moderated(Caller caller) {
        return READING_GROUP
                .OWNER_ID
                .eq(caller.seat())
                .or(READING_GROUP.ID.in(mine(caller).and(READING_MEMBER.PART.ne("READER"))));
    }

    /** Its co-owner says who owns it from now on; where there is none a director, of a group that members see. */
    private static Condition picksOwner(Caller caller) {
        var coOwned = READING_GROUP.ID.in(mine(caller).and(READING_MEMBER.PART.eq("CO_OWNER")));
        if (!caller.has(Role.COMMITTEE_DIRECTOR)) {
            return coOwned;
        }
        var seen = READING_GROUP
                .OPENED_ON
                .isNotNull()
                .and(READING_GROUP.VISIBILITY.in("MEMBERS", "GUESTS").or(Audience.includes(caller.seat())))
                .or(READING_GROUP.ID.in(mine(caller)));
        return coOwned.or(Orphaned.condition().and(seen));
    }

    private static SelectConditionStep<Record1<UUID>> mine(Caller caller) {
        return DSL.select(READING_MEMBER.GROUP_ID)
                .from(READING_MEMBER)
                .where(READING_MEMBER.SEAT_ID.eq(caller.seat()))
                .and(READING_MEMBER.LEFT_AT.isNull());
    }

    private static WaitingQuery swap(Todo.Verb verb, Condition which) {
        return WaitingQuery.of(
                        verb,
                        "reading_group",
                        READING_SWAP
                                .join(READING_SESSION)
                                .on(READING_SESSION.ID.eq(READING_SWAP.SESSION_ID))
                                .join(READING_GROUP)
                                .on(READING_GROUP.ID.eq(READING_SESSION.GROUP_ID)),
                        which.and(READING_GROUP.STATUS.in("APPROVED", "ACTIVE", "PAUSED")))
                .showing(READING_GROUP.ID, READING_SESSION.TOPIC, READING_SWAP.ASKED_AT)
                .until(READING_SESSION.STARTS_ON);
    }
}
