package cn.tongxin.committee;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Settings that go together, over HTTP. */
@Controller("/api/settings-presets")
@ExecuteOn(TaskExecutors.BLOCKING)
class PresetController {
    private final SettingActions actions;

    PresetController(SettingActions actions) {
        this.actions = actions;
    }

    @Serdeable
    record PresetView(String key, String name, List<String> settings) {}

    @Get
    List<PresetView> list() {
        CommitteePolicy.checkReads(Caller.current());
        return Preset.ALL.stream()
                .map(preset -> new PresetView(
                        preset.key(),
                        preset.name(),
                        preset.values().keySet().stream()
                                .map(Setting::key)
                                .sorted()
                                .toList()))
                .toList();
    }

    /** Takes the settings over, each with its line of history; 404 for an unknown preset. */
    @Put("/{key}")
    @Status(HttpStatus.NO_CONTENT)
    void take(String key) {
        actions.take(Preset.find(key).orElseThrow(Refusal::notFound));
    }
}
