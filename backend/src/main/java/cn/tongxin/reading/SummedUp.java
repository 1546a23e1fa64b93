package cn.tongxin.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which weeks of a group have been summed up; the digests say it. */
public interface SummedUp {
    /** Of the weeks that the group has run in up to this day, those with neither a digest nor a word why there is none. */
    List<LocalDate> missing(ReadingGroup group, LocalDate today);

    /** Whether a week that begins in these days has a published digest. */
    boolean isPublished(UUID group, LocalDate from, LocalDate to);
}
