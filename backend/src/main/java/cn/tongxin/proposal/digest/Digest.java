package cn.tongxin.proposal.digest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One issue of the digest, for the office.
 *
 * @param recipients to whom it goes
 * @param no its number in its year, given when it is issued
 * @param instructions what leaders wrote on it, without the words
 * @param secrecyHits words of the committee's list in its pieces, as a warning
 * @param can {@code edit}, {@code delete}, {@code issue}, {@code add-instruction}
 */
@Serdeable
@Schema(name = "ProposalDigest")
record Digest(
        UUID id,
        int version,
        String recipients,
        @Nullable Integer year,
        @Nullable Integer no,
        @Nullable LocalDate issuedOn,
        List<Item> items,
        List<Instruction> instructions,
        List<String> secrecyHits,
        List<String> can) {

    /** A proposal as the issue tells it. */
    @Serdeable
    @Schema(name = "ProposalDigestItem")
    record Item(UUID proposalId, @Nullable String caseNo, String proponent, String title, String text) {}

    /** An issue in a list: the titles, and nothing of what it tells. */
    @Serdeable
    @Schema(name = "ProposalDigestHead")
    record Head(
            UUID id,
            int version,
            String recipients,
            @Nullable Integer year,
            @Nullable Integer no,
            @Nullable LocalDate issuedOn,
            List<String> titles) {}

    boolean isIssued() {
        return no != null;
    }

    Digest with(List<Instruction> written, List<String> hits, List<String> now) {
        return new Digest(id, version, recipients, year, no, issuedOn, items, written, hits, now);
    }
}
