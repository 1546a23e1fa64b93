package cn.tongxin.http;

import cn.tongxin.shared.Digests;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tag of an answer: who says that he has it already is sent no second copy (RFC 9110 §8.8.3, §13.1.2). */
public final class Tag {
    private Tag() {}

    /** Of a record: it changes with anything that the record says. */
    public static String of(Record answer) {
        return '"' + Digests.sha256Hex(answer.toString()) + '"';
    }

    /** Whether {@code If-None-Match} names it, be either of them weak: a proxy that packs answers makes their tags so. */
    public static boolean isIn(@Nullable String known, String tag) {
        return known != null && Stream.of(known.split(",")).map(Tag::strong).anyMatch(strong(tag)::equals);
    }

    private static String strong(String tag) {
        return tag.strip().replaceFirst("^W/", "");
    }

    public static <T> MutableHttpResponse<T> notModified(String tag) {
        return HttpResponse.<T>notModified().header(HttpHeaders.ETAG, tag);
    }
}
