package cn.tongxin.reading.digest;

import cn.tongxin.document.DocumentFormat;
import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The digests of a reading group over HTTP, each by the Monday of its week, and what is read from them together. */
@Controller("/api/reading-groups/{groupId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class DigestController {
    private final DigestReading reading;
    private final DigestActions actions;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;

    DigestController(
            DigestReading reading,
            DigestActions actions,
            Documents documents,
            Transactions transactions,
            AccessLog log) {
        this.reading = reading;
        this.actions = actions;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
    }

    /** @param text at most 5000 characters */
    @Serdeable
    @Schema(name = "ReadingDigestText")
    record Text(int version, @Nullable String text) {}

    @Serdeable
    @Schema(name = "ReadingDigestCorrection")
    record Correction(
            int version, @Nullable String text, @Nullable String reason) {}

    @Serdeable
    @Schema(name = "ReadingDigestReason")
    record Reason(int version, @Nullable String reason) {}

    /** Every week that the group has run in, the oldest first, without what the digests say. */
    @Get("/digests")
    @Transactional(readOnly = true)
    List<DigestView.Head> list(UUID groupId) {
        return reading.list(groupId);
    }

    /** 404 for a day that is no Monday of the group's weeks. */
    @Get("/digests/{monday}")
    @Transactional(readOnly = true)
    DigestView show(UUID groupId, LocalDate monday) {
        return reading.one(groupId, monday);
    }

    @Get("/digests/{monday}/editions")
    @Transactional(readOnly = true)
    List<Digests.Edition> editions(UUID groupId, LocalDate monday) {
        return reading.editions(groupId, monday);
    }

    /** Saves the draft. 409 {@code reading.digest-version} with both texts. */
    @Put("/digests/{monday}")
    DigestView write(UUID groupId, LocalDate monday, @Body Text body) {
        actions.write(groupId, monday, body.version(), body.text());
        return show(groupId, monday);
    }

    /** Publishes it with these words; what was held in its week counts as summed up. */
    @Put("/digests/{monday}/publication")
    DigestView publish(UUID groupId, LocalDate monday, @Body Text body) {
        actions.publish(groupId, monday, body.version(), body.text());
        return show(groupId, monday);
    }

    /** A new edition of what was published, marked as a correction with its reason. */
    @Put("/digests/{monday}/correction")
    DigestView correct(UUID groupId, LocalDate monday, @Body Correction body) {
        actions.correct(groupId, monday, body.version(), body.text(), body.reason());
        return show(groupId, monday);
    }

    /** Takes what was published back into the draft. */
    @Put("/digests/{monday}/withdrawal")
    DigestView withdraw(UUID groupId, LocalDate monday, @Body Reason body) {
        actions.withdraw(groupId, monday, body.version(), body.reason());
        return show(groupId, monday);
    }

    /** Says that this week has none, and why. */
    @Put("/digests/{monday}/omission")
    DigestView leaveOut(UUID groupId, LocalDate monday, @Body Reason body) {
        actions.leaveOut(groupId, monday, body.version(), body.reason());
        return show(groupId, monday);
    }

    /** The published digest of a week as Word or PDF; it is logged. */
    @Get("/digests/{monday}/paper{?format}")
    HttpResponse<byte[]> paper(
            UUID groupId, LocalDate monday, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        return taken(transactions.alone(() -> reading.week(groupId, monday)), "周小结", format);
    }

    /** A month (2026-03), or without one the whole course of the group: its digests together. */
    @Get("/digest-rollup{?month}")
    @Transactional(readOnly = true)
    Rollup rollup(UUID groupId, @Nullable @QueryValue String month) {
        return reading.rollup(groupId, month(month));
    }

    /** The same as Word or PDF; it is logged. */
    @Get("/digest-rollup/paper{?month,format}")
    HttpResponse<byte[]> rollupPaper(
            UUID groupId,
            @Nullable @QueryValue String month,
            @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        var of = month(month);
        return taken(transactions.alone(() -> reading.rollup(groupId, of)), of == null ? "期总结" : "月小结", format);
    }

    private HttpResponse<byte[]> taken(Rollup rollup, String title, DocumentFormat format) {
        var name = "读书群“" + rollup.theme() + "”" + title;
        log.note("exported", name);
        return documents.make(DigestPaper.KIND, DigestPaper.slots(rollup, title), format, name);
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeParseException _) {
            throw Refusal.badRequest("period.malformed", "A month is written 2026-03.")
                    .field("month");
        }
    }
}
