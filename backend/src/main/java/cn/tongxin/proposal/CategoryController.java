package cn.tongxin.proposal;

import cn.tongxin.committee.Settings;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The categories of proposals, over HTTP. */
@Controller("/api/proposal-categories")
@ExecuteOn(TaskExecutors.BLOCKING)
class CategoryController {
    private final Settings settings;

    CategoryController(Settings settings) {
        this.settings = settings;
    }

    /** @param code as proposals carry it, at most 20 characters */
    @Serdeable
    @Schema(name = "ProposalCategory")
    record Category(String code, String name) {}

    /** Those that may be chosen, in the order of the committee's settings; for whoever lists proposals, 403 for others. */
    @Get
    @Transactional(readOnly = true)
    List<Category> list() {
        ProposalPolicy.checkLists(Caller.current());
        return settings.categories().stream()
                .map(each -> new Category(each.code(), each.text()))
                .toList();
    }
}
