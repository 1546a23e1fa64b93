package cn.tongxin.proposal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that is like the one in writing.
 *
 * @param session as 14-2
 * @param percent how much they share, from 20 to 100
 */
@Serdeable
record SimilarProposal(
        UUID id,
        String title,
        String proponent,
        String session,
        @Nullable String caseNo,
        ProposalStatus status,
        int percent) {}
