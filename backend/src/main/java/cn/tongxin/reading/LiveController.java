package cn.tongxin.reading;

import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Refusal;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The posts of a reading group as they are written, as server-sent events. */
@Controller("/api/reading-groups/{groupId}/live")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class LiveController {
    private final LivePosts live;

    LiveController(LivePosts live) {
        this.live = live;
    }

    /**
     * Read with {@code fetch}, which sends the usual headers. Each event {@code post} is a post as the list shows it, its id
     * the change; after a break {@code Last-Event-ID} (or {@code since}) says from which change to go on. {@code reset}: too
     * much has happened, read the pages anew. {@code beat} says nothing. The stream ends within 30 seconds after the seat,
     * the membership or the log-in does, and for whoever reads too slowly.
     */
    @Get("{?since}")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> listen(
            UUID groupId, @Nullable @QueryValue Long since, @Nullable @Header("Last-Event-ID") String lastEventId) {
        return live.listen(groupId, lastEventId == null ? since : change(lastEventId));
    }

    private static Long change(String lastEventId) {
        try {
            return Long.valueOf(lastEventId.strip());
        } catch (NumberFormatException _) {
            throw Refusal.badRequest("request.malformed", "Last-Event-ID is not one of ours.")
                    .field("Last-Event-ID");
        }
    }
}
