package cn.tongxin.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One cell as it stands in the file. A formula is never run: only what the sheet last showed for it is known. */
public sealed interface Cell {

    Cell BLANK = new Text("");

    /** What a person sees in the cell, untrimmed. */
    String shown();

    record Text(String shown) implements Cell {}

    /** A number, with the format it is displayed in when the file says one: 1966.1 shown as 1966.10 is October. */
    record Number(BigDecimal value, @Nullable String format) implements Cell {
        @Override
        public String shown() {
            var plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            return plain.toPlainString();
        }
    }

    record Day(LocalDate day) implements Cell {
        @Override
        public String shown() {
            return day.toString();
        }
    }

    record Formula(String shown) implements Cell {}

    /** A cell that shows an error such as #REF!. */
    record Broken(String shown) implements Cell {}
}
