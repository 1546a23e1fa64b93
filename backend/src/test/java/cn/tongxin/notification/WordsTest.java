package cn.tongxin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    @Test
    void every_kind_that_may_reach_an_inbox_has_its_sentence() {
        var sources = Stage.shared().beans(NewsSource.class);
        assertThat(sources).isNotEmpty();
        for (var source : sources) {
            assertThat(source.kinds()).allMatch(words::know);
        }
    }

    @Test
    void every_role_has_its_name() {
        for (var role : Role.values()) {
            assertThat(words.title(news("seat.role-granted", Map.of("role", role.name()))))
                    .doesNotContain(role.name());
        }
    }

    @Test
    void what_people_wrote_is_taken_as_it_is_and_a_missing_reason_is_no_line() {
        var odd = news("proposal.returned", Map.of("title", "$1 {reason} \\", "reason", "补充数据"));
        assertThat(words.title(odd)).isEqualTo("您的提案《$1 {reason} \\》被退回修改");
        assertThat(words.text(odd)).contains("原因：补充数据");
        assertThat(words.text(news("proposal.returned", Map.of("title", "题")))).isEmpty();
    }

    private static News news(String kind, Map<String, String> said) {
        return new News(UUID.randomUUID(), kind, "proposal", UUID.randomUUID(), said);
    }
}
