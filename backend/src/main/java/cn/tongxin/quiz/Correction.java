package cn.tongxin.quiz;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A wrong key that was put right: what it was and is, why, by whom, and what that did to the attempts.
 *
 * @param attempts marked attempts that had the question
 * @param changed how many of them got other points
 */
@Serdeable
record Correction(
        UUID id,
        UUID itemId,
        String text,
        List<String> oldKey,
        List<String> newKey,
        String reason,
        String who,
        Instant at,
        int attempts,
        int changed) {}
