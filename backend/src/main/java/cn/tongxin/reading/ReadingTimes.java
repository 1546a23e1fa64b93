package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;

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

    /** Two days before a week or, where the hosts change daily, a day without a host begins, those who run the group and the office hear of it. */
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
                return Stream.concat(
                                MissingHosts.weeks(today)
                                        .flatMap(monday -> missing(monday, MissingHosts.inWeek(monday, today), limit)),
                                MissingHosts.days(today).flatMap(day -> missing(day, MissingHosts.on(day), limit)))
                        .limit(limit)
                        .toList();
            }

            private Stream<Due> missing(LocalDate from, Condition which, int limit) {
                return sql
                        .select(READING_GROUP.ID)
                        .from(READING_GROUP)
                        .where(which)
                        .and(timetable.isOpen(name(), READING_GROUP.ID, DSL.val(from)))
                        .orderBy(READING_GROUP.ID)
                        .limit(limit)
                        .forUpdate()
                        .of(READING_GROUP)
                        .skipLocked()
                        .fetch(row -> new Due(row.value1(), from))
                        .stream();
            }

            @Override
            public void make(Due due) {
                var group = groups.get(due.id());
                var daily = group.plan().cadence() == ReadingGroup.Cadence.DAY;
                history.record(ReadingActions.line(daily ? "reading.day-host-missing" : "reading.host-missing", group)
                        .with("theme", group.plan().theme())
                        .with(daily ? "on" : "week", due.deadline()));
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
}
