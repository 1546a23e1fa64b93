package cn.tongxin.seat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds a committee's own special committees behind their short forms: 社法委, 民族宗教委, 文化文史与学习委员会. */
final class SpecialCommitteeNames {

    private static final UUID NONE = new UUID(0, 0);
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("社法", "社会法制"),
            Map.entry("民宗", "民族宗教"),
            Map.entry("人资环", "人口资源环境"),
            Map.entry("人口资源环境建设", "人口资源环境"),
            Map.entry("农业", "农业农村"),
            Map.entry("教科文卫体", "教科文卫体"),
            Map.entry("教育科技卫生体育", "教科卫体"),
            Map.entry("教科卫", "教科卫体"),
            Map.entry("文史学习", "文化文史学习"),
            Map.entry("文史", "文化文史学习"),
            Map.entry("文化文史", "文化文史学习"),
            Map.entry("港澳台侨外", "港澳台侨外事"),
            Map.entry("港澳台侨", "港澳台侨外事"),
            Map.entry("提", "提案"),
            Map.entry("经", "经济"),
            Map.entry("委员联络", "委员联络"));

    private final Map<String, UUID> exact = new HashMap<>();
    private final Map<String, UUID> byMeaning = new HashMap<>();

    SpecialCommitteeNames(Map<String, UUID> committees) {
        committees.forEach((name, id) -> {
            exact.put(RosterText.compact(name), id);
            byMeaning.merge(meaning(name), id, (_, _) -> NONE);
        });
    }

    Optional<UUID> find(String text) {
        var found = exact.getOrDefault(RosterText.compact(text), byMeaning.getOrDefault(meaning(text), NONE));
        return Optional.of(found).filter(id -> !id.equals(NONE));
    }

    /** The committees named in one cell, each tidied: "教科卫体委员会、经济委员会" is two. */
    static List<String> split(String cell) {
        return Arrays.stream(RosterText.tidy(cell).split("[、，,；;/|\\n]|(?<=[会委]) (?=\\S)"))
                .map(RosterText::compact)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String meaning(String name) {
        var core = RosterText.compact(name)
                .replaceAll("\\(.*?\\)", "")
                .replaceFirst("^(.*?政协)", "")
                .replaceFirst("(副主任委员|副主任|主任委员|主任)$", "")
                .replaceFirst("(工作委员会|专门委员会|委员会委员|委员会|工委|专委会|委)$", "")
                .replaceAll("[和与及、]", "");
        return SHORT.getOrDefault(core, core);
    }
}
