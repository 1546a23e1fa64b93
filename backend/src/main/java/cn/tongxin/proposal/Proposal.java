package cn.tongxin.proposal;

import cn.tongxin.handling.Assignment.Subject;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal as it stands in its row. */
record Proposal(
        UUID id,
        int version,
        ProposalStatus status,
        int stage,
        Author author,
        Text text,
        @Nullable Intake intake,
        Course course,
        @Nullable LastMove lastMove,
        Origin origin,
        Instant createdAt,
        Instant updatedAt) {
    static final String SUBJECT = "proposal";

    /** Whose it is, and who typed it where that was the office. */
    record Author(
            ProponentKind kind,
            UUID seat,
            @Nullable UUID enteredBy,
            @Nullable UUID scanFile) {}

    /** What the proponent writes. */
    @Serdeable
    record Text(
            String title,
            @Nullable String category,
            String situation,
            String analysis,
            List<String> suggestions,
            boolean openToPublic,
            @Nullable String notOpenReason) {}

    /** How it came in: its session and running number. */
    record Intake(ProposalKind kind, UUID sessionId, int no, Instant at, LocalDate on) {}

    /** What became of it so far. Each part is there as long as it holds. */
    record Course(
            @Nullable String caseNo,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate unfiledOn,
            @Nullable NotFiled notFiled,
            @Nullable UUID mergedInto,
            @Nullable LocalDate mergedOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable LocalDate keyOn,
            @Nullable UUID keyLedBy,
            @Nullable LocalDate closedOn) {
        static final Course NONE = new Course(null, null, null, null, null, null, null, null, null, null);

        Course after(ProposalMove move, ProposalStatus to, LocalDate on, @Nullable String issued) {
            var filed = to.standsFiled();
            var nowFiled = move instanceof ProposalMove.File;
            var key = move instanceof ProposalMove.MarkKey mark ? mark : null;
            return new Course(
                    nowFiled ? issued : filed ? caseNo : null,
                    nowFiled ? on : filed ? filedOn : null,
                    move instanceof ProposalMove.UnFile ? on : nowFiled ? null : unfiledOn,
                    move instanceof ProposalMove.NotFile not ? NotFiled.of(not, on) : null,
                    move instanceof ProposalMove.Merge merge ? merge.into() : null,
                    to == ProposalStatus.MERGED ? on : null,
                    to == ProposalStatus.WITHDRAWN ? on : null,
                    key != null ? on : filed ? keyOn : null,
                    key != null ? key.ledBy() : filed ? keyLedBy : null,
                    to != ProposalStatus.CLOSED ? null : closedOn == null ? on : closedOn);
        }
    }

    /** Why it was not filed and where it went. */
    record NotFiled(
            LocalDate on,
            String reason,
            Disposition disposition,
            @Nullable String comment) {
        static NotFiled of(ProposalMove.NotFile move, LocalDate on) {
            return new NotFiled(
                    on,
                    Objects.requireNonNull(move.reason()),
                    Objects.requireNonNull(move.disposition()),
                    move.comment());
        }
    }

    /** The move that whoever made it could still take back. */
    record LastMove(String name, UUID by, ProposalStatus from, int stage) {}

    /** Whether an office brought it in from the years before the system, and under which name. */
    record Origin(boolean imported, @Nullable String ref) {
        static final Origin HERE = new Origin(false, null);
    }

    static Proposal drafted(UUID id, Author author, Text text, Instant now) {
        return new Proposal(
                id, 1, ProposalStatus.DRAFT, 0, author, text, null, Course.NONE, null, Origin.HERE, now, now);
    }

    Subject subject() {
        return new Subject(SUBJECT, id);
    }

    Proposal edited(Text written, @Nullable UUID scan, Instant now) {
        var whose = new Author(author.kind, author.seat, author.enteredBy, scan == null ? author.scanFile : scan);
        return new Proposal(
                id, version + 1, status, stage, whose, written, intake, course, null, origin, createdAt, now);
    }

    /**
     * The next version.
     *
     * @param to the state that the workflow gives
     * @param stages how many review stages there are
     * @param came how it came in, for a submission
     * @param issued the case number, for a filing
     */
    Proposal after(
            ProposalMove move,
            ProposalStatus to,
            int stages,
            @Nullable Intake came,
            @Nullable String issued,
            @Nullable UUID by,
            LocalDate on,
            Instant at) {
        return new Proposal(
                id,
                version + 1,
                to,
                to == ProposalStatus.IN_REVIEW ? nextStage(move, stages) : 0,
                author,
                text,
                came == null ? intake : came,
                course.after(move, to, on, issued),
                by == null ? null : lastMove(move, by),
                origin,
                createdAt,
                at);
    }

    private int nextStage(ProposalMove move, int stages) {
        return switch (move) {
            case ProposalMove.Accept _ -> 1;
            case ProposalMove.Review _ -> stage + 1;
            case ProposalMove.UnFile _ -> stages;
            case ProposalMove.TakeBack _ -> lastMove == null ? stage : lastMove.stage;
            case ProposalMove.Submit _,
                    ProposalMove.Return _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.Merge _,
                    ProposalMove.Withdraw _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.Rehandle _,
                    ProposalMove.Consult _,
                    ProposalMove.Close _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> stage;
        };
    }

    private @Nullable LastMove lastMove(ProposalMove move, UUID by) {
        return switch (move) {
            case ProposalMove.Submit _,
                    ProposalMove.Accept _,
                    ProposalMove.Return _,
                    ProposalMove.Review _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.Close _ -> new LastMove(ProposalSteps.name(move), by, status, stage);
            case ProposalMove.Assign _ ->
                status == ProposalStatus.FILED ? new LastMove(ProposalSteps.name(move), by, status, stage) : null;
            case ProposalMove.Withdraw _ ->
                status.standsFiled() ? null : new LastMove(ProposalSteps.name(move), by, status, stage);
            case ProposalMove.UnFile _,
                    ProposalMove.Merge _,
                    ProposalMove.MarkKey _,
                    ProposalMove.Rehandle _,
                    ProposalMove.Consult _,
                    ProposalMove.TakeBack _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> null;
        };
    }
}
