package cn.tongxin.opinion;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** The historical import of opinion reports over HTTP. */
@Controller("/api/opinion-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class OpinionImportController {
    private final OpinionImportActions actions;

    OpinionImportController(OpinionImportActions actions) {
        this.actions = actions;
    }

    /** Takes up to 200 events in their order; the good ones are in, each refused one is named. A repeat changes nothing. */
    @Post
    OpinionImport.Report take(@Body OpinionImport.Events body) {
        return actions.take(body.id(), body.events() == null ? List.of() : body.events());
    }
}
