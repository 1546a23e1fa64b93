package cn.tongxin.indicator;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Evidence;
import cn.tongxin.evidence.Evidence.Question;
import cn.tongxin.evidence.Evidence.Tally;
import cn.tongxin.evidence.Period;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The committee's own figures, measured from its evidence as it stands now, in one statement. */
@Singleton
class Measured {
    private final Evidence evidence;

    Measured(Evidence evidence) {
        this.evidence = evidence;
    }

    /** All of them, in the order of the definitions and of the periods. */
    List<Figure> all() {
        return of(List.of(Basis.values()), null);
    }

    List<Figure> of(Basis basis) {
        return of(List.of(basis), null);
    }

    /** Those of one period; where nothing was counted there is a 0. */
    List<Figure> of(Period period, int year) {
        var found = new ArrayList<Figure>();
        for (var column : columns(List.of(period.basis()), period)) {
            var figures = column.figures();
            found.addAll(figures.isEmpty() ? List.of(column.nothing(period.text(), year)) : figures);
        }
        return found;
    }

    private List<Figure> of(List<Basis> bases, @Nullable Period period) {
        return columns(bases, period).stream()
                .flatMap(column -> column.figures().stream())
                .toList();
    }

    private List<Column> columns(List<Basis> bases, @Nullable Period period) {
        var columns = new ArrayList<Column>();
        for (var indicator : IndicatorSet.ALL) {
            for (var basis : bases) {
                if (indicator.bases().contains(basis)) {
                    columns.add(new Column(indicator, basis, new TreeMap<>(), new TreeMap<>()));
                }
            }
        }
        var questions = new ArrayList<Question>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var whole = column.indicator.whole();
            questions.add(new Question(2 * i, column.indicator.part(), column.basis));
            if (whole != null) {
                questions.add(new Question(2 * i + 1, whole, column.basis));
            }
        }
        for (var tally : evidence.tally(questions, period)) {
            columns.get(tally.no() / 2).add(tally, tally.no() % 2 == 1);
        }
        return columns;
    }

    /** One indicator on one basis, by period. */
    private record Column(
            Indicator indicator, Basis basis, TreeMap<String, Tally> parts, TreeMap<String, Tally> wholes) {
        void add(Tally tally, boolean whole) {
            (whole ? wholes : parts).put(tally.period(), tally);
        }

        List<Figure> figures() {
            return (indicator.isRate() ? wholes : parts)
                    .values().stream().map(this::figure).toList();
        }

        private Figure figure(Tally tally) {
            if (!indicator.isRate()) {
                return Figure.own(indicator, basis, tally.period(), tally.year(), tally.n(), null);
            }
            var part = parts.get(tally.period());
            return Figure.own(indicator, basis, tally.period(), tally.year(), part == null ? 0 : part.n(), tally.n());
        }

        Figure nothing(String period, int year) {
            return Figure.own(indicator, basis, period, year, 0, indicator.isRate() ? 0L : null);
        }
    }
}
