package cn.tongxin.reading;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The historical import of reading groups over HTTP. */
@Controller("/api/reading-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReadingImportController {
    private final ReadingImportActions actions;

    ReadingImportController(ReadingImportActions actions) {
        this.actions = actions;
    }

    /** Takes up to 200 events in their order; the good ones are in, each refused one is named. A repeat changes nothing. */
    @Post
    ReadingImport.Report take(@Body ReadingImport.Events body) {
        return actions.take(body.id(), body.events());
    }
}
