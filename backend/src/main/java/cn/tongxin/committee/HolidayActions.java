package cn.tongxin.committee;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import cn.tongxin.committee.CommitteePolicy.Matter;
import cn.tongxin.committee.SpecialDay.Kind;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** A committee's own days off, and days worked for them. Dates that stand already are not moved. */
@Singleton
class HolidayActions {
    private final Holidays holidays;
    private final History history;

    HolidayActions(Holidays holidays, History history) {
        this.holidays = holidays;
        this.history = history;
    }

    @Transactional
    SpecialDay put(SpecialDay asked) {
        CommitteePolicy.check(Caller.current(), Matter.HOLIDAY);
        var weekday = asked.day().getDayOfWeek();
        new Fields()
                .check(
                        "day",
                        asked.day().getYear() >= 2000 && asked.day().getYear() <= 2199,
                        "out-of-range",
                        "2000 to 2199.")
                .required("name", asked.name())
                .maxLength("name", asked.name(), 40)
                .check(
                        "kind",
                        asked.kind() == Kind.HOLIDAY || weekday == SATURDAY || weekday == SUNDAY,
                        "not-a-weekend",
                        "Only a weekend day makes up for another.")
                .orRefuse();
        var day = new SpecialDay(asked.day(), asked.kind(), asked.name().strip());
        var id = holidays.findLocal(day.day()).orElseGet(Ids::next);
        holidays.put(id, day);
        history.record(Line.of("holiday.put", "holiday", id)
                .with("day", day.day())
                .with("kind", day.kind())
                .with("name", day.name()));
        return day;
    }

    @Transactional
    void remove(LocalDate day) {
        CommitteePolicy.check(Caller.current(), Matter.HOLIDAY);
        var id = holidays.findLocal(day).orElseThrow(Refusal::notFound);
        holidays.delete(id);
        history.record(Line.of("holiday.removed", "holiday", id).with("day", day));
    }
}
