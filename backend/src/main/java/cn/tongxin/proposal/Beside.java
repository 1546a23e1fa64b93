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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What stands beside a proposal: who supports it, what was joined to it, what it came from and went into. */
@Singleton
class Beside {
    private static final Field<List<InstructionLevel>> INSTRUCTED = DSL.multiset(
                    DSL.selectDistinct(PROPOSAL_DIGEST_INSTRUCTION.LEVEL)
                            .from(PROPOSAL_DIGEST_ITEM)
                            .join(PROPOSAL_DIGEST_INSTRUCTION)
                            .on(PROPOSAL_DIGEST_INSTRUCTION.DIGEST_ID.eq(PROPOSAL_DIGEST_ITEM.DIGEST_ID))
                            .where(PROPOSAL_DIGEST_ITEM.PROPOSAL_ID.eq(PROPOSAL.ID))
                            .and(PROPOSAL_DIGEST_INSTRUCTION.REMOVED_ON.isNull())
                            .and(PROPOSAL_DIGEST_INSTRUCTION
                                    .PROPOSAL_ID
                                    .isNull()
                                    .or(PROPOSAL_DIGEST_INSTRUCTION.PROPOSAL_ID.eq(PROPOSAL.ID))))
            .as("instructed")
            .convertFrom(rows -> rows.stream()
                    .map(row -> InstructionLevel.valueOf(row.value1()))
                    .sorted()
                    .toList());

    private final DSLContext sql;
    private final List<Linkable> others;

    Beside(DSLContext sql, List<Linkable> others) {
        this.sql = sql;
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
        return sql.select(PROPOSAL.ID, PROPOSAL.TITLE, SEAT.NAME, PROPOSAL.OPEN_TO_PUBLIC)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(PROPOSAL.MERGED_INTO_ID.eq(main))
                .orderBy(PROPOSAL.ID)
                .fetch(row -> new Joined(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /**
     * @param outstandingOn since when it is an outstanding one
     * @param instructedAt at which levels leaders wrote on it in the digest; whose words and which is not said
     * @param links what it was split from or into, what it was turned into, the post that it was raised from: what the
     *     reader may open
     */
    record Around(@Nullable LocalDate outstandingOn, List<InstructionLevel> instructedAt, List<Link> links) {}

    Around around(Proposal proposal) {
        var id = proposal.id();
        var outstanding = DSL.field(DSL.select(OUTSTANDING_PROPOSAL.CHOSEN_ON)
                .from(OUTSTANDING_PROPOSAL)
                .where(OUTSTANDING_PROPOSAL.PROPOSAL_ID.eq(id))
                .and(OUTSTANDING_PROPOSAL.ENDED_ON.isNull()));
        var found = sql.select(outstanding, INSTRUCTED, Links.of(Proposal.SUBJECT, id))
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(id))
                .fetchSingle();
        return new Around(found.value1(), found.value2(), mayOpen(found.value3()));
    }

    private List<Link> mayOpen(List<Link> all) {
        var elsewhere = all.stream()
                .filter(link -> !link.type().equals(Proposal.SUBJECT))
                .collect(Collectors.groupingBy(Link::type, Collectors.mapping(Link::id, Collectors.toSet())));
        var seen = others.stream()
                .filter(other -> elsewhere.containsKey(other.type()))
                .flatMap(other -> other.seen(elsewhere.getOrDefault(other.type(), Set.of())).stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(link -> link.type().equals(Proposal.SUBJECT) || seen.contains(link.id()))
                .toList();
    }
}
