package cn.tongxin.storage;

import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Public;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files over HTTP: bytes come in as they are, and go out on a ticket. */
@Controller("/api/files")
@ExecuteOn(TaskExecutors.BLOCKING)
class FileController {
    private final FileActions actions;
    private final FileIntake intake;
    private final ObjectStore store;
    private final Committees committees;

    FileController(FileActions actions, FileIntake intake, ObjectStore store, Committees committees) {
        this.actions = actions;
        this.intake = intake;
        this.store = store;
        this.committees = committees;
    }

    /** @param url good for one GET within {@code expiresInSeconds} */
    @Serdeable
    record TicketView(String url, long expiresInSeconds) {}

    /**
     * A small file in one piece, as large as the committee takes (413 {@code file.too-large}); {@code /api/uploads} takes it in
     * pieces. The type is what the content is, and the name's ending must agree.
     */
    @Post("{?name,id}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Status(HttpStatus.CREATED)
    FileView upload(@QueryValue String name, @Nullable @QueryValue UUID id, @Body byte[] bytes) {
        actions.checkBrings(bytes.length);
        return FileView.of(intake.take(Ids.orNext(id), FileIntake.plain(name), out -> out.write(bytes), false));
    }

    @Get("/{id}")
    @ForVisitors
    @Transactional(readOnly = true)
    FileView show(UUID id) {
        return FileView.of(actions.get(id));
    }

    /** The client's outbox names the file: until it lets go, it is kept whether or not anything here names it. */
    @Put("/{id}/hold")
    @Status(HttpStatus.NO_CONTENT)
    void hold(UUID id) {
        actions.hold(id, true);
    }

    /** The outbox names it no more. Who names it now decides whether it is kept. */
    @Delete("/{id}/hold")
    @Status(HttpStatus.NO_CONTENT)
    void letGo(UUID id) {
        actions.hold(id, false);
    }

    @Post("/{id}/tickets")
    @ForVisitors
    @Status(HttpStatus.CREATED)
    TicketView giveTicket(UUID id) {
        var committee = committees.find(Caller.current().committeeId()).orElseThrow(Refusal::notFound);
        var ticket = committee.code() + "." + actions.giveTicket(id);
        return new TicketView("/api/files/" + id + "/content?ticket=" + ticket, FileActions.TICKET_LASTS.toSeconds());
    }

    /** The bytes, for whoever holds a fresh ticket. An unknown committee, file or ticket is the same 404. */
    @Public
    @Get("/{id}/content{?ticket}")
    HttpResponse<StreamedFile> content(UUID id, @QueryValue String ticket) {
        var dot = ticket.indexOf('.');
        var committee = committees
                .findByCode(ticket.substring(0, Math.max(dot, 0)))
                .orElseThrow(Refusal::notFound)
                .id();
        var file = Caller.visitor(committee).call(() -> actions.useTicket(id, ticket.substring(dot + 1)));
        var place = FileType.isShownInPlace(file.contentType()) ? "inline" : "attachment";
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return HttpResponse.ok(new StreamedFile(
                        store.open(committee, file.sha256()),
                        MediaType.of(file.contentType()),
                        file.createdAt().toEpochMilli(),
                        file.size()))
                .header("Content-Disposition", place + "; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store");
    }
}
