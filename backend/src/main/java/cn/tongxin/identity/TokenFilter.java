package cn.tongxin.identity;

import cn.tongxin.http.EvenSuspended;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Public;
import cn.tongxin.http.Refusal;
import cn.tongxin.http.Seatless;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SuspendedAccess;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling, before a route runs. Without a valid token there is only what is public. */
@ServerFilter("/api/**")
class TokenFilter {
    /** The attribute of a request that holds its verified token, also where the seat is refused afterwards. */
    static final String PERSON = "cn.tongxin.person";

    private final Tokens tokens;
    private final Callers callers;
    private final ClientAddress addresses;

    TokenFilter(Tokens tokens, Callers callers, ClientAddress addresses) {
        this.tokens = tokens;
        this.callers = callers;
        this.addresses = addresses;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void identify(HttpRequest<?> request, MutablePropagatedContext context) {
        var route = RouteAttributes.getRouteMatch(request)
                .map(AnnotationMetadata.class::cast)
                .orElse(AnnotationMetadata.EMPTY_METADATA);
        if (route.hasAnnotation(Public.class)) {
            context.add(Caller.anybody(addresses.of(request)).element());
            return;
        }
        var token = tokens.verify(bearer(request), addresses.of(request));
        request.setAttribute(PERSON, token);
        var caller =
                route.hasAnnotation(Seatless.class) ? callers.withoutSeat(token) : inSeat(route, token, seat(request));
        if (caller.isVisitor() && !route.hasAnnotation(ForVisitors.class)) {
            throw Refusal.notAllowed();
        }
        if (caller.seat() != null && isWrite(request) && !caller.mayWrite()) {
            throw Refusal.forbidden("seat.not-active", "This seat may read, but no longer write.");
        }
        context.add(from(caller, addresses.of(request)).element());
        context.add(new Presence(token));
    }

    private Caller inSeat(AnnotationMetadata route, Tokens.Token token, @Nullable UUID seat) {
        return route.hasAnnotation(EvenSuspended.class)
                ? SuspendedAccess.forExport(() -> callers.inSeat(token, seat))
                : callers.inSeat(token, seat);
    }

    private static boolean isWrite(HttpRequest<?> request) {
        return request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
    }

    static String bearer(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip())
                .orElseThrow(() -> Refusal.unauthorized("auth.token-missing", "Log in first."));
    }

    private static @Nullable UUID seat(HttpRequest<?> request) {
        var header = request.getHeaders().get("X-Seat");
        if (header == null) {
            return null;
        }
        try {
            return UUID.fromString(header);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.badRequest("request.malformed", "X-Seat is not an id.")
                    .field("X-Seat");
        }
    }

    private static Caller from(Caller caller, String ip) {
        return new Caller(
                caller.accountId(),
                caller.subject(),
                caller.committee(),
                caller.seat(),
                caller.name(),
                caller.seatStatus(),
                caller.roles(),
                caller.unit(),
                caller.organizations(),
                caller.operator(),
                caller.client(),
                ip);
    }
}
