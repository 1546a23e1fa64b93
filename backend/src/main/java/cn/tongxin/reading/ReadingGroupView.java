package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a reading group. {@code unread} counts the posts of others behind one's own read mark, to a hundred
 * and no further; {@code posts} is the place of the last post.
 */
@Serdeable
public record ReadingGroupView(
        UUID id,
        int version,
        ReadingGroupStatus status,
        String theme,
        String book,
        String introduction,
        LocalDate startsOn,
        LocalDate endsOn,
        ReadingGroup.Visibility visibility,
        @Nullable Integer capacity,
        UUID ownerId,
        String ownerName,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        boolean imported,
        int members,
        long posts,
        boolean joined,
        long readSeq,
        int unread,
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
                plan.introduction(),
                plan.startsOn(),
                plan.endsOn(),
                plan.visibility(),
                plan.capacity(),
                group.ownerId(),
                found.ownerName(),
                group.openedOn(),
                group.closedOn(),
                group.importRef() != null,
                found.members(),
                found.lastSeq(),
                found.joined(),
                found.readSeq(),
                found.unread(),
                ReadingPolicy.can(caller, group, found.joined()));
    }
}
