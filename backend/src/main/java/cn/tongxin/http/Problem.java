package cn.tongxin.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RFC 9457, with a stable {@code code} and, where the body was at fault, the fields. */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable List<Field> fields,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extra) {

    /** One field at fault: its path in the body, a code, and a sentence for developers. */
    @Serdeable
    public record Field(String name, String code, @Nullable String detail) {}
}
