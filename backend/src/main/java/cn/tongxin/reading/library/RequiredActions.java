package cn.tongxin.reading.library;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Putting titles on the lists of required reading and taking them off; a member confirms with one tap. */
@Singleton
class RequiredActions {
    private final RequiredTitles titles;
    private final History history;
    private final Clock clock;

    RequiredActions(RequiredTitles titles, History history, Clock clock) {
        this.titles = titles;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id answers the row that is there. It is required from today on, in this year's list. */
    @Transactional
    UUID require(
            @Nullable UUID id,
            @Nullable String category,
            @Nullable String title,
            @Nullable String author,
            @Nullable String link) {
        RequiredPolicy.checkKeeps(Caller.current());
        var today = LocalDate.now(clock);
        var required = new RequiredTitle(
                Ids.orNext(id),
                Objects.requireNonNullElse(title, "").strip(),
                author == null ? "" : author,
                link,
                today,
                null);
        RequiredTitle.check(new Fields(), category, required).orRefuse();
        var name = String.valueOf(category).strip();
        if (!titles.insert(titles.category(today.getYear(), name, clock.instant()), required, false, clock.instant())) {
            return titles.find(required.id(), null)
                    .filter(there -> there.title().title().equals(required.title()))
                    .map(there -> there.title().id())
                    .orElseThrow(() -> Refusal.conflict("reading.title-there", "The list has this title."));
        }
        history.record(Line.of("reading.required", "reading_title", required.id())
                .with("category", name)
                .with("title", required.title()));
        return required.id();
    }

    /** A second time changes nothing. */
    @Transactional
    void withdraw(UUID id) {
        RequiredPolicy.checkKeeps(Caller.current());
        var found = titles.get(id, null);
        if (found.title().withdrawnOn() == null) {
            titles.withdraw(id, LocalDate.now(clock));
            history.record(Line.of("reading.title-withdrawn", "reading_title", id)
                    .with("category", found.category().name())
                    .with("title", found.title().title()));
        }
    }

    /** A second time changes nothing. */
    @Transactional
    @Unrecorded("what somebody has read is nobody's history; the office sees n of N")
    void confirm(UUID id) {
        var caller = Caller.current();
        RequiredPolicy.checkConfirms(caller);
        if (titles.get(id, null).title().withdrawnOn() != null) {
            throw Refusal.conflict("reading.title-withdrawn", "This title is no longer required.");
        }
        titles.confirm(id, caller.seatId(), clock.instant());
    }
}
