package cn.tongxin.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Optional;

/** The two clients' files. A path of theirs that is no file is a page of theirs, so it answers their index. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class Pages {
    private final ResourceResolver resources;
    private final String policy;

    Pages(ResourceResolver resources, @Value("${tongxin.token.issuer}") String issuer) {
        this.resources = resources;
        var origin = URI.create(issuer);
        this.policy =
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; "
                        + "connect-src 'self' " + origin.getScheme() + "://" + origin.getAuthority()
                        + "; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
    }

    @Get("/")
    HttpResponse<?> home() {
        return HttpResponse.temporaryRedirect(URI.create("/console/"));
    }

    /** Their front doors, which the router knows with and without the last slash; the files' relative names need it. */
    @Get(uris = {"/console", "/m"})
    HttpResponse<?> frontDoor(HttpRequest<?> request) {
        var path = request.getPath();
        return path.endsWith("/")
                ? page(path.substring(1, path.length() - 1), "")
                : HttpResponse.temporaryRedirect(URI.create(path + "/"));
    }

    @Get("/console/{+path}")
    HttpResponse<?> console(String path) {
        return page("console", path);
    }

    @Get("/m/{+path}")
    HttpResponse<?> phone(String path) {
        return page("m", path);
    }

    private HttpResponse<?> page(String client, String wanted) {
        if (wanted.contains("..") || wanted.contains("\\")) {
            throw Refusal.notFound();
        }
        var file = wanted.isEmpty() || wanted.endsWith("/")
                ? Optional.<MutableHttpResponse<?>>empty()
                : file(client, wanted);
        if (file.isPresent()) {
            return file.get();
        }
        if (wanted.startsWith("assets/")) {
            throw Refusal.notFound();
        }
        return file(client, "index.html").orElseThrow(Refusal::notFound);
    }

    private Optional<MutableHttpResponse<?>> file(String client, String name) {
        return resources
                .getResourceAsStream("classpath:" + client + "/" + name)
                .map(stream -> HttpResponse.ok(new StreamedFile(stream, MediaType.forFilename(name)))
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache")
                        .header("Content-Security-Policy", policy)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "no-referrer"));
    }
}
