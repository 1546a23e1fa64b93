package cn.tongxin.handling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is handled, as far as its handling must know it.
 *
 * @param number the case number that people know it by
 * @param leadId whose rating counts
 * @param plenary whether the longer or the shorter reply period applies
 */
public record Matter(
        UUID id,
        String title,
        @Nullable String number,
        UUID leadId,
        String lead,
        String situation,
        String analysis,
        List<String> suggestions,
        boolean plenary) {}
