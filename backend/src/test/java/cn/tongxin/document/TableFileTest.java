package cn.tongxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Tables as offices send them, and files that only pretend to be tables. */
class TableFileTest {

    @Test
    void a_workbook_gives_text_numbers_days_and_what_formulas_show() {
        var rows = workbook(sheet -> {
            sheet.value(0, 0, "姓 名");
            sheet.value(2, 0, "扎西");
            sheet.value(2, 1, 19900010001L);
            sheet.value(2, 2, LocalDate.of(1989, 4, 7));
            sheet.style(2, 2).format("yyyy\"年\"m\"月\"").set();
            sheet.value(2, 3, 1966.1);
            sheet.style(2, 3).format("0.00").set();
            sheet.formula(2, 4, "HYPERLINK(\"http://x\")");
        });

        assertThat(rows).extracting(Sheet.Row::number).containsExactly(1, 3);
        var row = rows.get(1);
        assertThat(row.cell(0)).isEqualTo(new Cell.Text("扎西"));
        assertThat(row.cell(1).shown()).isEqualTo("19900010001");
        assertThat(row.cell(2)).isEqualTo(new Cell.Day(LocalDate.of(1989, 4, 7)));
        assertThat(row.cell(3))
                .isInstanceOfSatisfying(
                        Cell.Number.class, number -> assertThat(number.format()).isEqualTo("0.00"));
        assertThat(row.cell(4)).isInstanceOf(Cell.Formula.class);
        assertThat(row.cell(99)).isEqualTo(Cell.BLANK);
    }

    @Test
    void a_value_in_cells_merged_downwards_belongs_to_each_row() {
        var rows = workbook(sheet -> {
            sheet.value(0, 0, "经济");
            sheet.range(0, 0, 2, 0).merge();
            sheet.value(0, 1, "甲");
            sheet.value(1, 1, "乙");
        });

        assertThat(rows).extracting(row -> row.cell(0).shown()).containsExactly("经济", "经济");
    }

    @Test
    void hidden_sheets_are_named_but_not_read_and_hidden_rows_are_marked() {
        var bytes = bytes(workbook -> {
            var shown = workbook.newWorksheet("名册");
            shown.value(0, 0, "甲");
            shown.value(1, 0, "乙");
            shown.hideRow(1);
            var hidden = workbook.newWorksheet("旧名册");
            hidden.value(0, 0, "丙");
            hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
        });

        var sheets = TableFile.read("a.xlsx", bytes);
        assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true);
        assertThat(sheets.getFirst().rows()).extracting(Sheet.Row::hidden).containsExactly(false, true);
        assertThat(sheets.getLast().rows()).isEmpty();
    }

    @Test
    void csv_is_read_in_the_encodings_that_offices_use() {
        var text = "姓名,电话\r\n\"曲比·阿依\",=\"19900010001\"\r\n\r\n\"两\n行\",1\r\n";
        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("GBK")),
                ("\uFEFF" + text.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
                text.replace(',', ';').getBytes(Charset.forName("GB18030")))) {
            var rows = TableFile.read("名册.CSV", bytes).getFirst().rows();
            assertThat(rows).extracting(Sheet.Row::number).containsExactly(1, 2, 4);
            assertThat(rows.get(1).cells()).containsExactly(new Cell.Text("曲比·阿依"), new Cell.Text("19900010001"));
        }
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_refused() {
        var csv = "姓名,电话\n".getBytes(StandardCharsets.UTF_8);
        var xlsx = bytes(workbook -> workbook.newWorksheet("a").value(0, 0, "甲"));
        assertRefused("a.xlsx", csv, "table.not-what-it-says");
        assertRefused("a.csv", xlsx, "table.not-what-it-says");
        assertRefused("a.csv", new byte[] {'a', 0, 'b'}, "table.not-what-it-says");
        assertRefused("a.xlsx", zip("word/document.xml", new byte[10]), "table.not-what-it-says");
        assertRefused("a.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "table.locked-or-old");
        assertRefused("a.docx", xlsx, "table.kind-unknown");
        assertRefused("a.csv", new byte[0], "table.empty");
        assertRefused("a.csv", new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'}, "table.encoding-unknown");
        assertRefused("a.xlsx", java.util.Arrays.copyOf(xlsx, xlsx.length / 2), "table.unreadable");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() {
        assertRefused("a.xlsx", zip("xl/worksheets/sheet1.xml", new byte[300 * 1024 * 1024]), "table.bomb");
        assertRefused(
                "a.xlsx",
                zip("[Content_Types].xml", "<!DOCTYPE lolz [<!ENTITY a \"b\">]>".getBytes(StandardCharsets.UTF_8)),
                "table.unreadable");
    }

    @Test
    void joined_cells_that_cover_many_whole_columns_are_refused() {
        var joined = bytes(workbook -> {
            var sheet = workbook.newWorksheet("名册");
            sheet.value(0, 0, "姓名");
            for (var i = 0; i < 100; i++) {
                sheet.range(0, i, TableFile.MAX_ROWS - 1, i).merge();
            }
        });
        assertRefused("a.xlsx", joined, "table.bomb");
    }

    @Test
    void more_rows_than_any_roster_has_are_refused_by_number() {
        var csv = "甲\n".repeat(TableFile.MAX_ROWS + 1).getBytes(StandardCharsets.UTF_8);
        assertRefused("a.csv", csv, "table.too-many-rows");
    }

    private static void assertRefused(String name, byte[] bytes, String code) {
        assertThatThrownBy(() -> TableFile.read(name, bytes))
                .isInstanceOfSatisfying(
                        TableRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static List<Sheet.Row> workbook(Consumer<Worksheet> fill) {
        return TableFile.read("a.xlsx", bytes(workbook -> fill.accept(workbook.newWorksheet("名册"))))
                .getFirst()
                .rows();
    }

    private static byte[] bytes(Consumer<Workbook> fill) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
