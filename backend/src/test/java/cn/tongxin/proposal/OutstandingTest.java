package cn.tongxin.proposal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.Statements;
import cn.tongxin.tenancy.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Outstanding proposals: chosen by the office with a reason, told to who proposes, counted of those filed. */
class OutstandingTest {
    private final Story story = new Story();
    private final UUID proposal = story.filed();
    private final UUID other = story.filed();

    @Test
    void what_stands_beside_a_proposal_is_one_statement_whatever_stands_there() {
        var plain = Statements.of(story.office, "/api/proposals/" + other);
        assertThat(plain).isPositive();
        story.office.put(path(), body("reason", "调研扎实")).expect(200);
        for (var i = 0; i < 3; i++) {
            story.county.inside(
                    "insert into link (kind, from_type, from_id, to_type, to_id, made_at)"
                            + " values ('SPLIT_INTO', 'proposal', ?, 'proposal', ?, now())",
                    proposal,
                    Ids.next());
        }
        assertThat(story.office.get("/api/proposals/" + proposal).expect(200).at("/links"))
                .hasSize(3);
        assertThat(Statements.of(story.office, "/api/proposals/" + proposal)).isEqualTo(plain);
    }

    @Test
    void one_of_the_filed_is_chosen_and_stands_in_the_list_until_it_is_none_any_more() {
        story.office.put(path(), body()).refused(422, "fields.invalid").naming("reason");
        story.tashi.put(path(), body("reason", "自荐")).refused(403, "policy.not-allowed");
        story.yangjin.put(path(), body("reason", "推荐")).refused(404, "not-found");
        assertThat(story.office.get(path()).expect(200).can()).containsExactly("choose");
        var chosen = story.office.put(path(), body("reason", "调研扎实，建议被采纳")).expect(200);
        assertThat(chosen.can()).containsExactly("end");
        assertThat(story.tashi.get(path()).expect(200).at("/reason").asText()).isEqualTo("调研扎实，建议被采纳");
        assertThat(story.tashi.get("/api/proposals/" + proposal).json().has("outstandingOn"))
                .isTrue();
        assertThat(story.tashi.get("/api/proposals/" + other).json().has("outstandingOn"))
                .isFalse();
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.tashi.get("/api/inbox").json().findValuesAsText("title"))
                .contains("您的提案《关于改善牧区冬季道路通行条件的建议》被评为优秀提案");

        var chair = story.county.staff("主席", Role.CHAIR_COUNCIL);
        var list = chair.get("/api/outstanding-proposals").expect(200);
        assertThat(list.at("/session").asText()).isEqualTo("14-2");
        assertThat(list.at("/filed").asInt()).isEqualTo(2);
        assertThat(list.at("/chosen").asInt()).isEqualTo(1);
        assertThat(list.at("/collective").asInt()).isZero();
        assertThat(list.at("/items").findValuesAsText("id")).containsExactly(proposal.toString());
        chair.get("/api/outstanding-proposals?session=99-9").refused(404, "not-found");
        story.tashi.get("/api/outstanding-proposals").refused(403, "policy.not-allowed");
        assertThat(figure()).isEqualTo("1/2");

        story.office
                .send("DELETE", path(), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office.send("DELETE", path(), body("reason", "公示期\0有异议")).expect(200);
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.tashi.get("/api/inbox").json().findValuesAsText("title"))
                .as("what no text of the database holds stops no reader")
                .contains("您的提案《关于改善牧区冬季道路通行条件的建议》不再列为优秀提案");
        story.office.send("DELETE", path(), body("reason", "再次")).refused(404, "not-found");
        assertThat(chair.get("/api/outstanding-proposals?session=14-2")
                        .expect(200)
                        .at("/items"))
                .isEmpty();
        assertThat(figure()).isEqualTo("0/2");
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_outstanding where not counts and why_not = 'unchosen'"))
                .isEqualTo(1);
        story.office.put(path(), body("reason", "异议不成立")).expect(200);
        assertThat(figure()).isEqualTo("1/2");
    }

    @Test
    void what_is_not_filed_is_not_chosen_and_what_is_unfiled_no_longer_counts() {
        story.office
                .put(at(story.inLastStage(), "outstanding"), body("reason", "好"))
                .refused(409, "proposal.not-filed");
        story.office.put(path(), body("reason", "调研扎实")).expect(200);
        story.office
                .send("DELETE", at(proposal, "filing"), body("reason", "重复立案"))
                .expect(200);
        assertThat(figure()).isEqualTo("0/1");
        assertThat(story.office.get("/api/outstanding-proposals").expect(200).at("/items"))
                .isEmpty();
        assertThat(story.tashi.get("/api/proposals/" + proposal).json().has("outstandingOn"))
                .isFalse();
    }

    private String figure() {
        for (var figure : story.office
                .get("/api/indicators?basis=session&period=14-2")
                .expect(200)
                .json()) {
            if (figure.path("key").asText().equals("proposal.outstanding")) {
                return figure.path("n").asText() + "/" + figure.path("N").asText();
            }
        }
        return "none";
    }

    private String path() {
        return at(proposal, "outstanding");
    }
}
