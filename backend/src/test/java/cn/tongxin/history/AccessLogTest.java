package cn.tongxin.history;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

/** The security log, as the auditor reads it and nobody else. */
class AccessLogTest {
    private final TestCommittee ganzi = Stage.committee();
    private final Person auditor = ganzi.staff("央金", Role.AUDITOR);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void the_auditor_reads_who_was_refused_and_who_took_what_away_the_newest_first() {
        tashi.get("/api/access-log").refused(403, "policy.not-allowed");
        tashi.post("/api/list-exports", body("list", "提案", "rows", 2, "reason", "交办会用"))
                .expect(204);

        var first = auditor.get("/api/access-log?limit=1").expect(200);
        assertThat(first.at("/items/0/kind").asText()).isEqualTo("exported");
        assertThat(first.at("/items/0/name").asText()).isEqualTo("扎西");
        assertThat(first.at("/items/0/detail").asText()).isEqualTo("提案 2 条：交办会用");
        var rest = auditor.get("/api/access-log?after=" + first.at("/next").asText())
                .expect(200);
        assertThat(rest.at("/items/0/kind").asText()).isEqualTo("refused");
        assertThat(rest.at("/items/0/detail").asText()).isEqualTo("GET /api/access-log");
        assertThat(rest.json().has("next")).isFalse();
        assertThat(auditor.get("/api/access-log?kind=refused")
                        .expect(200)
                        .json()
                        .findValuesAsText("kind"))
                .containsExactly("refused");
    }

    @Test
    void an_administrator_does_not_read_what_he_is_watched_by() {
        ganzi.staff("泽仁", Role.TENANT_ADMIN).get("/api/access-log").refused(403, "policy.not-allowed");
    }
}
