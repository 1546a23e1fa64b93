package cn.tongxin.seat;

import java.util.Optional;

/** Sex by GB/T 2261.1, as far as rosters go. */
enum Sex {
    MALE,
    FEMALE;

    static Optional<Sex> named(String text) {
        return switch (RosterText.compact(text)) {
            case "男", "男性", "1" -> Optional.of(MALE);
            case "女", "女性", "2" -> Optional.of(FEMALE);
            default -> Optional.empty();
        };
    }
}
