package cn.tongxin.proposal.digest;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office notes what a leader wrote on an issue, and strikes out what was noted by mistake. */
@Singleton
class InstructionActions {
    private static final int LEADER_MAX = 60;
    private static final int WORDS_MAX = 2_000;
    private static final int REASON_MAX = 500;

    private final Instructions instructions;
    private final Digests digests;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    InstructionActions(Instructions instructions, Digests digests, Calendar calendar, History history, Clock clock) {
        this.instructions = instructions;
        this.digests = digests;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    void add(UUID digestId, InstructionController.Noted noted) {
        DigestPolicy.checkWorks(Caller.current());
        var digest = digests.get(digestId);
        if (digest.issuedOn() == null) {
            throw Refusal.conflict("digest.not-issued", "Nobody has read it yet.");
        }
        check(noted, digest);
        var instruction = new Instruction(
                Ids.orNext(noted.id()),
                digestId,
                noted.proposalId(),
                Objects.requireNonNull(noted.level()),
                Objects.requireNonNull(noted.leader()).strip(),
                Objects.requireNonNull(noted.on()),
                noted.text() != null,
                List.of());
        if (!instructions.insert(instruction, noted.text(), Caller.current().seatId(), clock.instant())) {
            throw Refusal.conflict("instruction.duplicate", "This is noted already: the same leader on the same day.")
                    .field("leader");
        }
        record("recorded", instruction, null);
        about(instruction, digest)
                .forEach(proposal -> history.record(told("proposal.instructed", proposal, instruction)));
    }

    @Transactional
    UUID remove(UUID id, @Nullable String reason) {
        DigestPolicy.checkWorks(Caller.current());
        var instruction = instructions.get(id);
        new Fields()
                .required("reason", reason)
                .maxLength("reason", reason, REASON_MAX)
                .orRefuse();
        instructions.remove(id, Objects.requireNonNull(reason), calendar.today());
        record("removed", instruction, reason);
        about(instruction, digests.get(instruction.digestId()))
                .forEach(proposal -> history.record(told("proposal.instruction-removed", proposal, instruction)));
        return instruction.digestId();
    }

    /** The level and what it is about, never whose words and which. */
    private void record(String what, Instruction instruction, @Nullable String reason) {
        history.record(Line.of("digest.instruction-" + what, "proposal_digest", instruction.digestId())
                .with("level", instruction.level())
                .with("proposal", instruction.proposalId())
                .with("reason", reason));
    }

    private static Line told(String kind, UUID proposal, Instruction instruction) {
        return Line.of(kind, Proposal.SUBJECT, proposal).with("level", instruction.level());
    }

    /** The proposals whose proponents learn of it. */
    private static List<UUID> about(Instruction instruction, Digest digest) {
        return instruction.proposalId() == null
                ? digest.items().stream().map(Digest.Item::proposalId).toList()
                : List.of(instruction.proposalId());
    }

    private void check(InstructionController.Noted noted, Digest digest) {
        var on = noted.on();
        new Fields()
                .required("level", noted.level())
                .required("leader", noted.leader())
                .maxLength("leader", noted.leader(), LEADER_MAX)
                .required("on", on)
                .check("on", on == null || !on.isAfter(calendar.today()), "in-future", "Not after today.")
                .check(
                        "on",
                        on == null || !on.isBefore(Objects.requireNonNull(digest.issuedOn())),
                        "before-issue",
                        "The issue went out on " + digest.issuedOn() + " only.")
                .maxLength("text", noted.text(), WORDS_MAX)
                .check(
                        "proposalId",
                        noted.proposalId() == null
                                || digest.items().stream()
                                        .anyMatch(item -> item.proposalId().equals(noted.proposalId())),
                        "not-in-issue",
                        "The issue does not tell of it.")
                .orRefuse();
    }
}
