package cn.tongxin.seat;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import does, or did, with every row of its file.
 *
 * @param sheets how each sheet is read; only while the import is open
 * @param unknown sectors and special committees that rows name and the committee has not got
 */
@Serdeable
record RosterReport(
        UUID id,
        String fileName,
        int termNo,
        RosterImport.Status status,
        Instant createdAt,
        @Nullable Instant committedAt,
        List<Sheet> sheets,
        Counts counts,
        List<Row> rows,
        List<Unknown> unknown,
        List<String> can) {

    @Serdeable
    record Unknown(RosterField field, String name, int rows) {}

    /** @param preview the first rows of a sheet in which no heading was found */
    @Serdeable
    record Sheet(
            String name,
            boolean hidden,
            @Nullable Integer headerRow,
            List<Column> columns,
            @Nullable List<List<String>> preview) {}

    /** @param field what the column is read as; a column without one is not read, and nothing of it is kept */
    @Serdeable
    record Column(String column, String header, @Nullable RosterField field) {}

    /** {@code people} is the sum of all others but {@code notPeople}. */
    @Serdeable
    record Counts(
            int people,
            int imported,
            int updated,
            int ended,
            int unchanged,
            int skipped,
            int refused,
            int asked,
            int notPeople) {

        static Counts of(List<Row> rows) {
            var people = (int) rows.stream()
                    .filter(row -> row.outcome() != RosterOutcome.NOT_A_PERSON)
                    .count();
            return new Counts(
                    people,
                    count(rows, RosterOutcome.IMPORTED),
                    count(rows, RosterOutcome.UPDATED),
                    count(rows, RosterOutcome.ENDED),
                    count(rows, RosterOutcome.UNCHANGED),
                    count(rows, RosterOutcome.SKIPPED),
                    count(rows, RosterOutcome.REFUSED),
                    count(rows, RosterOutcome.ASKED),
                    count(rows, RosterOutcome.NOT_A_PERSON));
        }

        private static int count(List<Row> rows, RosterOutcome outcome) {
            return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }

    /** @param row the number beside the row in the file */
    @Serdeable
    record Row(
            String sheet,
            int row,
            String name,
            RosterOutcome outcome,
            List<Problem> problems,
            List<Question> questions,
            @Nullable UUID seatId) {}

    /** Why a row is refused; on a row that is not, something worth knowing. */
    @Serdeable
    record Problem(
            String code,
            @Nullable RosterField field,
            @Nullable String column,
            String reason) {}

    @Serdeable
    record Question(
            String code,
            String reason,
            List<RosterAnswer> answers,
            @Nullable RosterAnswer given,
            List<Candidate> seats) {}

    /** A member who may be meant. */
    @Serdeable
    record Candidate(
            UUID id,
            String name,
            @Nullable String sector,
            @Nullable String employment) {}

    /** What is kept of a row in the database beside its outcome. */
    @Serdeable
    record Detail(List<Problem> problems, List<Question> questions) {}
}
