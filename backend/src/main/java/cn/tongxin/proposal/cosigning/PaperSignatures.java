package cn.tongxin.proposal.cosigning;

import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;

import cn.tongxin.proposal.Cosigner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of signatures that the office entered from paper. */
@Singleton
class PaperSignatures {
    private final DSLContext sql;

    PaperSignatures(DSLContext sql) {
        this.sql = sql;
    }

    /** Whoever was asked keeps his place among the names; anybody else comes after all. */
    void enter(UUID proposal, UUID seat, OnPaper said, LocalDate on, @Nullable UUID by, Instant at) {
        var answer = sql.newRecord(PROPOSAL_COSIGNER);
        answer.setState((said.signed() ? Cosigner.State.SIGNED : Cosigner.State.DECLINED).name());
        answer.setSignedOn(said.signed() ? on : null);
        answer.setAnsweredAt(at);
        answer.setComment(said.comment());
        answer.setEnteredBy(by);
        answer.setPaperNo(said.paperNo());
        answer.setPaperFileId(said.paperFileId());
        var position = DSL.select(
                        DSL.coalesce(DSL.max(PROPOSAL_COSIGNER.POSITION), 0).plus(1))
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal));
        sql.insertInto(PROPOSAL_COSIGNER)
                .set(PROPOSAL_COSIGNER.PROPOSAL_ID, proposal)
                .set(PROPOSAL_COSIGNER.SEAT_ID, seat)
                .set(PROPOSAL_COSIGNER.POSITION, DSL.field(position))
                .set(answer)
                .onConflict(PROPOSAL_COSIGNER.TENANT_ID, PROPOSAL_COSIGNER.PROPOSAL_ID, PROPOSAL_COSIGNER.SEAT_ID)
                .doUpdate()
                .set(answer)
                .execute();
    }

    /** The proposals whose signatures were entered from that scan, each with the seats that signed on it. */
    Map<UUID, Set<UUID>> withPaper(UUID file) {
        return sql
                .select(PROPOSAL_COSIGNER.PROPOSAL_ID, PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PAPER_FILE_ID.eq(file))
                .fetch()
                .intoGroups(PROPOSAL_COSIGNER.PROPOSAL_ID, PROPOSAL_COSIGNER.SEAT_ID)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
    }

    Set<UUID> papersAmong(Collection<UUID> files) {
        return sql.select(PROPOSAL_COSIGNER.PAPER_FILE_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PAPER_FILE_ID.in(files))
                .fetchSet(row -> Objects.requireNonNull(row.value1()));
    }
}
