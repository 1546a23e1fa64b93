package cn.tongxin.reading;

import cn.tongxin.http.ForVisitors;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.util.UUID;

/** From a post alone, as news and notes name it, to where it stands. */
@Controller("/api/reading-posts")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class PlaceController {
    private final PostReading reading;

    PlaceController(PostReading reading) {
        this.reading = reading;
    }

    @Get("/{id}/place")
    @Transactional(readOnly = true)
    PostReading.Place show(UUID id) {
        return reading.place(id);
    }
}
