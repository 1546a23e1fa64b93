package cn.tongxin.reading;

import static cn.tongxin.reading.ReadingGroupTest.plan;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.TableFile;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.storage.Sweep;
import cn.tongxin.tenancy.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures and a spoken note of a post: what is taken, and who fetches them. */
class PostFileTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person pema = county.member("白玛");

    @Test
    void pictures_and_a_spoken_note_come_with_the_post_and_need_no_words() throws IOException {
        var group = group("INVITED", false);
        var first = picture(tashi);
        var second = picture(tashi);
        var voice = voice(tashi, "live2.webm");
        var id = Ids.next();
        var written = body("id", id, "kind", "NOTE", "text", "", "pictures", List.of(first, second));
        written.put("voice", Map.of("fileId", voice, "transcript", "大家好"));
        tashi.post(group + "/posts", written).expect(201);
        tashi.post(group + "/posts", written).expect(201);

        var page = droma.get(group + "/posts?since=0").expect(200);
        assertThat(page.at("/items")).hasSize(1);
        assertThat(page.at("/items/0/pictures/0").asText()).isEqualTo(first.toString());
        assertThat(page.at("/items/0/pictures/1").asText()).isEqualTo(second.toString());
        assertThat(page.at("/items/0/voice/fileId").asText()).isEqualTo(voice.toString());
        assertThat(page.at("/items/0/voice/lengthMs").asInt()).isBetween(2000, 2100);
        assertThat(page.at("/items/0/voice/transcript").asText()).isEqualTo("大家好");
        reads(droma, first);
        reads(droma, voice);
        reads(office, second);

        tashi.put(group + "/posts/" + id, body("version", 1, "text", "")).expect(200);
        tashi.post(group + "/posts", body("kind", "NOTE", "text", " "))
                .refused(422, "fields.invalid")
                .naming("text");
    }

    @Test
    void a_post_carries_nine_pictures_of_its_author_and_no_more() {
        var group = group("MEMBERS", false);
        var nine = IntStream.range(0, 9).mapToObj(_ -> picture(tashi)).toList();
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "九张", "pictures", nine))
                .expect(201);
        var ten = new ArrayList<>(nine);
        ten.add(picture(tashi));
        refused(group, ten);
        refused(group, List.of(nine.getFirst(), nine.getFirst()));
        refused(group, List.of(picture(droma)));
        refused(group, List.of(UUID.randomUUID()));
        var pdf = tashi.upload("/api/files?name=a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        refused(group, List.of(pdf));
        tashi.post(group + "/posts", "{\"kind\":\"NOTE\",\"text\":\"空\",\"pictures\":[null]}")
                .refused(422, "fields.invalid")
                .naming("pictures[0]");
    }

    @Test
    void a_spoken_note_plays_for_a_minute_at_most() throws IOException {
        var group = group("MEMBERS", false);
        for (var name : List.of("live61.webm", "headed61.webm", "whole61.m4a", "fragments61.m4a")) {
            var refused = speak(tashi, group, voice(tashi, name), "");
            refused.refused(422, "reading.voice-too-long");
            assertThat(refused.at("/maxMs").asInt()).isEqualTo(60_000);
        }
        for (var name : List.of("headed2.webm", "whole2.m4a", "fragments2.m4a")) {
            speak(tashi, group, voice(tashi, name), "").expect(201);
        }
        speak(tashi, group, picture(tashi), "").refused(422, "fields.invalid").naming("voice.fileId");
        speak(tashi, group, voice(droma, "live2.webm"), "")
                .refused(422, "fields.invalid")
                .naming("voice.fileId");
        var mine = voice(tashi, "live2.webm");
        speak(tashi, group, mine, "长".repeat(2001))
                .refused(422, "fields.invalid")
                .naming("voice.transcript");
        speak(tashi, group, mine, "\u0000").refused(422, "fields.invalid").naming("voice.transcript");
    }

    @Test
    void a_watched_word_in_a_transcript_makes_the_post_wait() throws IOException {
        county.decide("reading.watch-words", "[\"广告\"]");
        var group = group("MEMBERS", false);
        var held = speak(droma, group, voice(droma, "live2.webm"), "这是广 告").expect(201);
        assertThat(held.at("/status").asText()).isEqualTo("HELD");
        assertThat(office.get("/api/reading-moderation")
                        .expect(200)
                        .at("/items/0/words/0")
                        .asText())
                .isEqualTo("广告");
    }

    @Test
    void the_files_of_a_held_or_hidden_post_are_for_those_who_read_it() {
        var group = group("MEMBERS", true);
        pema.put(group + "/membership", body()).expect(200);
        var file = picture(droma);
        var post = post(droma, group, file);
        reads(tashi, file);
        absent(pema, file);
        assertThat(pema.get(group + "/posts").expect(200).at("/items")).isEmpty();

        tashi.put(post + "/release", body()).expect(200);
        reads(pema, file);

        tashi.put(post + "/hiding", body("reason", "不妥")).expect(200);
        absent(pema, file);
        var place = pema.get(group + "/posts").expect(200);
        assertThat(place.at("/items/0/pictures")).isEmpty();
        reads(droma, file);
        reads(office, file);
    }

    @Test
    void whoever_is_not_in_an_invited_group_finds_no_file_of_it() {
        var group = group("INVITED", false);
        var file = picture(tashi);
        post(tashi, group, file);
        reads(droma, file);
        absent(pema, file);
        absent(county.guest("李读者"), file);
        absent(county.staff("次仁", Role.PROPOSAL_STAFF), file);

        var open = group("GUESTS", false);
        var shown = picture(tashi);
        post(tashi, open, shown);
        var reader = county.guest("王读者");
        reads(reader, shown);
        reader.upload("/api/files?name=a.png", PNG).refused(403, "policy.not-allowed");
    }

    @Test
    void what_its_author_takes_back_goes_with_its_files() {
        var group = group("MEMBERS", false);
        var kept = picture(tashi);
        post(tashi, group, kept);
        var gone = picture(tashi);
        var post = post(tashi, group, gone);
        reads(droma, gone);
        tashi.delete(post).expect(204);
        absent(droma, gone);

        county.stage().clock.pass(Duration.ofDays(31));
        Sweep.orphansOf(county);
        county.stage().clock.pass(Duration.ofDays(-31));
        tashi.get("/api/files/" + gone).refused(404, "not-found");
        reads(droma, kept);
    }

    @Test
    void an_export_says_what_came_with_a_post() throws IOException {
        var group = group("MEMBERS", false);
        post(tashi, group, picture(tashi));
        speak(tashi, group, voice(tashi, "live2.webm"), "大家好").expect(201);
        var file = office.post(group + "/post-exports", body("reason", "编印文集")).expect(200);
        var rows = TableFile.read("发言.xlsx", file.bytes()).getFirst().rows();
        assertThat(rows.get(2).cell(6).shown()).isEqualTo("图片1张");
        assertThat(rows.get(3).cell(6).shown()).isEqualTo("语音3秒：大家好");
    }

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1);

    private UUID picture(Person person) {
        return person.upload("/api/files?name=photo.png", PNG).expect(201).id();
    }

    private static UUID voice(Person person, String name) throws IOException {
        try (var in = Objects.requireNonNull(PostFileTest.class.getResourceAsStream("/sound/" + name))) {
            return person.upload("/api/files?name=" + name, in.readAllBytes())
                    .expect(201)
                    .id();
        }
    }

    private static String post(Person person, String group, UUID picture) {
        var written = person.post(group + "/posts", body("kind", "NOTE", "text", "一张", "pictures", List.of(picture)));
        return group + "/posts/" + written.expect(201).id();
    }

    private static Answer speak(Person person, String group, UUID file, String transcript) {
        var voice = Map.of("fileId", file, "transcript", transcript);
        return person.post(group + "/posts", body("kind", "REPLY", "text", "", "voice", voice));
    }

    private void refused(String group, List<UUID> pictures) {
        tashi.post(group + "/posts", body("kind", "NOTE", "text", "图", "pictures", pictures))
                .refused(422, "fields.invalid")
                .naming("pictures");
    }

    private static void reads(Person person, UUID file) {
        person.get("/api/files/" + file).expect(200);
        person.post("/api/files/" + file + "/tickets", null).expect(201);
    }

    private static void absent(Person person, UUID file) {
        person.get("/api/files/" + file).refused(404, "not-found");
        person.post("/api/files/" + file + "/tickets", null).refused(404, "not-found");
    }

    private String group(String visibility, boolean reviewFirst) {
        county.decide("reading.roster-weeks", "0");
        var made = office.post(
                        "/api/reading-groups",
                        plan("ownerId", tashi.seat(), "visibility", visibility, "reviewFirst", reviewFirst))
                .expect(201);
        var path = ReadingGroupTest.path(made);
        office.put(path + "/opening", body()).expect(200);
        if (visibility.equals("INVITED")) {
            office.put(path + "/members/" + droma.seat(), body()).expect(204);
        } else {
            droma.put(path + "/membership", body()).expect(200);
        }
        return path;
    }
}
