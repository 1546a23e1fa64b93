package cn.tongxin.quiz.bank;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes, or became, of every row of a table of questions. */
@Serdeable
record QuestionImport(String fileName, Mode mode, int added, int unchanged, int refused, List<Row> rows) {

    /** Only look, take what has no fault, or take all or nothing. */
    enum Mode {
        LOOK,
        GOOD_ROWS,
        ALL_OR_NOTHING
    }

    enum Outcome {
        ADDED,
        UNCHANGED,
        REFUSED
    }

    /** @param row the number beside the row in the file */
    @Serdeable
    record Row(String sheet, int row, String text, Outcome outcome, List<Fault> faults) {}

    /** Why a row is refused; {@code column} is the letter of the cell at fault, absent where the whole row is. */
    @Serdeable
    record Fault(@Nullable String column, String field, String code) {}

    static QuestionImport of(String fileName, Mode mode, List<Row> rows) {
        return new QuestionImport(
                fileName,
                mode,
                count(rows, Outcome.ADDED),
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REFUSED),
                rows);
    }

    private static int count(List<Row> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
