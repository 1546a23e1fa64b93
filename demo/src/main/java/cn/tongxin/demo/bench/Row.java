package cn.tongxin.demo.bench;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of {@code target/bench.json}: the median of its samples; no value where there was any error. */
record Row(String name, @Nullable Double value, String unit, List<Double> samples, long errors) {
    static Row of(String name, String unit, List<Double> samples, long errors) {
        var sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var middle = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        return new Row(name, errors > 0 || sorted.length == 0 ? null : round(middle), unit, rounded(samples), errors);
    }

    private static List<Double> rounded(List<Double> samples) {
        return samples.stream().map(Row::round).toList();
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    String spread() {
        var sorted = samples.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length < 2 ? "" : sorted[0] + " … " + sorted[sorted.length - 1];
    }
}
