package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_SESSION;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Groups under way that come to a week, or where the hosts change daily to a day, without a host. */
public final class MissingHosts {
    private MissingHosts() {}

    /** Those that alarm today. */
    public static Condition alarming(LocalDate today) {
        return DSL.or(Stream.concat(
                        weeks(today).map(monday -> inWeek(monday, today)),
                        days(today).map(MissingHosts::on))
                .toList());
    }

    /** This week, and the next one from two days before it on. */
    static Stream<LocalDate> weeks(LocalDate today) {
        return Stream.of(Roster.monday(today), Roster.monday(soon(today))).distinct();
    }

    static Stream<LocalDate> days(LocalDate today) {
        return today.datesUntil(soon(today).plusDays(1));
    }

    static Condition inWeek(LocalDate monday, LocalDate today) {
        var sunday = monday.plusDays(6);
        return underWay()
                .and(READING_GROUP.CADENCE.ne(ReadingGroup.Cadence.DAY.name()))
                .and(READING_GROUP.STARTS_ON.le(Roster.earlier(sunday, soon(today))))
                .and(READING_GROUP.ENDS_ON.ge(Roster.later(monday, today)))
                .and(isUnhosted(monday, sunday));
    }

    static Condition on(LocalDate day) {
        return underWay()
                .and(READING_GROUP.CADENCE.eq(ReadingGroup.Cadence.DAY.name()))
                .and(READING_GROUP.STARTS_ON.le(day))
                .and(READING_GROUP.ENDS_ON.ge(day))
                .and(isUnhosted(day, day));
    }

    private static LocalDate soon(LocalDate today) {
        return today.plusDays(Roster.ALARM_DAYS);
    }

    private static Condition underWay() {
        return READING_GROUP.STATUS.eq(ReadingGroupStatus.ACTIVE.name()).and(READING_GROUP.IMPORTED.isFalse());
    }

    private static Condition isUnhosted(LocalDate from, LocalDate to) {
        return DSL.notExists(DSL.selectOne()
                .from(READING_SESSION)
                .where(READING_SESSION.GROUP_ID.eq(READING_GROUP.ID))
                .and(ReadingSessions.isHosted())
                .and(READING_SESSION.STATUS.ne(ReadingSession.Status.CANCELLED.name()))
                .and(READING_SESSION.STARTS_ON.le(to))
                .and(READING_SESSION.ENDS_ON.ge(from)));
    }
}
