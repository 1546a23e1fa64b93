package cn.tongxin.identity;

import static cn.tongxin.db.cell.Tables.INVITATION;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Invitations: {@code <committee code>.<128 random bits>}, kept as a hash and looked up inside the committee that the
 * code names. An unknown code, an unknown token, a used one, an old one and one to a seat that has ended are all
 * the same 404.
 */
@Singleton
public class InvitationActions {
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final List<String> OFFICES = Arrays.stream(Role.values())
            .filter(Role::asksForTwoFactors)
            .map(Role::name)
            .toList();

    private final DSLContext sql;
    private final Transactions transactions;
    private final Committees committees;
    private final AccountActions accounts;
    private final Accounts seats;
    private final History history;
    private final PublicAddress self;
    private final Clock clock;

    InvitationActions(
            DSLContext sql,
            Transactions transactions,
            Committees committees,
            AccountActions accounts,
            Accounts seats,
            History history,
            PublicAddress self,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.committees = committees;
        this.accounts = accounts;
        this.seats = seats;
        this.history = history;
        this.self = self;
        this.clock = clock;
    }

    /** An address to hand to one person, and until when it works. It is shown once. */
    public record Link(String url, Instant expiresAt) {}

    /** What an invitation is for. */
    record Invitation(UUID id, UUID seat, String seatName, Set<Role> roles, String committeeName, Instant expiresAt) {
        boolean isForOffice() {
            return roles.stream().anyMatch(Role::asksForTwoFactors);
        }
    }

    /** Invites to a seat of the caller's committee; older invitations to it are over. */
    @Transactional
    public Link invite(UUID seat) {
        if (!sql.fetchExists(sql.selectOne().from(SEAT).where(SEAT.ID.eq(seat)).and(SEAT.STATUS.ne("ENDED")))) {
            throw Refusal.notFound();
        }
        if (seats.isTaken(seat)) {
            throw Refusal.conflict("invitation.seat-taken", "Somebody holds this seat already.");
        }
        var now = clock.instant();
        var expires = now.plus(LIFETIME);
        sql.update(INVITATION)
                .set(INVITATION.EXPIRES_AT, now)
                .where(INVITATION.SEAT_ID.eq(seat))
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(now))
                .execute();
        var committee = committees.find(Caller.current().committeeId()).orElseThrow(Refusal::notFound);
        var token = committee.code() + "." + Digests.randomToken();
        sql.insertInto(INVITATION)
                .set(INVITATION.ID, Ids.next())
                .set(INVITATION.SEAT_ID, seat)
                .set(INVITATION.TOKEN_HASH, Digests.sha256Hex(token))
                .set(INVITATION.CREATED_AT, now)
                .set(INVITATION.EXPIRES_AT, expires)
                .execute();
        history.record(Line.of("seat.invited", "seat", seat));
        var page = sql.fetchExists(sql.selectOne()
                        .from(SEAT_ROLE)
                        .where(SEAT_ROLE.SEAT_ID.eq(seat))
                        .and(SEAT_ROLE.ROLE.in(OFFICES)))
                ? "/console/invitations/"
                : "/m/invitations/";
        return new Link(self.resolve(page + token).toString(), expires);
    }

    boolean isOpen(String token) {
        return at(token, this::find).isPresent();
    }

    Invitation get(String token) {
        return at(token, this::find).orElseThrow(Refusal::notFound);
    }

    /** Gives the seat to the account and uses the invitation up, both or neither. */
    void accept(String token, UUID account) {
        if (at(token, found -> find(found).map(invitation -> use(invitation, account)))
                .isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Invitation use(Invitation invitation, UUID account) {
        if (!accounts.take(invitation.seat(), account, "invitation")) {
            throw Refusal.conflict("invitation.seat-taken", "Somebody holds this seat already.");
        }
        sql.update(INVITATION)
                .set(INVITATION.USED_AT, clock.instant())
                .where(INVITATION.ID.eq(invitation.id()))
                .execute();
        return invitation;
    }

    /** Inside the committee that the token names, if there is one that is open. */
    private <T> Optional<T> at(String token, Function<String, Optional<T>> work) {
        var code = token.split("\\.", 2)[0];
        return committees
                .findByCode(code)
                .filter(Committees.Entry::isActive)
                .flatMap(committee ->
                        Caller.current().at(committee.id()).call(() -> transactions.alone(() -> work.apply(token))));
    }

    private Optional<Invitation> find(String token) {
        var committee = committees.find(Caller.current().committeeId()).orElseThrow(Refusal::notFound);
        return sql.select(INVITATION.ID, INVITATION.SEAT_ID, SEAT.NAME, INVITATION.EXPIRES_AT)
                .from(INVITATION)
                .join(SEAT)
                .on(SEAT.ID.eq(INVITATION.SEAT_ID))
                .where(INVITATION.TOKEN_HASH.eq(Digests.sha256Hex(token)))
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(clock.instant()))
                .and(SEAT.STATUS.ne("ENDED"))
                .forUpdate()
                .of(INVITATION)
                .fetchOptional(row -> new Invitation(
                        row.value1(), row.value2(), row.value3(), roles(row.value2()), committee.name(), row.value4()));
    }

    private Set<Role> roles(UUID seat) {
        return sql
                .select(SEAT_ROLE.ROLE)
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(seat))
                .fetch(row -> Role.valueOf(row.value1()))
                .stream()
                .collect(Collectors.toSet());
    }
}
