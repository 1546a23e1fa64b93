package cn.tongxin.seat;

import java.util.Optional;

/** A person's place in the committee as a roster states it. */
enum Rank {
    MEMBER,
    STANDING_MEMBER,
    CHAIR_COUNCIL;

    static Optional<Rank> named(String text) {
        var plain = RosterText.compact(text);
        if (plain.matches(".*副秘书长.*")) {
            plain = plain.replace("副秘书长", "");
        }
        if (plain.contains("主席") || plain.contains("秘书长")) {
            return Optional.of(CHAIR_COUNCIL);
        }
        if (plain.contains("常务委员") || plain.contains("常委") && !plain.contains("常委会")) {
            return Optional.of(STANDING_MEMBER);
        }
        return plain.matches("(政协|州|市|县|省|区)*(政协)?委员") ? Optional.of(MEMBER) : Optional.empty();
    }
}
