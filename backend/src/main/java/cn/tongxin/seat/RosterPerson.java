package cn.tongxin.seat;

import cn.tongxin.document.Cell;
import cn.tongxin.document.Sheet;
import cn.tongxin.seat.RosterRow.Problem;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row on its way to a person. */
final class RosterPerson {
    static final int MAX_NAME = 50;
    private static final int MAX_TEXT = 200;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}·' \\-་༌]*");
    private static final Pattern NATIVE_NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nl}\\p{Po}·' \\-]*");
    private static final Pattern NAME_NOTE = Pattern.compile("(.+?)[(（\\[【](.+?)[)）\\]】]$");

    /** What a row is read against: the committee's own names, and the month it is. */
    record Committee(SectorNames sectors, SpecialCommitteeNames specialCommittees, YearMonth now) {}

    private final Committee committee;
    private final Sheet sheet;
    private final Sheet.Row row;
    private final RosterLayout layout;
    private final String heading;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> remarks = new ArrayList<>();
    private @Nullable Sex sexInName;

    RosterPerson(Committee committee, Sheet sheet, Sheet.Row row, RosterLayout layout, String heading) {
        this.committee = committee;
        this.sheet = sheet;
        this.row = row;
        this.layout = layout;
        this.heading = heading;
    }

    RosterRow read() {
        var name = name();
        var nativeName = nativeName();
        var sex = sex();
        var ethnicity = ethnicity();
        var birth = birth();
        var sector = sector();
        var committees = specialCommittees();
        var rank = rank();
        var employment = joined(RosterField.EMPLOYMENT, " ");
        var phone = phone();
        return new RosterRow(
                sheet.name(),
                row.number(),
                row.hidden(),
                name,
                nativeName,
                sex,
                ethnicity,
                birth,
                sector,
                committees,
                rank,
                employment.isEmpty() ? null : employment,
                phone,
                note(),
                layout.letters(),
                List.copyOf(problems),
                List.copyOf(remarks));
    }

    private String name() {
        if (layout.cell(row, RosterField.NAME) instanceof Cell.Formula) {
            problem(RosterProblem.CELL_FORMULA, RosterField.NAME);
            return "";
        }
        var name = RosterText.name(text(RosterField.NAME));
        if (name.isEmpty()) {
            if (problems.stream().noneMatch(problem -> problem.field() == RosterField.NAME)) {
                problem(RosterProblem.NAME_MISSING, RosterField.NAME);
            }
            return "";
        }
        var noted = NAME_NOTE.matcher(name);
        if (noted.matches()) {
            name = nameWithoutNote(noted.group(1).strip(), noted.group(2).strip(), name);
        }
        if (RosterText.length(name) > MAX_NAME) {
            problem(RosterProblem.NAME_TOO_LONG, RosterField.NAME);
        } else if (!NAME.matcher(name).matches() && problems.isEmpty()) {
            problem(RosterProblem.NAME_INVALID, RosterField.NAME);
        }
        return name;
    }

    /** Official lists write 卓玛（女，藏族）; any other note beside a name is for a person to decide. */
    private String nameWithoutNote(String name, String note, String whole) {
        for (var part : note.split("[,，、;； ]+")) {
            var sex = Sex.named(part);
            if (sex.isPresent()) {
                sexInName = sex.get();
            } else if (Ethnicity.named(part).isEmpty()) {
                problem(RosterProblem.NAME_NOTE, RosterField.NAME);
                return whole;
            }
        }
        return name;
    }

    private @Nullable String nativeName() {
        var name = text(RosterField.NATIVE_NAME);
        if (!name.isEmpty() && !NATIVE_NAME.matcher(name).matches()) {
            problem(RosterProblem.NAME_INVALID, RosterField.NATIVE_NAME);
        }
        if (RosterText.length(name) > 2 * MAX_NAME) {
            problem(RosterProblem.NAME_TOO_LONG, RosterField.NATIVE_NAME);
        }
        return name.isEmpty() ? null : name;
    }

    private @Nullable Sex sex() {
        var text = text(RosterField.SEX);
        if (text.isEmpty()) {
            return sexInName;
        }
        var sex = Sex.named(text);
        if (sex.isEmpty()) {
            problem(RosterProblem.SEX_INVALID, RosterField.SEX);
        }
        return sex.orElse(null);
    }

    private @Nullable String ethnicity() {
        var text = text(RosterField.ETHNICITY);
        if (text.isEmpty()) {
            return null;
        }
        var ethnicity = Ethnicity.named(text);
        if (ethnicity.isEmpty()) {
            problem(RosterProblem.ETHNICITY_UNKNOWN, RosterField.ETHNICITY);
        }
        return ethnicity.orElse(null);
    }

    private @Nullable YearMonth birth() {
        var cell = layout.cell(row, RosterField.BIRTH);
        if (RosterText.tidy(cell.shown()).isEmpty()) {
            return null;
        }
        try {
            var birth = BirthMonth.read(cell, sheet.name().isEmpty());
            BirthMonth.implausible(birth, committee.now()).ifPresent(problem -> problem(problem, RosterField.BIRTH));
            return birth;
        } catch (BirthMonth.Unclear e) {
            problem(e.problem, RosterField.BIRTH);
            return null;
        }
    }

    private @Nullable UUID sector() {
        var own = text(RosterField.SECTOR);
        var text = own.isEmpty() ? heading : own;
        if (text.isEmpty()) {
            problem(RosterProblem.SECTOR_MISSING, RosterField.SECTOR);
            return null;
        }
        var sector = committee.sectors().find(text);
        if (sector.isEmpty() && problems.stream().noneMatch(problem -> problem.field() == RosterField.SECTOR)) {
            unknown(RosterProblem.SECTOR_UNKNOWN, RosterField.SECTOR, text);
        }
        return sector.orElse(null);
    }

    private List<UUID> specialCommittees() {
        var ids = new LinkedHashSet<UUID>();
        for (var name : SpecialCommitteeNames.split(text(RosterField.SPECIAL_COMMITTEE))) {
            var id = committee.specialCommittees().find(name);
            if (id.isEmpty()) {
                unknown(RosterProblem.SPECIAL_COMMITTEE_UNKNOWN, RosterField.SPECIAL_COMMITTEE, name);
            } else if (!ids.add(id.get())) {
                remark(RosterProblem.COMMITTEE_TWICE, RosterField.SPECIAL_COMMITTEE);
            }
        }
        return List.copyOf(ids);
    }

    private Rank rank() {
        var text = text(RosterField.RANK);
        if (text.isEmpty()) {
            return Rank.MEMBER;
        }
        var rank = Rank.named(text);
        if (rank.isEmpty()) {
            remark(RosterProblem.RANK_NOT_KEPT, RosterField.RANK);
        }
        return rank.orElse(Rank.MEMBER);
    }

    private @Nullable String phone() {
        var cell = layout.cell(row, RosterField.PHONE);
        if (cell instanceof Cell.Broken) {
            problem(RosterProblem.CELL_ERROR, RosterField.PHONE);
            return null;
        }
        if (cell instanceof Cell.Formula || cell.shown().strip().startsWith("=")) {
            problem(RosterProblem.CELL_FORMULA, RosterField.PHONE);
            return null;
        }
        try {
            var phone = RosterPhone.read(cell);
            return phone.isEmpty() ? null : phone;
        } catch (RosterPhone.Unclear e) {
            problem(e.problem, RosterField.PHONE);
            return null;
        }
    }

    /** Remarks, and headings such as 增补时间 whose cell says when. */
    private String note() {
        var notes = new ArrayList<String>();
        layout.fields().forEach((column, field) -> {
            var text = RosterText.tidy(row.cell(column).shown());
            if (field == RosterField.REMARK && !text.isEmpty()) {
                var header = layout.headers().getOrDefault(column, "");
                notes.add(header.matches(".*(增补|辞职|免职|辞去).*") ? header + " " + text : text);
            }
        });
        return String.join("；", notes);
    }

    private String joined(RosterField field, String with) {
        var parts = new LinkedHashSet<String>();
        layout.fields().forEach((column, each) -> {
            if (each == field) {
                parts.add(text(row.cell(column), field, column));
            }
        });
        parts.remove("");
        return String.join(with, parts);
    }

    private String text(RosterField field) {
        var column = layout.column(field);
        return column == null ? "" : text(row.cell(column), field, column);
    }

    private String text(Cell cell, RosterField field, int column) {
        var text = RosterText.tidy(cell.shown());
        var letter = RosterLayout.letter(column);
        if (cell instanceof Cell.Broken) {
            problems.add(new Problem(RosterProblem.CELL_ERROR, field, letter, RosterProblem.CELL_ERROR.words(), null));
            return "";
        }
        if (text.matches("[=@＝＠+].*|-\\D.*")) {
            problems.add(
                    new Problem(RosterProblem.CELL_FORMULA, field, letter, RosterProblem.CELL_FORMULA.words(), null));
            return "";
        }
        if (RosterText.length(text) > MAX_TEXT) {
            problems.add(
                    new Problem(RosterProblem.TEXT_TOO_LONG, field, letter, RosterProblem.TEXT_TOO_LONG.words(), null));
            return "";
        }
        return text;
    }

    private void problem(RosterProblem what, RosterField field) {
        problems.add(new Problem(what, field, letter(field), what.words(), null));
    }

    private void unknown(RosterProblem what, RosterField field, String name) {
        problems.add(new Problem(what, field, letter(field), what.words() + "：" + shortened(name), shortened(name)));
    }

    private void remark(RosterProblem what, RosterField field) {
        remarks.add(new Problem(what, field, letter(field), what.words(), null));
    }

    private @Nullable String letter(RosterField field) {
        var column = layout.column(field);
        return column == null ? null : RosterLayout.letter(column);
    }

    private String shortened(String text) {
        return RosterText.length(text) > 20 ? text.substring(0, text.offsetByCodePoints(0, 20)) + "…" : text;
    }
}
