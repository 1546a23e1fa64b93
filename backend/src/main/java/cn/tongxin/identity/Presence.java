package cn.tongxin.identity;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.Optional;

/** The log-in behind a request, for what outlives the request: an open stream asks {@link Presences} whether it still holds. */
public final class Presence implements PropagatedContextElement {
    private final Tokens.Token token;

    Presence(Tokens.Token token) {
        this.token = token;
    }

    /** Of the request that is being answered; there is none for what is public. */
    public static Optional<Presence> current() {
        return PropagatedContext.getOrEmpty().find(Presence.class);
    }

    Tokens.Token token() {
        return token;
    }
}
