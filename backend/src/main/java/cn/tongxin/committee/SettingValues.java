package cn.tongxin.committee;

import io.micronaut.json.tree.JsonNode;
import java.util.Map;

/** What a committee decided, over the standard. */
record SettingValues(Map<String, JsonNode> decided) {

    static final SettingValues STANDARD = new SettingValues(Map.of());

    <T> T get(Setting<T> setting) {
        var json = decided.get(setting.key());
        return json == null ? setting.standard() : setting.kind().read(json);
    }
}
