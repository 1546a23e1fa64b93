package cn.tongxin.committee;

import cn.tongxin.committee.CommitteePolicy.Matter;
import cn.tongxin.tenancy.Caller;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings over HTTP: each with its standard, its effect in a sentence and the rule it implements. */
@Controller("/api/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
class SettingController {
    private final Settings settings;
    private final SettingActions actions;

    SettingController(Settings settings, SettingActions actions) {
        this.settings = settings;
        this.actions = actions;
    }

    /** With which control a setting is edited. */
    enum Type {
        NUMBER,
        FLAG,
        CHOICE,
        CHOICES,
        SPAN,
        REASONS,
        GRADE_LETTERS,
        WORDS
    }

    /**
     * @param min of a number
     * @param max of a number; of a span in days, a month counted as 30
     * @param choices of one or several choices, or the units of a span
     * @param version 0 where the standard holds because nobody has decided
     */
    @Serdeable
    record SettingView(
            String key,
            Type type,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable List<String> choices,
            @Schema(implementation = Object.class) JsonNode value,

            @JsonProperty("default") @Schema(implementation = Object.class)
            JsonNode standard,

            String effect,
            String rule,
            int version,
            List<String> can) {}

    @Serdeable
    record NewValue(
            @Nullable @Schema(implementation = Object.class) JsonNode value, int version) {}

    @Get
    @Transactional(readOnly = true)
    List<SettingView> list() {
        CommitteePolicy.checkReads(Caller.current());
        var decided = settings.decided();
        return Setting.ALL.stream()
                .map(setting -> view(setting, decided.get(setting.key())))
                .toList();
    }

    @Put("/{key}")
    SettingView put(String key, @Body NewValue body) {
        var decided = actions.put(key, body.value(), body.version());
        return view(Setting.find(key).orElseThrow(), decided);
    }

    private SettingView view(Setting<?> setting, Settings.@Nullable Decided decided) {
        var standard = settings.node(setting.standard());
        var kind = setting.kind();
        return new SettingView(
                setting.key(),
                type(kind),
                kind instanceof SettingKind.Number number ? number.min() : null,
                kind instanceof SettingKind.Number number
                        ? (Integer) number.max()
                        : kind instanceof SettingKind.Length length ? length.maxDays() : null,
                choices(kind),
                decided == null ? standard : decided.value(),
                standard,
                setting.effect(),
                setting.rule(),
                decided == null ? 0 : decided.version(),
                CommitteePolicy.allows(Caller.current(), Matter.SETTING) ? List.of("edit") : List.of());
    }

    private static Type type(SettingKind<?> kind) {
        return switch (kind) {
            case SettingKind.Number _ -> Type.NUMBER;
            case SettingKind.Flag _ -> Type.FLAG;
            case SettingKind.Choice<?> _ -> Type.CHOICE;
            case SettingKind.Choices<?> _ -> Type.CHOICES;
            case SettingKind.Length _ -> Type.SPAN;
            case SettingKind.Reasons _ -> Type.REASONS;
            case SettingKind.Letters _ -> Type.GRADE_LETTERS;
            case SettingKind.Words _ -> Type.WORDS;
        };
    }

    private static @Nullable List<String> choices(SettingKind<?> kind) {
        return switch (kind) {
            case SettingKind.Choice<?> choice ->
                Arrays.stream(choice.choices().getEnumConstants())
                        .map(Enum::name)
                        .toList();
            case SettingKind.Choices<?> several ->
                several.choices().stream().map(Enum::name).toList();
            case SettingKind.Length length ->
                length.units().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Enum::name)
                        .toList();
            case SettingKind.Number _,
                    SettingKind.Flag _,
                    SettingKind.Reasons _,
                    SettingKind.Letters _,
                    SettingKind.Words _ -> null;
        };
    }
}
