package cn.tongxin.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of another committee who reads along in one group. {@code invited} is the name that the office wrote on the
 * invitation; {@code name} and {@code committee} are what he shows of himself, absent until he has said so.
 */
@Serdeable
public record Visit(
        UUID id,
        UUID groupId,
        UUID seatId,
        String invited,
        Instant invitedAt,
        @Nullable String name,
        @Nullable String committee,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {

    static final int NAME_MAX = 20;
    static final int COMMITTEE_MAX = 28;

    /** Here he goes by his name and his committee's, so that nobody takes him for one of the committee's own. */
    static String shown(String name, String committee) {
        return name + "（" + committee + "）";
    }

    String goesBy() {
        return name == null || committee == null ? invited : shown(name, committee);
    }

    boolean isOver() {
        return endedAt != null;
    }
}
