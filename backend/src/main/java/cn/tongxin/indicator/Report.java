package cn.tongxin.indicator;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** What goes up: numbers that changed, as measured at a line of the history. No name and no case is in it. */
@Serdeable
record Report(Instant measuredAt, long seq, List<Figure> figures) {
    static final String KIND = "figures";
}
