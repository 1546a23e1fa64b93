package cn.tongxin.indicator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a committee and of those below it. {@code reported} of {@code of} places below have sent theirs, the others
 * are named in {@code missing}, so that a sum is never silently low. Sums over sessions go by the year they opened in.
 */
@Serdeable
record RollupView(
        @Nullable String basis,
        @Nullable String period,
        CommitteeView committee,
        List<FigureView> own,
        List<Child> children,
        List<FigureView> together,
        int reported,
        int of,
        List<Place> missing) {

    @Serdeable
    record CommitteeView(String code, String name, String level) {}

    /** A committee below: its own figures and, where it has committees below itself, what these sent it together. */
    @Serdeable
    record Child(
            CommitteeView committee,
            List<FigureView> figures,
            @Nullable Below below) {}

    @Serdeable
    record Below(int reported, int of, List<FigureView> figures) {}

    @Serdeable
    record Place(String code, String name) {}
}
