package cn.tongxin.opinion;

import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.shared.Crypto;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the text of a report that was referred to another channel under seal: the row, and so every list, search, message and
 * export, holds none of it. The author and the editor still read it, and it comes back when the click was wrong.
 */
@Singleton
class SealedTexts {
    /** What stands where the title stood. */
    static final String TITLE = "（已转其他渠道反映）";

    private final OpinionReports reports;
    private final Crypto crypto;
    private final JsonMapper json;

    SealedTexts(OpinionReports reports, Crypto crypto, JsonMapper json) {
        this.reports = reports;
        this.crypto = crypto;
        this.json = json;
    }

    /** What lies under the seal. */
    @Serdeable
    record Contents(
            Text text, @Nullable Text edition, @Nullable List<Text> former) {}

    OpinionReport seal(OpinionReport report) {
        var contents = new Contents(
                report.text(), reports.edition(report.id()).orElse(null), reports.formerEditions(report.id()));
        reports.deleteEdition(report.id());
        reports.deleteFormerEditions(report.id());
        return report.withText(new Text(TITLE, "", "", ""), crypto.encrypt(written(contents)));
    }

    OpinionReport unseal(OpinionReport report, Instant now) {
        var contents = open(report);
        if (contents.edition() != null) {
            reports.putEdition(report.id(), contents.edition(), report.course().takenBy(), now);
        }
        for (var former : Objects.requireNonNullElse(contents.former(), List.<Text>of())) {
            reports.keepFormer(report.id(), former, null, now);
        }
        return report.withText(contents.text(), null);
    }

    Contents open(OpinionReport report) {
        try {
            return Objects.requireNonNull(
                    json.readValue(crypto.decrypt(Objects.requireNonNull(report.sealedText())), Contents.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String written(Contents contents) {
        try {
            return json.writeValueAsString(contents);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
