package cn.tongxin.proposal.cosigning;

import static cn.tongxin.db.cell.Tables.ORGANIZATION;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Fields;
import cn.tongxin.proposal.Cosigner;
import cn.tongxin.proposal.Cosigner.State;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.seat.Serving;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Who may be asked to sign: members who serve, each once, and not the lead himself. */
@Singleton
class Candidates {
    private final Serving serving;
    private final DSLContext sql;

    Candidates(Serving serving, DSLContext sql) {
        this.serving = serving;
        this.sql = sql;
    }

    private record Candidate(String name, boolean serves) {}

    /** 422 names every person who cannot be asked, as {@code seats[2]}. */
    void check(List<UUID> seats, Proposal proposal, List<Cosigner> there, int max) {
        check(seats, Set.of(), proposal, there, max);
    }

    /** The same, but for those among them who were asked before. */
    void check(List<UUID> seats, Set<UUID> asked, Proposal proposal, List<Cosigner> there, int max) {
        var known = find(seats);
        var lead = proposal.author().seat();
        var standing = there.stream()
                .filter(one -> one.state() == State.ASKED || one.state() == State.SIGNED)
                .map(Cosigner::seat)
                .collect(Collectors.toCollection(HashSet::new));
        var fields = new Fields()
                .check("seats", !seats.isEmpty(), "required", "Name somebody.")
                .check(
                        "seats",
                        standing.size() + seats.size() - asked.size() <= max,
                        "too-many",
                        "At most " + max + " sign.");
        for (var i = 0; i < seats.size(); i++) {
            var seat = seats.get(i);
            var field = "seats[" + i + "]";
            if (asked.contains(seat)) {
                continue;
            }
            var candidate = known.get(seat);
            if (candidate == null) {
                fields.check(field, false, "unknown", "There is no such member here: " + seat);
                continue;
            }
            fields.check(field, !seat.equals(lead), "is-lead", candidate.name + " is the lead proponent.")
                    .check(field, candidate.serves, "not-serving", candidate.name + " is no serving member here.")
                    .check(field, standing.add(seat), "twice", candidate.name + " is named twice.");
        }
        fields.orRefuse();
    }

    private Map<UUID, Candidate> find(Collection<UUID> seats) {
        var bodies = sql.select(ORGANIZATION.SEAT_ID).from(ORGANIZATION).fetchSet(ORGANIZATION.SEAT_ID);
        var serve = serving.among(seats);
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.in(seats))
                .fetchMap(
                        SEAT.ID,
                        row -> new Candidate(
                                row.get(SEAT.NAME),
                                serve.contains(row.get(SEAT.ID)) && !bodies.contains(row.get(SEAT.ID))));
    }
}
