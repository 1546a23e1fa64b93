package cn.tongxin.seat;

import cn.tongxin.seat.RosterCheck.Known;
import cn.tongxin.seat.RosterCheck.Verdict;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The seats that a roster is about: as it finds them, and as it leaves them. */
@Singleton
class RosterSeats {
    private final Seats seats;
    private final SeatRoles roles;
    private final List<SeatEnding> endings;
    private final Crypto crypto;

    RosterSeats(Seats seats, SeatRoles roles, List<SeatEnding> endings, Crypto crypto) {
        this.seats = seats;
        this.roles = roles;
        this.endings = endings;
        this.crypto = crypto;
    }

    /** Every seat of a term as far as a roster can tell it. */
    List<Known> known(int termNo) {
        return seats.ofTerm(termNo).stream()
                .map(seat -> new Known(
                        seat.id(),
                        seat.person().name(),
                        seat.person().phone() == null
                                ? null
                                : crypto.keyedHash(seat.person().phone()),
                        seat.status() == SeatStatus.ENDED,
                        seat.person().nativeName(),
                        seat.person().sex(),
                        seat.person().ethnicity(),
                        seat.person().birth(),
                        seat.person().sectorId(),
                        Set.copyOf(seat.person().specialCommitteeIds()),
                        rank(seat.roles()),
                        seat.person().employment()))
                .toList();
    }

    /** Writes what was decided; answers the new seats by the keys of their rows. */
    Map<String, UUID> write(List<Verdict> verdicts, int termNo, Instant now) {
        var seatOfRow = new HashMap<String, UUID>();
        var added = new ArrayList<Seat>();
        for (var verdict : verdicts) {
            var row = verdict.row();
            switch (verdict.outcome()) {
                case IMPORTED -> {
                    var seat = seat(verdict, termNo);
                    added.add(seat);
                    seatOfRow.put(RosterCheck.key(row), seat.id());
                }
                case UPDATED -> {
                    var seat = seats.get(seatId(verdict));
                    seats.update(seat.with(updated(seat.person(), row)), now);
                    for (var grant : grants(row.rank())) {
                        roles.grant(seat.id(), grant, now);
                    }
                }
                case ENDED -> {
                    var seat = seats.get(seatId(verdict));
                    seats.update(
                            seat.after(new SeatMove.End(seat.version(), endReason(row.note()), null, null, null)), now);
                    endings.forEach(feature -> feature.ended(seat.id()));
                }
                case UNCHANGED, SKIPPED, REFUSED, ASKED, NOT_A_PERSON -> {}
            }
        }
        seats.insertAll(added, now);
        return seatOfRow;
    }

    private static UUID seatId(Verdict verdict) {
        if (verdict.seatId() == null) {
            throw new IllegalStateException("A row that changes a seat names it.");
        }
        return verdict.seatId();
    }

    private static Seat seat(Verdict verdict, int termNo) {
        var row = verdict.row();
        var person = new Seat.Person(
                row.name(),
                row.nativeName(),
                row.sex(),
                row.birth(),
                row.ethnicity(),
                row.sectorId(),
                row.specialCommitteeIds(),
                row.employment(),
                row.phone());
        return new Seat(
                Ids.next(),
                1,
                verdict.asEnded() ? SeatStatus.ENDED : SeatStatus.PENDING,
                person,
                termNo,
                grants(row.rank()),
                null,
                verdict.asEnded() ? endReason(row.note()) : null,
                false);
    }

    /** A blank cell says nothing: what the committee knows stays. */
    private static Seat.Person updated(Seat.Person person, RosterRow row) {
        return new Seat.Person(
                row.name(),
                row.nativeName() == null ? person.nativeName() : row.nativeName(),
                row.sex() == null ? person.sex() : row.sex(),
                row.birth() == null ? person.birth() : row.birth(),
                row.ethnicity() == null ? person.ethnicity() : row.ethnicity(),
                row.sectorId() == null ? person.sectorId() : row.sectorId(),
                row.specialCommitteeIds().isEmpty() ? person.specialCommitteeIds() : row.specialCommitteeIds(),
                row.employment() == null ? person.employment() : row.employment(),
                row.phone() == null ? person.phone() : row.phone());
    }

    private static List<Seat.Grant> grants(Rank rank) {
        var roles = switch (rank) {
            case MEMBER -> List.of(Role.MEMBER);
            case STANDING_MEMBER -> List.of(Role.MEMBER, Role.STANDING_MEMBER);
            case CHAIR_COUNCIL -> List.of(Role.MEMBER, Role.STANDING_MEMBER, Role.CHAIR_COUNCIL);
        };
        return roles.stream().map(role -> new Seat.Grant(role, null)).toList();
    }

    private static EndReason endReason(String note) {
        if (note.matches(".*(去世|病故|逝世|已故|亡故).*")) {
            return EndReason.DIED;
        }
        if (note.matches(".*(撤销|除名|免去).*")) {
            return EndReason.REVOKED;
        }
        return note.matches(".*(调离|调出).*") ? EndReason.TRANSFERRED : EndReason.RESIGNED;
    }

    private static Rank rank(Set<Role> roles) {
        return roles.contains(Role.CHAIR_COUNCIL)
                ? Rank.CHAIR_COUNCIL
                : roles.contains(Role.STANDING_MEMBER) ? Rank.STANDING_MEMBER : Rank.MEMBER;
    }
}
