package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_SESSION;

import cn.tongxin.history.History;
import cn.tongxin.schedule.TimedMove;
import cn.tongxin.schedule.Timetable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;

/** What time does to reading groups (domain §3.7). What was brought in from the past is left as it was. */
@Factory
class ReadingTimes {
    private static final int ALARM_DAYS = 2;

    private final ReadingGroups groups;
    private final ReadingActions actions;
    private final Timetable timetable;
    private final History history;
    private final DSLContext sql;

    ReadingTimes(ReadingGroups groups, ReadingActions actions, Timetable timetable, History history, DSLContext sql) {
        this.groups = groups;
        this.actions = actions;
        this.timetable = timetable;
        this.history = history;
        this.sql = sql;
    }

    /** An approved group begins on its first day; where its roster is not complete its owner and the office hear of it. */
    @Singleton
    @Named("reading.opening")
    TimedMove opening() {
        return new TimedMove() {
            @Override
            public String name() {
                return "reading.opening";
            }

            @Override
            public List<Due> due(LocalDate today, int limit) {
                return ready(today, timetable.isOpen(name(), READING_GROUP.ID, READING_GROUP.STARTS_ON))
                        .limit(limit)
                        .forUpdate()
                        .of(READING_GROUP)
                        .skipLocked()
                        .fetch(row -> new Due(row.value1(), row.value2()));
            }

            @Override
            public void make(Due due) {
                var group = groups.get(due.id());
                var gaps = actions.gaps(group);
                if (actions.isReady(group)) {
                    actions.change("reading.opened", group, new ReadingMove.Open());
                } else if (!gaps.isEmpty()) {
                    history.record(ReadingActions.line("reading.not-opened", group)
                            .with("theme", group.plan().theme())
                            .with("week", gaps.getFirst()));
                }
            }
        };
    }

    /** What could not begin on its first day begins as soon as its roster is complete and somebody owns it. */
    @Singleton
    @Named("reading.late-opening")
    TimedMove lateOpening() {
        return new TimedMove() {
            @Override
            public String name() {
                return "reading.late-opening";
            }

            @Override
            public List<Due> due(LocalDate today, int limit) {
                var late = READING_GROUP
                        .ENDS_ON
                        .ge(today)
                        .andNot(timetable.isOpen("reading.opening", READING_GROUP.ID, READING_GROUP.STARTS_ON))
                        .and(timetable.isOpen(name(), READING_GROUP.ID, DSL.val(today)));
                return ready(today, late).forUpdate().of(READING_GROUP).skipLocked().fetch(row -> row.value1()).stream()
                        .filter(id -> actions.isReady(groups.get(id)))
                        .limit(limit)
                        .map(id -> new Due(id, today))
                        .toList();
            }

            @Override
            public void make(Due due) {
                actions.change("reading.opened", groups.get(due.id()), new ReadingMove.Open());
            }
        };
    }

    /** Two days before a week without a host begins, those who run the group and the office hear of it. */
    @Singleton
    @Named("reading.host-missing")
    TimedMove hostMissing() {
        return new TimedMove() {
            @Override
            public String name() {
                return "reading.host-missing";
            }

            @Override
            public List<Due> due(LocalDate today, int limit) {
                return weeks(today)
                        .flatMap(monday -> missing(monday, today, limit))
                        .limit(limit)
                        .toList();
            }

            private Stream<Due> missing(LocalDate monday, LocalDate today, int limit) {
                var week = DSL.val(monday);
                var sunday = monday.plusDays(6);
                return sql
                        .select(READING_GROUP.ID)
                        .from(READING_GROUP)
                        .where(READING_GROUP.STATUS.eq(ReadingGroupStatus.ACTIVE.name()))
                        .and(READING_GROUP.IMPORTED.isFalse())
                        .and(READING_GROUP.STARTS_ON.le(sunday))
                        .and(READING_GROUP.ENDS_ON.ge(later(monday, today)))
                        .and(DSL.notExists(DSL.selectOne()
                                .from(READING_SESSION)
                                .where(READING_SESSION.GROUP_ID.eq(READING_GROUP.ID))
                                .and(ReadingSessions.isHosted())
                                .and(READING_SESSION.STATUS.ne(ReadingSession.Status.CANCELLED.name()))
                                .and(READING_SESSION.STARTS_ON.le(sunday))
                                .and(READING_SESSION.ENDS_ON.ge(monday))))
                        .and(timetable.isOpen(name(), READING_GROUP.ID, week))
                        .orderBy(READING_GROUP.ID)
                        .limit(limit)
                        .forUpdate()
                        .of(READING_GROUP)
                        .skipLocked()
                        .fetch(row -> new Due(row.value1(), monday))
                        .stream();
            }

            @Override
            public void make(Due due) {
                var group = groups.get(due.id());
                history.record(ReadingActions.line("reading.host-missing", group)
                        .with("theme", group.plan().theme())
                        .with("week", due.deadline()));
            }
        };
    }

    /** Approved groups whose first day has come, the earliest first. */
    private SelectLimitStep<Record2<UUID, LocalDate>> ready(LocalDate today, Condition when) {
        return sql.select(READING_GROUP.ID, READING_GROUP.STARTS_ON)
                .from(READING_GROUP)
                .where(READING_GROUP.STATUS.eq(ReadingGroupStatus.APPROVED.name()))
                .and(READING_GROUP.STARTS_ON.le(today))
                .and(READING_GROUP.IMPORTED.isFalse())
                .and(when)
                .orderBy(READING_GROUP.STARTS_ON, READING_GROUP.ID);
    }

    /** This week, and the next one from two days before it on. */
    private static Stream<LocalDate> weeks(LocalDate today) {
        return Stream.of(Roster.monday(today), Roster.monday(today.plusDays(ALARM_DAYS)))
                .distinct();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
