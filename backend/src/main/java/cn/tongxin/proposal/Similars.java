package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PLENARY_SESSION;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.AssignmentRole;
import cn.tongxin.search.Similarity;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Proposals of this and earlier sessions that are like one in writing. It informs and never blocks. */
@Singleton
class Similars {
    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 5;

    private static final Field<List<HandedTo>> UNITS = DSL.multiset(
                    DSL.select(HANDLING_UNIT.ID, HANDLING_UNIT.NAME, HANDLING_ASSIGNMENT.ROLE)
                            .from(HANDLING_ASSIGNMENT)
                            .join(HANDLING_UNIT)
                            .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                            .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(Proposal.SUBJECT))
                            .and(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(PROPOSAL.ID))
                            .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED")))
            .as("units")
            .convertFrom(rows -> rows.stream()
                    .map(row -> new HandedTo(row.value1(), row.value2(), AssignmentRole.valueOf(row.value3())))
                    .sorted(Comparator.comparing(HandedTo::role).thenComparing(HandedTo::name))
                    .toList());

    private final Similarity similarity;
    private final Units units;
    private final Calendar calendar;
    private final DSLContext sql;

    Similars(Similarity similarity, Units units, Calendar calendar, DSLContext sql) {
        this.similarity = similarity;
        this.units = units;
        this.calendar = calendar;
        this.sql = sql;
    }

    private record HandedTo(UUID unit, String name, AssignmentRole role) {}

    /** Those like a proposal that is there. */
    List<SimilarProposal> to(Proposal proposal) {
        return to(proposal.id(), proposal.text().title(), proposal.text().situation());
    }

    /** What was not filed or was taken back may name secrets or people: its title is not shown around. */
    private static Condition openToAll() {
        return PROPOSAL.OPEN_TO_PUBLIC
                .isTrue()
                .and(PROPOSAL.STATUS.notIn(ProposalStatus.NOT_FILED.name(), ProposalStatus.WITHDRAWN.name()));
    }

    /** Those that the caller may know of: his own, or open to the public. */
    List<SimilarProposal> to(@Nullable UUID self, String title, String text) {
        var shares = similarity.to(Proposal.SUBJECT, title, text, LOOKED_AT).stream()
                .collect(Collectors.toMap(Similarity.Similar::id, Similarity.Similar::share));
        if (shares.isEmpty()) {
            return List.of();
        }
        var found = sql.select(PROPOSAL.ID, PROPOSAL.TITLE, PROPOSAL.STATUS, PROPOSAL.CASE_NO, SEAT.NAME)
                .select(PLENARY_SESSION.TERM_NO, PLENARY_SESSION.SESSION_NO)
                .select(UNITS)
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .join(PLENARY_SESSION)
                .on(PLENARY_SESSION.ID.eq(PROPOSAL.SESSION_ID))
                .where(PROPOSAL.ID.in(shares.keySet()))
                .and(self == null ? PROPOSAL.ID.isNotNull() : PROPOSAL.ID.ne(self))
                .and(PROPOSAL.STATUS.ne(ProposalStatus.SUPERSEDED.name()))
                .and(openToAll().or(ProposalLists.visibleTo(Caller.current())))
                .fetch();
        var today = units.current(
                found.stream()
                        .flatMap(row -> row.get(UNITS).stream())
                        .map(HandedTo::unit)
                        .collect(Collectors.toSet()),
                calendar.today());
        return found
                .map(row -> new SimilarProposal(
                        row.get(PROPOSAL.ID),
                        row.get(PROPOSAL.TITLE),
                        row.get(SEAT.NAME),
                        row.get(PLENARY_SESSION.TERM_NO) + "-" + row.get(PLENARY_SESSION.SESSION_NO),
                        row.get(PROPOSAL.CASE_NO),
                        ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                        (int) Math.round(shares.getOrDefault(row.get(PROPOSAL.ID), 0.0) * 100),
                        row.get(UNITS).stream()
                                .map(each ->
                                        new SimilarProposal.Handler(today.get(each.unit()), each.name(), each.role()))
                                .toList()))
                .stream()
                .sorted(Comparator.comparingInt(SimilarProposal::percent)
                        .reversed()
                        .thenComparing(SimilarProposal::id))
                .limit(SHOWN)
                .toList();
    }
}
