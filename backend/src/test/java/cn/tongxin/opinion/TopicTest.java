package cn.tongxin.opinion;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a report is about: chosen from the committee's list, by whoever writes it. */
class TopicTest {
    private final Newsroom room = new Newsroom();

    @Test
    void topics_are_the_committees_and_what_has_an_earlier_one_keeps_its_name() {
        assertThat(topics()).containsExactly("经济", "政治", "文化", "社会", "生态文明", "其他");
        var economy = room.draft("关于农资价格的信息", "ECONOMY");
        var older = room.draft("关于乡村医疗的信息", "教科文卫体");
        room.committee.decide("opinion.topics", "[{\"code\":\"CITY\",\"text\":\"城建\"}]");
        assertThat(topics()).containsExactly("城建");
        assertThat(named(economy)).isEqualTo("经济");
        assertThat(named(older)).isEqualTo("教科文卫体");
        room.committee.guest("读者").get("/api/opinion-topics").refused(403, "policy.not-allowed");
    }

    @Test
    void what_is_handed_in_has_a_topic_of_the_list_and_a_draft_is_kept_with_any() {
        var unknown = room.draft("关于农资价格的信息", "教科文卫体");
        room.tashi
                .put(Newsroom.at(unknown, "submission"), body("version", 1, "secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("topic");
        var named = room.draft("关于乡村医疗的信息", "社会");
        room.tashi
                .put(Newsroom.at(named, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
    }

    @Test
    void a_filter_by_topic_finds_what_was_sorted_by_its_name_before() {
        var earlier = room.draft("关于农资价格的信息", "社会");
        var now = room.draft("关于乡村医疗的信息", "SOCIETY");
        room.draft("关于桥梁检修的信息", "ECONOMY");
        assertThat(room.tashi
                        .get("/api/opinion-reports?topic=SOCIETY")
                        .expect(200)
                        .json()
                        .path("items"))
                .extracting(item -> item.path("id").asText())
                .containsExactlyInAnyOrder(earlier.toString(), now.toString());
    }

    private java.util.List<String> topics() {
        return room.tashi.get("/api/opinion-topics").expect(200).json().findValuesAsText("name");
    }

    private String named(UUID report) {
        return room.tashi
                .get("/api/opinion-reports/" + report)
                .expect(200)
                .at("/topicName")
                .asText();
    }
}
