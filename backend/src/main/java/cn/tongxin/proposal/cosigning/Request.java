package cn.tongxin.proposal.cosigning;

import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.ProposalStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a seat was asked to sign a proposal.
 *
 * @param version of its text as it is now; who signs says which one he has read
 */
@Serdeable
record Request(
        UUID proposalId,
        String title,
        String proponent,
        ProposalStatus status,
        int version,
        Cosigner.State state,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate signedOn) {}
