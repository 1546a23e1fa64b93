package cn.tongxin.indicator;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of a figure are not told, so that none of them says what one person did: those behind which stand fewer than
 * three, and as many of the next ones that what is left of the whole is never one part, nor fewer than three people.
 */
final class SmallCells {
    static final int FEWEST = 3;

    private SmallCells() {}

    /** @param persons how many stand behind each part */
    static Set<String> withheld(Map<String, Long> persons) {
        var withheld = new HashSet<String>();
        var open = persons.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var behind = 0L;
        for (var part : open) {
            var small = part.getValue() < FEWEST;
            var alone = !withheld.isEmpty() && (withheld.size() == 1 || behind < FEWEST);
            if (small || alone) {
                withheld.add(part.getKey());
                behind += part.getValue();
            }
        }
        return withheld;
    }
}
