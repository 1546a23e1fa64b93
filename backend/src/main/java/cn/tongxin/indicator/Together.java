package cn.tongxin.indicator;

import cn.tongxin.evidence.Basis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds figures up across committees. Sessions are numbered by each committee for itself, so the year they opened in joins them. */
final class Together {
    private Together() {}

    private record Line(String indicator, Basis basis, int year) {}

    static List<Figure> of(List<Figure> figures) {
        Map<Line, Figure> sums = new LinkedHashMap<>();
        for (var figure : figures) {
            sums.merge(new Line(figure.indicator(), figure.basis(), figure.year()), figure.joined(), Figure::plus);
        }
        return List.copyOf(sums.values());
    }
}
