package cn.tongxin.storage;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Public;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Committees;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files over HTTP: bytes come in as they are, and go out on a ticket. */
@Controller("/api/files")
@ExecuteOn(TaskExecutors.BLOCKING)
class FileController {
    private static final int MAX_BYTES = 20 * 1024 * 1024;

    private final FileActions actions;
    private final ObjectStore store;
    private final Committees committees;
    private final Clock clock;

    FileController(FileActions actions, ObjectStore store, Committees committees, Clock clock) {
        this.actions = actions;
        this.store = store;
        this.committees = committees;
        this.clock = clock;
    }

    @Serdeable
    record FileView(UUID id, String name, String contentType, long size) {
        static FileView of(StoredFile file) {
            return new FileView(file.id(), file.name(), file.contentType(), file.size());
        }
    }

    /** @param url good for one GET within {@code expiresInSeconds} */
    @Serdeable
    record TicketView(String url, long expiresInSeconds) {}

    /** At most 20 MB; the type is what the content is, and the name's ending must agree. */
    @Post("{?name,id}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Status(HttpStatus.CREATED)
    FileView upload(@QueryValue String name, @Nullable @QueryValue UUID id, @Body byte[] bytes) {
        var caller = Caller.current();
        if (caller.isOnlyGuest()) {
            throw Refusal.notAllowed();
        }
        var plain = plain(name);
        new Fields().required("name", plain).maxLength("name", plain, 120).orRefuse();
        if (bytes.length > MAX_BYTES) {
            throw Refusal.tooLarge("file.too-large", "A file has at most 20 MB.");
        }
        var type = FileType.of(plain, bytes);
        var file = new StoredFile(
                Ids.orNext(id),
                plain,
                type.contentType(),
                bytes.length,
                HexFormat.of().formatHex(Digests.sha256(bytes)),
                caller.seatId(),
                clock.instant());
        store.put(caller.committeeId(), file.sha256(), bytes);
        return FileView.of(actions.enter(file));
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    FileView show(UUID id) {
        return FileView.of(actions.get(id));
    }

    @Post("/{id}/tickets")
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
        var file = holder(committee).call(() -> actions.useTicket(id, ticket.substring(dot + 1)));
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

    private static Caller holder(UUID committee) {
        return new Caller(null, null, committee, null, null, null, Set.of(), null, Set.of(), false, Client.PHONE, null);
    }

    /** Without folders and control characters, as a name in a list. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceAll("\\p{Cntrl}", "").strip();
    }
}
