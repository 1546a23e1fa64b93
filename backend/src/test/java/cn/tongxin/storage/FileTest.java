package cn.tongxin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files go in by their content and come out on a ticket. */
class FileTest {
    private static final byte[] PDF = "%PDF-1.7 一份扫描件".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1);

    private final TestCommittee ganzi = Stage.committee();
    private final Person office = ganzi.staff("卓玛", Role.PROPOSAL_STAFF);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void a_file_comes_back_byte_for_byte_on_a_ticket() {
        var file = office.upload("/api/files?name=" + enc("扫描 件.pdf"), PDF).expect(201);
        assertThat(file.at("/contentType").asText()).isEqualTo("application/pdf");
        assertThat(file.at("/size").asInt()).isEqualTo(PDF.length);
        assertThat(office.get("/api/files/" + file.id()).expect(200).at("/name").asText())
                .isEqualTo("扫描 件.pdf");

        var got = fetch(ticket(office, file.id())).expect(200);

        assertThat(got.bytes()).isEqualTo(PDF);
        assertThat(got.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(got.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''" + enc("扫描 件.pdf"));
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        assertThat(ganzi.historyHead()).isEqualTo(1);
    }

    @Test
    void a_ticket_is_good_for_one_use_within_a_minute_on_one_file() {
        var file = office.upload("/api/files?name=a.pdf", PDF).expect(201);
        var other = office.upload("/api/files?name=b.png", PNG).expect(201);

        var used = ticket(office, file.id());
        fetch(used).expect(200);
        fetch(used).refused(404, "not-found");

        fetch(ticket(office, file.id()).replace(file.id().toString(), other.id().toString()))
                .refused(404, "not-found");

        var late = ticket(office, file.id());
        Stage.shared().clock.pass(Duration.ofSeconds(60));
        fetch(late).refused(404, "not-found");
    }

    @Test
    void an_unknown_committee_and_an_unknown_ticket_are_alike() {
        var file = office.upload("/api/files?name=a.pdf", PDF).expect(201);
        var token = ticket(office, file.id()).replaceAll(".*\\.", "");
        for (var ticket :
                new String[] {"", "x", ".", "999999." + token, ganzi.code() + ".", ganzi.code() + "." + "0".repeat(32)
                }) {
            fetch("/api/files/" + file.id() + "/content?ticket=" + ticket).refused(404, "not-found");
        }
        fetch("/api/files/" + file.id() + "/content").refused(400, "request.malformed");
    }

    @Test
    void a_picture_is_shown_in_place() {
        var file = tashi.upload("/api/files?name=photo.PNG", PNG).expect(201);

        assertThat(fetch(ticket(tashi, file.id())).header("Content-Disposition"))
                .startsWith("inline");
    }

    @Test
    void nobody_else_finds_a_file_that_no_feature_shows_them() {
        var file = office.upload("/api/files?name=a.pdf", PDF).expect(201);

        tashi.get("/api/files/" + file.id()).refused(404, "not-found");
        tashi.post("/api/files/" + file.id() + "/tickets", null).refused(404, "not-found");
        tashi.post("/api/files/" + UUID.randomUUID() + "/tickets", null).refused(404, "not-found");
        ganzi.guest("游客").upload("/api/files?name=a.pdf", PDF).refused(403, "policy.not-allowed");
    }

    @Test
    void a_repeated_upload_is_one_file_and_anothers_id_overwrites_nothing() {
        var id = Ids.next();
        var path = "/api/files?name=a.pdf&id=" + id;
        office.upload(path, PDF).expect(201);
        office.upload(path, PDF).expect(201);

        tashi.upload(path, "%PDF-other".getBytes(StandardCharsets.UTF_8)).refused(409, "id.taken");
        office.upload(path, "%PDF-other".getBytes(StandardCharsets.UTF_8)).refused(409, "id.taken");

        assertThat(fetch(ticket(office, id)).bytes()).isEqualTo(PDF);
        assertThat(ganzi.number("select count(*) from stored_file")).isEqualTo(1);
    }

    @Test
    void office_files_and_text_are_taken_by_their_content() throws IOException {
        office.upload("/api/files?name=a.docx", zip("[Content_Types].xml", "word/document.xml"))
                .expect(201);
        office.upload("/api/files?name=a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))
                .expect(201);
        office.upload("/api/files?name=a.ofd", zip("OFD.xml")).expect(201);
        office.upload("/api/files?name=a.csv", "姓名,界别".getBytes(Charset.forName("GBK")))
                .expect(201);
        office.upload("/api/files?name=a.jpg", "\u00ff\u00d8\u00ff\u00e0".getBytes(StandardCharsets.ISO_8859_1))
                .expect(201);
        office.upload("/api/files?name=" + enc("C:\\桌面\\意见.txt"), "好".getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_refused() throws IOException {
        office.upload("/api/files?name=a.pdf", PNG)
                .refused(422, "file.not-what-its-name-says")
                .naming("name");
        office.upload("/api/files?name=a.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                .refused(422, "file.not-what-its-name-says");
        office.upload("/api/files?name=a.docx", zip("[Content_Types].xml", "xl/workbook.xml"))
                .refused(422, "file.not-what-its-name-says");
        office.upload("/api/files?name=a.txt", new byte[] {1, 0, 2}).refused(422, "file.not-what-its-name-says");
        office.upload("/api/files?name=a.svg", "<svg/>".getBytes(StandardCharsets.UTF_8))
                .refused(422, "file.type-not-taken");
        office.upload("/api/files?name=a.html", "<p>".getBytes(StandardCharsets.UTF_8))
                .refused(422, "file.type-not-taken");
        office.upload("/api/files?name=pdf", PDF).refused(422, "file.type-not-taken");
    }

    @Test
    void a_zip_bomb_and_an_oversized_file_are_refused() throws IOException {
        office.upload("/api/files?name=a.docx", bomb()).refused(422, "file.unpacks-too-large");
        var large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        office.upload("/api/files?name=a.pdf", large).refused(413, "file.too-large");
        office.upload("/api/files?name=" + "a".repeat(117) + ".pdf", PDF)
                .refused(422, "fields.invalid")
                .naming("name");
        office.upload("/api/files", PDF).refused(400, "request.malformed");
        office.upload("/api/files?name=a.pdf", new byte[0]).refused(400, "request.malformed");
    }

    private static String ticket(Person person, UUID file) {
        return person.post("/api/files/" + file + "/tickets", null)
                .expect(201)
                .at("/url")
                .asText();
    }

    private static Answer fetch(String url) {
        return Person.send(HttpRequest.newBuilder(URI.create(Stage.shared().baseUrl() + url))
                .build());
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 201; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
