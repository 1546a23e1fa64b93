package cn.tongxin.proposal.publication;

import cn.tongxin.http.Page;
import cn.tongxin.http.Public;
import cn.tongxin.http.Tag;
import cn.tongxin.proposal.publication.PublicationView.Published;
import cn.tongxin.tenancy.Committees;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a committee has opened to the whole web; no token, no seat. Whatever keeps an answer asks again before it shows it, so
 * that what is withdrawn is gone at once; who sends its {@code ETag} in {@code If-None-Match} is sent it only where it has changed.
 */
@Public
@Controller("/api/open/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
class OpenController {
    private final OpenDoor door;
    private final PublishedReading published;

    OpenController(OpenDoor door, PublishedReading published) {
        this.door = door;
        this.published = published;
    }

    /** Whose page it is. */
    @Serdeable
    record OpenCommittee(String code, String name) {}

    /** The committee by its code; 404 for one that has opened nothing. 429 {@code open.too-many}. */
    @Get
    HttpResponse<OpenCommittee> show(String code, @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String known) {
        return answer(code, known, committee -> new OpenCommittee(committee.code(), committee.name()));
    }

    /** What is out, the latest first. {@code q} is a part of the title or of the case number. 429 {@code open.too-many}. */
    @Get("/proposals{?q,after,limit}")
    HttpResponse<Page<Published>> list(
            String code,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String known) {
        return answer(code, known, _ -> published.page(q, after, limit));
    }

    /** One of them with its words and its reply; 404 for what is not out, or no more. 429 {@code open.too-many}. */
    @Get("/proposals/{id}")
    HttpResponse<Published> read(String code, UUID id, @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String known) {
        return answer(code, known, _ -> published.one(id));
    }

    private <T extends Record> HttpResponse<T> answer(
            String code, @Nullable String known, Function<Committees.Entry, T> reading) {
        var body = door.into(code, reading);
        var tag = Tag.of(body);
        var answer = Tag.isIn(known, tag)
                ? Tag.<T>notModified(tag)
                : HttpResponse.ok(body).header(HttpHeaders.ETAG, tag);
        return answer.header(HttpHeaders.CACHE_CONTROL, "public, no-cache");
    }
}
