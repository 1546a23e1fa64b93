package cn.tongxin.demo.data;

import cn.tongxin.demo.office.Entrance;
import cn.tongxin.demo.office.KeptToken;
import cn.tongxin.stand.BrowserLogin;
import cn.tongxin.stand.KeycloakStand;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The console's real door: Keycloak's pages, with the password and the second factor. */
final class ConsoleEntrance implements Entrance {
    /** Access tokens are good for five minutes. */
    private static final Duration KEPT = Duration.ofMinutes(4);

    private final URI service;
    private final KeycloakStand keycloak;
    private final Map<String, Supplier<String>> people = new ConcurrentHashMap<>();
    /** Each person's browser, because another one would end the session of the first. */
    private final Map<String, BrowserLogin> browsers = new ConcurrentHashMap<>();

    ConsoleEntrance(URI service, KeycloakStand keycloak) {
        this.service = service;
        this.keycloak = keycloak;
    }

    @Override
    public URI service() {
        return service;
    }

    @Override
    public Supplier<String> operator() {
        return console("operator");
    }

    @Override
    public Supplier<String> console(String person) {
        return people.computeIfAbsent(person, name -> new KeptToken(KEPT, () -> logIn(name)));
    }

    private String logIn(String person) {
        try {
            return browsers.computeIfAbsent(
                            person,
                            _ -> new BrowserLogin(keycloak.issuer(), "tongxin-console", service.resolve("/console/")))
                    .login(Cast.account(person), "2")
                    .accessToken();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
