package cn.tongxin.storage;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.util.UUID;

/** Attachments over HTTP, of any matter that carries them: {@code /api/attachments/proposal/{id}}. */
@Controller("/api/attachments/{subjectType}/{subjectId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class AttachmentController {
    private final AttachmentActions actions;

    AttachmentController(AttachmentActions actions) {
        this.actions = actions;
    }

    /** The files of a matter that the seat sees; 404 for any other. */
    @Get
    @Transactional(readOnly = true)
    AttachmentsView list(String subjectType, UUID subjectId) {
        return actions.list(subjectType, subjectId);
    }

    /** Attaches a file that this seat has uploaded. 403 where the matter is not to be edited now, 422 {@code file.too-many}. */
    @Put("/{fileId}")
    AttachmentsView attach(String subjectType, UUID subjectId, UUID fileId) {
        return actions.attach(subjectType, subjectId, fileId);
    }

    /** Takes it off. Nobody else sees the file from then on, and 30 days later it is gone. */
    @Delete("/{fileId}")
    AttachmentsView takeOff(String subjectType, UUID subjectId, UUID fileId) {
        return actions.takeOff(subjectType, subjectId, fileId);
    }
}
