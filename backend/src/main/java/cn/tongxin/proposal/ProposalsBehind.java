package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.PROPOSAL_SUGGESTION;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SECTOR;

import cn.tongxin.handling.Behind;
import cn.tongxin.handling.Joined;
import cn.tongxin.handling.Proponent;
import cn.tongxin.seat.SeatPhones;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who stands behind a proposal and behind what was joined to it, with their words, in one query. */
@Singleton
class ProposalsBehind {
    private static final int LEAD = -1;

    private static final Field<List<Person>> PEOPLE = DSL.multiset(
                    DSL.select(SEAT.ID, SEAT.NAME, SEAT.STATUS, SECTOR.NAME, SEAT.EMPLOYMENT, DSL.inline(LEAD))
                            .from(SEAT)
                            .leftJoin(SECTOR)
                            .on(SECTOR.ID.eq(SEAT.SECTOR_ID))
                            .where(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                            .unionAll(DSL.select(
                                            SEAT.ID,
                                            SEAT.NAME,
                                            SEAT.STATUS,
                                            SECTOR.NAME,
                                            SEAT.EMPLOYMENT,
                                            PROPOSAL_COSIGNER.POSITION)
                                    .from(PROPOSAL_COSIGNER)
                                    .join(SEAT)
                                    .on(SEAT.ID.eq(PROPOSAL_COSIGNER.SEAT_ID))
                                    .leftJoin(SECTOR)
                                    .on(SECTOR.ID.eq(SEAT.SECTOR_ID))
                                    .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(PROPOSAL.ID))
                                    .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name()))))
            .as("people")
            .convertFrom(rows -> rows.stream()
                    .map(row -> new Person(
                            row.value1(),
                            row.value2(),
                            !"ENDED".equals(row.value3()),
                            row.value4(),
                            row.value5(),
                            row.value6()))
                    .sorted(Comparator.comparingInt(Person::position))
                    .toList());

    private static final Field<List<String>> SUGGESTIONS = DSL.multiset(
                    DSL.select(PROPOSAL_SUGGESTION.TEXT, PROPOSAL_SUGGESTION.NO)
                            .from(PROPOSAL_SUGGESTION)
                            .where(PROPOSAL_SUGGESTION.PROPOSAL_ID.eq(PROPOSAL.ID))
                            .orderBy(PROPOSAL_SUGGESTION.NO))
            .as("suggestions")
            .convertFrom(rows -> rows.map(row -> row.value1()));

    private final DSLContext sql;
    private final SeatPhones phones;

    ProposalsBehind(DSLContext sql, SeatPhones phones) {
        this.sql = sql;
        this.phones = phones;
    }

    /** @param here the seat has not ended */
    private record Person(
            UUID seat,
            String name,
            boolean here,
            @Nullable String sector,
            @Nullable String post,
            int position) {}

    private record Row(
            UUID id,
            String title,
            String situation,
            String analysis,
            String research,
            List<String> suggestions,
            List<Person> people) {

        /** The lead; when his seat has ended the next who signed. */
        Optional<UUID> speaker() {
            return people.stream().filter(Person::here).map(Person::seat).findFirst();
        }

        List<Proponent> proponents(Map<UUID, String> masked) {
            var speaker = speaker().orElse(null);
            return people.stream()
                    .map(person -> new Proponent(
                            person.seat(),
                            person.name(),
                            person.sector(),
                            person.post(),
                            person.seat().equals(speaker) ? masked.get(person.seat()) : null))
                    .toList();
        }
    }

    Behind of(UUID id) {
        var rows = sql.select(
                        PROPOSAL.ID,
                        PROPOSAL.TITLE,
                        PROPOSAL.SITUATION,
                        PROPOSAL.ANALYSIS,
                        PROPOSAL.RESEARCH,
                        SUGGESTIONS,
                        PEOPLE)
                .from(PROPOSAL)
                .where(PROPOSAL.ID.eq(id).or(PROPOSAL.MERGED_INTO_ID.eq(id)))
                .orderBy(PROPOSAL.ID)
                .fetch(row -> new Row(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
        var masked = phones.masked(
                rows.stream().flatMap(row -> row.speaker().stream()).toList());
        var main = rows.stream().filter(row -> row.id().equals(id)).findFirst();
        return new Behind(
                main.map(row -> row.proponents(masked)).orElse(List.of()),
                rows.stream()
                        .filter(row -> !row.id().equals(id))
                        .map(row -> new Joined(
                                row.id(),
                                row.title(),
                                row.proponents(masked),
                                row.situation(),
                                row.analysis(),
                                row.research(),
                                row.suggestions()))
                        .toList());
    }
}
