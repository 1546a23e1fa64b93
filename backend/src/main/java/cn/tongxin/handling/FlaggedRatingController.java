package cn.tongxin.handling;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import org.jspecify.annotations.Nullable;

/** Ratings that were flagged, over HTTP. */
@Controller("/api/flagged-ratings")
@ExecuteOn(TaskExecutors.BLOCKING)
class FlaggedRatingController {
    private final FlaggedRatings ratings;

    FlaggedRatingController(FlaggedRatings ratings) {
        this.ratings = ratings;
    }

    /** The latest first, without anybody's words; for the proposal office and the auditor, 403 for others. */
    @Get("{?after,limit}")
    @Transactional(readOnly = true)
    Page<FlaggedRatings.Row> list(@Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        if (!caller.hasAny(Role.PROPOSAL_STAFF, Role.AUDITOR)) {
            throw Refusal.notAllowed();
        }
        var size = Page.limit(limit);
        return Page.of(
                ratings.page(caller.has(Role.PROPOSAL_STAFF), Cursor.decode(after), size),
                size,
                row -> new Cursor("", row.id()));
    }
}
