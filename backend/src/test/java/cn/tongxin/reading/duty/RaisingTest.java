package cn.tongxin.reading.duty;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.reading.digest.ReadingCircle;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Statements;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a post to a proposal or a report, and the way back (domain §3.7). */
class RaisingTest {
    private final Story story = new Story();
    private final ReadingCircle circle = new ReadingCircle(story.county);
    private final UUID own = circle.wrote(circle.droma, "NOTE", "2026-02-26", "牧区冬季道路要有人养护。");

    @Test
    void ones_own_words_begin_a_proposal_that_names_the_post_and_nobody_else_learns_of_a_draft() {
        var draft = raise(circle.droma, own, "PROPOSAL").expect(201);
        var proposal = circle.droma.get("/api/proposals/" + draft.id()).expect(200);
        assertThat(proposal.at("/situation").asText()).isEqualTo("牧区冬季道路要有人养护。");
        assertThat(proposal.at("/title").asText()).isEqualTo("牧区冬季道路要有人养护。");
        assertThat(proposal.at("/proponent/name").asText()).isEqualTo("卓玛");
        assertThat(proposal.at("/links/0/kind").asText()).isEqualTo("RAISED_AS");
        assertThat(proposal.at("/links/0/from").asBoolean()).isTrue();
        assertThat(proposal.at("/links/0/type").asText()).isEqualTo("reading-post");
        assertThat(proposal.at("/links/0/id").asText()).isEqualTo(own.toString());
        var place = circle.droma.get("/api/reading-posts/" + own).expect(200);
        assertThat(circle.group).endsWith(place.at("/groupId").asText());
        assertThat(place.at("/author").asText()).isEqualTo("卓玛");

        assertThat(raised(circle.droma)).containsExactly("PROPOSAL " + draft.id() + " false");
        for (var other : List.of(circle.pema, circle.tashi, circle.office, circle.outside)) {
            assertThat(raised(other)).as(other.name()).isEmpty();
        }
    }

    @Test
    void anothers_words_are_quoted_under_his_name_and_the_proposal_is_the_raisers() {
        var draft = raise(circle.pema, own, "PROPOSAL").expect(201);
        var proposal = circle.pema.get("/api/proposals/" + draft.id()).expect(200);
        assertThat(proposal.at("/situation").asText()).isEqualTo("据读书群“草原生态主题读书”中卓玛2026年2月26日的发言：“牧区冬季道路要有人养护。”");
        assertThat(proposal.at("/proponent/name").asText()).isEqualTo("白玛");
        assertThat(raised(circle.droma)).isEmpty();
        circle.droma.get("/api/proposals/" + draft.id()).refused(404, "not-found");
    }

    @Test
    void what_came_of_a_group_takes_the_same_statements_however_much_came_of_it() {
        var path = circle.group + "/raisings";
        raise(circle.pema, own, "PROPOSAL").expect(201);
        var first = raise(circle.pema, own, "OPINION_REPORT").expect(201).id();
        var few = Statements.of(circle.pema, path);
        assertThat(few).isPositive();
        for (var i = 0; i < 5; i++) {
            raise(circle.pema, circle.wrote(circle.droma, "NOTE", "2026-02-26", "第" + i + "条"), "PROPOSAL")
                    .expect(201);
        }
        var last = raise(circle.pema, own, "OPINION_REPORT").expect(201).id();
        assertThat(Statements.of(circle.pema, path)).isEqualTo(few);
        assertThat(raised(circle.pema))
                .hasSize(8)
                .contains("OPINION_REPORT " + first + " false", "OPINION_REPORT " + last + " false");
    }

    @Test
    void once_filed_the_group_sees_that_a_proposal_came_of_it_and_it_counts_until_it_is_unfiled() {
        var proposal = raise(circle.droma, own, "PROPOSAL").expect(201).id();
        assertThat(counted()).isZero();
        file(proposal);
        assertThat(raised(circle.pema)).as("that, but not which").containsExactly("PROPOSAL - true");
        assertThat(raised(circle.droma)).containsExactly("PROPOSAL " + proposal + " true");
        assertThat(counted()).isEqualTo(1);
        assertThat(circle.droma
                        .get("/api/proposals/" + proposal)
                        .expect(200)
                        .at("/links/0/id")
                        .asText())
                .isEqualTo(own.toString());

        story.office
                .send("DELETE", "/api/proposals/" + proposal + "/filing", body("reason", "经复核不符合立案条件"))
                .expect(200);
        assertThat(counted()).isZero();
        assertThat(raised(circle.pema)).isEmpty();
        assertThat(story.county.number(
                        "select count(*) from evidence_reading_converted where why_not = 'unfiled' and not counts"))
                .isEqualTo(1);
    }

    @Test
    void a_report_counts_once_it_is_handed_in_and_no_longer_when_it_is_withdrawn() {
        var report = raise(circle.droma, own, "OPINION_REPORT").expect(201).id();
        var path = "/api/opinion-reports/" + report;
        var draft = circle.droma.get(path).expect(200);
        assertThat(draft.at("/raisedFrom").asText()).isEqualTo(own.toString());
        assertThat(draft.at("/text/situation").asText()).isEqualTo("牧区冬季道路要有人养护。");
        assertThat(raised(circle.pema)).isEmpty();
        assertThat(counted()).isZero();
        circle.droma
                .put(
                        path,
                        body(
                                "version", 1,
                                "title", "牧区冬季道路缺人养护",
                                "situation", "入冬以来三条通村路塌方，救护车绕行百里。",
                                "analysis", "养护经费不足。",
                                "suggestions", "把通村路列入养护计划。",
                                "topic", "社会"))
                .expect(200);
        circle.droma
                .put(path + "/submission", body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        assertThat(counted()).isEqualTo(1);
        assertThat(raised(circle.pema)).containsExactly("OPINION_REPORT - true");
        circle.droma.put(path + "/withdrawal", body("reason", "另写")).expect(200);
        assertThat(counted()).isZero();
        assertThat(raised(circle.pema)).isEmpty();
    }

    @Test
    void a_repeated_send_makes_one_draft_and_what_was_written_otherwise_is_never_linked_afterwards() {
        var id = Ids.next();
        var path = circle.group + "/posts/" + own + "/raisings";
        circle.droma.post(path, body("id", id, "as", "PROPOSAL")).expect(201);
        assertThat(circle.droma
                        .post(path, body("id", id, "as", "PROPOSAL"))
                        .expect(201)
                        .id())
                .isEqualTo(id);
        assertThat(raised(circle.droma)).hasSize(1);
        circle.pema.post(path, body("id", id, "as", "PROPOSAL")).refused(409, "id.taken");
        var other = story.filed();
        story.tashi.post(path, body("id", other, "as", "PROPOSAL")).refused(409, "id.taken");
        assertThat(counted()).isZero();
    }

    @Test
    void only_members_raise_and_only_what_they_read() {
        var path = circle.group + "/posts/" + own + "/raisings";
        var guest = story.county.guest("读者");
        guest.post(path, body("as", "PROPOSAL")).refused(404, "not-found");
        circle.office.post(path, body("as", "PROPOSAL")).refused(403, "policy.not-allowed");
        circle.droma.post(path, body()).refused(422, "fields.invalid").naming("as");
        circle.droma.post(path, body("as", "PETITION")).expect(400);
        assertThat(circle.pema.get(circle.group + "/posts/" + own).expect(200).can())
                .contains("raise");
        assertThat(circle.office.get(circle.group + "/posts/" + own).expect(200).can())
                .doesNotContain("raise");
        circle.tashi
                .put(circle.group + "/posts/" + own + "/hiding", body("reason", "跑题"))
                .expect(200);
        circle.pema.post(path, body("as", "PROPOSAL")).refused(404, "not-found");
        circle.pema.get("/api/reading-posts/" + own).refused(404, "not-found");
        circle.pema.get("/api/reading-posts/" + UUID.randomUUID()).refused(404, "not-found");
    }

    private Answer raise(Person by, UUID post, String as) {
        return by.post(circle.group + "/posts/" + post + "/raisings", body("id", Ids.next(), "as", as));
    }

    private void file(UUID proposal) {
        var path = "/api/proposals/" + proposal;
        var text = Story.text("关于牧区冬季道路养护的建议");
        text.put("version", 1);
        circle.droma.put(path, text).expect(200);
        circle.droma
                .put(path + "/submission", body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(path + "/acceptance", body()).expect(200);
        story.office.put(path + "/review", body("stage", 1, "comment", "内容具体")).expect(200);
        story.office.put(path + "/review", body("stage", 2)).expect(200);
        story.office.put(path + "/filing", body()).expect(200);
    }

    private List<String> raised(Person by) {
        return by.get(circle.group + "/raisings")
                .expect(200)
                .json()
                .valueStream()
                .map(each -> each.path("as").asText() + " " + each.path("id").asText("-") + " "
                        + each.path("out").asBoolean())
                .toList();
    }

    /** As the study office's figure says it, and its list. */
    private int counted() {
        var study = story.county.staff("学习", Role.STUDY_STAFF);
        var n = study.get("/api/indicators?basis=year&period=2026")
                .expect(200)
                .json()
                .valueStream()
                .filter(figure -> figure.path("key").asText().equals("reading.converted"))
                .mapToInt(figure -> figure.path("n").asInt())
                .sum();
        var listed = study.get("/api/indicators/reading.converted/items?basis=year&period=2026")
                .expect(200)
                .at("/items");
        assertThat(listed).hasSize(n);
        return n;
    }
}
