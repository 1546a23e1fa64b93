package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** What a unit promises in its reply, by when, and who answers for it. */
@Serdeable
public record Promise(String text, LocalDate dueOn, String owner) {}
