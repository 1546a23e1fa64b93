package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.instruction;
import static cn.tongxin.opinion.Newsroom.single;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.opinion.Newsroom.today;
import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Digests;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.storage.ObjectStore;
import cn.tongxin.storage.TravellingFiles.Enclosure;
import cn.tongxin.tenancy.Transactions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A report on its way up, and what comes back. */
class SentUpTest {
    private final Newsroom province = new Newsroom(Stage.committee("PROVINCE", null));
    private final Newsroom prefecture = new Newsroom(Stage.committee("PREFECTURE", province.committee));
    private final Newsroom county = new Newsroom(Stage.committee("COUNTY", prefecture.committee));

    @Test
    void a_copy_goes_to_the_prefecture_and_the_province_each_edits_its_own_and_word_comes_back_to_the_author() {
        var draft = text("断药");
        draft.put("coauthors", List.of(body("name", "店主老王", "contact", "13800001234")));
        var id = county.tashi.post("/api/opinion-reports", draft).expect(201).id();
        county.tashi.put(at(id, "submission"), body("secrecyConfirmed", true)).expect(200);
        county.editor.put(at(id, "editing"), body()).expect(200);
        county.editor.put(at(id, "approval-request"), body()).expect(200);
        county.editor.put(at(id, "sending-up"), body()).refused(409, "opinion.move-not-allowed");
        county.issue(single(id)).expect(200);
        county.editor.put(at(id, "sending-up"), body()).expect(200);
        county.editor.put(at(id, "sending-up"), body()).refused(409, "opinion.sent-up-already");

        var copy = arrived(prefecture);
        var seen = prefecture.editor.get(at(copy)).expect(200);
        assertThat(seen.at("/from/code").asText()).isEqualTo(county.committee.code());
        assertThat(seen.at("/coauthors").findValuesAsText("name")).containsExactly("扎西", "店主老王");
        assertThat(seen.text()).doesNotContain("13800001234").doesNotContain(id.toString());
        prefecture.editor.get(at(id)).refused(404, "not-found");
        county.editor.get(at(copy)).refused(404, "not-found");
        prefecture.editor.put(at(copy, "returning"), body("reason", "改")).refused(409, "opinion.move-not-allowed");

        prefecture.editor.put(at(copy, "editing"), body()).expect(200);
        var edition = text("州里的标题");
        edition.put("version", 2);
        prefecture.editor.put(at(copy, "edition"), edition).expect(200);
        prefecture.editor.put(at(copy, "approval-request"), body()).expect(200);
        prefecture.issue(single(copy)).expect(200);
        prefecture.editor.put(at(copy, "sending-up"), body()).expect(200);
        await(
                () -> county.editor.get(at(id)),
                report -> report.at("/sentUp/status").asText().equals("ISSUED"));
        var top = arrived(province);
        assertThat(province.editor.get(at(top)).at("/text/title").asText()).isEqualTo("州里的标题");
        province.editor.put(at(top, "editing"), body()).expect(200);
        province.editor.put(at(top, "approval-request"), body()).expect(200);
        province.issue(single(top)).expect(200);
        var words = instruction("省领导", today());
        words.put("level", "PROVINCE");
        var outcome = province.editor
                .post(at(top, "outcomes"), words)
                .expect(201)
                .at("/outcomes/0/id")
                .asText();

        var back = await(
                () -> county.tashi.get(at(id)), report -> report.at("/outcomes").size() == 3);
        assertThat(back.at("/outcomes").findValuesAsText("level"))
                .containsExactlyInAnyOrder("PREFECTURE", "PROVINCE", "PROVINCE");
        assertThat(back.at("/outcomes").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("USED", "USED", "INSTRUCTION");
        assertThat(back.text()).doesNotContain("请卫健委").doesNotContain("省领导").doesNotContain("州里的标题");
        assertThat(county.editor.get(at(id)).text()).doesNotContain("省领导");
        assertThat(told(county.tashi)).contains("您的社情民意信息《断药》省级领导作出批示", "您的社情民意信息《断药》已报送上级政协");
        for (var reader : List.of(county, prefecture)) {
            assertThat(reader.committee.number("select count(*) from opinion_outcome where instruction is not null"))
                    .isZero();
        }

        assertThat(county.committee.number("select count(*) from evidence_opinion_escalated where counts"))
                .isEqualTo(1);
        assertThat(prefecture.committee.number("select count(*) from evidence_opinion_submitted where counts"))
                .isZero();
        assertThat(province.committee.number("select count(*) from evidence_opinion_submitted where why_not = 'copy:"
                        + prefecture.committee.code() + "'"))
                .isEqualTo(1);

        province.editor
                .send("DELETE", "/api/opinion-outcomes/" + outcome, body("reason", "录错"))
                .expect(200);
        await(() -> county.tashi.get(at(id)), report -> report.at("/outcomes").size() == 2);
        county.editor
                .send(
                        "DELETE",
                        "/api/opinion-outcomes/" + back.at("/outcomes/0/id").asText(),
                        body("reason", "x"))
                .refused(409, "outcome.not-ours");
    }

    @Test
    void a_copy_arrives_once_however_often_it_is_carried_with_a_line_on_both_sides() {
        var id = county.issued("断药");
        county.editor.put(at(id, "sending-up"), body()).expect(200);
        arrived(prefecture);
        Stage.shared()
                .bean(Transactions.class)
                .in(
                        county.committee.id(),
                        () -> Stage.shared()
                                .bean(DSLContext.class)
                                .execute("update outgoing set delivered_at = null where kind = 'opinion.copy'"));
        var next = county.issued("第二篇");
        county.editor.put(at(next, "sending-up"), body()).expect(200);
        await(
                () -> prefecture.editor.get("/api/opinion-reports?received=true&count=true"),
                list -> list.at("/total").asInt() == 2);
        await(
                () -> county.committee.number(
                        "select count(*) from outgoing where kind = 'opinion.copy' and delivered_at is not null"),
                n -> n == 2);
        assertThat(prefecture.committee.number("select count(*) from opinion_report where origin_report_id = ?", id))
                .isEqualTo(1);
        assertThat(county.committee.number("select count(*) from history where kind = 'opinion.sent-up'"))
                .isEqualTo(2);
        assertThat(prefecture.committee.number("select count(*) from history where kind = 'opinion.received'"))
                .isEqualTo(2);
    }

    @Test
    void what_is_not_used_above_is_told_with_its_reason_and_a_province_has_nobody_above() {
        var id = county.issued("断药");
        county.editor.put(at(id, "sending-up"), body()).expect(200);
        var copy = arrived(prefecture);
        prefecture.editor.put(at(copy, "non-use"), body("reason", "KNOWN")).expect(200);
        await(
                () -> county.editor.get(at(id)),
                report -> report.at("/sentUp/status").asText().equals("NOT_USED"));
        assertThat(told(county.tashi)).startsWith("上级政协对您的社情民意信息《断药》：未采用");
        var top = province.issued("省里的");
        province.editor.put(at(top, "sending-up"), body()).refused(409, "opinion.no-parent");
    }

    @Test
    void its_files_come_along_and_are_the_upper_committees_own() {
        var id = county.draft("断药");
        var photo = "%PDF-1.7 药店照片";
        var file = county.tashi
                .upload("/api/files?name=a.pdf", photo.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        county.tashi.put(files(id) + "/" + file, null).expect(200);
        county.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        county.editor.put(at(id, "editing"), body()).expect(200);
        county.editor.put(at(id, "approval-request"), body()).expect(200);
        county.issue(single(id)).expect(200);
        county.editor.put(at(id, "sending-up"), body()).expect(200);

        var copy = arrived(prefecture);
        var came = prefecture.editor.get(files(copy)).expect(200);
        assertThat(came.at("/items").findValuesAsText("name")).containsExactly("a.pdf");
        assertThat(came.can()).isEmpty();
        var own = UUID.fromString(came.at("/items/0/id").asText());
        assertThat(own).isNotEqualTo(file);
        prefecture.tashi.get(files(copy)).refused(404, "not-found");
        prefecture.tashi.post("/api/files/" + own + "/tickets", null).refused(404, "not-found");
        prefecture.editor.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
        county.editor.post("/api/files/" + own + "/tickets", null).refused(404, "not-found");

        county.committee.inside("delete from attachment where file_id = ?", file);
        Stage.shared().bean(ObjectStore.class).delete(county.committee.id(), Digests.sha256Hex(photo));
        assertThat(download(prefecture.editor, own))
                .as("whatever becomes of the county's")
                .isEqualTo(photo);

        prefecture.editor.put(at(copy, "editing"), body()).expect(200);
        prefecture.editor.put(at(copy, "approval-request"), body()).expect(200);
        prefecture.issue(single(copy)).expect(200);
        prefecture.editor.put(at(copy, "sending-up"), body()).expect(200);
        var top = arrived(province);
        var again =
                province.editor.get(files(top)).expect(200).at("/items/0/id").asText();
        assertThat(download(province.editor, UUID.fromString(again))).isEqualTo(photo);
    }

    @Test
    void nobody_sends_up_a_file_that_is_not_his() {
        var stranger = new Newsroom();
        var secret = "%PDF-1.7 别人的";
        stranger.tashi
                .upload("/api/files?name=b.pdf", secret.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        var forged = new Upwards.Copy(
                UUID.randomUUID(),
                OpinionReport.Kind.REPORT,
                new OpinionReport.Text("题", "情况", "分析", "建议"),
                List.of("扎西"),
                null,
                OpinionReport.Urgency.NORMAL,
                List.of(new Enclosure("b.pdf", "application/pdf", secret.length(), Digests.sha256Hex(secret), null)));
        Stage.shared()
                .bean(Transactions.class)
                .in(
                        county.committee.id(),
                        () -> Stage.shared()
                                .bean(cn.tongxin.dispatch.Post.class)
                                .send(prefecture.committee.code(), Upwards.Copy.LETTER, forged));
        await(
                () -> county.committee.number("select failures from outgoing where kind = 'opinion.copy'"),
                failures -> failures > 0);
        assertThat(prefecture.committee.number("select count(*) from received where kind = 'opinion.copy'"))
                .isZero();
        assertThat(prefecture.committee.number("select count(*) from stored_file"))
                .isZero();
    }

    @Test
    void an_echo_from_a_committee_it_was_not_sent_to_is_not_heard() {
        var id = county.issued("断药");
        var stranger = new Newsroom(Stage.committee("PREFECTURE", null));
        var echo = new Upwards.Echo(
                id,
                OpinionStatus.ISSUED,
                null,
                null,
                List.of(new Upwards.Came(
                        UUID.randomUUID(),
                        Outcome.Kind.USED,
                        Outcome.Level.NATIONAL,
                        java.time.LocalDate.now(Stage.shared().clock))));
        Stage.shared()
                .bean(Transactions.class)
                .in(
                        stranger.committee.id(),
                        () -> Stage.shared()
                                .bean(cn.tongxin.dispatch.Post.class)
                                .send(county.committee.code(), Upwards.Echo.LETTER, echo));
        await(() -> county.committee.number("select count(*) from received where kind = 'opinion.echo'"), n -> n == 1);
        assertThat(county.editor.get(at(id)).at("/outcomes")).isEmpty();
    }

    private static String download(Person reader, UUID file) {
        var ticket = reader.post("/api/files/" + file + "/tickets", null).expect(201);
        var url = URI.create(Stage.shared().baseUrl() + ticket.at("/url").asText());
        var answer = Person.send(HttpRequest.newBuilder(url).build()).expect(200);
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static String files(UUID report) {
        return "/api/attachments/opinion_report/" + report;
    }

    private static UUID arrived(Newsroom room) {
        var list = await(
                () -> room.editor.get("/api/opinion-reports?received=true&status=SUBMITTED"),
                each -> each.at("/items").size() == 1);
        return UUID.fromString(list.at("/items/0/id").asText());
    }

    private static <T> T await(Supplier<T> source, Predicate<T> wanted) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            var found = source.get();
            if (wanted.test(found)) {
                return found;
            }
            assertThat(System.nanoTime())
                    .as("still " + (found instanceof Answer answer ? answer.text() : found))
                    .isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
