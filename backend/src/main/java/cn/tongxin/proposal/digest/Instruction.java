package cn.tongxin.proposal.digest;

import cn.tongxin.proposal.InstructionLevel;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leader wrote on an issue, without its words.
 *
 * @param proposalId the one proposal it is about; all of the issue where absent
 * @param worded whether the words lie under seal; a leader may have marked the paper as read only
 * @param can {@code read}, {@code remove}
 */
@Serdeable
@Schema(name = "DigestInstruction")
record Instruction(
        UUID id,
        UUID digestId,
        @Nullable UUID proposalId,
        InstructionLevel level,
        String leader,
        LocalDate on,
        boolean worded,
        List<String> can) {

    Instruction withCan(List<String> now) {
        return new Instruction(id, digestId, proposalId, level, leader, on, worded, now);
    }
}
