package cn.tongxin.proposal.importing;

import cn.tongxin.http.Fields;
import cn.tongxin.proposal.importing.ImportActions.OnlyTried;
import cn.tongxin.proposal.importing.ImportActions.Refused;
import cn.tongxin.proposal.importing.ImportActions.Request;
import cn.tongxin.proposal.importing.ImportReport.Fault;
import cn.tongxin.shared.Ids;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The historical import of proposals over HTTP. */
@Controller("/api/proposal-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {
    private static final int MOST_EVENTS = 5_000;
    private static final int BATCH = 200;

    private final ImportActions actions;

    ImportController(ImportActions actions) {
        this.actions = actions;
    }

    /**
     * The rows in the order in which they happened.
     *
     * @param dryRun true to check all rows and keep none
     * @param seats what refs in the rows mean: ref → seat id or name
     * @param units what refs in the rows mean: ref → unit id or name
     */
    @Serdeable
    record NewImport(
            @Nullable UUID id,
            @Nullable Boolean dryRun,
            @Nullable Map<String, String> seats,
            @Nullable Map<String, String> units,
            @Nullable List<ImportEvent> events) {}

    /**
     * Brings in what happened before this system was there, at most 5,000 rows. They are taken in batches of 200, each whole
     * or not at all; the report names the rows at fault. The same rows sent again change nothing. 403 but for proposal staff.
     */
    @Post
    ImportReport take(@Body NewImport asked) {
        var events = asked.events() == null ? List.<ImportEvent>of() : asked.events();
        new Fields()
                .check("events", !events.isEmpty(), "required", "At least one row.")
                .check("events", events.size() <= MOST_EVENTS, "too-many", "At most 5,000 rows at a time.")
                .whole("events", events)
                .orRefuse();
        var request = new Request(
                Ids.orNext(asked.id()),
                Objects.requireNonNullElse(asked.seats(), Map.of()),
                Objects.requireNonNullElse(asked.units(), Map.of()));
        return Boolean.TRUE.equals(asked.dryRun()) ? tried(request, events) : taken(request, events);
    }

    private ImportReport taken(Request request, List<ImportEvent> events) {
        var imported = 0;
        var unchanged = 0;
        for (var from = 0; from < events.size(); from += BATCH) {
            var batch = events.subList(from, Math.min(from + BATCH, events.size()));
            try {
                var taken = actions.take(request, batch, from + 1, false);
                imported += taken.imported();
                unchanged += taken.unchanged();
            } catch (Refused refused) {
                var notTried = events.size() - from - batch.size();
                return report(request, events, false, imported, unchanged, notTried, refused.faults);
            }
        }
        return report(request, events, false, imported, unchanged, 0, List.of());
    }

    /** All rows in one transaction that is not kept, since later rows follow from earlier ones. */
    private ImportReport tried(Request request, List<ImportEvent> events) {
        try {
            actions.take(request, events, 1, true);
            throw new IllegalStateException("A dry run keeps nothing.");
        } catch (OnlyTried tried) {
            return report(request, events, true, tried.taken.imported(), tried.taken.unchanged(), 0, List.of());
        } catch (Refused refused) {
            return report(request, events, true, 0, 0, 0, refused.faults);
        }
    }

    private static ImportReport report(
            Request request,
            List<ImportEvent> events,
            boolean dryRun,
            int imported,
            int unchanged,
            int notTried,
            List<Fault> faults) {
        return new ImportReport(request.id(), dryRun, events.size(), imported, unchanged, notTried, faults);
    }
}
