package cn.tongxin.seat;

import cn.tongxin.document.Sheet;
import cn.tongxin.document.TableRefused;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Turns the sheets of a file into people, and says of every other row why it is none. */
final class RosterReader {

    static final int MAX_PEOPLE = 5_000;

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|小计|共计|总人数|合计人数|累计|总数|共\\d+[人名]).*");
    private static final Pattern NOTE = Pattern.compile(
            "(注|备注|说明|填表说明|附注|填表人|填报人|制表人?|制表单位|制表时间|制表日期|审核人?|联系人|填报单位|单位\\(盖章\\)|填表日期|填报日期|打印日期|截至|第\\d+页).*");
    private static final Pattern VACANT = Pattern.compile("\\(?(空缺|暂缺|缺额|待定|待补|待增补|预留|空)\\)?");
    private static final Pattern HEAD_COUNT = Pattern.compile("[(]?(共)?\\d+[人名]?[)]?$");

    /** A row that is nobody. */
    enum NotAPerson {
        TITLE("标题"),
        TOTAL("合计"),
        NOTE("说明"),
        HEADING("小标题"),
        HEADER_REPEATED("重复的表头"),
        NUMBER_ONLY("空行"),
        VACANT("空缺");

        final String label;

        NotAPerson(String label) {
            this.label = label;
        }
    }

    record Nobody(String sheet, int row, NotAPerson kind) {}

    record Reading(List<RosterRow> people, List<Nobody> nobodies) {}

    private final RosterPerson.Committee committee;

    RosterReader(Map<String, UUID> sectors, Map<String, UUID> specialCommittees, YearMonth now) {
        this.committee =
                new RosterPerson.Committee(new SectorNames(sectors), new SpecialCommitteeNames(specialCommittees), now);
    }

    Reading read(List<Sheet> sheets, Map<String, RosterLayout> layouts) {
        var people = new ArrayList<RosterRow>();
        var nobodies = new ArrayList<Nobody>();
        for (var sheet : sheets) {
            var layout = layouts.get(sheet.name());
            if (layout == null) {
                continue;
            }
            var heading = "";
            for (var row : sheet.rows()) {
                if (row.number() <= layout.headerRow()) {
                    if (row.number() < layout.headerRow()) {
                        nobodies.add(new Nobody(sheet.name(), row.number(), NotAPerson.TITLE));
                    }
                    continue;
                }
                var nobody = nobody(row, layout);
                if (nobody.isPresent()) {
                    nobodies.add(new Nobody(sheet.name(), row.number(), nobody.get()));
                    heading = nobody.get() == NotAPerson.HEADING ? only(row) : heading;
                    continue;
                }
                if (people.size() == MAX_PEOPLE) {
                    throw new TableRefused(
                            "roster.too-many-rows",
                            place(sheet, row.number())
                                    + " is the 5,001st person; split the roster into files of at most 5,000.");
                }
                people.add(new RosterPerson(committee, sheet, row, layout, heading).read());
            }
        }
        return new Reading(people, nobodies);
    }

    private static String place(Sheet sheet, int row) {
        return (sheet.name().isEmpty() ? "" : "Sheet " + sheet.name() + ", row ")
                + (sheet.name().isEmpty() ? "Row " : "")
                + row;
    }

    private Optional<NotAPerson> nobody(Sheet.Row row, RosterLayout layout) {
        var name = RosterText.compact(layout.cell(row, RosterField.NAME).shown());
        var filled = row.cells().stream()
                .map(cell -> RosterText.compact(cell.shown()))
                .filter(text -> !text.isEmpty())
                .toList();
        var first = filled.isEmpty() ? "" : filled.getFirst();
        var mapped = layout.fields().keySet().stream()
                .anyMatch(column -> !RosterText.tidy(row.cell(column).shown()).isEmpty());
        if (!mapped && filled.size() <= 1 && (first.isEmpty() || first.matches("\\d+"))) {
            return Optional.of(NotAPerson.NUMBER_ONLY);
        }
        if (TOTAL.matcher(name).matches() || TOTAL.matcher(first).matches()) {
            return Optional.of(NotAPerson.TOTAL);
        }
        if (RosterField.named(name)
                .filter(match -> match.field() == RosterField.NAME && !name.equals("委员"))
                .isPresent()) {
            return Optional.of(NotAPerson.HEADER_REPEATED);
        }
        if (VACANT.matcher(name).matches()) {
            return Optional.of(NotAPerson.VACANT);
        }
        var alone = filled.stream().distinct().count() == 1;
        if ((name.isEmpty() || alone) && NOTE.matcher(first).matches() && (alone || RosterText.length(first) > 2)) {
            return Optional.of(NotAPerson.NOTE);
        }
        if (alone && isHeading(first)) {
            return Optional.of(NotAPerson.HEADING);
        }
        // Long prose in one cell under the table is a note, whatever word it begins with.
        return alone && RosterText.length(first) > RosterPerson.MAX_NAME
                ? Optional.of(NotAPerson.NOTE)
                : Optional.empty();
    }

    private boolean isHeading(String text) {
        var counted = HEAD_COUNT.matcher(text).find();
        var bare = withoutCount(text);
        return bare.endsWith("界")
                || bare.endsWith("界别")
                || counted && !bare.isEmpty()
                || committee.sectors().find(bare).isPresent() && SectorNames.isNational(bare);
    }

    private static String only(Sheet.Row row) {
        return row.cells().stream()
                .map(cell -> RosterText.compact(cell.shown()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(RosterReader::withoutCount)
                .orElse("");
    }

    private static String withoutCount(String text) {
        return HEAD_COUNT.matcher(text).replaceFirst("").replaceFirst("^(\\d+|[一二三四五六七八九十]+)[、.]", "");
    }
}
