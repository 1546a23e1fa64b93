package cn.tongxin.storage;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file comes in pieces by tus, whatever happens on the way; what nobody needs goes after 30 days. */
class UploadTest {
    private static final byte[] PDF = ("%PDF-1.7 " + "一张路面照片".repeat(500)).getBytes(StandardCharsets.UTF_8);

    private final TestCommittee ganzi = Stage.committee();
    private final Person tashi = ganzi.member("扎西");
    private final Person office = ganzi.staff("卓玛", Role.TENANT_ADMIN);
    private final Instant now = Stage.shared().clock.instant();

    @AfterEach
    void turn_the_clock_back() {
        Stage.shared().clock.set(now);
    }

    @Test
    void pieces_make_one_file_and_a_retried_piece_never_doubles() {
        var id = Ids.next();
        var begun = begin(tashi, id, "路面.pdf", PDF.length).expect(201);
        assertThat(begun.header("Location")).isEqualTo("/api/uploads/" + id);
        assertThat(begun.header("Tus-Resumable")).isEqualTo("1.0.0");

        send(tashi, id, 0, slice(0, 1000)).expect(204);
        assertThat(offset(tashi, id)).isEqualTo(1000);
        send(tashi, id, 0, slice(0, 1000)).refused(409, "upload.offset");
        assertThat(send(tashi, id, 2000, slice(2000, 3000))
                        .refused(409, "upload.offset")
                        .at("/offset")
                        .asInt())
                .isEqualTo(1000);
        send(tashi, id, 1000, slice(1000, PDF.length)).expect(204);

        assertThat(offset(tashi, id)).isEqualTo(PDF.length);
        assertThat(tashi.get("/api/files/" + id).expect(200).at("/name").asText())
                .isEqualTo("路面.pdf");
        assertThat(content(tashi, id)).isEqualTo(PDF);
        assertThat(ganzi.number("select count(*) from stored_file")).isEqualTo(1);
        assertThat(ganzi.number("select count(*) from upload_part")).isZero();
        assertThat(ganzi.historyHead()).isEqualTo(1);
    }

    @Test
    void a_creation_sent_twice_goes_on_where_the_first_one_stood() {
        var id = Ids.next();
        begin(tashi, id, "a.pdf", PDF.length).expect(201);
        send(tashi, id, 0, slice(0, 700)).expect(204);

        assertThat(begin(tashi, id, "a.pdf", PDF.length).expect(201).header("Upload-Offset"))
                .isEqualTo("700");
        begin(ganzi.member("央金"), id, "a.pdf", PDF.length).refused(409, "id.taken");
        send(ganzi.member("次仁"), id, 700, slice(700, 800)).refused(404, "not-found");
        head(ganzi.member("德吉"), id).expect(404);
    }

    @Test
    void a_piece_lost_between_its_bytes_and_the_file_is_made_good_by_the_next_look() {
        var id = Ids.next();
        begin(tashi, id, "a.pdf", PDF.length).expect(201);
        send(tashi, id, 0, slice(0, PDF.length)).expect(204);
        var another = Ids.next();
        begin(tashi, another, "b.pdf", PDF.length).expect(201);
        send(tashi, another, 0, slice(0, PDF.length - 1)).expect(204);
        // As a crash leaves it: the last byte is there and counted, the file is not made.
        var part = "pt" + Ids.next();
        Stage.shared().bean(ObjectStore.class).put(ganzi.id(), part, slice(PDF.length - 1, PDF.length));
        ganzi.inside(
                "insert into upload_part (upload_id, at, size, object) values (?, ?, 1, ?)",
                another,
                PDF.length - 1L,
                part);
        ganzi.inside("update upload set received = size where id = ?", another);
        tashi.get("/api/files/" + another).refused(404, "not-found");

        assertThat(offset(tashi, another)).isEqualTo(PDF.length);

        assertThat(content(tashi, another)).isEqualTo(PDF);
    }

    @Test
    void what_is_not_what_its_name_says_is_refused_with_its_last_piece_and_leaves_nothing() {
        var id = Ids.next();
        var html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        begin(tashi, id, "a.png", html.length).expect(201);
        send(tashi, id, 0, html).refused(422, "file.not-what-its-name-says");

        head(tashi, id).expect(404);
        assertThat(ganzi.number("select count(*) from upload")).isZero();
    }

    @Test
    void the_committee_says_how_large_a_file_may_be() {
        office.put("/api/settings/file.max-megabytes", body("version", 0, "value", 1))
                .expect(200);
        assertThat(begin(tashi, Ids.next(), "a.pdf", 1024 * 1024 + 1)
                        .refused(413, "file.too-large")
                        .at("/maxBytes")
                        .asInt())
                .isEqualTo(1024 * 1024);
        begin(tashi, Ids.next(), "a.pdf", 1024 * 1024).expect(201);
        begin(tashi, Ids.next(), "a.pdf", 0).refused(400, "request.malformed");
        begin(tashi, Ids.next(), "", 10).refused(422, "fields.invalid").naming("name");
        begin(ganzi.guest("游客"), Ids.next(), "a.pdf", 10).refused(403, "policy.not-allowed");
        var id = Ids.next();
        begin(tashi, id, "a.pdf", 10).expect(201);
        send(tashi, id, 0, new byte[11]).refused(413, "file.too-large");
    }

    @Test
    void a_scanner_is_asked_before_the_file_is_there() {
        var eicar = "%PDF-1.7 EICAR-STANDARD-ANTIVIRUS-TEST-FILE".getBytes(StandardCharsets.UTF_8);
        var id = Ids.next();
        begin(tashi, id, "a.pdf", eicar.length).expect(201);
        send(tashi, id, 0, eicar).refused(422, "file.infected");
        tashi.upload("/api/files?name=a.pdf", eicar).refused(422, "file.infected");
        assertThat(ganzi.number("select count(*) from stored_file")).isZero();
    }

    @Test
    void what_nobody_names_goes_after_thirty_days_unless_an_outbox_names_it() {
        var orphan = upload("无人引用.pdf", "1");
        var held = upload("发件箱里的.pdf", "2");
        var attached = upload("附件.pdf", "3");
        tashi.put("/api/files/" + held + "/hold", null).expect(204);
        var draft = tashi.post("/api/proposals", body("title", "关于修路的建议"))
                .expect(201)
                .id();
        tashi.put("/api/attachments/proposal/" + draft + "/" + attached, null).expect(200);
        var half = Ids.next();
        begin(tashi, half, "半截.pdf", PDF.length).expect(201);
        send(tashi, half, 0, slice(0, 100)).expect(204);
        var orphans = Stage.shared().bean(Orphans.class);

        Stage.shared().clock.pass(Duration.ofDays(29));
        orphans.sweep(ganzi.id());
        tashi.get("/api/files/" + orphan).expect(200);

        Stage.shared().clock.pass(Duration.ofDays(2));
        orphans.sweep(ganzi.id());
        tashi.get("/api/files/" + orphan).refused(404, "not-found");
        head(tashi, half).expect(404);
        assertThat(content(tashi, held)).isNotEmpty();
        assertThat(content(tashi, attached)).isNotEmpty();

        tashi.delete("/api/files/" + held + "/hold").expect(204);
        tashi.delete("/api/attachments/proposal/" + draft + "/" + attached).expect(200);
        orphans.sweep(ganzi.id());
        tashi.get("/api/files/" + held).refused(404, "not-found");
        tashi.get("/api/files/" + attached).refused(404, "not-found");
        assertThat(ganzi.number("select count(*) from history where kind = 'file.removed'"))
                .isEqualTo(3);
        ganzi.member("央金").put("/api/files/" + held + "/hold", null).refused(404, "not-found");
    }

    @Test
    void what_a_phone_holds_waits_a_year_for_it_and_goes_with_its_seat() {
        var whole = Ids.next();
        hold(whole, PDF.length).expect(201);
        send(tashi, whole, 0, slice(0, PDF.length)).expect(204);
        var half = Ids.next();
        hold(half, PDF.length).expect(201);
        send(tashi, half, 0, slice(0, 100)).expect(204);
        var orphans = Stage.shared().bean(Orphans.class);

        Stage.shared().clock.pass(Duration.ofDays(365));
        orphans.sweep(ganzi.id());
        assertThat(offset(tashi, half)).isEqualTo(100);
        assertThat(content(tashi, whole)).isEqualTo(PDF);

        var affairs = ganzi.staff("白玛", Role.MEMBER_AFFAIRS);
        var seat = "/api/seats/" + tashi.seat();
        var version = affairs.get(seat).expect(200).at("/version").asInt();
        var ending = body("version", version, "decisionDocument", "政协〔2026〕3号", "decidedOn", "2026-02-01");
        ending.put("reason", "RESIGNED");
        affairs.put(seat + "/ending", ending).expect(200);
        orphans.sweep(ganzi.id());
        assertThat(ganzi.number("select count(*) from stored_file")).isZero();
        assertThat(ganzi.number("select count(*) from upload")).isZero();
    }

    @Test
    void a_thousand_files_in_use_hide_no_orphan() {
        var draft = tashi.post("/api/proposals", body("title", "关于修路的建议"))
                .expect(201)
                .id();
        var first = upload("一.pdf", "1");
        ganzi.inside(
                "insert into stored_file (id, seat_id, name, content_type, size, sha256, created_at)"
                        + " select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, seat_id, name, content_type, size, sha256, created_at"
                        + " from stored_file, generate_series(1, 1000) i where id = ?",
                first);
        ganzi.inside(
                "insert into attachment (id, subject_type, subject_id, file_id, seat_id, attached_at)"
                        + " select id, 'proposal', ?, id, seat_id, created_at from stored_file where id <> ?",
                draft,
                first);
        Stage.shared().clock.pass(Duration.ofDays(31));

        Stage.shared().bean(Orphans.class).sweep(ganzi.id());

        tashi.get("/api/files/" + first).refused(404, "not-found");
        assertThat(ganzi.number("select count(*) from stored_file")).isEqualTo(1000);
    }

    @Test
    void the_bytes_of_two_files_stay_while_one_of_them_is_needed() {
        var first = upload("一.pdf", "same");
        Stage.shared().clock.pass(Duration.ofDays(31));
        var second = upload("二.pdf", "same");

        Stage.shared().bean(Orphans.class).sweep(ganzi.id());

        tashi.get("/api/files/" + first).refused(404, "not-found");
        assertThat(new String(content(tashi, second), StandardCharsets.UTF_8)).endsWith("same");
    }

    @Test
    void an_upload_is_given_up() {
        var id = Ids.next();
        begin(tashi, id, "a.pdf", PDF.length).expect(201);
        send(tashi, id, 0, slice(0, 100)).expect(204);
        tashi.delete("/api/uploads/" + id).expect(204);
        head(tashi, id).expect(404);
    }

    private UUID upload(String name, String end) {
        return tashi.upload(
                        "/api/files?name=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8),
                        ("%PDF-1.7 " + end).getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
    }

    private static Answer begin(Person person, UUID id, String name, long length) {
        return begin(person, id, name, length, "");
    }

    /** As the phone does for what its outbox names. */
    private Answer hold(UUID id, long length) {
        return begin(tashi, id, "发件箱里的.pdf", length, ",hold");
    }

    private static Answer begin(Person person, UUID id, String name, long length, String mark) {
        var metadata = "id " + base64(id.toString()) + ",filename " + base64(name) + mark;
        return person.with(
                "POST",
                "/api/uploads",
                null,
                request -> request.setHeader("Tus-Resumable", "1.0.0")
                        .setHeader("Upload-Length", Long.toString(length))
                        .setHeader("Upload-Metadata", metadata));
    }

    private static Answer send(Person person, UUID id, long offset, byte[] bytes) {
        return person.with(
                "PATCH",
                "/api/uploads/" + id,
                bytes,
                request -> request.setHeader("Tus-Resumable", "1.0.0")
                        .setHeader("Content-Type", "application/offset+octet-stream")
                        .setHeader("Upload-Offset", Long.toString(offset)));
    }

    private static Answer head(Person person, UUID id) {
        return person.with("HEAD", "/api/uploads/" + id, null, request -> request.setHeader("Tus-Resumable", "1.0.0"));
    }

    private static long offset(Person person, UUID id) {
        return Long.parseLong(head(person, id).expect(200).header("Upload-Offset"));
    }

    private static byte[] content(Person person, UUID file) {
        var url = person.post("/api/files/" + file + "/tickets", null)
                .expect(201)
                .at("/url")
                .asText();
        return Person.send(HttpRequest.newBuilder(URI.create(Stage.shared().baseUrl() + url))
                        .build())
                .expect(200)
                .bytes();
    }

    private static byte[] slice(int from, int to) {
        return Arrays.copyOfRange(PDF, from, to);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
