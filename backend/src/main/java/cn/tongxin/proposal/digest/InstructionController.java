package cn.tongxin.proposal.digest;

import cn.tongxin.committee.Settings;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.InstructionLevel;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leaders' instructions on the digest, over HTTP. Their words are one route of their own. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class InstructionController {
    private final InstructionActions actions;
    private final Instructions instructions;
    private final DigestViews views;
    private final Settings settings;
    private final AccessLog log;

    InstructionController(
            InstructionActions actions,
            Instructions instructions,
            DigestViews views,
            Settings settings,
            AccessLog log) {
        this.actions = actions;
        this.instructions = instructions;
        this.views = views;
        this.settings = settings;
        this.log = log;
    }

    /**
     * An instruction as the office notes it.
     *
     * @param proposalId the one proposal of the issue that it is about; absent for the whole issue
     * @param leader whose it is, at most 60 characters
     * @param text its words, kept under seal; at most 2000 characters
     */
    @Serdeable
    @Schema(name = "DigestInstructionDraft")
    record Noted(
            @Nullable UUID id,
            @Nullable UUID proposalId,
            @Nullable InstructionLevel level,
            @Nullable String leader,
            @Nullable LocalDate on,
            @Nullable String text) {}

    @Serdeable
    @Schema(name = "DigestInstructionRemoval")
    record Removal(@Nullable String reason) {}

    @Serdeable
    @Schema(name = "DigestInstructionWords")
    record Words(String text) {}

    /** Notes one on an issue that is out. 409 {@code digest.not-issued}, {@code instruction.duplicate}: same leader, same day. */
    @Post("/proposal-digests/{id}/instructions")
    @Status(HttpStatus.CREATED)
    Digest add(UUID id, @Body Noted noted) {
        actions.add(id, noted);
        return views.of(id);
    }

    /** Strikes one out, with a reason (422 without). */
    @Delete("/digest-instructions/{id}")
    Digest remove(UUID id, @Body Removal body) {
        return views.of(actions.remove(id, body.reason()));
    }

    /** The words, for the roles that the committee has listed, and logged; for everybody else there are none (404). */
    @Get("/digest-instructions/{id}/words")
    @Transactional(readOnly = true)
    Words words(UUID id) {
        var listed = settings.proposalRules().instructionReaders();
        if (!DigestPolicy.readsInstructions(Caller.current(), listed)) {
            throw Refusal.notFound();
        }
        var words = instructions.words(id).orElseThrow(Refusal::notFound);
        log.note("instruction.read", id.toString());
        return new Words(words);
    }
}
