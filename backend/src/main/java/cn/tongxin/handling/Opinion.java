package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assisting unit tells the leading one.
 *
 * @param id what its files hang on
 * @param assignmentId the assistant's assignment
 */
@Serdeable
public record Opinion(
        UUID id,
        UUID assignmentId,
        String unitName,
        @Nullable String docNo,
        String text,
        String signer,
        LocalDate signedOn,
        LocalDate givenOn) {}
