package cn.tongxin.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be reached from here, played over real HTTP: an SMS gateway, WeChat's log-in, and a page that shows the
 * codes they would have sent.
 */
public final class OutsideStand implements AutoCloseable {

    /** One text message that would have gone to a telephone. */
    public record Sms(String phone, String template, String code, String key) {}

    public static final String WECHAT_SECRET = "stub-secret";

    private final HttpServer server;
    private final List<DemoAccount> accounts;
    private final List<Sms> messages = new ArrayList<>();
    private final Set<String> seenKeys = new HashSet<>();
    private final Map<String, String> openids = new HashMap<>();

    private OutsideStand(HttpServer server, List<DemoAccount> accounts) {
        this.server = server;
        this.accounts = accounts;
    }

    public static OutsideStand start(int port, List<DemoAccount> accounts) throws IOException {
        if (port != 0) {
            Ports.checkFree(port, "the stubs of SMS and WeChat", "TONGXIN_OUTSIDE_PORT");
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var stand = new OutsideStand(server, accounts);
        server.createContext("/sms/messages", answering(stand::sms));
        server.createContext("/wechat/sns/jscode2session", answering(stand::session));
        server.createContext("/wechat/sns/oauth2/access_token", answering(stand::session));
        server.createContext("/wechat/connect/oauth2/authorize", answering(stand::authorize));
        server.createContext("/wechat/codes", answering(stand::code));
        server.createContext("/", answering(stand::page));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return stand;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public synchronized List<Sms> messagesTo(String phone) {
        return messages.stream().filter(it -> it.phone().equals(phone)).toList();
    }

    /** What wx.login or the authorize page hands out: a code good for one exchange. */
    public synchronized String wechatCode(String openid) {
        var code = UUID.randomUUID().toString();
        openids.put(code, openid);
        return code;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Answer {
        void to(HttpExchange exchange, Map<String, String> query) throws IOException;
    }

    private static HttpHandler answering(Answer answer) {
        return exchange -> {
            try (exchange) {
                answer.to(exchange, query(exchange.getRequestURI().getRawQuery()));
            }
        };
    }

    /** POST takes {phone, template, params: {code}, key}; the same key twice is one message. GET lists ?phone=. */
    private synchronized void sms(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            var body = KeycloakAdmin.JSON.readTree(exchange.getRequestBody());
            if (seenKeys.add(body.path("key").asText())) {
                messages.add(new Sms(
                        body.path("phone").asText(),
                        body.path("template").asText(),
                        body.path("params").path("code").asText(),
                        body.path("key").asText()));
            }
            json(exchange, KeycloakAdmin.JSON.createObjectNode().put("accepted", true));
        } else {
            json(exchange, KeycloakAdmin.JSON.valueToTree(messagesTo(query.getOrDefault("phone", ""))));
        }
    }

    /** As WeChat: always 200, an errcode when the code is unknown or was used before. */
    private synchronized void session(HttpExchange exchange, Map<String, String> query) throws IOException {
        var code = query.getOrDefault("js_code", query.getOrDefault("code", ""));
        var openid = openids.remove(code);
        var answer = KeycloakAdmin.JSON.createObjectNode();
        if (openid == null || !WECHAT_SECRET.equals(query.get("secret"))) {
            answer.put("errcode", 40029).put("errmsg", "invalid code");
        } else {
            answer.put("openid", openid).put("session_key", "stub-session-key");
        }
        json(exchange, answer);
    }

    private void code(HttpExchange exchange, Map<String, String> query) throws IOException {
        json(
                exchange,
                KeycloakAdmin.JSON
                        .createObjectNode()
                        .put("code", wechatCode(query.getOrDefault("openid", "openid-demo"))));
    }

    /** The page on which a person agrees inside WeChat; here one chooses who one is. */
    private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
        var who = query.get("who");
        if (who == null) {
            var links = new StringBuilder();
            for (var name : List.of("甲", "乙", "丙")) {
                links.append("<p><a href=\"?")
                        .append(escape(exchange.getRequestURI().getRawQuery()))
                        .append("&amp;who=")
                        .append(encode(name))
                        .append("\">以微信用户“")
                        .append(name)
                        .append("”的身份同意登录</a></p>");
            }
            html(exchange, "微信登录（演示）", links.toString());
            return;
        }
        var back = query.getOrDefault("redirect_uri", "");
        if (!back.startsWith("http://localhost:")) {
            html(exchange, "微信登录（演示）", "<p>redirect_uri 只能是本机地址。</p>");
            return;
        }
        var joint = back.contains("?") ? "&" : "?";
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        back + joint + "code=" + wechatCode("openid-" + Integer.toHexString(who.hashCode())) + "&state="
                                + encode(query.getOrDefault("state", "")));
        exchange.sendResponseHeaders(302, -1);
    }

    private void page(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/codes")) {
            json(exchange, codes());
            return;
        }
        var text = new StringBuilder("<h2>动态验证码</h2><table><tr><th>账号<th>姓名<th>密码<th>当前验证码</tr>");
        for (var account : accounts) {
            text.append("<tr><td>" + escape(account.username()) + "<td>" + escape(account.name()) + "<td>"
                    + escape(account.password()) + "<td><b>"
                    + Totp.code(account.totpSecret(), Clock.systemUTC().instant()) + "</b></tr>");
        }
        text.append("</table><h2>短信</h2><table><tr><th>手机号<th>验证码</tr>");
        synchronized (this) {
            for (var message : messages.reversed().stream().limit(20).toList()) {
                text.append("<tr><td>" + escape(message.phone()) + "<td><b>" + escape(message.code()) + "</b></tr>");
            }
        }
        html(exchange, "演示用验证码", "<meta http-equiv=\"refresh\" content=\"5\">" + text + "</table>");
    }

    private ObjectNode codes() {
        var answer = KeycloakAdmin.JSON.createObjectNode();
        for (var account : accounts) {
            answer.put(
                    account.username(),
                    Totp.code(account.totpSecret(), Clock.systemUTC().instant()));
        }
        return answer;
    }

    private static void json(HttpExchange exchange, JsonNode body) throws IOException {
        send(exchange, "application/json", body.toString());
    }

    private static void html(HttpExchange exchange, String title, String body) throws IOException {
        send(exchange, "text/html; charset=utf-8", """
                <!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>body{font:16px/1.5 sans-serif;max-width:640px;margin:24px auto;padding:0 16px;color:#1f2328}
                h1{font-size:20px;color:#b3261e}h2{font-size:16px}td,th{padding:4px 16px 4px 0;text-align:start}</style>
                <h1>%s</h1>%s</html>
                """.formatted(title, title, body));
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(@Nullable String raw) {
        var all = new HashMap<String, String>();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            all.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return all;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
