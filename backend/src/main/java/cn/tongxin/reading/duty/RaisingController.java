package cn.tongxin.reading.duty;

import cn.tongxin.http.ForVisitors;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raising a post as a proposal or an opinion report, and the way back, over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class RaisingController {
    private final RaisingActions actions;
    private final Raisings raisings;

    RaisingController(RaisingActions actions, Raisings raisings) {
        this.actions = actions;
        this.raisings = raisings;
    }

    /** @param id of the draft, made by the client */
    @Serdeable
    @Schema(name = "PostRaising")
    record Raise(@Nullable UUID id, @Nullable Duty as) {}

    /** The draft that was begun. */
    @Serdeable
    @Schema(name = "RaisedDraft")
    record Draft(Duty as, UUID id) {}

    /**
     * Begins a draft of the caller's own with the words of the post: his own as they are, another's quoted under his name. The
     * draft names the post; others learn of it once it is filed or handed in.
     */
    @Post("/reading-groups/{groupId}/posts/{postId}/raisings")
    @Status(HttpStatus.CREATED)
    Draft raise(UUID groupId, UUID postId, @Body Raise body) {
        var draft = actions.raise(groupId, postId, body.id(), body.as());
        return new Draft(Objects.requireNonNull(body.as()), draft);
    }

    /** What came of the posts of a group. */
    @Get("/reading-groups/{groupId}/raisings")
    @ForVisitors
    @Transactional(readOnly = true)
    List<Raisings.Raised> list(UUID groupId) {
        return raisings.of(groupId);
    }

    /** Where a post stands, for whoever reads its group. */
    @Get("/reading-posts/{id}")
    @ForVisitors
    @Transactional(readOnly = true)
    Raisings.Place place(UUID id) {
        return raisings.place(id);
    }
}
