package cn.tongxin.indicator;

import cn.tongxin.dispatch.Letter;
import cn.tongxin.dispatch.Recipient;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Takes the figures that a committee below has sent. */
@Singleton
class FigureInbox implements Recipient {
    private final Figures figures;
    private final JsonMapper json;

    FigureInbox(Figures figures, JsonMapper json) {
        this.figures = figures;
        this.json = json;
    }

    @Override
    public String kind() {
        return Report.KIND;
    }

    @Override
    public void receive(UUID sender, Letter letter) {
        var report = letter.read(json, Report.class);
        for (var figure : report.figures()) {
            figures.receive(sender, figure, report.measuredAt(), report.seq());
        }
    }
}
