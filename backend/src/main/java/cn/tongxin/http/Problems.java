package cn.tongxin.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door through which errors leave: always a problem, never a stack trace, SQL, or another committee's existence. */
@Factory
class Problems {
    static final MediaType TYPE = MediaType.of("application/problem+json");
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Pattern PATH = Pattern.compile(
            "\\[\"([A-Za-z0-9]+)\"\\]|property \\[[^\\]]*? ([A-Za-z0-9]+)\\]|Argument \\[(?:\\S+ )?([A-Za-z0-9]+)\\]");

    @Singleton
    ExceptionHandler<Refusal, HttpResponse<Problem>> refusals() {
        return (_, refusal) -> answer(refusal);
    }

    @Singleton
    @Replaces(io.micronaut.http.server.exceptions.ConversionErrorHandler.class)
    ExceptionHandler<ConversionErrorException, HttpResponse<Problem>> malformed() {
        return (_, failure) -> {
            var refusal = Refusal.badRequest("request.malformed", "The request could not be read.");
            var name = named(failure);
            return answer(refusal.field(name, "malformed", "This value could not be read."));
        };
    }

    /** What the database itself refuses: a suspended or unknown committee. The rest is our mistake. */
    @Singleton
    ExceptionHandler<DataAccessException, HttpResponse<Problem>> database() {
        return Problems::ofDatabase;
    }

    /** The database is gone for a moment: nothing was done, and the same request may be sent again. */
    @Singleton
    ExceptionHandler<ConnectionException, HttpResponse<Problem>> connection() {
        return Problems::ofDatabase;
    }

    /** What goes wrong in the framework before or after a route, or in our code: 404, 405, 413, 415, 500. */
    @Singleton
    ErrorResponseProcessor<Problem> others() {
        return new ErrorResponseProcessor<>() {
            @Override
            public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
                var refusal = context.getRootCause().map(Problems::refusalOf).orElse(null);
                if (refusal != null) {
                    return answer(refusal);
                }
                var status = HttpStatus.valueOf(response.code());
                var code = switch (status) {
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "request.method-not-allowed";
                    case REQUEST_ENTITY_TOO_LARGE -> "request.too-large";
                    case UNSUPPORTED_MEDIA_TYPE -> "request.media-type";
                    case NOT_ACCEPTABLE -> "request.not-acceptable";
                    case INTERNAL_SERVER_ERROR -> "internal";
                    default -> "request.malformed";
                };
                if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
                    LOG.error(
                            "{} {}",
                            context.getRequest().getMethod(),
                            context.getRequest().getPath(),
                            context.getRootCause().orElse(null));
                }
                return response.body(new Problem(
                                "about:blank", status.getReason(), status.getCode(), code, null, null, Map.of()))
                        .contentType(TYPE);
            }
        };
    }

    static MutableHttpResponse<Problem> answer(Refusal refusal) {
        return HttpResponse.<Problem>status(refusal.status())
                .body(refusal.problem())
                .contentType(TYPE);
    }

    private static MutableHttpResponse<Problem> ofDatabase(HttpRequest<?> request, Exception failure) {
        var refusal = refusalOf(failure);
        if (refusal != null) {
            return answer(refusal);
        }
        LOG.error("{} {}", request.getMethod(), request.getPath(), failure);
        return HttpResponse.<Problem>serverError()
                .body(new Problem("about:blank", "Internal Server Error", 500, "internal", null, null, Map.of()))
                .contentType(TYPE);
    }

    private static @Nullable Refusal refusalOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof ConnectionException || cause instanceof SQLNonTransientConnectionException) {
                return Refusal.unavailable("service.unavailable", "The service cannot reach its data for a moment.");
            }
            if (cause instanceof SQLException sql) {
                return switch (String.valueOf(sql.getSQLState())) {
                    case "TX002" -> Refusal.notFound();
                    case "TX003" -> Refusal.forbidden("committee.suspended", "This committee is suspended.");
                    case "22021", "22P05" ->
                        Refusal.badRequest("request.malformed", "A text holds a character that cannot be stored.");
                    case "22003", "22008" ->
                        Refusal.badRequest("request.malformed", "A number or a day is out of all bounds.");
                    case "23505", "40001", "40P01" ->
                        Refusal.conflict("request.raced", "Somebody did the same at this moment; try again.");
                    case "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03" ->
                        Refusal.unavailable("service.unavailable", "The service cannot reach its data for a moment.");
                    default -> null;
                };
            }
        }
        return null;
    }

    private static String named(ConversionErrorException failure) {
        var message = String.valueOf(failure.getConversionError().getCause().getMessage());
        var path = PATH.matcher(message);
        if (path.find()) {
            for (var group = 1; group <= path.groupCount(); group++) {
                if (path.group(group) != null) {
                    return path.group(group);
                }
            }
        }
        return failure.getArgument().getName();
    }
}
