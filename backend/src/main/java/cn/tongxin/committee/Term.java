package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A term of five years, by its number. */
@Serdeable
record Term(UUID id, int no) {}
