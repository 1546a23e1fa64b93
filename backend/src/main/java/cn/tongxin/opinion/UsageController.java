package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each author's reports of a year, over HTTP. */
@Controller("/api/opinion-usage")
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageController {
    private final Usage usage;
    private final Calendar calendar;

    UsageController(Usage usage, Calendar calendar) {
        this.usage = usage;
        this.calendar = calendar;
    }

    /** By author, organisations first, with those who wrote along and those without a seat; this year unless another is named. */
    @Get("{?year}")
    @Transactional(readOnly = true)
    List<Usage.Row> of(@Nullable @QueryValue Integer year) {
        OpinionPolicy.checkReadsAll(Caller.current());
        var today = calendar.today();
        return usage.of(year == null ? today.getYear() : year, today);
    }
}
