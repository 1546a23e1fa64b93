package cn.tongxin.indicator;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.evidence.Evidence;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Eventually;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Figures from evidence, the lists behind them, and their way up. */
class IndicatorTest {
    private final TestCommittee province = Stage.committee("PROVINCE", null);
    private final TestCommittee prefecture = Stage.committee("PREFECTURE", province);
    private final TestCommittee county = Stage.committee("COUNTY", prefecture);

    @Test
    void a_figure_and_its_list_are_the_same_by_session_and_by_year() {
        var office = new Office(county, 16, 2, "2023-01-03");
        office.filed("2023-01-05");
        office.filed("2023-02-05");
        office.received("2023-02-06");

        assertThat(office.figure("proposal.received", "session", "16-2")
                        .path("n")
                        .asInt())
                .isEqualTo(3);
        assertThat(office.figure("proposal.filed", "year", "2023").path("n").asInt())
                .isEqualTo(2);
        assertThat(office.list("proposal.received", "session", "16-2", "&limit=2"))
                .hasSize(3);
        assertThat(office.list("proposal.filed", "year", "2023", "")).hasSize(2);
        assertThat(office.figure("proposal.filed", "year", "2022").path("n").asInt())
                .isZero();
    }

    @Test
    void an_unfiled_proposal_no_longer_counts_and_a_merged_one_says_into_which() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var main = office.filed("2023-01-05");
        var unfiled = office.filed("2023-01-06");
        var merged = office.filed("2023-01-07");
        county.inside(
                "update proposal set status = 'SUBMITTED', case_no = null, filed_on = null, unfiled_on = '2023-03-01'"
                        + " where id = ?",
                unfiled);
        county.inside(
                "update proposal set status = 'MERGED', case_no = null, filed_on = null, merged_into_id = ?, merged_on"
                        + " = '2023-03-01' where id = ?",
                main,
                merged);

        assertThat(office.list("proposal.filed", "session", "16-2", "")).containsOnlyKeys(main);
        var excluded = office.list("proposal.filed", "session", "16-2", "&excluded=true");
        assertThat(excluded.get(unfiled).path("whyNot").asText()).isEqualTo("unfiled");
        assertThat(excluded.get(merged).path("whyNot").asText()).isEqualTo("merged:" + main);
        assertThat(office.figure("proposal.filed", "session", "16-2").path("n").asInt())
                .isEqualTo(1);
        assertThat(office.figure("proposal.merged", "session", "16-2").path("n").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_rate_is_n_of_N_and_its_list_is_the_whole() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var filed = office.filed("2023-01-05");
        var answered = office.assigned(filed, "SEPARATE", "REPLY_ACCEPTED");
        var waiting = office.assigned(filed, "SEPARATE", "SENT");
        var returned = office.assigned(filed, "SEPARATE", "RETURNED");
        var assisting = office.assigned(filed, "ASSIST", "SENT");

        var figure = office.figure("proposal.reply_rate", "session", "16-2");
        assertThat(figure.path("n").asInt()).isEqualTo(1);
        assertThat(figure.path("N").asInt()).isEqualTo(2);
        var list = office.list("proposal.reply_rate", "session", "16-2", "");
        assertThat(list).containsOnlyKeys(answered, waiting).doesNotContainKey(assisting);
        assertThat(list.get(answered).path("inN").asBoolean()).isTrue();
        assertThat(list.get(waiting).path("inN").asBoolean()).isFalse();
        assertThat(office.list("proposal.reply_rate", "session", "16-2", "&excluded=true"))
                .containsOnlyKeys(returned);
    }

    @Test
    void a_whole_proposal_is_replied_and_satisfied_when_every_unit_is() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var half = office.filed("2023-01-05");
        office.assigned(half, "SEPARATE", "REPLY_ACCEPTED");
        office.assigned(half, "SEPARATE", "SENT");
        var whole = office.filed("2023-01-06");
        var good = office.assigned(whole, "SEPARATE", "REPLY_ACCEPTED");
        var better = office.assigned(whole, "SEPARATE", "REPLY_ACCEPTED");
        office.assigned(whole, "ASSIST", "SENT");
        office.assigned(whole, "SEPARATE", "RETURNED");
        office.filed("2023-01-07");

        var replied = office.figure("proposal.case_reply_rate", "session", "16-2");
        assertThat(replied.path("n").asInt()).isEqualTo(1);
        assertThat(replied.path("N").asInt()).isEqualTo(3);
        office.rated(good, "BASICALLY_SATISFIED");
        assertThat(office.figure("proposal.case_satisfaction_rate", "session", "16-2")
                        .path("N")
                        .asInt())
                .as("half a judgement is none")
                .isZero();
        office.rated(better, "NOT_SATISFIED");
        var satisfied = office.figure("proposal.case_satisfaction_rate", "session", "16-2");
        assertThat(satisfied.path("n").asInt()).isZero();
        assertThat(satisfied.path("N").asInt()).isEqualTo(1);
        assertThat(office.list("proposal.case_satisfaction_rate", "session", "16-2", ""))
                .containsOnlyKeys(whole);
    }

    @Test
    void replies_are_counted_by_grade_in_time_and_with_what_came_back() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var filed = office.filed("2023-01-05");
        var silent = office.assigned(filed, "SEPARATE", "REPLY_ACCEPTED");
        var heard = office.assigned(filed, "SEPARATE", "REPLY_ACCEPTED");
        county.inside("update handling_assignment set round = 2 where id = ?", heard);
        county.inside(
                "update handling_reply set grade = 'PLANNED', due_on = '2023-03-31' where assignment_id = ?", heard);
        office.rated(silent, "NO_RESPONSE");
        office.rated(heard, "NOT_SATISFIED");

        assertThat(office.n("proposal.solved")).isEqualTo("1");
        assertThat(office.n("proposal.planned")).isEqualTo("1");
        assertThat(office.n("proposal.in_progress")).isEqualTo("0");
        assertThat(office.n("proposal.on_time_rate")).isEqualTo("1/2");
        assertThat(office.n("proposal.feedback_rate"))
                .as("silence is no feedback")
                .isEqualTo("1/2");
        assertThat(office.n("proposal.not_satisfied")).isEqualTo("1");
        assertThat(office.n("proposal.satisfied")).isEqualTo("0");
        assertThat(office.n("proposal.rehandled")).isEqualTo("1");
        assertThat(office.list("proposal.rehandled", "session", "16-2", "")).containsOnlyKeys(heard);
    }

    @Test
    void a_share_of_the_members_has_proposed_or_signed() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var signer = county.member("央金");
        var silent = county.member("卓玛");
        county.staff("工作人员", Role.PROPOSAL_STAFF);
        county.inside("update seat set term_no = 16");
        assertThat(office.n("proposal.member_share")).isEqualTo("0/3");

        var filed = office.filed("2023-01-05");
        county.inside(
                "insert into proposal_cosigner (proposal_id, seat_id, position, signed_on) values (?, ?, 1,"
                        + " '2023-01-04')",
                filed,
                signer.seat());
        assertThat(office.n("proposal.member_share")).isEqualTo("2/3");
        county.inside("update seat set status = 'ENDED', end_reason = 'RESIGNED' where id = ?", silent.seat());
        assertThat(office.n("proposal.member_share")).isEqualTo("2/2");
    }

    @Test
    void the_members_of_a_past_session_are_those_of_its_own_period() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var resigned = county.member("央金");
        var later = county.member("卓玛");
        var back = county.member("次仁");
        county.inside("update seat set term_no = 16, decided_on = '2022-01-05'");
        county.inside(
                "insert into plenary_session (id, version, term_no, session_no, opens_on) values (?, 1, 16, 3, '2024-01-09')",
                Ids.next());
        assertThat(office.n("proposal.member_share")).isEqualTo("0/4");

        county.inside(
                "update seat set status = 'ENDED', end_reason = 'RESIGNED', decided_on = '2023-06-30' where id = ?",
                resigned.seat());
        county.inside("update seat set decided_on = '2024-03-01' where id = ?", later.seat());
        assertThat(office.n("proposal.member_share"))
                .as("without who left within the period, and without who came after it")
                .isEqualTo("0/2");
        county.inside("update seat set decided_on = '2024-03-01' where id = ?", resigned.seat());
        assertThat(office.n("proposal.member_share"))
                .as("who left in a later session was there")
                .isEqualTo("0/3");
        county.inside(
                "update seat set status = 'ENDED', end_reason = 'TERM_END', decided_on = '2027-01-04' where id = ?",
                back.seat());
        assertThat(office.n("proposal.member_share"))
                .as("a term that ended keeps its members")
                .isEqualTo("0/3");
    }

    @Test
    void figures_go_up_and_a_missing_committee_is_named() {
        var silent = Stage.committee("COUNTY", prefecture);
        var countyOffice = new Office(county, 16, 2, "2023-01-03");
        countyOffice.filed("2023-01-05");
        var prefectureOffice = new Office(prefecture, 14, 2, "2023-01-08");
        prefectureOffice.filed("2023-01-09");
        prefectureOffice.filed("2023-01-10");
        countyOffice.move();
        prefectureOffice.move();
        var reporter = prefecture.staff("汇总", Role.ROLLUP_REPORTER);
        var analyst = province.staff("省分析", Role.PROVINCE_ANALYST);

        var table = Eventually.find(
                () -> reporter.get("/api/rollup?basis=year&period=2023")
                        .expect(200)
                        .json(),
                rollup -> n(rollup.path("children").path(0).path("figures"), "proposal.filed") == 1);
        assertThat(n(table.path("own"), "proposal.filed")).isEqualTo(2);
        assertThat(n(table.path("together"), "proposal.filed")).isEqualTo(3);
        assertThat(table.path("reported").asInt()).isEqualTo(1);
        assertThat(table.path("of").asInt()).isEqualTo(2);
        assertThat(table.path("missing").findValuesAsText("code")).containsExactly(silent.code());

        var above = Eventually.find(
                () -> analyst.get("/api/rollup?basis=session&period=2023")
                        .expect(200)
                        .json(),
                rollup -> n(rollup.path("children").path(0).path("below").path("figures"), "proposal.filed") == 1);
        var child = above.path("children").path(0);
        assertThat(child.path("committee").path("code").asText()).isEqualTo(prefecture.code());
        assertThat(n(child.path("figures"), "proposal.filed")).isEqualTo(2);
        assertThat(child.path("below").path("reported").asInt()).isEqualTo(1);
        assertThat(child.path("below").path("of").asInt()).isEqualTo(2);
        assertThat(n(above.path("together"), "proposal.filed")).isEqualTo(3);
    }

    @Test
    void a_correction_below_changes_the_figure_above() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var filed = office.filed("2023-01-05");
        office.move();
        var reporter = prefecture.staff("汇总", Role.ROLLUP_REPORTER);
        Supplier<JsonNode> table = () -> reporter.get("/api/rollup?basis=year&period=2023")
                .json()
                .path("children")
                .path(0)
                .path("figures");
        Eventually.find(table, figures -> n(figures, "proposal.filed") == 1);

        county.inside(
                "update proposal set status = 'SUBMITTED', case_no = null, filed_on = null, unfiled_on = '2023-03-01'"
                        + " where id = ?",
                filed);
        office.move();

        Eventually.find(table, figures -> n(figures, "proposal.filed") == 0);
    }

    @Test
    void no_name_and_no_case_goes_up() {
        var office = new Office(county, 16, 2, "2023-01-03");
        office.filed("2023-01-05");
        office.move();
        Eventually.find(
                () -> county.number("select count(*) from outgoing where kind = 'figures'"), count -> count > 0);
        assertThat(county.number(
                        "select count(*) from outgoing where body::text like '%关于%' or body::text like '%扎西%'"))
                .isZero();
    }

    @Test
    void members_guests_and_clerks_read_no_figures_and_reporters_open_no_cases() {
        county.member("扎西").get("/api/indicators").refused(403, "policy.not-allowed");
        county.guest("客人").get("/api/indicators").refused(403, "policy.not-allowed");
        county.member("扎西").get("/api/rollup").refused(403, "policy.not-allowed");
        var reporter = county.staff("汇总", Role.ROLLUP_REPORTER);
        reporter.get("/api/indicators").expect(200);
        reporter.get("/api/indicators/proposal.filed/items?basis=year&period=2023")
                .refused(403, "policy.not-allowed");
        county.staff("提案", Role.PROPOSAL_STAFF).get("/api/rollup").refused(403, "policy.not-allowed");
    }

    @Test
    void a_period_that_is_none_is_refused() {
        var staff = county.staff("提案", Role.PROPOSAL_STAFF);
        staff.get("/api/indicators?basis=year&period=14-2").refused(400, "period.malformed");
        staff.get("/api/indicators?period=2023").refused(400, "period.basis");
        staff.get("/api/indicators?basis=month").refused(400, "period.basis");
        staff.get("/api/indicators/proposal.key/items?basis=year&period=2023").refused(400, "period.basis");
        staff.get("/api/indicators/proposal.unknown/items?basis=year&period=2023")
                .refused(404, "not-found");
    }

    @Test
    void nobody_stands_twice_in_any_kind_of_evidence() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var filed = office.filed("2023-01-05");
        office.assigned(filed, "SOLE", "REPLY_ACCEPTED");
        county.inside(
                "insert into proposal_cosigner (proposal_id, seat_id, position, signed_on) values (?, ?, 1,"
                        + " '2023-01-04')",
                filed,
                county.member("央金").seat());
        var stage = county.stage();
        assertThat(stage.bean(Transactions.class)
                        .in(county.id(), () -> stage.bean(Evidence.class).findDoubles()))
                .isEmpty();
        assertThat(office.figure("proposal.filed", "session", "16-2").path("n").asInt())
                .isEqualTo(1);
    }

    private static int n(JsonNode figures, String key) {
        for (var figure : figures) {
            if (figure.path("key").asText().equals(key)) {
                return figure.path("n").asInt();
            }
        }
        return -1;
    }

    /** A committee's office with proposals as its other features leave them. */
    @Test
    void a_figure_is_broken_down_and_its_parts_make_the_whole() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var road = office.filed("2023-01-05");
        var school = office.filed("2023-01-06");
        var unfiled = office.filed("2023-01-07");
        office.received("2023-01-08");
        county.inside("update proposal set category = '经济' where id = ?", road);
        county.inside("update proposal set category = '教育' where id = ?", school);
        county.inside(
                "update proposal set category = '教育', case_no = null, filed_on = null, status = 'SUBMITTED' where id = ?",
                unfiled);
        county.inside("update seat set sex = 'FEMALE', ethnicity = '藏族' where name = '扎西'");
        var answered = office.assigned(road, "SEPARATE", "REPLY_ACCEPTED");
        office.assigned(road, "SEPARATE", "SENT");
        office.assigned(school, "SOLE", "RETURNED");

        assertThat(office.parts("proposal.filed", "CATEGORY")).containsExactly("教育 1", "经济 1");
        assertThat(office.parts("proposal.received", "CATEGORY"))
                .as("what has no category is a part too")
                .containsExactly("教育 2", "null 1", "经济 1");
        assertThat(office.parts("proposal.received", "SEX")).containsExactly("FEMALE 4");
        assertThat(office.parts("proposal.received", "ETHNICITY")).containsExactly("藏族 4");
        assertThat(office.parts("proposal.received", "SECTOR")).containsExactly("null 4");
        assertThat(office.parts("proposal.received", "PROPONENT_KIND")).containsExactly("MEMBER 4");
        assertThat(office.parts("proposal.received", "KIND")).containsExactly("PLENARY 4");
        assertThat(office.parts("proposal.reply_rate", "CATEGORY")).containsExactly("经济 1/2");
        assertThat(office.parts("proposal.reply_rate", "UNIT")).hasSize(2).allMatch(part -> part.endsWith("/1"));
        assertThat(office.n("proposal.reply_rate")).isEqualTo("1/2");
        assertThat(answered).isNotNull();

        var at = "/api/indicators/%s/breakdown?basis=session&period=16-2&by=%s";
        office.staff.get(at.formatted("proposal.filed", "UNIT")).refused(422, "indicator.no-breakdown");
        office.staff.get(at.formatted("proposal.promises_open", "CATEGORY")).refused(422, "indicator.no-breakdown");
        office.staff.get(at.formatted("no.such", "CATEGORY")).refused(404, "not-found");
        office.author.get(at.formatted("proposal.filed", "CATEGORY")).refused(403, "policy.not-allowed");
        county.staff("主席", Role.CHAIR_COUNCIL)
                .get(at.formatted("proposal.filed", "CATEGORY"))
                .refused(403, "policy.not-allowed");
    }

    @Test
    void parts_are_compared_over_the_sessions() {
        var office = new Office(county, 16, 2, "2023-01-03");
        office.filed("2023-01-05");
        var next = office.admin
                .post("/api/sessions", body("termNo", 16, "sessionNo", 3, "opensOn", "2024-01-04"))
                .expect(201)
                .id();
        var later = office.filed("2024-01-06");
        county.inside("update proposal set session_id = ?, category = '经济' where id = ?", next, later);
        var table = office.staff
                .get("/api/indicators/proposal.filed/comparison?basis=session&by=CATEGORY")
                .expect(200)
                .json();
        assertThat(table.path("periods")).extracting(JsonNode::asText).containsExactly("16-3", "16-2");
        assertThat(table.path("rows").path(0).path("name").asText()).isEqualTo("经济");
        assertThat(table.path("rows").path(0).path("cells"))
                .extracting(cell -> cell.path("n").asInt())
                .containsExactly(1, 0);
        county.staff("主席", Role.CHAIR_COUNCIL)
                .get("/api/indicators/proposal.filed/comparison?basis=session&by=CATEGORY")
                .expect(200);
        office.author
                .get("/api/indicators/proposal.filed/comparison?basis=session&by=CATEGORY")
                .refused(403, "policy.not-allowed");
        office.staff
                .get("/api/indicators/proposal.filed/comparison?basis=session&by=UNIT")
                .refused(422, "indicator.no-breakdown");
    }

    @Test
    void no_two_figures_isolate_one_person_for_who_may_not_open_the_list() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var peoples = List.of("藏族", "藏族", "藏族", "藏族", "回族", "回族", "回族", "汉族");
        for (var i = 0; i < peoples.size(); i++) {
            var member = county.member("委员" + i);
            county.inside("update seat set ethnicity = ? where id = ?", peoples.get(i), member.seat());
            // All but one of the Tibetan members' proposals were filed: the two figures differ by one person.
            var proposal = i == 0 ? office.received("2023-01-05") : office.filed("2023-01-05");
            county.inside("update proposal set proponent_id = ? where id = ?", member.seat(), proposal);
        }
        var at = "/api/indicators/%s/comparison?basis=%s&by=%s";
        var chair = county.staff("主席", Role.CHAIR_COUNCIL);

        assertThat(office.cells(office.staff, at.formatted("proposal.received", "session", "ETHNICITY")))
                .as("the office may open the list")
                .containsExactlyInAnyOrder("藏族 4", "回族 3", "汉族 1");
        assertThat(office.cells(chair, at.formatted("proposal.received", "session", "ETHNICITY")))
                .as("eight less four does not give the only Han member away")
                .containsExactlyInAnyOrder("藏族 4", "回族 withheld", "汉族 withheld");
        chair.get(at.formatted("proposal.filed", "session", "ETHNICITY")).refused(403, "indicator.persons-withheld");
        chair.get(at.formatted("proposal.received", "year", "ETHNICITY")).refused(403, "indicator.persons-withheld");
        chair.get(at.formatted("proposal.reply_rate", "session", "SEX")).refused(403, "indicator.persons-withheld");
        assertThat(office.cells(office.staff, at.formatted("proposal.filed", "session", "ETHNICITY")))
                .contains("藏族 3");
    }

    @Test
    void what_is_withheld_is_never_one_part_nor_fewer_than_three_people() {
        assertThat(SmallCells.withheld(Map.of("a", 5L, "b", 3L))).isEmpty();
        assertThat(SmallCells.withheld(Map.of("a", 5L, "b", 3L, "c", 1L))).containsExactlyInAnyOrder("b", "c");
        assertThat(SmallCells.withheld(Map.of("a", 5L, "b", 1L, "c", 1L))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(SmallCells.withheld(Map.of("a", 5L, "b", 2L, "c", 2L))).containsExactlyInAnyOrder("b", "c");
        assertThat(SmallCells.withheld(Map.of("a", 5L, "b", 0L))).isEmpty();
        assertThat(SmallCells.withheld(Map.of("a", 2L))).containsExactly("a");
    }

    @Test
    void one_table_says_of_each_unit_what_its_lists_say() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var filed = office.filed("2023-01-05");
        var heard = office.assigned(filed, "SEPARATE", "REPLY_ACCEPTED");
        var late = office.assigned(filed, "SEPARATE", "REPLY_ACCEPTED");
        var returned = office.assigned(filed, "SEPARATE", "RETURNED");
        office.assigned(filed, "ASSIST", "SENT");
        var busy = office.units.get(heard);
        county.inside(
                "update handling_assignment set unit_id = ?, reply_by = '2023-03-31', overdue_since = '2023-04-01',"
                        + " round = 2, subject_id = ? where id = ?",
                busy,
                office.filed("2023-01-06"),
                late);
        county.inside("update handling_reply set grade = 'PLANNED' where assignment_id = ?", late);
        office.rated(heard, "SATISFIED");
        office.rated(late, "NOT_SATISFIED");

        var table = office.staff
                .get("/api/unit-figures?basis=session&period=16-2")
                .expect(200)
                .json();
        assertThat(table.path("can").path(0).asText()).isEqualTo("open");
        assertThat(table.path("rows")).as("who only assists owes no reply").hasSize(2);
        var row = office.unitRow(table, busy);
        assertThat(row.path("ASSIGNED").asInt()).isEqualTo(2);
        assertThat(row.path("REPLIED").asInt()).isEqualTo(2);
        assertThat(row.path("ON_TIME").asInt()).isEqualTo(1);
        assertThat(row.path("SOLVED").asInt()).isEqualTo(1);
        assertThat(row.path("PLANNED").asInt()).isEqualTo(1);
        assertThat(row.path("SATISFIED").asInt()).isEqualTo(1);
        assertThat(row.path("NOT_SATISFIED").asInt()).isEqualTo(1);
        assertThat(row.path("REHANDLED").asInt()).isEqualTo(1);
        assertThat(row.path("OVERDUE").asInt()).isEqualTo(1);
        assertThat(row.path("RETURNED").asInt()).isZero();
        var gaveBack = office.unitRow(table, office.units.get(returned));
        assertThat(gaveBack.path("ASSIGNED").asInt()).isZero();
        assertThat(gaveBack.path("RETURNED").asInt()).isEqualTo(1);
        assertThat(gaveBack.path("DAYS_LOST").asInt()).isEqualTo(59);

        for (var each : table.path("rows")) {
            each.path("figures").properties().stream()
                    .filter(figure -> !figure.getKey().equals("DAYS_LOST"))
                    .forEach(figure -> assertThat(office.staff
                                    .get("/api/unit-figures/"
                                            + each.path("unitId").asText() + "/" + figure.getKey()
                                            + "?basis=session&period=16-2")
                                    .expect(200)
                                    .json()
                                    .path("items"))
                            .as("%s of %s", figure.getKey(), each.path("unit"))
                            .hasSize(figure.getValue().asInt()));
        }
        var year = office.staff
                .get("/api/unit-figures?basis=year&period=2024")
                .expect(200)
                .json();
        assertThat(year.path("rows")).isEmpty();
    }

    @Test
    void leaders_read_the_table_of_units_and_open_no_case_of_it() {
        var office = new Office(county, 16, 2, "2023-01-03");
        var unit = office.units.get(office.assigned(office.filed("2023-01-05"), "SOLE", "SENT"));
        var at = "?basis=session&period=16-2";
        var chair = county.staff("主席", Role.CHAIR_COUNCIL);
        assertThat(chair.get("/api/unit-figures" + at).expect(200).json().path("can"))
                .isEmpty();
        chair.get("/api/unit-figures/" + unit + "/ASSIGNED" + at).refused(403, "policy.not-allowed");
        office.author.get("/api/unit-figures" + at).refused(403, "policy.not-allowed");
        office.staff.get("/api/unit-figures?basis=month&period=16-2").refused(400, "period.basis");
    }

    private static final class Office {
        private final TestCommittee committee;
        private final Person staff;
        private final Person admin;
        private final Person author;
        private final UUID session;
        private final Map<UUID, UUID> units = new java.util.HashMap<>();
        private int numbers;

        Office(TestCommittee committee, int term, int session, String opens) {
            this.committee = committee;
            staff = committee.staff("提案委", Role.PROPOSAL_STAFF);
            admin = committee.staff("管理员", Role.TENANT_ADMIN);
            author = committee.member("扎西");
            admin.post("/api/terms", body("no", term)).expect(201);
            this.session = admin.post("/api/sessions", body("termNo", term, "sessionNo", session, "opensOn", opens))
                    .expect(201)
                    .id();
        }

        UUID received(String on) {
            var id = Ids.next();
            committee.inside(
                    "insert into proposal (id, version, status, proponent_kind, proponent_id, title, situation,"
                            + " analysis, open_to_public, kind, session_id, intake_no, received_on, created_at,"
                            + " updated_at) values (?, 1, 'SUBMITTED', 'MEMBER', ?, '关于道路的建议', '', '', false, 'PLENARY',"
                            + " ?, ?, ?, now(), now())",
                    id,
                    author.seat(),
                    session,
                    ++numbers,
                    LocalDate.parse(on));
            return id;
        }

        UUID filed(String on) {
            var id = received(on);
            committee.inside(
                    "insert into proposal_case (session_id, no, proposal_id, issued_on) values (?, ?, ?, ?)",
                    session,
                    numbers,
                    id,
                    LocalDate.parse(on));
            committee.inside(
                    "update proposal set status = 'FILED', case_no = ?, filed_on = ? where id = ?",
                    String.valueOf(numbers),
                    LocalDate.parse(on),
                    id);
            return id;
        }

        UUID assigned(UUID proposal, String role, String status) {
            var unit = Ids.next();
            committee.inside(
                    "insert into handling_unit (id, version, name, system, valid_from) values (?, 1, ?, 'GOVERNMENT',"
                            + " '2020-01-01')",
                    unit,
                    "单位" + unit);
            var id = Ids.next();
            units.put(id, unit);
            var replied = status.equals("REPLY_ACCEPTED");
            committee.inside(
                    "insert into handling_assignment (id, version, subject_type, subject_id, session_id, unit_id,"
                            + " role, status, assigned_on, accept_by, return_by, reply_by, started_on, replied_on,"
                            + " released_on, returned_on, created_at, updated_at) values (?, 1, 'proposal', ?, ?, ?, ?, ?,"
                            + " '2023-02-01', '2023-03-01', '2023-03-01', '2023-05-01', '2023-02-01', ?, ?, ?, now(),"
                            + " now())",
                    id,
                    proposal,
                    session,
                    unit,
                    role,
                    status,
                    replied ? LocalDate.of(2023, 4, 1) : null,
                    replied ? LocalDate.of(2023, 4, 1) : null,
                    status.equals("RETURNED") ? LocalDate.of(2023, 4, 1) : null);
            if (replied) {
                committee.inside(
                        "insert into handling_reply (id, assignment_id, round, text, grade, replied_on, released_at,"
                                + " created_at) values (?, ?, 1, '已办', 'SOLVED', '2023-04-01', now(), now())",
                        Ids.next(),
                        id);
            }
            return id;
        }

        /** Of the newest period: name and n. */
        List<String> cells(Person who, String at) {
            var found = new ArrayList<String>();
            for (var row : who.get(at).expect(200).json().path("rows")) {
                var cell = row.path("cells").path(0);
                found.add(row.path("name").asText("null") + " "
                        + (cell.path("withheld").asBoolean()
                                ? "withheld"
                                : cell.path("n").asText()));
            }
            return found;
        }

        JsonNode unitRow(JsonNode table, UUID unit) {
            for (var row : table.path("rows")) {
                if (row.path("unitId").asText().equals(unit.toString())) {
                    return row.path("figures");
                }
            }
            throw new AssertionError(unit + " is not in " + table);
        }

        void rated(UUID assignment, String result) {
            committee.inside(
                    "insert into handling_rating (id, assignment_id, round, version, latest, attitude, result, client,"
                            + " rated_on, rated_at) values (?, ?, 1, 1, true, ?, ?, 'PHONE', '2023-04-02',"
                            + " now())",
                    Ids.next(),
                    assignment,
                    result.equals("NO_RESPONSE") ? result : "SATISFIED",
                    result);
        }

        /** Something that is recorded, so that the readers look. */
        void move() {
            admin.post("/api/sectors", body("name", "界别" + ++numbers)).expect(201);
        }

        JsonNode figure(String key, String basis, String period) {
            var figures = staff.get("/api/indicators?basis=" + basis + "&period=" + period)
                    .expect(200)
                    .json();
            for (var figure : figures) {
                if (figure.path("key").asText().equals(key)) {
                    return figure;
                }
            }
            throw new AssertionError(key + " is not in " + figures);
        }

        /** Of the session 16-2: name and n, of a rate n/N. */
        List<String> parts(String key, String by) {
            var found = new ArrayList<String>();
            for (var part : staff.get("/api/indicators/" + key + "/breakdown?basis=session&period=16-2&by=" + by)
                    .expect(200)
                    .json()) {
                found.add(
                        part.path("name").asText("null") + " " + part.path("n").asText()
                                + (part.has("N") ? "/" + part.path("N").asText() : ""));
            }
            return found;
        }

        /** Of the session 16-2: n, of a rate n/N; 0 where nothing was ever counted. */
        String n(String key) {
            for (var figure :
                    staff.get("/api/indicators?basis=session&period=16-2").json()) {
                if (figure.path("key").asText().equals(key)) {
                    return figure.path("n").asText()
                            + (figure.has("N") ? "/" + figure.path("N").asText() : "");
                }
            }
            return "0";
        }

        Map<UUID, JsonNode> list(String key, String basis, String period, String more) {
            var found = new java.util.LinkedHashMap<UUID, JsonNode>();
            var after = "";
            List<String> pages = new ArrayList<>();
            do {
                var page = staff.get("/api/indicators/" + key + "/items?basis=" + basis + "&period=" + period + more
                                + (after.isEmpty() ? "" : "&after=" + after))
                        .expect(200)
                        .json();
                page.path("items")
                        .forEach(item ->
                                found.put(UUID.fromString(item.path("id").asText()), item));
                after = page.path("next").asText("");
                pages.add(after);
            } while (!after.isEmpty());
            return found;
        }
    }
}
