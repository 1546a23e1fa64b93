package cn.tongxin.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as official prose writes them: 2026年3月5日. */
public final class ChineseDay {
    private ChineseDay() {}

    /** Blank where there is no day. */
    public static String of(@Nullable LocalDate day) {
        return day == null ? "" : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
