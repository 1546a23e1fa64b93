package cn.tongxin.complaint;

import static cn.tongxin.db.cell.Tables.COMPLAINT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Complaints and suggestions over HTTP. */
@Controller("/api/complaints")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class ComplaintController {
    private final Complaints complaints;
    private final ComplaintActions actions;

    ComplaintController(Complaints complaints, ComplaintActions actions) {
        this.complaints = complaints;
        this.actions = actions;
    }

    /** @param trackingNo what the writer quotes when he asks */
    @Serdeable
    record ComplaintView(
            UUID id,
            int version,
            String trackingNo,
            Complaint.Kind kind,
            String text,
            @Nullable String contact,
            Complaint.Status status,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            Instant createdAt,
            List<String> can) {

        static ComplaintView of(Complaint complaint) {
            var answer = complaint.answer();
            return new ComplaintView(
                    complaint.id(),
                    complaint.version(),
                    complaint.trackingNo(),
                    complaint.kind(),
                    complaint.text(),
                    complaint.contact(),
                    complaint.status(),
                    answer == null ? null : answer.text(),
                    answer == null ? null : answer.at(),
                    complaint.createdAt(),
                    ComplaintPolicy.can(Caller.current(), complaint));
        }
    }

    @Serdeable
    record NewComplaint(
            @Nullable UUID id,
            Complaint.Kind kind,
            @Nullable String text,
            @Nullable String contact) {}

    @Serdeable
    record NewAnswer(@Nullable String text) {}

    @Post
    @Status(HttpStatus.CREATED)
    ComplaintView write(@Body NewComplaint body) {
        return ComplaintView.of(actions.write(body.id(), body.kind(), body.text(), body.contact()));
    }

    /** The office sees all, others their own; {@code status} narrows. */
    @Get("{?status,after,limit,count}")
    @Transactional(readOnly = true)
    Page<ComplaintView> list(
            @QueryValue Complaint.@Nullable Status status,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        var caller = Caller.current();
        var mine = ComplaintPolicy.isOffice(caller) ? DSL.noCondition() : COMPLAINT.SEAT_ID.eq(caller.seatId());
        var which = mine.and(status == null ? DSL.noCondition() : COMPLAINT.STATUS.eq(status.name()));
        var size = Page.limit(limit);
        return Page.of(
                        complaints.page(which, Cursor.decode(after), size),
                        size,
                        complaint -> new Cursor("", complaint.id()))
                .map(ComplaintView::of)
                .counted(Boolean.TRUE.equals(count) ? complaints.count(which) : null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    ComplaintView show(UUID id) {
        var complaint = complaints.get(id);
        if (!ComplaintPolicy.sees(Caller.current(), complaint)) {
            throw Refusal.notFound();
        }
        return ComplaintView.of(complaint);
    }

    @Put("/{id}/answer")
    ComplaintView answer(UUID id, @Body NewAnswer body) {
        return ComplaintView.of(actions.answer(id, body.text()));
    }
}
