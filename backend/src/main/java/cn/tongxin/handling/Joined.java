package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * A matter of the same kind that was joined to one: the reply answers it too.
 *
 * @param proponents who brought it in, and after him those who signed
 */
@Serdeable
public record Joined(
        UUID id,
        String title,
        List<Proponent> proponents,
        String situation,
        String analysis,
        String research,
        List<String> suggestions) {}
