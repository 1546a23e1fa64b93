package cn.tongxin.proposal;

import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.handling.Contact;
import cn.tongxin.shared.Language;
import cn.tongxin.shared.Words;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A proposal as it stands in its row. */
public record Proposal(
        UUID id,
        int version,
        ProposalStatus status,
        int stage,
        Author author,
        Text text,
        Wishes wishes,
        @Nullable Intake intake,
        Course course,
        Review review,
        @Nullable LastMove lastMove,
        Origin origin,
        Instant createdAt,
        Instant updatedAt) {
    public static final String SUBJECT = "proposal";

    /** Whose it is, and who typed it where that was the office. */
    public record Author(
            ProponentKind kind,
            UUID seat,
            @Nullable UUID enteredBy,
            @Nullable UUID scanFile,
            @Nullable UUID sealFile) {}

    /** What the proponent would like besides: none of it binds the office. */
    @Serdeable
    public record Wishes(
            boolean allowSecond,
            Contact.@Nullable Mode wantsContactBy,
            @Nullable UUID suggestedLeadUnit,
            List<UUID> suggestedAssistUnits,
            @Nullable Basis basedOn) {
        public static final Wishes NONE = new Wishes(false, null, null, List.of(), null);
    }

    /** What a proposal grew out of: an earlier proposal or a post by its id, anything else in words. */
    @Serdeable
    public record Basis(
            BasisKind kind, @Nullable UUID id, @Nullable String note) {}

    /** Kinds of what a proposal may grow out of. */
    public enum BasisKind {
        PROPOSAL,
        READING_POST,
        RESEARCH,
        APPEAL,
        OTHER
    }

    /** What the proponent writes. */
    @Serdeable
    public record Text(
            String title,
            @Nullable String category,
            String situation,
            String analysis,
            List<String> suggestions,
            boolean openToPublic,
            @Nullable String notOpenReason,
            Besides besides) {

        /** Whatever was written, also what stands beside the three parts. */
        List<String> all() {
            return Stream.concat(
                            Stream.of(title, situation, analysis, besides.research, besides.original),
                            suggestions.stream())
                    .toList();
        }

        /** All that it says, in one piece. */
        String body() {
            return situation + analysis + String.join("", suggestions);
        }
    }

    /**
     * What may stand beside the three parts of a text.
     *
     * @param research how the proponent found out; blank where he does not say
     * @param language in which it was first written, absent for Chinese
     * @param original its words in that language where the other parts are a translation; blank where they are not
     */
    @Serdeable
    public record Besides(String research, @Nullable Language language, String original) {
        public static final Besides NONE = new Besides("", null, "");
    }

    /** How it came in: its session and running number. */
    public record Intake(ProposalKind kind, UUID sessionId, int no, Instant at, LocalDate on) {}

    /** What became of it so far. Each part is there as long as it holds. */
    public record Course(
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
        public static final Course NONE = new Course(null, null, null, null, null, null, null, null, null, null);

        Course after(ProposalMove move, ProposalStatus to, LocalDate on, @Nullable String issued) {
            var filed = to.standsFiled();
            var nowFiled = move instanceof ProposalMove.File;
            var key = move instanceof ProposalMove.MarkKey mark ? mark : null;
            var keeps = filed && !(move instanceof ProposalMove.UnmarkKey);
            return new Course(
                    nowFiled ? issued : filed ? caseNo : null,
                    nowFiled ? on : filed ? filedOn : null,
                    move instanceof ProposalMove.UnFile ? on : nowFiled ? null : unfiledOn,
                    to == ProposalStatus.NOT_FILED ? notFiled(move, on) : null,
                    to == ProposalStatus.MERGED ? merged(move) : null,
                    to != ProposalStatus.MERGED ? null : mergedOn == null ? on : mergedOn,
                    to == ProposalStatus.WITHDRAWN ? on : null,
                    key != null ? (keyOn == null ? on : keyOn) : keeps ? keyOn : null,
                    key != null ? key.ledBy() : keeps ? keyLedBy : null,
                    to != ProposalStatus.CLOSED ? null : closedOn == null ? on : closedOn);
        }

        /** Where the proponent does not want it turned into a report, it is kept. */
        private @Nullable NotFiled notFiled(ProposalMove move, LocalDate on) {
            if (move instanceof ProposalMove.NotFile not) {
                return NotFiled.of(not, on);
            }
            return move instanceof ProposalMove.AnswerConversion answer && !answer.agreed() && notFiled != null
                    ? new NotFiled(notFiled.on, notFiled.reason, Disposition.ARCHIVE, notFiled.comment, null)
                    : notFiled;
        }

        private @Nullable UUID merged(ProposalMove move) {
            return move instanceof ProposalMove.Merge merge ? merge.into() : mergedInto;
        }
    }

    /**
     * What belongs to its review.
     *
     * @param by until when the stage is to be passed
     * @param conversion whether the proponent wants it turned into an opinion report
     */
    public record Review(
            @Nullable LocalDate by,
            @Nullable LocalDate appealedOn,
            @Nullable String appealReason,
            @Nullable Conversion conversion,
            @Nullable LocalDate supersededOn) {
        public static final Review NONE = new Review(null, null, null, null, null);

        Review after(ProposalMove move, ProposalStatus to, LocalDate on, @Nullable LocalDate stageBy) {
            var appeal = move instanceof ProposalMove.Appeal made ? made : null;
            return new Review(
                    to == ProposalStatus.IN_REVIEW ? stageBy : null,
                    appeal == null ? appealedOn : on,
                    appeal == null ? appealReason : appeal.reason(),
                    to == ProposalStatus.NOT_FILED ? conversion(move) : null,
                    to == ProposalStatus.SUPERSEDED ? on : null);
        }

        private @Nullable Conversion conversion(ProposalMove move) {
            if (move instanceof ProposalMove.NotFile not) {
                return not.disposition() == Disposition.TO_OPINION_REPORT ? Conversion.ASKED : null;
            }
            if (move instanceof ProposalMove.AnswerConversion answer) {
                return answer.agreed() ? Conversion.AGREED : Conversion.REFUSED;
            }
            return conversion;
        }
    }

    /** What the proponent says to the turning of his proposal into an opinion report. */
    public enum Conversion {
        ASKED,
        AGREED,
        REFUSED
    }

    /** Why it was not filed, where it went and to whom. */
    public record NotFiled(
            LocalDate on,
            String reason,
            Disposition disposition,
            @Nullable String comment,
            @Nullable String referredTo) {
        static NotFiled of(ProposalMove.NotFile move, LocalDate on) {
            return new NotFiled(
                    on,
                    Objects.requireNonNull(move.reason()),
                    Objects.requireNonNull(move.disposition()),
                    move.comment(),
                    Words.named(move.referredTo()));
        }
    }

    /** The move that whoever made it could still take back. */
    public record LastMove(String name, UUID by, ProposalStatus from, int stage) {}

    /** Whether an office brought it in from the years before the system, and under which name. */
    public record Origin(boolean imported, @Nullable String ref) {
        public static final Origin HERE = new Origin(false, null);
    }

    public static Proposal drafted(UUID id, Author author, Text text, Wishes wishes, Instant now) {
        return new Proposal(
                id,
                1,
                ProposalStatus.DRAFT,
                0,
                author,
                text,
                wishes,
                null,
                Course.NONE,
                Review.NONE,
                null,
                Origin.HERE,
                now,
                now);
    }

    public Subject subject() {
        return new Subject(SUBJECT, id);
    }

    /** Once, and not when the proponent has agreed to see it turned into a report. */
    public boolean mayAppeal() {
        return review.appealedOn == null && review.conversion != Conversion.AGREED;
    }

    /** The next version of a draft; one that others have signed asks them again and says so by its state. */
    public Proposal edited(Text written, Wishes wanted, Author whose, boolean asksAgain, Instant now) {
        return new Proposal(
                id,
                version + 1,
                asksAgain ? ProposalStatus.CO_SIGNING : status,
                stage,
                whose,
                written,
                wanted,
                intake,
                course,
                review,
                null,
                origin,
                createdAt,
                now);
    }

    /** The author with another scan or seal, where one was given. */
    Author withFiles(@Nullable UUID scan, @Nullable UUID seal) {
        return new Author(
                author.kind,
                author.seat,
                author.enteredBy,
                scan == null ? author.scanFile : scan,
                seal == null ? author.sealFile : seal);
    }

    /**
     * The next version.
     *
     * @param to the state that the workflow gives
     * @param stages how many review stages there are
     * @param came how it came in, for a submission
     * @param issued the case number, for a filing
     * @param stageBy until when a review stage that it enters is to be passed
     */
    public Proposal after(
            ProposalMove move,
            ProposalStatus to,
            int stages,
            @Nullable Intake came,
            @Nullable String issued,
            @Nullable LocalDate stageBy,
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
                wishes,
                came == null ? intake : came,
                course.after(move, to, on, issued),
                review.after(move, to, on, stageBy),
                by == null ? null : lastMove(move, by),
                origin,
                createdAt,
                at);
    }

    private int nextStage(ProposalMove move, int stages) {
        return switch (move) {
            case ProposalMove.Accept _, ProposalMove.Appeal _ -> 1;
            case ProposalMove.Review _ -> stage + 1;
            case ProposalMove.UnFile _, ProposalMove.UnMerge _ -> stages;
            case ProposalMove.TakeBack _ -> lastMove == null ? stage : lastMove.stage;
            case ProposalMove.Invite _,
                    ProposalMove.Submit _,
                    ProposalMove.Return _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.Merge _,
                    ProposalMove.Split _,
                    ProposalMove.Withdraw _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
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
            case ProposalMove.Invite _,
                    ProposalMove.UnFile _,
                    ProposalMove.Merge _,
                    ProposalMove.UnMerge _,
                    ProposalMove.Split _,
                    ProposalMove.Appeal _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
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
