package cn.tongxin.http;

import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that is not carried out, and why. The code is the contract; docs/api-errors.md lists them all. */
public final class Refusal extends RuntimeException {
    private static final Set<String> OWN = Set.of("type", "title", "status", "code", "detail", "fields");

    private final HttpStatus status;
    private final String code;
    private final List<Problem.Field> fields = new ArrayList<>();
    private final Map<String, Object> extra = new LinkedHashMap<>();

    private Refusal(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal badRequest(String code, String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, detail);
    }

    public static Refusal unauthorized(String code, String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, code, detail);
    }

    public static Refusal forbidden(String code, String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, code, detail);
    }

    /** The role is not allowed this; the usual answer of a policy. */
    public static Refusal notAllowed() {
        return forbidden("policy.not-allowed", "This seat may not do that.");
    }

    /** Absent and invisible are the same. */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", "There is no such thing here.");
    }

    public static Refusal conflict(String code, String detail) {
        return new Refusal(HttpStatus.CONFLICT, code, detail);
    }

    public static Refusal unprocessable(String code, String detail) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, code, detail);
    }

    public static Refusal tooMany(String code, String detail) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, code, detail);
    }

    /** What this needs from outside does not answer. */
    public static Refusal unavailable(String code, String detail) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    }

    public static Refusal tooLarge(String code, String detail) {
        return new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, code, detail);
    }

    /** Names a field of the request body, such as {@code suggestions[2]}. */
    public Refusal field(String name) {
        return field(name, code, String.valueOf(getMessage()));
    }

    public Refusal field(String name, String fieldCode, String detail) {
        fields.add(new Problem.Field(name, fieldCode, detail));
        return this;
    }

    /** Adds a member to the problem, such as the present {@code state} or both texts of a conflict. */
    public Refusal with(String name, @Nullable Object value) {
        if (OWN.contains(name)) {
            throw new IllegalStateException("A problem has a " + name + " of its own.");
        }
        if (value != null) {
            extra.put(name, value);
        }
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The fields at fault, for a report over many rows. */
    public List<Problem.Field> fields() {
        return List.copyOf(fields);
    }

    Problem problem() {
        return new Problem(
                "about:blank",
                status.getReason(),
                status.getCode(),
                code,
                getMessage(),
                fields.isEmpty() ? null : List.copyOf(fields),
                extra);
    }
}
