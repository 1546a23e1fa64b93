package cn.tongxin.link;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A link as one of its ends sees it.
 *
 * @param from whether the other end is where this one comes from, or where it went
 * @param type the other end's kind of subject, such as {@code proposal}
 */
@Serdeable
public record Link(LinkKind kind, boolean from, String type, UUID id) {}
