package cn.tongxin.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** One address has an answer per seat: nothing between the service and the seat may keep it for another. */
@ServerFilter("/api/**")
class AnswerHeaders {
    @ResponseFilter
    void mark(MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        headers.set(HttpHeaders.VARY, "Authorization, X-Seat");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
