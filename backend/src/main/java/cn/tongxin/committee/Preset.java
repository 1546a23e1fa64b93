package cn.tongxin.committee;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings that go together, as some committee has them; taken over at once. */
record Preset(String key, String name, Map<Setting<?>, Object> values) {

    static final List<Preset> ALL = List.of(
            new Preset(
                    "proposal.two-reviews",
                    "提案两级审查：初审、审定",
                    Map.of(Setting.REVIEW_STAGES, 2, Setting.STAGE_NAMES, List.of("初审", "审定"))),
            new Preset(
                    "proposal.three-reviews",
                    "提案三级审查：初审、复审、审定",
                    Map.of(Setting.REVIEW_STAGES, 3, Setting.STAGE_NAMES, List.of("初审", "复审", "审定"))),
            new Preset(
                    "proposal.four-reviews",
                    "提案立案四审：初审、复审、审定、终审（延边）",
                    Map.of(Setting.REVIEW_STAGES, 4, Setting.STAGE_NAMES, List.of("初审", "复审", "审定", "终审"))),
            new Preset(
                    "handling.five-and-three-months",
                    "答复期限：大会提案 5 个月、平时提案 3 个月",
                    Map.of(Setting.PLENARY_REPLY_DUE, Span.months(5), Setting.INTERSESSION_REPLY_DUE, Span.months(3))));

    static Optional<Preset> find(String key) {
        return ALL.stream().filter(preset -> preset.key.equals(key)).findFirst();
    }
}
