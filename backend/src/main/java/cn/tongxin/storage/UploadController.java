package cn.tongxin.storage;

import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.storage.UploadActions.Standing;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files in pieces, by the tus protocol 1.0 (core, creation, termination; https://tus.io/protocols/resumable-upload), so that
 * a lost connection, a restarted phone or a restarted service costs one piece at most. Metadata: {@code id} made by the client,
 * {@code filename}, and {@code hold} where the client's outbox names the file. When the last piece has come, the upload is a file of the same id.
 */
@Controller("/api/uploads")
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {
    private static final int PIECE = 8 * 1024 * 1024;

    private final UploadActions uploads;
    private final FileActions files;
    private final FileIntake intake;
    private final ObjectStore store;

    UploadController(UploadActions uploads, FileActions files, FileIntake intake, ObjectStore store) {
        this.uploads = uploads;
        this.files = files;
        this.intake = intake;
        this.store = store;
    }

    /** Begins an upload, or finds the one begun under this id: 201 with Location and Upload-Offset. 413 {@code file.too-large}. */
    @Post
    HttpResponse<?> begin(
            @Nullable @Header("Upload-Length") Long length, @Nullable @Header("Upload-Metadata") String metadata) {
        files.checkBrings(length == null ? 0 : length);
        if (length == null || length <= 0) {
            throw Refusal.badRequest("request.malformed", "A file has at least one byte.");
        }
        var said = read(metadata);
        var name = FileIntake.plain(said.getOrDefault("filename", ""));
        var standing = uploads.begin(id(said), name, length, said.containsKey("hold"));
        return tus(HttpResponse.created(""), finished(standing)).header("Location", "/api/uploads/" + standing.id());
    }

    /** How much has come: Upload-Offset of Upload-Length. */
    @Head("/{id}")
    HttpResponse<?> show(UUID id) {
        return tus(HttpResponse.ok(), finished(uploads.standing(id)));
    }

    /** The next piece, at most 8 MB, from Upload-Offset on. 409 {@code upload.offset} with {@code offset} where another byte is awaited. */
    @Patch("/{id}")
    @Consumes("application/offset+octet-stream")
    HttpResponse<?> send(UUID id, @Nullable @Header("Upload-Offset") Long offset, @Body byte[] bytes) {
        var standing = uploads.standing(id);
        if (offset == null) {
            throw Refusal.badRequest("request.malformed", "Upload-Offset is missing.");
        }
        if (bytes.length > PIECE || offset + bytes.length > standing.size()) {
            throw Refusal.tooLarge("file.too-large", "A piece has at most 8 MB and does not reach beyond the file.");
        }
        var committee = Caller.current().committeeId();
        var object = "pt" + Ids.next();
        if (standing.received() == offset) {
            store.put(committee, object, bytes);
        }
        if (standing.received() != offset || !uploads.advance(id, offset, bytes.length, object)) {
            store.delete(committee, object);
            throw Refusal.conflict("upload.offset", "Another byte is awaited.")
                    .with("offset", uploads.standing(id).received());
        }
        return tus(HttpResponse.status(HttpStatus.NO_CONTENT), finished(uploads.standing(id)));
    }

    /** Gives it up. A file that is whole stays. */
    @Delete("/{id}")
    HttpResponse<?> giveUp(UUID id) {
        var open = uploads.standing(id).open();
        if (open != null) {
            discard(open);
        }
        return HttpResponse.noContent().header("Tus-Resumable", "1.0.0");
    }

    /** Makes the file of an upload that is whole, also where a crash came between the last piece and the file. */
    private Standing finished(Standing standing) {
        var open = standing.open();
        if (open != null && open.isWhole()) {
            finish(open);
        }
        return standing;
    }

    private void finish(Upload upload) {
        var committee = Caller.current().committeeId();
        var parts = uploads.parts(upload.id());
        if (parts.isEmpty()) {
            return; // another try of the last piece has made the file meanwhile
        }
        try {
            intake.take(
                    upload.id(),
                    upload.name(),
                    out -> {
                        for (var part : parts) {
                            try (var in = store.open(committee, part)) {
                                in.transferTo(out);
                            }
                        }
                    },
                    upload.held());
            remove(committee, parts);
        } catch (Refusal refusal) {
            discard(upload);
            throw refusal;
        } catch (IllegalStateException gone) {
            // A second try of the last piece may have made the file meanwhile.
            if (uploads.standing(upload.id()).open() != null) {
                throw gone;
            }
        }
    }

    private void discard(Upload upload) {
        var parts = uploads.parts(upload.id());
        uploads.giveUp(upload.id());
        remove(Caller.current().committeeId(), parts);
    }

    private void remove(UUID committee, List<String> parts) {
        parts.forEach(part -> store.delete(committee, part));
    }

    private static <T> MutableHttpResponse<T> tus(MutableHttpResponse<T> response, Standing standing) {
        return response.header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", Long.toString(standing.received()))
                .header("Upload-Length", Long.toString(standing.size()))
                .header("Cache-Control", "no-store");
    }

    private static UUID id(Map<String, String> said) {
        try {
            return said.containsKey("id") ? UUID.fromString(said.get("id")) : Ids.next();
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.badRequest("request.malformed", "Upload-Metadata is not as tus has it.");
        }
    }

    /** {@code filename 5Yqe5YWs5a6kLnBkZg==,hold}: names, each with a value in Base64 or none. */
    private static Map<String, String> read(@Nullable String metadata) {
        if (metadata == null || metadata.isBlank()) {
            return Map.of();
        }
        try {
            return Arrays.stream(metadata.split(","))
                    .map(pair -> pair.strip().split(" +"))
                    .collect(Collectors.toMap(
                            pair -> pair[0],
                            pair -> pair.length < 2
                                    ? ""
                                    : new String(Base64.getDecoder().decode(pair[1]), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            throw Refusal.badRequest("request.malformed", "Upload-Metadata is not as tus has it.");
        }
    }
}
