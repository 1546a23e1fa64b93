package cn.tongxin.committee;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import org.junit.jupiter.api.Test;

/** Holidays and working days over HTTP, and the table in the database against the notices. */
class CalendarTest {
    private final TestCommittee shigatse = Stage.committee();
    private final Person admin = shigatse.staff("卓玛", Role.TENANT_ADMIN);
    private final Person tashi = shigatse.member("扎西");

    @Test
    void the_table_holds_exactly_the_days_of_the_notices() {
        var holidays = Stage.shared().bean(Holidays.class);
        var transactions = Stage.shared().bean(Transactions.class);

        Caller.system(shigatse.id()).run(() -> {
            assertThat(transactions.alone(holidays::national)).containsExactlyInAnyOrderElementsOf(Notices.days());
            assertThat(transactions.alone(holidays::yearsWithNotice)).containsExactlyElementsOf(Notices.ALL.keySet());
        });
    }

    @Test
    void a_date_over_new_year_says_how_it_was_found() {
        var due = tashi.get("/api/working-days?from=2025-12-30&days=3").expect(200);

        assertThat(due.at("/date").asText()).isEqualTo("2026-01-05");
        assertThat(due.at("/provisional").asBoolean()).isFalse();
        assertThat(due.at("/explanation/start").asText()).isEqualTo("2025-12-30");
        assertThat(due.at("/explanation/rule").asText()).isEqualTo("3 个工作日");
        assertThat(due.at("/explanation/skipped").findValuesAsText("name")).containsExactly("元旦", "元旦", "元旦");
        assertThat(due.at("/explanation/madeUp/0/day").asText()).isEqualTo("2026-01-04");
    }

    @Test
    void a_date_in_a_year_without_notice_is_provisional() {
        var due = tashi.get("/api/working-days?from=2026-12-30&days=5").expect(200);

        assertThat(due.at("/provisional").asBoolean()).isTrue();
        assertThat(due.at("/explanation/missingYears/0").asInt()).isEqualTo(2027);
        assertThat(tashi.get("/api/holidays").expect(200).at("/missingYears/0").asInt())
                .isEqualTo(2027);
    }

    @Test
    void a_local_holiday_moves_the_dates_of_its_committee_alone() {
        var elsewhere = Stage.committee().member("金花");
        var path = "/api/working-days?from=2026-02-14&days=1";
        assertThat(tashi.get(path).at("/date").asText()).isEqualTo("2026-02-24");

        admin.put("/api/holidays/2026-02-24", body("name", "藏历新年")).expect(200);
        admin.put("/api/holidays/2026-03-07", body("name", "藏历新年", "kind", "MAKE_UP"))
                .expect(200);

        assertThat(tashi.get(path).at("/date").asText()).isEqualTo("2026-02-25");
        assertThat(tashi.get("/api/working-days?from=2026-03-06&days=1")
                        .at("/date")
                        .asText())
                .isEqualTo("2026-03-07");
        assertThat(elsewhere.get(path).at("/date").asText()).isEqualTo("2026-02-24");
        assertThat(tashi.get("/api/holidays/2026-02-24")
                        .expect(200)
                        .at("/source")
                        .asText())
                .isEqualTo("COMMITTEE");
        assertThat(tashi.get("/api/holidays?year=2026").expect(200).at("/days").findValuesAsText("day"))
                .contains("2026-02-23", "2026-02-24", "2026-02-28", "2026-03-07");
    }

    @Test
    void a_local_holiday_is_changed_and_taken_back() {
        admin.put("/api/holidays/2026-08-18", body("name", "建州纪念日")).expect(200);
        admin.put("/api/holidays/2026-08-18", body("name", "州庆")).expect(200);
        assertThat(tashi.get("/api/holidays/2026-08-18").at("/name").asText()).isEqualTo("州庆");

        admin.delete("/api/holidays/2026-08-18").expect(204);

        admin.delete("/api/holidays/2026-08-18").refused(404, "not-found");
        tashi.get("/api/holidays/2026-08-18").refused(404, "not-found");
        assertThat(tashi.get("/api/holidays/2026-10-01")
                        .expect(200)
                        .at("/source")
                        .asText())
                .isEqualTo("NATIONAL");
        assertThat(shigatse.historyHead()).isEqualTo(3);
    }

    @Test
    void bad_days_are_refused() {
        admin.put("/api/holidays/2026-03-05", body("name", "补班", "kind", "MAKE_UP"))
                .refused(422, "fields.invalid")
                .naming("kind");
        admin.put("/api/holidays/2026-03-05", body())
                .refused(422, "fields.invalid")
                .naming("name");
        admin.put("/api/holidays/1026-03-05", body("name", "州庆"))
                .refused(422, "fields.invalid")
                .naming("day");
        admin.put("/api/holidays/2026-02-30", body("name", "州庆")).refused(400, "request.malformed");
        tashi.get("/api/working-days?from=2026-03-05&days=501")
                .refused(400, "working-days.range")
                .naming("days");
        tashi.get("/api/working-days?from=2026-03-05&days=-1")
                .refused(400, "working-days.range")
                .naming("days");
        tashi.get("/api/working-days?from=9999-03-05&days=1")
                .refused(400, "working-days.range")
                .naming("from");
        tashi.get("/api/working-days?from=soon&days=1").refused(400, "request.malformed");
        tashi.get("/api/working-days?from=2026-03-05").refused(400, "request.malformed");
    }
}
