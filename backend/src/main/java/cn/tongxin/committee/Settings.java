package cn.tongxin.committee;

import static cn.tongxin.db.cell.Tables.SETTING;

import cn.tongxin.shared.ReadOnce;
import cn.tongxin.storage.FileLimits;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** The committee's settings as features read them, inside their transaction: one query for all of a group. */
@Singleton
public class Settings implements FileLimits {
    private final DSLContext sql;
    private final JsonMapper json;
    private final ReadOnce<SettingValues> values = new ReadOnce<>();

    Settings(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public ProposalRules proposalRules() {
        return ProposalRules.of(values());
    }

    public HandlingRules handlingRules() {
        return HandlingRules.of(values());
    }

    public OpinionRules opinionRules() {
        return OpinionRules.of(values());
    }

    public ReadingRules readingRules() {
        return ReadingRules.of(values());
    }

    public StatisticsPeriod statisticsPeriod() {
        return values().get(Setting.STATISTICS_PERIOD);
    }

    @Override
    public long maxBytes() {
        return values().get(Setting.FILE_MEGABYTES) * 1024L * 1024;
    }

    @Override
    public int maxPerMatter() {
        return values().get(Setting.FILES_PER_MATTER);
    }

    /** Whether one person may hold two roles that the rules give to two, with a reason. */
    public boolean isSmallOffice() {
        return values().get(Setting.SMALL_OFFICE);
    }

    /** How long after filing what may be public is to be out. */
    public Span publishWithin() {
        return values().get(Setting.PUBLISH_WITHIN);
    }

    /** Whether what is public may be read by anybody, without a seat. */
    public boolean isOpenToWeb() {
        return values().get(Setting.OPEN_TO_WEB);
    }

    /** How many key proposals a session should have: usually not fewer, usually not more. */
    public record KeyNumbers(int atLeast, int atMost) {}

    public KeyNumbers keyNumbers() {
        var values = values();
        return new KeyNumbers(values.get(Setting.KEY_PROPOSALS_MIN), values.get(Setting.KEY_PROPOSALS_MAX));
    }

    public SecrecyWords secrecyWords() {
        return new SecrecyWords(values().get(Setting.SECRECY_WORDS));
    }

    /** The categories of proposals that may be chosen, by code and name. */
    public List<CodedText> categories() {
        return values().get(Setting.CATEGORIES);
    }

    /** What categories are called, by code: those of the list, and the standard ones that proposals may still have. */
    public Map<String, String> categoryNames() {
        return Stream.concat(Setting.CATEGORIES.standard().stream(), categories().stream())
                .collect(Collectors.toMap(CodedText::code, CodedText::text, (_, here) -> here));
    }

    /** What a committee decided for one key. */
    record Decided(UUID id, String key, JsonNode value, int version) {}

    Map<String, Decided> decided() {
        return sql
                .select(SETTING.ID, SETTING.KEY, SETTING.VALUE, SETTING.VERSION)
                .from(SETTING)
                .fetch(row -> new Decided(row.value1(), row.value2(), read(row.value3()), row.value4()))
                .stream()
                .collect(Collectors.toMap(Decided::key, decided -> decided));
    }

    /** False where somebody else has decided meanwhile. */
    boolean put(Decided next, Instant now) {
        return sql.insertInto(SETTING)
                        .set(SETTING.ID, next.id())
                        .set(SETTING.KEY, next.key())
                        .set(SETTING.VALUE, JSONB.valueOf(text(next.value())))
                        .set(SETTING.VERSION, next.version())
                        .set(SETTING.UPDATED_AT, now)
                        .onConflict(SETTING.TENANT_ID, SETTING.KEY)
                        .doUpdate()
                        .set(SETTING.VALUE, JSONB.valueOf(text(next.value())))
                        .set(SETTING.VERSION, next.version())
                        .set(SETTING.UPDATED_AT, now)
                        .where(SETTING.VERSION.eq(next.version() - 1))
                        .execute()
                == 1;
    }

    JsonNode node(Object value) {
        try {
            return json.writeValueToTree(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String text(JsonNode value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private SettingValues values() {
        return values.get(() ->
                new SettingValues(decided().values().stream().collect(Collectors.toMap(Decided::key, Decided::value))));
    }

    private JsonNode read(JSONB value) {
        try {
            return Optional.ofNullable(json.readValue(value.data(), JsonNode.class))
                    .orElseGet(JsonNode::nullNode);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
