package cn.tongxin.proposal.cosigning;

import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.ProposalStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a seat was asked to sign a proposal. */
@Serdeable
record Request(
        UUID proposalId,
        String title,
        String proponent,
        ProposalStatus status,
        Cosigner.State state,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate signedOn) {}
