package cn.tongxin.committee;

import cn.tongxin.shared.ReadOnce;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The committee's calendar as features ask for it, inside their transaction: working days, deadlines, session periods. */
@Singleton
public class Calendar {
    private final Holidays holidays;
    private final Sessions sessions;
    private final Clock clock;
    private final ReadOnce<WorkingDays> workingDays = new ReadOnce<>();
    private final ReadOnce<SessionPeriods> sessionPeriods = new ReadOnce<>();

    Calendar(Holidays holidays, Sessions sessions, Clock clock) {
        this.holidays = holidays;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Today in China. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public WorkingDays workingDays() {
        return workingDays.get(
                () -> new WorkingDays(holidays.yearsWithNotice(), holidays.national(), holidays.local()));
    }

    /** The session in whose period a day lies; none for no day, and none before the first plenary we know of. */
    public @Nullable UUID sessionOn(@Nullable LocalDate day) {
        return day == null
                ? null
                : sessionPeriods().on(day).map(PlenarySession::id).orElse(null);
    }

    public SessionPeriods sessionPeriods() {
        return sessionPeriods.get(sessions::sessionPeriods);
    }
}
