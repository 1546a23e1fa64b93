package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTION;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of proposals. */
@Singleton
class Proposals {
    private final DSLContext sql;

    Proposals(DSLContext sql) {
        this.sql = sql;
    }

    Proposal get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Proposal> find(UUID id) {
        return sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(id))
                .fetchOptional(row -> read(row, suggestions(id)));
    }

    /** One page, newest first. */
    List<Proposal> page(Condition which, @Nullable Cursor after, int limit) {
        return sql.select(PROPOSAL.fields())
                .from(PROPOSAL)
                .where(which)
                .and(after == null ? DSL.noCondition() : PROPOSAL.ID.lt(after.id()))
                .orderBy(PROPOSAL.ID.desc())
                .limit(limit + 1)
                .fetch(row -> read(row, List.of()));
    }

    long count(Condition which) {
        return sql.fetchCount(sql.selectOne().from(PROPOSAL).where(which));
    }

    /** False where the id is taken already. */
    boolean insert(Proposal proposal) {
        var inserted = sql.insertInto(PROPOSAL)
                .set(PROPOSAL.ID, proposal.id())
                .set(PROPOSAL.VERSION, proposal.version())
                .set(PROPOSAL.STATUS, proposal.status().name())
                .set(PROPOSAL.PROPONENT_KIND, "MEMBER")
                .set(PROPOSAL.PROPONENT_ID, proposal.proponentId())
                .set(PROPOSAL.OPEN_TO_PUBLIC, true)
                .set(PROPOSAL.TITLE, proposal.text().title())
                .set(PROPOSAL.CATEGORY, proposal.text().category())
                .set(PROPOSAL.SITUATION, proposal.text().situation())
                .set(PROPOSAL.ANALYSIS, proposal.text().analysis())
                .set(PROPOSAL.CREATED_AT, proposal.createdAt())
                .set(PROPOSAL.UPDATED_AT, proposal.updatedAt())
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return false;
        }
        insertSuggestions(proposal);
        return true;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Proposal next) {
        var updated = sql.update(PROPOSAL)
                .set(PROPOSAL.VERSION, next.version())
                .set(PROPOSAL.STATUS, next.status().name())
                .set(PROPOSAL.TITLE, next.text().title())
                .set(PROPOSAL.CATEGORY, next.text().category())
                .set(PROPOSAL.SITUATION, next.text().situation())
                .set(PROPOSAL.ANALYSIS, next.text().analysis())
                .set(PROPOSAL.SUBMITTED_AT, next.submittedAt())
                .set(PROPOSAL.UPDATED_AT, next.updatedAt())
                .where(PROPOSAL.ID.eq(next.id()))
                .and(PROPOSAL.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw Refusal.conflict("proposal.version", "Somebody has changed this proposal meanwhile.");
        }
    }

    void replaceSuggestions(Proposal proposal) {
        sql.deleteFrom(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(proposal.id()))
                .execute();
        insertSuggestions(proposal);
    }

    private void insertSuggestions(Proposal proposal) {
        var insert = sql.insertInto(
                PROPOSAL_SUGGESTION, PROPOSAL_SUGGESTION.PROPOSAL_ID, PROPOSAL_SUGGESTION.NO, PROPOSAL_SUGGESTION.TEXT);
        var no = 0;
        for (var text : proposal.text().suggestions()) {
            insert = insert.values(proposal.id(), ++no, text);
        }
        if (no > 0) {
            insert.execute();
        }
    }

    private List<String> suggestions(UUID proposal) {
        return sql.select(PROPOSAL_SUGGESTION.TEXT)
                .from(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_SUGGESTION.NO)
                .fetch(PROPOSAL_SUGGESTION.TEXT);
    }

    private static Proposal read(Record row, List<String> suggestions) {
        return new Proposal(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.VERSION),
                ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                row.get(PROPOSAL.PROPONENT_ID),
                new Proposal.Text(
                        row.get(PROPOSAL.TITLE),
                        row.get(PROPOSAL.CATEGORY),
                        row.get(PROPOSAL.SITUATION),
                        row.get(PROPOSAL.ANALYSIS),
                        suggestions),
                row.get(PROPOSAL.SUBMITTED_AT),
                row.get(PROPOSAL.CREATED_AT),
                row.get(PROPOSAL.UPDATED_AT));
    }
}
