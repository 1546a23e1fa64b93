package cn.tongxin.storage;

import java.util.UUID;

/**
 * A file on its way.
 *
 * @param received how many bytes have come, from the beginning
 * @param held the client's outbox names it
 */
record Upload(UUID id, UUID seatId, String name, long size, long received, boolean held) {
    boolean isWhole() {
        return received == size;
    }
}
