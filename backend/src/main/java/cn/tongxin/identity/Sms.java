package cn.tongxin.identity;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SMS gateway: one POST of {@code {phone, template, params, key}} a message. {@code key} is the message's own, so that
 * a repeat is not sent twice.
 */
@Singleton
class Sms {
    private static final Logger LOG = LoggerFactory.getLogger(Sms.class);

    private final OutsideSettings.Sms settings;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Sms(OutsideSettings.Sms settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** Sends without letting the caller wait: how long an answer takes must not tell whether a number is known. */
    void sendSoon(String phone, String template, Map<String, String> params, String key) {
        Thread.ofVirtual().name("sms").start(() -> {
            for (var attempt = 1; attempt <= 3; attempt++) {
                if (send(phone, template, params, key)) {
                    return;
                }
            }
            LOG.warn("A text message could not be sent (template {}).", template);
        });
    }

    private boolean send(String phone, String template, Map<String, String> params, String key) {
        try {
            var body =
                    json.writeValueAsBytes(Map.of("phone", phone, "template", template, "params", params, "key", key));
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(settings.url()))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + settings.key())
                            .timeout(Duration.ofSeconds(5))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
