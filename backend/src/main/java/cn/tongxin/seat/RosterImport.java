package cn.tongxin.seat;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A roster on its way in: the file, how the clerk says its columns are to be read, and what the clerk answered. */
record RosterImport(
        UUID id,
        UUID seatId,
        String fileName,
        int termNo,
        Status status,
        byte @Nullable [] file,
        List<SheetChoice> columns,
        List<AnswerGiven> answers,
        Instant createdAt,
        @Nullable Instant committedAt) {

    enum Status {
        OPEN,
        COMMITTED
    }

    enum Mode {
        GOOD_ROWS,
        ALL_OR_NOTHING
    }

    /**
     * How one sheet is to be read.
     *
     * @param headerRow the number of its heading row
     * @param columns what each column means, by letter: {@code {"B": "NAME", "J": "PHONE"}}
     * @param leftOut whether the sheet is no roster at all
     */
    @Serdeable
    record SheetChoice(
            @Nullable String name,
            @Nullable Integer headerRow,
            @Nullable Map<String, RosterField> columns,
            @Nullable Boolean leftOut) {

        String sheet() {
            return name == null ? "" : name;
        }
    }

    /** @param seatId the member meant, where the answer is {@code SAME_PERSON} and several could be */
    @Serdeable
    record AnswerGiven(
            @Nullable String sheet,
            int row,
            String code,
            RosterAnswer answer,
            @Nullable UUID seatId) {

        String key() {
            return RosterCheck.key(sheet == null ? "" : sheet, row);
        }
    }
}
