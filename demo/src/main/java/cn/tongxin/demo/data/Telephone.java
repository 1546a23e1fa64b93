package cn.tongxin.demo.data;

import cn.tongxin.demo.office.Http;
import cn.tongxin.demo.office.KeptToken;
import cn.tongxin.stand.OutsideStand;
import cn.tongxin.stand.StandException;
import cn.tongxin.stand.Wait;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A member's telephone: asks for six digits, reads the message, and is in. */
final class Telephone {
    private static final Duration KEPT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI service;
    private final OutsideStand outside;
    private final String number;
    private final Http http;

    /** Acts from this seat, whatever others wait for the same number elsewhere. */
    Telephone(URI service, OutsideStand outside, String number, String seat) {
        this.service = service;
        this.outside = outside;
        this.number = number;
        this.http = new Http(service, new KeptToken(KEPT, this::logIn), null).in(seat);
    }

    Http http() {
        return http;
    }

    private String logIn() {
        var anybody = new Http(service, () -> "", null);
        var before = outside.messagesTo(number).size();
        anybody.post("/api/login/phone-codes", Map.of("phone", number));
        try {
            if (!Wait.upTo(PATIENCE, () -> outside.messagesTo(number).size() > before)) {
                throw new StandException("No code was sent to " + number + ".");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        var code = outside.messagesTo(number).getLast().code();
        return anybody.post("/api/login/phone", Map.of("phone", number, "code", code))
                .path("accessToken")
                .asText();
    }

    /** Leaves no device behind that the person would not know. */
    void hangUp() {
        for (var device : http.get("/api/me/devices")) {
            http.send("DELETE", "/api/me/devices/" + device.path("id").asText(), null);
        }
    }
}
