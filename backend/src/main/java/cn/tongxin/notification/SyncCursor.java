package cn.tongxin.notification;

import cn.tongxin.http.Refusal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a phone has of one seat: a digest of each thing that it was sent. So it says nothing of history, which knows neither
 * autosaves nor that a day has passed, and stays right when a backup was restored.
 */
record SyncCursor(UUID seat, LocalDate on, Map<Thing, Long> has) {
    /** Another form of what is sent begins anew. */
    private static final byte FORM = 1;
    /** As long as a telephone stays logged in. */
    private static final int DAYS = 30;

    enum Kind {
        TODO,
        INBOX,
        PROPOSAL,
        GROUP
    }

    record Thing(Kind kind, UUID id) {}

    static SyncCursor none(UUID seat, LocalDate today) {
        return new SyncCursor(seat, today, Map.of());
    }

    /** Null where it was made for another seat, too long ago or in another form; 400 {@code page.cursor} for nonsense. */
    static @Nullable SyncCursor read(String text, UUID seat, LocalDate today) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != FORM) {
                return null;
            }
            var of = uuid(bytes);
            var on = LocalDate.ofEpochDay(bytes.getInt());
            var has = new LinkedHashMap<Thing, Long>();
            while (bytes.hasRemaining()) {
                has.put(new Thing(Kind.values()[bytes.get()], uuid(bytes)), bytes.getLong());
            }
            return of.equals(seat) && on.isAfter(today.minusDays(DAYS)) ? new SyncCursor(of, on, has) : null;
        } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException unreadable) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("cursor");
        }
    }

    String encode() {
        var bytes = ByteBuffer.allocate(1 + 16 + 4 + has.size() * (1 + 16 + 8));
        put(bytes.put(FORM), seat).putInt((int) on.toEpochDay());
        has.forEach((thing, digest) ->
                put(bytes.put((byte) thing.kind().ordinal()), thing.id()).putLong(digest));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID id) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
