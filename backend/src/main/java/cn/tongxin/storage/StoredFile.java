package cn.tongxin.storage;

import java.time.Instant;
import java.util.UUID;

/** A file as its row says; the bytes lie in the object store. */
public record StoredFile(
        UUID id, String name, String contentType, long size, String sha256, UUID seatId, Instant createdAt) {}
