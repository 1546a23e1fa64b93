package cn.tongxin.seat;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** A seat that is a body rather than a person, and who acts for it, each from a seat of his own. */
@Serdeable
record Organization(UUID seatId, String name, OrganizationKind kind, List<Clerk> clerks) {

    /** One who acts for it. */
    @Serdeable
    record Clerk(UUID seatId, String name) {}
}
