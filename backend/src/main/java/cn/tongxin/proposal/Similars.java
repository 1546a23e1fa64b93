package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PLENARY_SESSION;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.search.Similarity;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Proposals of this and earlier sessions that are like one in writing. It informs and never blocks. */
@Singleton
class Similars {
    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 5;

    private final Similarity similarity;
    private final DSLContext sql;

    Similars(Similarity similarity, DSLContext sql) {
        this.similarity = similarity;
        this.sql = sql;
    }

    /** Those that the caller may know of: his own, or open to the public. */
    List<SimilarProposal> to(@Nullable UUID self, String title, String text) {
        var shares = similarity.to(Proposal.SUBJECT, title, text, LOOKED_AT).stream()
                .collect(Collectors.toMap(Similarity.Similar::id, Similarity.Similar::share));
        if (shares.isEmpty()) {
            return List.of();
        }
        return sql
                .select(PROPOSAL.ID, PROPOSAL.TITLE, PROPOSAL.STATUS, PROPOSAL.CASE_NO, SEAT.NAME)
                .select(PLENARY_SESSION.TERM_NO, PLENARY_SESSION.SESSION_NO)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .join(PLENARY_SESSION)
                .on(PLENARY_SESSION.ID.eq(PROPOSAL.SESSION_ID))
                .where(PROPOSAL.ID.in(shares.keySet()))
                .and(self == null ? PROPOSAL.ID.isNotNull() : PROPOSAL.ID.ne(self))
                .and(PROPOSAL.STATUS.ne(ProposalStatus.SUPERSEDED.name()))
                .and(PROPOSAL.OPEN_TO_PUBLIC.isTrue().or(ProposalLists.visibleTo(Caller.current())))
                .fetch(row -> new SimilarProposal(
                        row.get(PROPOSAL.ID),
                        row.get(PROPOSAL.TITLE),
                        row.get(SEAT.NAME),
                        row.get(PLENARY_SESSION.TERM_NO) + "-" + row.get(PLENARY_SESSION.SESSION_NO),
                        row.get(PROPOSAL.CASE_NO),
                        ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                        (int) Math.round(shares.getOrDefault(row.get(PROPOSAL.ID), 0.0) * 100)))
                .stream()
                .sorted(Comparator.comparingInt(SimilarProposal::percent)
                        .reversed()
                        .thenComparing(SimilarProposal::id))
                .limit(SHOWN)
                .toList();
    }
}
