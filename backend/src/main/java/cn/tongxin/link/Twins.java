package cn.tongxin.link;

import java.util.Optional;
import java.util.UUID;

/**
 * The feature whose matters may say the same as another's. It warns and never blocks; of two that say the same only one
 * counts (domain §3.2, edge cases).
 */
public interface Twins {
    /** The title of the latest that this seat has handed in and that says the same as this text. */
    Optional<String> titleOf(UUID author, String text);

    /** A proposal of this seat was handed in with that text: of what says the same it is the one that counts. */
    void handedIn(UUID author, UUID proposal, String text);
}
