package cn.tongxin.reading.digest;

import cn.tongxin.http.Refusal;
import cn.tongxin.reading.Admission;
import cn.tongxin.reading.Footing;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads digests for the caller's eyes. */
@Singleton
class DigestReading {
    private final Admission admission;
    private final Digests digests;
    private final Written written;
    private final Weeks weeks;

    DigestReading(Admission admission, Digests digests, Written written, Weeks weeks) {
        this.admission = admission;
        this.digests = digests;
        this.written = written;
        this.weeks = weeks;
    }

    /** Every week that the group has run in, the oldest first, without the texts. */
    List<DigestView.Head> list(UUID groupId) {
        var footing = admission.see(groupId);
        return views(footing, weeks.of(footing.group()), digests.heads(groupId)).stream()
                .map(DigestView::head)
                .toList();
    }

    /** One week; for whoever writes it with his draft, or with what the week suggests. */
    DigestView one(UUID groupId, LocalDate monday) {
        var footing = admission.see(groupId);
        weeks.check(footing.group(), monday);
        var week = weeks.of(footing.group()).stream()
                .filter(each -> each.monday().equals(monday))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var there = digests.find(groupId, monday).map(digest -> Map.of(monday, digest));
        var view = views(footing, List.of(week), there.orElseGet(Map::of)).getFirst();
        return view.can().contains("write") ? drafted(footing, view) : view;
    }

    /** What was published and can be read again, the newest edition first; of a draft for those who write it. */
    List<Digests.Edition> editions(UUID groupId, LocalDate monday) {
        var view = one(groupId, monday);
        return view.state() == DigestView.State.MISSING && view.can().isEmpty()
                ? List.of()
                : digests.find(groupId, monday)
                        .map(digest -> digests.editions(digest.id()))
                        .orElseGet(List::of);
    }

    /** A published week alone, for its paper; 404 where it was not published. */
    Rollup week(UUID groupId, LocalDate monday) {
        var footing = admission.see(groupId);
        var week = one(groupId, monday);
        if (week.state() != DigestView.State.PUBLISHED) {
            throw Refusal.notFound();
        }
        return together(footing, null, monday, monday.plusDays(6), List.of(week), null);
    }

    /** A month, or the whole of the group where no month is named. */
    Rollup rollup(UUID groupId, @Nullable YearMonth month) {
        var footing = admission.see(groupId);
        var group = footing.group();
        var settled = views(footing, weeks.of(group), digests.of(groupId)).stream()
                .filter(view -> month == null || YearMonth.from(view.monday()).equals(month))
                .filter(view -> view.state() == DigestView.State.PUBLISHED || view.state() == DigestView.State.NONE)
                .toList();
        return month == null
                ? together(
                        footing,
                        null,
                        group.plan().startsOn(),
                        group.plan().endsOn(),
                        settled,
                        group.course().summary())
                : together(footing, month.toString(), month.atDay(1), month.atEndOfMonth(), settled, null);
    }

    private Rollup together(
            Footing footing,
            @Nullable String month,
            LocalDate from,
            LocalDate to,
            List<DigestView> settled,
            @Nullable String summary) {
        var group = footing.group();
        return new Rollup(
                month,
                group.plan().theme(),
                group.plan().book(),
                Objects.requireNonNullElse(
                        written.names(List.of(group.ownerId())).get(group.ownerId()), ""),
                from,
                to,
                written.turnout(group.id(), from, to),
                settled,
                written.excellent(group.id(), from, to),
                summary);
    }

    private List<DigestView> views(Footing footing, List<Weeks.Hosted> hosted, Map<LocalDate, Digest> there) {
        var names = written.names(there.values().stream()
                .flatMap(digest -> Stream.ofNullable(digest.signed()))
                .map(Digest.Signed::author)
                .collect(Collectors.toSet()));
        return hosted.stream()
                .map(week -> view(footing, week, there.get(week.monday()), names))
                .toList();
    }

    private static DigestView view(
            Footing footing, Weeks.Hosted week, @Nullable Digest digest, Map<UUID, String> names) {
        var caller = Caller.current();
        var status = digest == null ? null : digest.status();
        var can = DigestPolicy.can(caller, footing, week.seats(), status);
        var state = state(status, DigestPolicy.writes(caller, footing, week.seats()));
        var published = state == DigestView.State.PUBLISHED ? digest : null;
        var signed = published == null ? null : published.signed();
        return new DigestView(
                week.no(),
                week.monday(),
                week.monday().plusDays(6),
                state,
                digest == null || state == DigestView.State.MISSING ? 0 : digest.version(),
                published == null ? 0 : published.edition(),
                week.names(),
                published == null ? null : published.text(),
                false,
                signed == null ? null : signed.turnout().contributed(),
                signed == null ? null : signed.turnout().joined(),
                signed == null ? null : names.get(signed.author()),
                signed == null ? null : signed.on(),
                digest == null || state == DigestView.State.MISSING ? null : digest.reason(),
                can);
    }

    private static DigestView.State state(Digest.@Nullable Status status, boolean writes) {
        return switch (status) {
            case PUBLISHED -> DigestView.State.PUBLISHED;
            case NONE -> DigestView.State.NONE;
            case DRAFT -> writes ? DigestView.State.DRAFT : DigestView.State.MISSING;
            case null -> DigestView.State.MISSING;
        };
    }

    private DigestView drafted(Footing footing, DigestView view) {
        var group = footing.group().id();
        var kept = digests.find(group, view.monday()).map(Digest::text).filter(text -> !text.isEmpty());
        var turnout = written.turnout(group, view.monday(), view.sunday());
        return new DigestView(
                view.no(),
                view.monday(),
                view.sunday(),
                view.state(),
                view.version(),
                view.edition(),
                view.hosts(),
                kept.orElseGet(() -> Suggested.text(
                        written.leads(group, view.monday(), view.sunday()),
                        written.excellent(group, view.monday(), view.sunday()))),
                kept.isEmpty(),
                turnout.contributed(),
                turnout.joined(),
                view.author(),
                view.publishedOn(),
                view.reason(),
                view.can());
    }
}
