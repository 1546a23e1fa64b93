package cn.tongxin.indicator;

import cn.tongxin.dispatch.Post;
import cn.tongxin.history.HistoryLine;
import cn.tongxin.history.Reader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;

/** Measures the figures anew when the committee's history has moved, and sends what changed to the parent. */
@Singleton
class FigureReader implements Reader {
    private final Measured measured;
    private final Figures figures;
    private final Post post;
    private final Clock clock;

    FigureReader(Measured measured, Figures figures, Post post, Clock clock) {
        this.measured = measured;
        this.figures = figures;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public void read(List<HistoryLine> lines) {
        if (lines.stream().anyMatch(FigureReader::mayChangeAFigure)) {
            refresh();
        }
    }

    /** A draft is nobody's evidence, and a letter that was sent is our own doing. */
    private static boolean mayChangeAFigure(HistoryLine line) {
        return !"DRAFT".equals(line.toState()) && !line.kind().equals("dispatch.sent");
    }

    private void refresh() {
        var now = clock.instant();
        var seq = figures.head();
        var parent = figures.findParent();
        var changed = changed();
        changed.forEach(figure -> figures.keep(figure, now, seq));
        if (parent.isPresent() && (!changed.isEmpty() || figures.hasNeverReported())) {
            post.send(parent.get(), Report.KIND, new Report(now, seq, changed));
        }
    }

    private List<Figure> changed() {
        var before = figures.kept();
        var now = new LinkedHashMap<Figure.Key, Figure>();
        measured.all().forEach(figure -> now.put(figure.key(), figure));
        below().forEach(figure -> now.put(figure.key(), figure));
        before.forEach((key, figure) -> now.putIfAbsent(key, figure.emptied()));
        return now.values().stream()
                .filter(figure -> !figure.equals(before.get(figure.key())))
                .toList();
    }

    /** What the committees below have reported, together with what they report of those below them. */
    private List<Figure> below() {
        var sent = figures.sent(null, null);
        if (sent.isEmpty()) {
            return List.of();
        }
        var places = figures.below(figures.self().code());
        var reported = figures.reported().size();
        return Together.of(sent.stream().map(Figures.Sent::figure).toList()).stream()
                .map(figure -> figure.reportedBy(reported, Math.max(reported, places.size())))
                .toList();
    }
}
