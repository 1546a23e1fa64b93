package cn.tongxin.committee;

import cn.tongxin.committee.SpecialDay.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The State Council's holiday notices, written down a second time from their text; the table in the database must agree. */
final class Notices {

    static final SortedMap<Integer, Notice> ALL = new TreeMap<>();

    static {
        new Notice(2023, 27, 7)
                .off("元旦", "2022-12-31", 3)
                .off("春节", "2023-01-21", 7)
                .work("春节", "2023-01-28", "2023-01-29")
                .off("清明节", "2023-04-05", 1)
                .off("劳动节", "2023-04-29", 5)
                .work("劳动节", "2023-04-23", "2023-05-06")
                .off("端午节", "2023-06-22", 3)
                .work("端午节", "2023-06-25")
                .off("中秋节、国庆节", "2023-09-29", 8)
                .work("中秋节、国庆节", "2023-10-07", "2023-10-08");
        new Notice(2024, 28, 8)
                .off("元旦", "2024-01-01", 1)
                .off("春节", "2024-02-10", 8)
                .work("春节", "2024-02-04", "2024-02-18")
                .off("清明节", "2024-04-04", 3)
                .work("清明节", "2024-04-07")
                .off("劳动节", "2024-05-01", 5)
                .work("劳动节", "2024-04-28", "2024-05-11")
                .off("端午节", "2024-06-10", 1)
                .off("中秋节", "2024-09-15", 3)
                .work("中秋节", "2024-09-14")
                .off("国庆节", "2024-10-01", 7)
                .work("国庆节", "2024-09-29", "2024-10-12");
        new Notice(2025, 28, 5)
                .off("元旦", "2025-01-01", 1)
                .off("春节", "2025-01-28", 8)
                .work("春节", "2025-01-26", "2025-02-08")
                .off("清明节", "2025-04-04", 3)
                .off("劳动节", "2025-05-01", 5)
                .work("劳动节", "2025-04-27")
                .off("端午节", "2025-05-31", 3)
                .off("国庆节、中秋节", "2025-10-01", 8)
                .work("国庆节、中秋节", "2025-09-28", "2025-10-11");
        new Notice(2026, 33, 6)
                .off("元旦", "2026-01-01", 3)
                .work("元旦", "2026-01-04")
                .off("春节", "2026-02-15", 9)
                .work("春节", "2026-02-14", "2026-02-28")
                .off("清明节", "2026-04-04", 3)
                .off("劳动节", "2026-05-01", 5)
                .work("劳动节", "2026-05-09")
                .off("端午节", "2026-06-19", 3)
                .off("中秋节", "2026-09-25", 3)
                .off("国庆节", "2026-10-01", 7)
                .work("国庆节", "2026-09-20", "2026-10-10");
    }

    static final class Notice {
        final int daysOff;
        final int madeUp;
        final List<SpecialDay> days = new ArrayList<>();

        Notice(int year, int daysOff, int madeUp) {
            this.daysOff = daysOff;
            this.madeUp = madeUp;
            ALL.put(year, this);
        }

        Notice off(String name, String first, int count) {
            var from = LocalDate.parse(first);
            from.datesUntil(from.plusDays(count)).forEach(day -> days.add(new SpecialDay(day, Kind.HOLIDAY, name)));
            return this;
        }

        Notice work(String name, String... madeUp) {
            for (var day : madeUp) {
                days.add(new SpecialDay(LocalDate.parse(day), Kind.MAKE_UP, name));
            }
            return this;
        }

        long count(Kind kind) {
            return days.stream().filter(day -> day.kind() == kind).count();
        }
    }

    static List<SpecialDay> days() {
        return ALL.values().stream().flatMap(notice -> notice.days.stream()).toList();
    }

    private Notices() {}
}
