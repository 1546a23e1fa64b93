package cn.tongxin.link;

import java.util.List;
import java.util.UUID;

/**
 * A matter that another feature may take over: its text, and whose it is.
 *
 * @param author the seat of a person, or of a body where {@code ofBody}
 * @param signers the seats that signed beside the author, in the order of their names
 */
public record Convertible(
        UUID author,
        boolean ofBody,
        List<UUID> signers,
        String title,
        String situation,
        String analysis,
        List<String> suggestions,
        boolean openToPublic) {}
