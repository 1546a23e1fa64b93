package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SECOND;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.link.Link;
import cn.tongxin.link.Linkable;
import cn.tongxin.link.Links;
import cn.tongxin.proposal.ProposalView.Joined;
import cn.tongxin.proposal.ProposalView.SeatName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

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
