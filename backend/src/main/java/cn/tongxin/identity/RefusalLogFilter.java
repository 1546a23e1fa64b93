package cn.tongxin.identity;

import cn.tongxin.history.AccessLog;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps in mind who was refused what: a seat's refusals with its committee, the others at the platform's door. */
@ServerFilter("/api/**")
class RefusalLogFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLogFilter.class);

    private final DoorLog door;
    private final AccessLog inside;
    private final Callers callers;
    private final ClientAddress addresses;

    RefusalLogFilter(DoorLog door, AccessLog inside, Callers callers, ClientAddress addresses) {
        this.door = door;
        this.inside = inside;
        this.callers = callers;
        this.addresses = addresses;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void note(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() != HttpStatus.FORBIDDEN.getCode()) {
            return;
        }
        var what = request.getMethodName() + " " + request.getPath();
        var caller = Caller.current();
        try {
            if (caller.seat() == null) {
                var account = caller.accountId() == null ? person(request) : caller.accountId();
                Caller.anybody(addresses.of(request)).run(() -> door.note("refused", account, null, what));
            } else {
                inside.note("refused", what);
            }
        } catch (RuntimeException lost) {
            LOG.warn("A refusal could not be logged: {}", what, lost);
        }
    }

    /** Whoever was refused before he had come in: a foreign seat, a missing second factor. */
    private @Nullable UUID person(HttpRequest<?> request) {
        return request.getAttribute(TokenFilter.PERSON, Tokens.Token.class)
                .map(callers::withoutSeat)
                .map(Caller::accountId)
                .orElse(null);
    }
}
