package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/**
 * Proponent and units face to face, after the last round of re-handling.
 *
 * @param resolved whether they came to terms; where not, the matter is closed as unresolved
 */
@Serdeable
public record Consultation(LocalDate on, String attendees, String minutes, boolean resolved) {}
