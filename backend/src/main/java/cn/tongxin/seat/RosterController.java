package cn.tongxin.seat;

import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Fields;
import cn.tongxin.identity.Callers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rosters on their way in, over HTTP. */
@Controller("/api/roster-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class RosterController {
    private final RosterActions actions;
    private final Callers callers;
    private final AccessLog log;

    RosterController(RosterActions actions, Callers callers, AccessLog log) {
        this.actions = actions;
        this.callers = callers;
        this.log = log;
    }

    @Serdeable
    record Columns(@Nullable List<RosterImport.SheetChoice> sheets) {}

    @Serdeable
    record Answers(@Nullable List<RosterImport.AnswerGiven> answers) {}

    @Serdeable
    record Commit(RosterImport.@Nullable Mode mode) {}

    @Serdeable
    record Activation(
            @Nullable String decisionDocument, @Nullable LocalDate decidedOn) {}

    @Serdeable
    record Activated(int seats) {}

    /** The bytes of an .xlsx or CSV file; the answer says what a commit would do with each row. */
    @Post(value = "{?id,fileName,termNo}", consumes = MediaType.APPLICATION_OCTET_STREAM)
    @Status(HttpStatus.CREATED)
    RosterReport upload(
            @Nullable @QueryValue UUID id,
            @Nullable @QueryValue String fileName,
            @Nullable @QueryValue Integer termNo,
            @Body byte[] file) {
        return actions.upload(id, fileName == null ? "" : fileName, termNo, file);
    }

    @Get("/{id}")
    RosterReport show(UUID id) {
        return actions.show(id);
    }

    @Put("/{id}/columns")
    RosterReport choose(UUID id, @Body Columns body) {
        return actions.choose(id, body.sheets() == null ? List.of() : body.sheets());
    }

    @Put("/{id}/answers")
    RosterReport answer(UUID id, @Body Answers body) {
        return actions.answer(id, body.answers() == null ? List.of() : body.answers());
    }

    @Post("/{id}/commit")
    RosterReport commit(UUID id, @Body Commit body) {
        new Fields().required("mode", body.mode()).orRefuse();
        return actions.commit(id, body.mode() == null ? RosterImport.Mode.ALL_OR_NOTHING : body.mode());
    }

    @Put("/{id}/activation")
    Activated activate(UUID id, @Body Activation body) {
        var activated = actions.activate(id, body.decisionDocument(), body.decidedOn());
        callers.forget();
        return new Activated(activated);
    }

    /** For the office to work through: what was not taken, and why. */
    @Get(value = "/{id}/report.csv", produces = "text/csv")
    HttpResponse<byte[]> csv(UUID id) {
        var report = RosterCsv.of(actions.show(id));
        log.note("roster-report.taken", id.toString());
        return HttpResponse.ok(report).header("Content-Disposition", "attachment; filename=\"roster-report.csv\"");
    }
}
