package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.ORGANIZATION;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.http.Refusal;
import cn.tongxin.seat.Serving;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** In whose name a proposal is written, and what each of the six kinds needs to be handed in. */
@Singleton
class Authors {
    private final Serving serving;
    private final StoredFiles files;
    private final DSLContext sql;

    Authors(Serving serving, StoredFiles files, DSLContext sql) {
        this.serving = serving;
        this.files = files;
        this.sql = sql;
    }

    /** Of a new draft: the caller himself, the body he acts for, or the member for whom the office types. */
    Proposal.Author of(Caller caller, @Nullable UUID onBehalfOf, Written written) {
        checkFile(written.scan(), caller);
        checkFile(written.seal(), caller);
        var seat = onBehalfOf == null ? caller.seatId() : onBehalfOf;
        if (onBehalfOf != null) {
            serving.check(onBehalfOf, "onBehalfOf");
        }
        return new Proposal.Author(
                kind(seat, written.kind()),
                seat,
                caller.actsFor(seat) ? null : caller.seatId(),
                written.scan(),
                written.seal());
    }

    /** Of a draft as it is edited: the same seat, in the name that is said now. */
    Proposal.Author edited(Caller caller, Proposal proposal, Written written) {
        checkNewFile(written.scan(), proposal.author().scanFile(), caller);
        checkNewFile(written.seal(), proposal.author().sealFile(), caller);
        var there = proposal.withFiles(written.scan(), written.seal());
        return written.kind() == null
                ? there
                : new Proposal.Author(
                        kind(there.seat(), written.kind()),
                        there.seat(),
                        there.enteredBy(),
                        there.scanFile(),
                        there.sealFile());
    }

    /** A body's seat proposes as what it is; a person in his own name, his sector's or his group's. */
    private ProponentKind kind(UUID seat, @Nullable ProponentKind asked) {
        var body = body(seat);
        var kind = asked == null ? body.orElse(ProponentKind.MEMBER) : asked;
        if (body.isPresent() ? kind != body.get() : kind.isBody()) {
            throw Refusal.unprocessable("proposal.kind-not-yours", "This seat does not propose in that name.")
                    .field("proponentKind");
        }
        return kind;
    }

    private Optional<ProponentKind> body(UUID seat) {
        return sql.select(ORGANIZATION.KIND)
                .from(ORGANIZATION)
                .where(ORGANIZATION.SEAT_ID.eq(seat))
                .fetchOptional(row -> ProponentKind.valueOf(row.value1()));
    }

    /** A body's proposal carries its seal, a sector's or group's the signature of who convenes it (domain §1.2). */
    void checkSubmission(Proposal proposal) {
        switch (proposal.author().kind()) {
            case MEMBER -> {}
            case PARTY, ORGANIZATION, SPECIAL_COMMITTEE -> {
                if (proposal.author().sealFile() == null) {
                    throw Refusal.unprocessable("proposal.seal-missing", "A body's proposal carries its seal.")
                            .field("sealFileId");
                }
            }
            case SECTOR -> {
                checkSector(proposal);
                checkConvener(proposal, Role.SECTOR_CONVENER);
            }
            case GROUP -> checkConvener(proposal, Role.GROUP_LEADER);
        }
    }

    /** Who is of no sector cannot speak for one. */
    private void checkSector(Proposal proposal) {
        var without = sql.select(SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.eq(proposal.author().seat()))
                .and(SEAT.SECTOR_ID.isNull())
                .fetchOptional(SEAT.NAME);
        if (without.isPresent()) {
            throw Refusal.unprocessable("proposal.sector-missing", without.get() + " is of no sector.")
                    .field("proponentKind")
                    .with("person", without.get());
        }
    }

    private void checkConvener(Proposal proposal, Role role) {
        var lead = SEAT.as("lead");
        var signed = DSL.select(PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal.id()))
                .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name()));
        var ofTheSector = role == Role.SECTOR_CONVENER ? SEAT.SECTOR_ID.eq(lead.SECTOR_ID) : DSL.noCondition();
        var convener = sql.selectOne()
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .join(lead)
                .on(lead.ID.eq(proposal.author().seat()))
                .where(SEAT_ROLE.ROLE.eq(role.name()))
                .and(SEAT.ID.eq(lead.ID).or(SEAT.ID.in(signed)))
                .and(ofTheSector);
        if (!sql.fetchExists(convener)) {
            throw Refusal.unprocessable(
                            "proposal.convener-missing", "A sector's or group's proposal is signed by who convenes it.")
                    .field("cosigners");
        }
    }

    /** What is there already may be another one's, who began it. */
    private void checkNewFile(@Nullable UUID file, @Nullable UUID there, Caller caller) {
        if (file != null && !file.equals(there)) {
            checkFile(file, caller);
        }
    }

    /** One attaches what one has uploaded; whoever sees the proposal then sees the file. */
    private void checkFile(@Nullable UUID file, Caller caller) {
        if (file != null
                && files.find(file).filter(stored -> stored.isOf(caller.seat())).isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
