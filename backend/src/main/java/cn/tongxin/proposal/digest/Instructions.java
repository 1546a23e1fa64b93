package cn.tongxin.proposal.digest;

import static cn.tongxin.db.cell.Tables.PROPOSAL_DIGEST_INSTRUCTION;

import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.InstructionLevel;
import cn.tongxin.shared.Crypto;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of instructions. No read but one opens the seal over the words. */
@Singleton
class Instructions {
    private final DSLContext sql;
    private final Crypto crypto;

    Instructions(DSLContext sql, Crypto crypto) {
        this.sql = sql;
        this.crypto = crypto;
    }

    /** One that was struck out is none. */
    Instruction get(UUID id) {
        return select(PROPOSAL_DIGEST_INSTRUCTION.ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** On one issue, the oldest first. */
    List<Instruction> of(UUID digest) {
        return select(PROPOSAL_DIGEST_INSTRUCTION.DIGEST_ID.eq(digest));
    }

    private List<Instruction> select(Condition which) {
        var worded = DSL.field(PROPOSAL_DIGEST_INSTRUCTION.SEALED_TEXT.isNotNull());
        return sql.select(
                        PROPOSAL_DIGEST_INSTRUCTION.ID,
                        PROPOSAL_DIGEST_INSTRUCTION.DIGEST_ID,
                        PROPOSAL_DIGEST_INSTRUCTION.PROPOSAL_ID,
                        PROPOSAL_DIGEST_INSTRUCTION.LEVEL,
                        PROPOSAL_DIGEST_INSTRUCTION.LEADER,
                        PROPOSAL_DIGEST_INSTRUCTION.GIVEN_ON,
                        worded)
                .from(PROPOSAL_DIGEST_INSTRUCTION)
                .where(which)
                .and(PROPOSAL_DIGEST_INSTRUCTION.REMOVED_ON.isNull())
                .orderBy(PROPOSAL_DIGEST_INSTRUCTION.GIVEN_ON, PROPOSAL_DIGEST_INSTRUCTION.ID)
                .fetch(row -> new Instruction(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        InstructionLevel.valueOf(row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        List.of()));
    }

    /** False where the same is there already: the same leader on the same day, or the same id. */
    boolean insert(Instruction instruction, @Nullable String words, UUID by, Instant now) {
        return sql.insertInto(PROPOSAL_DIGEST_INSTRUCTION)
                        .set(PROPOSAL_DIGEST_INSTRUCTION.ID, instruction.id())
                        .set(PROPOSAL_DIGEST_INSTRUCTION.DIGEST_ID, instruction.digestId())
                        .set(PROPOSAL_DIGEST_INSTRUCTION.PROPOSAL_ID, instruction.proposalId())
                        .set(
                                PROPOSAL_DIGEST_INSTRUCTION.LEVEL,
                                instruction.level().name())
                        .set(PROPOSAL_DIGEST_INSTRUCTION.LEADER, instruction.leader())
                        .set(PROPOSAL_DIGEST_INSTRUCTION.GIVEN_ON, instruction.on())
                        .set(PROPOSAL_DIGEST_INSTRUCTION.SEALED_TEXT, words == null ? null : crypto.encrypt(words))
                        .set(PROPOSAL_DIGEST_INSTRUCTION.ENTERED_BY, by)
                        .set(PROPOSAL_DIGEST_INSTRUCTION.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void remove(UUID id, String reason, LocalDate on) {
        sql.update(PROPOSAL_DIGEST_INSTRUCTION)
                .set(PROPOSAL_DIGEST_INSTRUCTION.REMOVED_ON, on)
                .set(PROPOSAL_DIGEST_INSTRUCTION.REMOVE_REASON, reason)
                .where(PROPOSAL_DIGEST_INSTRUCTION.ID.eq(id))
                .execute();
    }

    /** The words. Whoever asks was checked. */
    Optional<String> words(UUID id) {
        return sql.select(PROPOSAL_DIGEST_INSTRUCTION.SEALED_TEXT)
                .from(PROPOSAL_DIGEST_INSTRUCTION)
                .where(PROPOSAL_DIGEST_INSTRUCTION.ID.eq(id))
                .and(PROPOSAL_DIGEST_INSTRUCTION.REMOVED_ON.isNull())
                .and(PROPOSAL_DIGEST_INSTRUCTION.SEALED_TEXT.isNotNull())
                .fetchOptional(PROPOSAL_DIGEST_INSTRUCTION.SEALED_TEXT)
                .map(crypto::decrypt);
    }
}
