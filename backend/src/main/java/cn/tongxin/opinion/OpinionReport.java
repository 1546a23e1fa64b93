package cn.tongxin.opinion;

import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.shared.Language;
import cn.tongxin.shared.Words;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opinion report as it stands in its row.
 *
 * @param sealedText the text of a report that was referred to another channel; then {@code text} is blank
 */
record OpinionReport(
        UUID id,
        int version,
        OpinionStatus status,
        Kind kind,
        Author author,
        Text text,
        @Nullable String sealedText,
        Marks marks,
        @Nullable UUID commissionId,
        @Nullable Intake intake,
        Course course,
        Upward upward,
        @Nullable Origin origin,
        @Nullable LastMove lastMove,
        @Nullable String importRef,
        Instant createdAt,
        Instant updatedAt) {
    static final String SUBJECT = "opinion_report";

    /** A report of the usual shape, or a very short suggestion. */
    enum Kind {
        REPORT,
        MICRO
    }

    /** A member or an organisation by its seat; an informant or a station by name only; a committee below. */
    enum AuthorKind {
        MEMBER,
        ORGANIZATION,
        INFORMANT,
        STATION,
        COMMITTEE
    }

    enum Urgency {
        NORMAL,
        URGENT
    }

    enum Confidentiality {
        INTERNAL,
        OPEN
    }

    /** How it went into a bulletin: alone, or written into one piece with others. */
    enum Mode {
        SINGLE,
        COMPOSITE
    }

    /** Whose it is, and who typed it where that was the office. */
    record Author(
            AuthorKind kind, @Nullable UUID seat, @Nullable UUID enteredBy) {}

    /** What is written; of a very short suggestion only title and suggestions. */
    @Serdeable
    record Text(String title, String situation, String analysis, String suggestions) {
        static final Text NONE = new Text("", "", "", "");

        String body() {
            return situation + analysis + suggestions;
        }

        List<String> all() {
            return List.of(title, situation, analysis, suggestions);
        }

        /** As it stands in a bulletin. */
        String paragraphs() {
            return Stream.of(situation, analysis, suggestions)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** How it is sorted, and in which language its author wrote where that was not Chinese. */
    @Serdeable
    record Marks(
            @Nullable String topic,
            Urgency urgency,
            Confidentiality confidentiality,
            boolean openToPublic,
            @Nullable String source,
            @Nullable Language language) {}

    /** When it came in; the session is absent before the first plenary that the committee knows. */
    record Intake(@Nullable UUID sessionId, Instant at, LocalDate on) {}

    /** What became of it here. Each part is there as long as it holds. */
    record Course(
            @Nullable UUID takenBy,
            @Nullable Answer answer,
            @Nullable Issued issued,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable UUID sameAsProposal) {
        static final Course NONE = new Course(null, null, null, null, null, null);
    }

    /** That the author was told, and what: the code of a reason where it was not used, and to whom it was passed. */
    record Answer(
            LocalDate on,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable String referredTo) {
        static Answer plain(LocalDate on) {
            return new Answer(on, null, null, null);
        }
    }

    /** That it was issued, and how. */
    record Issued(LocalDate on, Mode mode) {}

    /** What was sent to the committee above, and what it last said of its copy. */
    record Upward(
            @Nullable LocalDate sentOn,
            @Nullable String to,
            @Nullable OpinionStatus status,
            @Nullable LocalDate on) {
        static final Upward NONE = new Upward(null, null, null, null);
    }

    /** The committee below that sent this copy, and the report's id there. */
    record Origin(UUID committeeId, String code, String name, UUID reportId) {}

    /** The move that whoever made it could still take back. */
    record LastMove(String name, UUID by, OpinionStatus from) {}

    Subject subject() {
        return new Subject(SUBJECT, id);
    }

    boolean isCopy() {
        return origin != null;
    }

    OpinionReport edited(Text written, Marks marked, @Nullable UUID commission, Instant now) {
        return new OpinionReport(
                id,
                version + 1,
                status,
                kind,
                author,
                written,
                sealedText,
                marked,
                commission,
                intake,
                course,
                upward,
                origin,
                null,
                importRef,
                createdAt,
                now);
    }

    OpinionReport withText(Text shown, @Nullable String sealed) {
        return new OpinionReport(
                id,
                version,
                status,
                kind,
                author,
                shown,
                sealed,
                marks,
                commissionId,
                intake,
                course,
                upward,
                origin,
                lastMove,
                importRef,
                createdAt,
                updatedAt);
    }

    OpinionReport upwardNow(Upward next) {
        return new OpinionReport(
                id,
                version,
                status,
                kind,
                author,
                text,
                sealedText,
                marks,
                commissionId,
                intake,
                course,
                next,
                origin,
                lastMove,
                importRef,
                createdAt,
                updatedAt);
    }

    OpinionReport nextVersion(Instant now) {
        return new OpinionReport(
                id,
                version + 1,
                status,
                kind,
                author,
                text,
                sealedText,
                marks,
                commissionId,
                intake,
                course,
                upward,
                origin,
                lastMove,
                importRef,
                createdAt,
                now);
    }

    /**
     * The next version.
     *
     * @param to the state that the workflow gives
     * @param came when it came in, for a submission
     */
    OpinionReport after(
            OpinionMove move, OpinionStatus to, @Nullable Intake came, @Nullable UUID by, LocalDate on, Instant at) {
        var last = by == null || !move.canBeTakenBack() ? null : new LastMove(OpinionSteps.name(move), by, status);
        return new OpinionReport(
                id,
                version + 1,
                to,
                kind,
                author,
                text,
                sealedText,
                marks,
                commissionId,
                came == null ? intake : came,
                courseAfter(move, to, by, on),
                upward,
                origin,
                last,
                importRef,
                createdAt,
                at);
    }

    private Course courseAfter(OpinionMove move, OpinionStatus to, @Nullable UUID by, LocalDate on) {
        var answer = switch (move) {
            case OpinionMove.Submit _ -> null;
            case OpinionMove.Return _ -> Answer.plain(on);
            case OpinionMove.Retain keep ->
                new Answer(on, keep.reason(), keep.comment(), Words.named(keep.referredTo()));
            case OpinionMove.NotUse not -> new Answer(on, not.reason(), not.comment(), Words.named(not.referredTo()));
            case OpinionMove.Issue _ -> Answer.plain(on);
            case OpinionMove.TakeBack _ -> to.isAnswered() ? course.answer : null;
            case OpinionMove.Take _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.SendBack _,
                    OpinionMove.Forward _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.Withdraw _,
                    OpinionMove.SendUp _ -> course.answer;
        };
        return new Course(
                move instanceof OpinionMove.Take ? by : to == OpinionStatus.SUBMITTED ? null : course.takenBy,
                answer,
                move instanceof OpinionMove.Issue issue ? new Issued(on, issue.mode()) : course.issued,
                to != OpinionStatus.CLOSED ? null : course.closedOn == null ? on : course.closedOn,
                to == OpinionStatus.WITHDRAWN ? on : null,
                course.sameAsProposal);
    }

    OpinionReport sameAs(@Nullable UUID proposal) {
        return new OpinionReport(
                id,
                version,
                status,
                kind,
                author,
                text,
                sealedText,
                marks,
                commissionId,
                intake,
                new Course(course.takenBy, course.answer, course.issued, course.closedOn, course.withdrawnOn, proposal),
                upward,
                origin,
                lastMove,
                importRef,
                createdAt,
                updatedAt);
    }
}
