package cn.tongxin.reading.library;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A book's way from a member's recommendation to the lists, to a group, and into somebody's hands. */
class BookTest {
    private static final String ISBN = "978-7-108-00982-1";

    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");

    @Test
    void a_book_is_recommended_reviewed_and_listed_and_its_recommender_learns_it() {
        var id = Ids.next();
        var book = recommend(tashi, "id", id);
        recommend(tashi, "id", id);
        assertThat(book.at("/status").asText()).isEqualTo("RECOMMENDED");
        assertThat(book.at("/isbn").asText()).isEqualTo("9787108009821");
        assertThat(book.at("/recommenderName").asText()).isEqualTo("扎西");
        assertThat(book.can()).containsExactly("edit");
        assertThat(todo()).contains("REVIEW_BOOK");
        droma.get(path(book)).refused(404, "not-found");
        assertThat(droma.get("/api/books").expect(200).at("/items")).isEmpty();
        assertThat(tashi.get("/api/books?mine=true").expect(200).at("/items")).hasSize(1);

        assertThat(office.get(path(book)).expect(200).can()).containsExactly("edit", "review", "decline");
        list(book, "COMMON").refused(409, "reading.book-move-not-allowed");
        assertThat(office.put(path(book) + "/review", body()).expect(200).can())
                .containsExactly("edit", "list", "decline");
        list(book, "COMMON").expect(200);
        list(book, "FEATURED").expect(200);

        var seen = droma.get("/api/books?shelf=FEATURED&count=true").expect(200);
        assertThat(seen.at("/total").asInt()).isEqualTo(1);
        assertThat(seen.at("/items/0/status").asText()).isEqualTo("LISTED");
        assertThat(droma.get("/api/books?shelf=COMMON").expect(200).at("/items"))
                .isEmpty();
        assertThat(todo()).doesNotContain("REVIEW_BOOK");
        county.stage().bean(Readers.class).catchUp(county.id());
        assertThat(tashi.get("/api/inbox").expect(200).text()).contains("已列入");

        assertThat(office.delete(path(book) + "/listing")
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("REVIEWED");
        droma.get(path(book)).refused(404, "not-found");
        assertThat(county.number("select count(*) from history where kind like 'reading.book-%'"))
                .isEqualTo(5);
    }

    @Test
    void a_declined_book_says_why_and_may_be_looked_at_again() {
        var book = recommend(tashi);
        office.put(path(book) + "/declining", body("reason", " "))
                .refused(422, "fields.invalid")
                .naming("reason");
        office.put(path(book) + "/declining", body("reason", "已有同类书目")).expect(200);
        assertThat(tashi.get(path(book)).expect(200).at("/declinedReason").asText())
                .isEqualTo("已有同类书目");
        tashi.put(path(book), said("version", 2)).refused(403, "policy.not-allowed");
        office.put(path(book) + "/review", body()).refused(409, "reading.book-move-not-allowed");
        assertThat(office.delete(path(book) + "/declining")
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("RECOMMENDED");
        tashi.put(path(book), said("version", 1)).refused(409, "reading.book-version");
        tashi.put(path(book), said("version", 3, "title", "乡土中国（修订本）")).expect(200);
        assertThat(office.get(path(book)).expect(200).at("/title").asText()).isEqualTo("乡土中国（修订本）");
    }

    @Test
    void members_recommend_and_the_office_alone_reviews() {
        var book = recommend(tashi);
        for (var who : List.of(tashi, county.staff("次仁", Role.PROPOSAL_STAFF), county.guest("李读者"))) {
            assertThat(who.put(path(book) + "/review", body()).status()).isIn(403, 404);
            assertThat(who.put(path(book) + "/listing", body("shelf", "COMMON")).status())
                    .isIn(403, 404);
            assertThat(who.put(path(book) + "/declining", body("reason", "不")).status())
                    .isIn(403, 404);
        }
        county.guest("王读者").post("/api/books", said()).refused(403, "policy.not-allowed");
        county.guest("王读者").get("/api/books").refused(403, "policy.not-allowed");
        county.staff("平措", Role.AUDITOR).get("/api/books").refused(403, "policy.not-allowed");
        droma.put(path(book), said("version", 1)).refused(404, "not-found");
    }

    @Test
    void a_book_that_is_there_by_its_number_is_told() {
        var book = recommend(tashi);
        var again = droma.post("/api/books", said("isbn", "710800982X"));
        again.refused(409, "reading.book-there");
        assertThat(again.json().has("book")).as("not in her sight").isFalse();
        assertThat(office.post("/api/books", said())
                        .refused(409, "reading.book-there")
                        .at("/book")
                        .asText())
                .isEqualTo(book.id().toString());
        listed(book);
        assertThat(droma.post("/api/books", said()).at("/book").asText())
                .isEqualTo(book.id().toString());
        recommend(droma, "isbn", "");
        var other = recommend(droma, "isbn", "080442957X");
        droma.put(path(other), said("version", 1)).refused(409, "reading.book-there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"978-7-108-00982-0", "7108009827", "12345", "书号"})
    void a_number_that_does_not_fit_is_refused(String isbn) {
        tashi.post("/api/books", said("isbn", isbn))
                .refused(422, "fields.invalid")
                .naming("isbn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.cn/a", "example.cn", "data:text/html,a", "https://"})
    void only_addresses_of_the_web_are_links(String link) {
        tashi.post("/api/books", said("link", link))
                .refused(422, "fields.invalid")
                .naming("link");
    }

    @Test
    void a_whole_book_comes_only_by_licence_and_names_its_owner() {
        var file = tashi.upload("/api/files?name=book.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        tashi.post("/api/books", said("fileId", file))
                .refused(422, "fields.invalid")
                .naming("licensed", "licensor");
        tashi.post("/api/books", said("fileId", file, "licensed", true, "licensor", " "))
                .refused(422, "fields.invalid")
                .naming("licensor");
        droma.post("/api/books", said("fileId", file, "licensed", true, "licensor", "某出版社"))
                .refused(422, "fields.invalid")
                .naming("fileId");
        var cover = tashi.upload(
                        "/api/files?name=cover.png", "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .expect(201)
                .id();
        tashi.post("/api/books", said("coverId", file))
                .refused(422, "fields.invalid")
                .naming("coverId");
        var book = recommend(tashi, "fileId", file, "licensed", true, "licensor", "某出版社", "coverId", cover);

        droma.get("/api/files/" + cover).refused(404, "not-found");
        office.get("/api/files/" + file).expect(200);
        office.put(
                        path(book),
                        said("version", 1, "fileId", file, "licensed", true, "licensor", "某出版社", "coverId", cover))
                .expect(200);
        listed(book);
        droma.get("/api/files/" + cover).expect(200);
        droma.post("/api/files/" + file + "/tickets", null).expect(201);
        county.guest("李读者").get("/api/files/" + file).refused(404, "not-found");
    }

    @Test
    void wrong_fields_are_named() {
        tashi.post("/api/books", body()).refused(422, "fields.invalid").naming("title", "reason");
        tashi.post(
                        "/api/books",
                        said(
                                "title",
                                "书".repeat(101),
                                "author",
                                "人".repeat(61),
                                "summary",
                                "要".repeat(1001),
                                "tags",
                                List.of("长".repeat(21)),
                                "publisher",
                                "\u0000"))
                .refused(422, "fields.invalid")
                .naming("title", "author", "publisher", "summary", "tags");
        var script = "<script>alert('书')</script>";
        assertThat(recommend(tashi, "title", script).at("/title").asText()).isEqualTo(script);
    }

    @Test
    void groups_name_listed_books_or_one_that_is_only_proposed() {
        var book = recommend(tashi);
        group("bookIds", List.of(book.id())).refused(422, "fields.invalid").naming("bookIds");
        group("bookIds", List.of(UUID.randomUUID()))
                .refused(422, "fields.invalid")
                .naming("bookIds");
        group("book", "").refused(422, "fields.invalid").naming("book");
        listed(book);
        var other = recommend(droma, "isbn", "", "title", "江村经济");
        listed(other);

        var made = group("book", "", "bookIds", List.of(other.id(), book.id())).expect(201);
        assertThat(made.at("/book").asText()).isEqualTo("江村经济、乡土中国");
        assertThat(made.at("/books/1/title").asText()).isEqualTo("乡土中国");
        office.delete(path(book) + "/listing").expect(200);
        var group = "/api/reading-groups/" + made.id();
        assertThat(office.get(group).expect(200).at("/books")).hasSize(2);

        var plan = plan("book", "《江村经济》", "ownerId", tashi.seat());
        plan.put("version", 1);
        assertThat(office.put(group, plan).expect(200).at("/books"))
                .as("not said, not changed")
                .hasSize(2);
        plan.put("version", 2);
        plan.put("bookIds", List.of());
        assertThat(office.put(group, plan).expect(200).at("/books")).isEmpty();
        assertThat(group("book", "《瓦尔登湖》").expect(201).at("/books")).isEmpty();
    }

    @Test
    void readers_say_what_they_think_and_the_office_hides_it_for_a_reason() {
        var book = recommend(tashi);
        var note = path(book) + "/note";
        tashi.put(note, body("text", "早读")).refused(409, "reading.book-not-listed");
        listed(book);
        droma.put(note, body("text", "")).refused(422, "fields.invalid").naming("text");
        droma.put(note, body("text", "好")).expect(200);
        var mine = droma.put(note, body("text", "很好")).expect(200);
        assertThat(mine.can()).containsExactly("edit", "delete");
        var seen = tashi.get(path(book) + "/notes").expect(200);
        assertThat(seen.at("/items")).hasSize(1);
        assertThat(seen.at("/items/0/text").asText()).isEqualTo("很好");
        office.put(note, body("text", "我")).refused(403, "policy.not-allowed");

        var hiding = path(book) + "/notes/" + mine.id() + "/hiding";
        tashi.put(hiding, body("reason", "不妥")).refused(403, "policy.not-allowed");
        office.put(hiding, body("reason", "不妥")).expect(204);
        assertThat(tashi.get(path(book) + "/notes").expect(200).at("/items")).isEmpty();
        assertThat(droma.get(path(book) + "/notes")
                        .expect(200)
                        .at("/items/0/hiddenReason")
                        .asText())
                .isEqualTo("不妥");
        droma.put(note, body("text", "再写")).refused(409, "reading.note-hidden");
        office.delete(hiding).expect(204);
        droma.delete(note).expect(204);
        droma.delete(note).refused(404, "not-found");
    }

    @Test
    void how_far_somebody_has_read_is_seen_by_nobody_else() throws IOException {
        var book = recommend(tashi);
        listed(book);
        var progress = path(book) + "/progress";
        var before = county.historyHead();
        droma.put(progress, body("page", 73_519)).expect(200);
        assertThat(droma.get(progress).expect(200).at("/page").asInt()).isEqualTo(73_519);
        droma.put(progress, body("percent", 100)).expect(200);
        assertThat(droma.get(progress).expect(200).at("/page").isMissingNode()
                        || droma.get(progress).at("/page").isNull())
                .isTrue();
        droma.put(progress, body("page", 73_519)).expect(200);
        assertThat(county.historyHead()).isEqualTo(before);

        for (var other : List.of(tashi, office)) {
            assertThat(other.get(progress).expect(200).text()).doesNotContain(":73519");
            assertThat(other.get(path(book)).expect(200).text()).doesNotContain(":73519");
            assertThat(other.get("/api/books").expect(200).text()).doesNotContain(":73519");
            assertThat(other.get(path(book) + "/notes").expect(200).text()).doesNotContain(":73519");
        }
        var auditor = county.staff("平措", Role.AUDITOR);
        auditor.get(progress).refused(403, "policy.not-allowed");
        assertThat(auditor.get("/api/access-log").expect(200).text()).doesNotContain(":73519");
        county.guest("李读者").get(progress).refused(403, "policy.not-allowed");
        county.guest("王读者").put(progress, body("page", 1)).refused(403, "policy.not-allowed");
        assertThat(readersOfProgress())
                .as("no view reads it, and no other role")
                .isZero();

        var taken = county.staff("管理员", Role.TENANT_ADMIN)
                .get("/api/committee/export?reason=backup")
                .expect(200);
        assertThat(unzipped(taken.bytes())).contains("乡土中国").doesNotContain(":73519");

        droma.put(progress, body()).refused(422, "fields.invalid").naming("page");
        droma.put(progress, body("page", 1, "percent", 1))
                .refused(422, "fields.invalid")
                .naming("page");
        droma.put(progress, body("page", 0)).refused(422, "fields.invalid").naming("page");
        droma.put(progress, body("percent", 101)).refused(422, "fields.invalid").naming("percent");
        droma.delete(progress).expect(204);
        assertThat(county.number("select count(*) from reading_progress")).isZero();
    }

    private static String unzipped(byte[] bytes) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** Evidence, figures and exports are views and jobs. */
    private long readersOfProgress() {
        return county.number("""
                select (select count(*) from pg_views where schemaname in ('cell', 'platform') and definition like '%reading_progress%')
                     + (select count(*) from information_schema.role_table_grants
                         where table_name = 'reading_progress' and grantee not in ('app_owner', 'app_rw'))
                """);
    }

    private String todo() {
        return office.get("/api/todo").expect(200).text();
    }

    private Answer recommend(Person person, Object... changes) {
        return person.post("/api/books", said(changes)).expect(201);
    }

    private Answer list(Answer book, String shelf) {
        return office.put(path(book) + "/listing", body("shelf", shelf));
    }

    private void listed(Answer book) {
        office.put(path(book) + "/review", body()).expect(200);
        list(book, "COMMON").expect(200);
    }

    private static String path(Answer book) {
        return "/api/books/" + book.id();
    }

    private static Map<String, Object> said(Object... changes) {
        var said =
                body("title", "乡土中国", "author", "费孝通", "isbn", ISBN, "reason", "了解基层", "link", "https://example.cn/b");
        said.putAll(body(changes));
        return said;
    }

    private Answer group(Object... changes) {
        return office.post("/api/reading-groups", plan(changes));
    }

    private Map<String, Object> plan(Object... changes) {
        var plan = body("theme", "乡村", "startsOn", "2026-03-02", "endsOn", "2026-04-30", "ownerId", tashi.seat());
        plan.putAll(body(changes));
        return plan;
    }
}
