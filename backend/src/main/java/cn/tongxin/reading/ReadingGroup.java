package cn.tongxin.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reading group as it stands in its row. */
public record ReadingGroup(
        UUID id,
        int version,
        ReadingGroupStatus status,
        Plan plan,
        UUID ownerId,
        UUID creatorId,
        Course course,
        @Nullable String importRef,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What is read, when, and who may come: {@code sectionId} is the sector or the special committee that alone sees it, {@code
     * capacity} counts the owner too. {@code reviewFirst}: every post waits for a
     * moderator. {@code cadence}: how often the host changes. Without a term it stands by itself.
     */
    public record Plan(
            String theme,
            String book,
            String introduction,
            LocalDate startsOn,
            LocalDate endsOn,
            Visibility visibility,
            @Nullable UUID sectionId,
            @Nullable Integer capacity,
            boolean reviewFirst,
            Cadence cadence,
            @Nullable UUID termId) {
        @Nullable
        UUID sector() {
            return visibility == Visibility.SECTOR ? sectionId : null;
        }

        @Nullable
        UUID specialCommittee() {
            return visibility == Visibility.SPECIAL_COMMITTEE ? sectionId : null;
        }

        Plan reading(String books) {
            return new Plan(
                    theme,
                    books,
                    introduction,
                    startsOn,
                    endsOn,
                    visibility,
                    sectionId,
                    capacity,
                    reviewFirst,
                    cadence,
                    termId);
        }

        Plan until(LocalDate end) {
            return new Plan(
                    theme,
                    book,
                    introduction,
                    startsOn,
                    end,
                    visibility,
                    sectionId,
                    capacity,
                    reviewFirst,
                    cadence,
                    termId);
        }
    }

    /** Who sees a group that is open: the committee's members, guests too, the members of one section, or only those who were brought in. */
    public enum Visibility {
        MEMBERS,
        GUESTS,
        SECTOR,
        SPECIAL_COMMITTEE,
        INVITED;

        boolean isForSection() {
            return this == SECTOR || this == SPECIAL_COMMITTEE;
        }
    }

    /** A host is on duty for a day, a week or a month. */
    public enum Cadence {
        DAY,
        WEEK,
        MONTH
    }

    /** What has become of it: {@code wrappedOn} since when nothing more is written, {@code reason} of a return or a pause, {@code summary} by the owner at the end. */
    public record Course(
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate pausedOn,
            @Nullable LocalDate wrappedOn,
            @Nullable String reason,
            @Nullable String summary) {
        static final Course NONE = new Course(null, null, null, null, null, null);

        Course after(ReadingMove move, LocalDate day) {
            return switch (move) {
                case ReadingMove.Open _ -> new Course(day, null, null, null, null, null);
                case ReadingMove.Return(var why) -> new Course(null, null, null, null, why, null);
                case ReadingMove.Pause(var why) -> new Course(openedOn, null, day, null, why, null);
                case ReadingMove.Submit _, ReadingMove.Resume _ -> new Course(openedOn, null, null, null, null, null);
                case ReadingMove.Wrap _ -> new Course(openedOn, null, null, day, null, summary);
                case ReadingMove.Reopen _ -> new Course(openedOn, null, null, null, null, summary);
                case ReadingMove.Summarise(var words) -> new Course(openedOn, null, null, wrappedOn, null, words);
                case ReadingMove.Close _ -> new Course(openedOn, day, null, wrappedOn, null, summary);
                case ReadingMove.Recall _,
                        ReadingMove.Approve _,
                        ReadingMove.Archive _,
                        ReadingMove.Edit _,
                        ReadingMove.Delete _,
                        ReadingMove.Own _,
                        ReadingMove.Plan _,
                        ReadingMove.Appoint _,
                        ReadingMove.Add _,
                        ReadingMove.Remove _,
                        ReadingMove.Invite _,
                        ReadingMove.Dismiss _,
                        ReadingMove.Join _,
                        ReadingMove.Leave _,
                        ReadingMove.Post _,
                        ReadingMove.Enter _,
                        ReadingMove.Host _,
                        ReadingMove.Hold _,
                        ReadingMove.Moderate _,
                        ReadingMove.Mark _,
                        ReadingMove.Export _,
                        ReadingMove.Report _,
                        ReadingMove.Digest _,
                        ReadingMove.Recognise _ -> this;
            };
        }
    }

    static ReadingGroup planned(
            UUID id,
            ReadingGroupStatus status,
            Plan plan,
            UUID owner,
            UUID creator,
            @Nullable String importRef,
            Instant now) {
        return new ReadingGroup(id, 1, status, plan, owner, creator, Course.NONE, importRef, now, now);
    }

    @Nullable
    LocalDate openedOn() {
        return course.openedOn();
    }

    @Nullable
    LocalDate closedOn() {
        return course.closedOn();
    }

    ReadingGroup edited(Plan next, UUID owner, Instant now) {
        return new ReadingGroup(
                id,
                version + 1,
                status.after(new ReadingMove.Edit()),
                next,
                owner,
                creatorId,
                course,
                importRef,
                createdAt,
                now);
    }

    ReadingGroup ownedBy(UUID owner, Instant now) {
        return new ReadingGroup(id, version + 1, status, plan, owner, creatorId, course, importRef, createdAt, now);
    }

    /** The group after a step that was made on this day. What a pause moves is added at the end. */
    ReadingGroup after(ReadingMove move, LocalDate day, Instant now) {
        var next = move instanceof ReadingMove.Resume ? plan.until(plan.endsOn().plusDays(pausedDays(day))) : plan;
        return new ReadingGroup(
                id,
                version + 1,
                status.after(move),
                next,
                ownerId,
                creatorId,
                course.after(move, day),
                importRef,
                createdAt,
                now);
    }

    /**
     * The Mondays of the weeks that it has run in, up to the week of this day: from its first day or its opening, whichever
     * came later, until nothing more was written.
     */
    public List<LocalDate> weeksRun(LocalDate today) {
        var opened = openedOn();
        if (opened == null) {
            return List.of();
        }
        var first = Roster.later(opened, plan.startsOn());
        var last = Stream.of(today, plan.endsOn(), course.wrappedOn(), course.closedOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(today);
        return last.isBefore(first)
                ? List.of()
                : Roster.monday(first)
                        .datesUntil(last.plusDays(1), Period.ofWeeks(1))
                        .toList();
    }

    /** By how many days a pause that ends on this day moves what comes after it. */
    long pausedDays(LocalDate day) {
        return course.pausedOn() == null ? 0 : Resuming.days(plan.cadence(), course.pausedOn(), day);
    }
}
