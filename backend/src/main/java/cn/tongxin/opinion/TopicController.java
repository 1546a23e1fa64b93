package cn.tongxin.opinion;

import cn.tongxin.committee.Settings;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The topics of opinion reports, over HTTP. */
@Controller("/api/opinion-topics")
@ExecuteOn(TaskExecutors.BLOCKING)
class TopicController {
    private final Settings settings;

    TopicController(Settings settings) {
        this.settings = settings;
    }

    /** @param code as reports carry it, at most 20 characters */
    @Serdeable
    @Schema(name = "OpinionTopic")
    record Topic(String code, String name) {}

    /** Those that may be chosen, in the order of the committee's settings; for whoever lists reports, 403 for others. */
    @Get
    @Transactional(readOnly = true)
    List<Topic> list() {
        if (!OpinionPolicy.lists(Caller.current())) {
            throw Refusal.notAllowed();
        }
        return settings.opinionRules().topics().stream()
                .map(each -> new Topic(each.code(), each.text()))
                .toList();
    }
}
