package cn.tongxin.committee;

import cn.tongxin.committee.CommitteePolicy.Matter;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An office decides a setting. */
@Singleton
class SettingActions {
    private final Settings settings;
    private final History history;
    private final Clock clock;

    SettingActions(Settings settings, History history, Clock clock) {
        this.settings = settings;
        this.history = history;
        this.clock = clock;
    }

    /** @param version the version that was on the screen; 0 where nobody had decided yet */
    @Transactional
    Settings.Decided put(String key, @Nullable JsonNode value, int version) {
        CommitteePolicy.check(Caller.current(), Matter.SETTING);
        var setting = Setting.find(key).orElseThrow(Refusal::notFound);
        var there = Optional.ofNullable(settings.decided().get(key));
        var before = there.map(Settings.Decided::value).orElseGet(() -> settings.node(setting.standard()));
        if (there.map(Settings.Decided::version).orElse(0) != version) {
            throw outdated(before);
        }
        var next = new Settings.Decided(
                there.map(Settings.Decided::id).orElseGet(Ids::next),
                key,
                settings.node(checked(setting, value)),
                version + 1);
        if (!settings.put(next, clock.instant())) {
            throw outdated(before);
        }
        history.record(Line.of("setting.changed", "setting", next.id())
                .with("key", key)
                .with("from", settings.text(before))
                .with("to", settings.text(next.value())));
        return next;
    }

    /** Every setting of the preset, over whatever was decided before. */
    @Transactional
    void take(Preset preset) {
        CommitteePolicy.check(Caller.current(), Matter.SETTING);
        var decided = settings.decided();
        preset.values().forEach((setting, value) -> {
            var there = decided.get(setting.key());
            put(setting.key(), settings.node(value), there == null ? 0 : there.version());
        });
    }

    private static <T> T checked(Setting<T> setting, @Nullable JsonNode value) {
        try {
            return setting.kind().read(value == null ? JsonNode.nullNode() : value);
        } catch (SettingKind.NotAllowed refused) {
            throw Refusal.unprocessable("setting.value-not-allowed", "This setting does not take that value.")
                    .field("value", "not-allowed", String.valueOf(refused.getMessage()));
        }
    }

    private static Refusal outdated(JsonNode value) {
        return Refusal.conflict("setting.version", "Somebody has changed this setting meanwhile.")
                .with("value", value);
    }
}
