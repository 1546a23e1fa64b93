package cn.tongxin.identity;

import cn.tongxin.http.Refusal;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** WeChat's log-in: a one-use code becomes the openid of that person in that app. What else WeChat tells is dropped. */
@Singleton
class Wechat {
    private final OutsideSettings.Wechat settings;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Wechat(OutsideSettings.Wechat settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    String openid(String appId, String code) {
        if (appId.isBlank()) {
            throw unknownApp();
        }
        if (appId.equals(settings.miniAppId())) {
            return ask("/sns/jscode2session", "js_code", appId, settings.miniSecret(), code);
        }
        if (appId.equals(settings.officialAppId())) {
            return ask("/sns/oauth2/access_token", "code", appId, settings.officialSecret(), code);
        }
        throw unknownApp();
    }

    private String ask(String path, String codeName, String appId, String secret, String code) {
        var address = settings.url() + path + "?appid=" + encode(appId) + "&secret=" + encode(secret) + "&" + codeName
                + "=" + encode(code) + "&grant_type=authorization_code";
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofByteArray());
            var openid =
                    json.readValue(answer.body(), Argument.of(JsonNode.class)).get("openid");
            if (openid == null || !openid.isString()) {
                throw Refusal.unprocessable("wechat.code-invalid", "WeChat does not know this code, or it was used.")
                        .field("code");
            }
            return openid.getStringValue();
        } catch (IOException away) {
            throw Refusal.unavailable("wechat.unavailable", "WeChat does not answer. Use the phone code.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Refusal unknownApp() {
        return Refusal.unprocessable("wechat.app-unknown", "This WeChat app is not ours.")
                .field("appId");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
