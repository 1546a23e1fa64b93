package cn.tongxin.seat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person as a row of the roster states them, tidied; {@code problems} refuse the row, {@code remarks} do not. */
record RosterRow(
        String sheet,
        int number,
        boolean hidden,
        String name,
        @Nullable String nativeName,
        @Nullable Sex sex,
        @Nullable String ethnicity,
        @Nullable YearMonth birth,
        @Nullable UUID sectorId,
        List<UUID> specialCommitteeIds,
        Rank rank,
        @Nullable String employment,
        @Nullable String phone,
        String note,
        Map<RosterField, String> columns,
        List<Problem> problems,
        List<Problem> remarks) {

    /** What is wrong with which cell; {@code column} is the letter of the column, {@code unknown} a name that the committee does not know. */
    record Problem(
            RosterProblem what,
            @Nullable RosterField field,
            @Nullable String column,
            String words,
            @Nullable String unknown) {}

    /** A problem found later, with the column that the row has for the field. */
    Problem problem(RosterProblem what, @Nullable RosterField field, String detail) {
        return new Problem(what, field, field == null ? null : columns.get(field), what.words() + detail, null);
    }

    /** Everything that the row says, as one text: two rows that say the same are the same row. */
    String content() {
        return String.join(
                "\u001f",
                name,
                text(nativeName),
                text(sex),
                text(ethnicity),
                text(birth),
                text(sectorId),
                specialCommitteeIds.toString(),
                rank.name(),
                text(employment),
                text(phone),
                note);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
