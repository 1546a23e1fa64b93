package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a reading group. {@code unread} counts the posts of others behind one's own read mark, to a hundred
 * and no further; where the caller has muted the group, only those that mention him or stand in a topic he follows.
 * For the office, {@code contributed} of the {@code members} have written something that is seen.
 * {@code sectionName} names the sector or special committee that alone sees it; {@code waiters} wait for a place in it, the
 * caller at {@code place}, from one on.
 * {@code planFixed}: what is read, when it begins and who sees it is not for the caller to change any more.
 * {@code mentioned} counts those that mention him. {@code posts} is the place of the last post; {@code reason} says
 * why it was returned or paused.
 */
@Serdeable
public record ReadingGroupView(
        UUID id,
        int version,
        ReadingGroupStatus status,
        String theme,
        String book,
        List<GroupBooks.Named> books,
        String introduction,
        LocalDate startsOn,
        LocalDate endsOn,
        ReadingGroup.Visibility visibility,
        @Nullable UUID sectionId,
        @Nullable String sectionName,
        @Nullable Integer capacity,
        boolean reviewFirst,
        ReadingGroup.Cadence cadence,
        @Nullable UUID termId,
        UUID ownerId,
        String ownerName,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate pausedOn,
        @Nullable String reason,
        @Nullable String summary,
        boolean imported,
        int members,
        int waiters,
        @Nullable Integer place,
        @Nullable Integer contributed,
        long posts,
        boolean joined,
        Part part,
        long readSeq,
        int unread,
        int mentioned,
        boolean muted,
        boolean planFixed,
        List<String> can) {

    static ReadingGroupView of(ReadingGroups.Found found, Caller caller) {
        var group = found.group();
        var plan = group.plan();
        return new ReadingGroupView(
                group.id(),
                group.version(),
                group.status(),
                plan.theme(),
                plan.book(),
                found.books(),
                plan.introduction(),
                plan.startsOn(),
                plan.endsOn(),
                plan.visibility(),
                plan.sectionId(),
                found.section(),
                plan.capacity(),
                plan.reviewFirst(),
                plan.cadence(),
                plan.termId(),
                group.ownerId(),
                found.ownerName(),
                group.openedOn(),
                group.closedOn(),
                group.course().pausedOn(),
                group.course().reason(),
                group.course().summary(),
                group.importRef() != null,
                found.members(),
                found.waiters(),
                found.place(),
                found.contributed(),
                found.lastSeq(),
                found.part().isIn(),
                found.part(),
                found.readSeq(),
                found.unread(),
                found.mentioned(),
                found.muted(),
                !ReadingPolicy.plansAnew(caller, group),
                ReadingPolicy.can(caller, found));
    }
}
