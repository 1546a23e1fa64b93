package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.LINK;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTION;

import cn.tongxin.link.LinkKind;
import cn.tongxin.opinion.OpinionReport.Text;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Whether the author has put the same text in as a proposal too. It warns and never blocks; only one of the two counts. A
 * proposal that was turned into the report is no second one: it goes on in the report.
 */
@Singleton
class SameProposal {
    private final DSLContext sql;

    SameProposal(DSLContext sql) {
        this.sql = sql;
    }

    /** The proposal that says the same. */
    @Serdeable
    record Twin(UUID id, String title) {}

    Optional<Twin> find(@Nullable UUID author, Text text) {
        if (author == null) {
            return Optional.empty();
        }
        var written = new SameText(text.body());
        var suggestions = DSL.field(DSL.select(DSL.groupConcat(PROPOSAL_SUGGESTION.TEXT))
                .from(PROPOSAL_SUGGESTION)
                .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(PROPOSAL.ID)));
        return sql
                .select(PROPOSAL.ID, PROPOSAL.TITLE, PROPOSAL.SITUATION, PROPOSAL.ANALYSIS, suggestions)
                .from(PROPOSAL)
                .where(PROPOSAL.PROPONENT_ID.eq(author))
                .and(PROPOSAL.STATUS.notIn("DRAFT", "CO_SIGNING", "SUPERSEDED", "WITHDRAWN"))
                .and(PROPOSAL.CONVERSION.isDistinctFrom("AGREED"))
                .orderBy(PROPOSAL.ID.desc())
                .fetch()
                .stream()
                .filter(row -> written.says(row.value3() + row.value4() + (row.value5() == null ? "" : row.value5())))
                .map(row -> new Twin(row.value1(), row.value2()))
                .findFirst();
    }

    Optional<Twin> get(@Nullable UUID proposal) {
        return Optional.ofNullable(proposal)
                .flatMap(id -> sql.select(PROPOSAL.ID, PROPOSAL.TITLE)
                        .from(PROPOSAL)
                        .where(PROPOSAL.ID.eq(id))
                        .fetchOptional(row -> new Twin(row.value1(), row.value2())));
    }

    /** The proposal that a report was made of. */
    Optional<Twin> originOf(UUID report) {
        return sql.select(PROPOSAL.ID, PROPOSAL.TITLE)
                .from(LINK)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(LINK.FROM_ID))
                .where(LINK.KIND.eq(LinkKind.CONVERTED_TO.name()))
                .and(LINK.TO_TYPE.eq(OpinionReport.SUBJECT))
                .and(LINK.TO_ID.eq(report))
                .fetchOptional(row -> new Twin(row.value1(), row.value2()));
    }
}
