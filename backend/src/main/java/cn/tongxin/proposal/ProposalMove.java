package cn.tongxin.proposal;

import io.micronaut.serde.annotation.Serdeable;

/** Everything that can happen to a proposal; each is the body of a request. */
public sealed interface ProposalMove {
    /** The proponent hands it in. {@code secrecyConfirmed} is the tick below the text. */
    @Serdeable
    record Submit(int version, boolean secrecyConfirmed) implements ProposalMove {}

    /** The office sends it back, saying why. */
    @Serdeable
    record Return(String reason) implements ProposalMove {}
}
