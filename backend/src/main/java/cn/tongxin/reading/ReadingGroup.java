package cn.tongxin.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reading group as it stands in its row. */
record ReadingGroup(
        UUID id,
        int version,
        ReadingGroupStatus status,
        Plan plan,
        UUID ownerId,
        UUID creatorId,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String importRef,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What is read, when, and who may come: {@code capacity} counts the owner too. {@code reviewFirst}: every post waits for a
     * moderator.
     */
    record Plan(
            String theme,
            String book,
            String introduction,
            LocalDate startsOn,
            LocalDate endsOn,
            Visibility visibility,
            @Nullable Integer capacity,
            boolean reviewFirst) {}

    /** Who sees a group that is open: the committee's members, guests too, or only those who were brought in. */
    enum Visibility {
        MEMBERS,
        GUESTS,
        INVITED
    }

    static ReadingGroup planned(UUID id, Plan plan, UUID owner, UUID creator, @Nullable String importRef, Instant now) {
        return new ReadingGroup(id, 1, ReadingGroupStatus.DRAFT, plan, owner, creator, null, null, importRef, now, now);
    }

    ReadingGroup edited(Plan next, UUID owner, Instant now) {
        return new ReadingGroup(
                id,
                version + 1,
                status.after(new ReadingMove.Edit()),
                next,
                owner,
                creatorId,
                openedOn,
                closedOn,
                importRef,
                createdAt,
                now);
    }

    /** The group after it was opened or closed on this day. */
    ReadingGroup after(ReadingMove move, LocalDate day, Instant now) {
        return new ReadingGroup(
                id,
                version + 1,
                status.after(move),
                plan,
                ownerId,
                creatorId,
                move instanceof ReadingMove.Open ? day : openedOn,
                move instanceof ReadingMove.Close ? day : closedOn,
                importRef,
                createdAt,
                now);
    }
}
