package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.OUTSTANDING_PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_DIGEST_INSTRUCTION;
import static cn.tongxin.db.cell.Tables.PROPOSAL_DIGEST_ITEM;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SECOND;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.link.Link;
import cn.tongxin.link.Linkable;
import cn.tongxin.link.Links;
import cn.tongxin.proposal.ProposalView.Joined;
import cn.tongxin.proposal.ProposalView.SeatName;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What stands beside a proposal: who supports it, what was joined to it, what it came from and went into. */
@Singleton
class Beside {
    private final DSLContext sql;
    private final Links links;
    private final List<Linkable> others;

    Beside(DSLContext sql, Links links, List<Linkable> others) {
        this.sql = sql;
        this.links = links;
        this.others = others;
    }

    List<SeatName> seconders(UUID proposal) {
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(PROPOSAL_SECOND)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL_SECOND.SEAT_ID))
                .where(PROPOSAL_SECOND.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_SECOND.SECONDED_AT, SEAT.ID)
                .fetch(row -> new SeatName(row.value1(), row.value2()));
    }

    List<Joined> joinedTo(UUID main) {
        return sql.select(PROPOSAL.ID, PROPOSAL.TITLE, SEAT.NAME)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(PROPOSAL.MERGED_INTO_ID.eq(main))
                .orderBy(PROPOSAL.ID)
                .fetch(row -> new Joined(row.value1(), row.value2(), row.value3()));
    }

    /** Since when it is an outstanding one. */
    @Nullable
    LocalDate outstandingOn(UUID proposal) {
        return sql.select(OUTSTANDING_PROPOSAL.CHOSEN_ON)
                .from(OUTSTANDING_PROPOSAL)
                .where(OUTSTANDING_PROPOSAL.PROPOSAL_ID.eq(proposal))
                .and(OUTSTANDING_PROPOSAL.ENDED_ON.isNull())
                .fetchOne(OUTSTANDING_PROPOSAL.CHOSEN_ON);
    }

    /** At which levels leaders wrote on it in the digest; whose words and which is not said. */
    List<InstructionLevel> instructedAt(UUID proposal) {
        return sql
                .selectDistinct(PROPOSAL_DIGEST_INSTRUCTION.LEVEL)
                .from(PROPOSAL_DIGEST_ITEM)
                .join(PROPOSAL_DIGEST_INSTRUCTION)
                .on(PROPOSAL_DIGEST_INSTRUCTION.DIGEST_ID.eq(PROPOSAL_DIGEST_ITEM.DIGEST_ID))
                .where(PROPOSAL_DIGEST_ITEM.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_DIGEST_INSTRUCTION.REMOVED_ON.isNull())
                .and(PROPOSAL_DIGEST_INSTRUCTION
                        .PROPOSAL_ID
                        .isNull()
                        .or(PROPOSAL_DIGEST_INSTRUCTION.PROPOSAL_ID.eq(proposal)))
                .fetch(row -> InstructionLevel.valueOf(row.value1()))
                .stream()
                .sorted()
                .toList();
    }

    /** What it was split from or into, what it was turned into, the post that it was raised from: what the reader may open. */
    List<Link> links(Proposal proposal) {
        return links.of(Proposal.SUBJECT, proposal.id()).stream()
                .filter(this::mayOpen)
                .toList();
    }

    private boolean mayOpen(Link link) {
        return link.type().equals(Proposal.SUBJECT)
                || others.stream().anyMatch(other -> other.type().equals(link.type()) && other.sees(link.id()));
    }
}
