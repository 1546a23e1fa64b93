package cn.tongxin.history;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private final Stage stage = Stage.shared();
    private final TestCommittee county = Stage.committee();

    @Test
    void a_reader_gets_each_line_once_and_in_order() {
        var seen = new ArrayList<Long>();
        var readers = readers("once", lines -> lines.forEach(line -> seen.add(line.seq())));
        moves(3);
        readers.catchUp(county.id());
        moves(2);
        readers.catchUp(county.id());
        readers.catchUp(county.id());
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_line_that_fails_five_times_is_parked_and_the_others_go_on() {
        var seen = new ArrayList<Long>();
        var readers = readers(
                "stumbling",
                lines -> lines.forEach(line -> {
                    if (line.seq() == 2) {
                        throw new IllegalStateException("cannot read this");
                    }
                    if (!seen.contains(line.seq())) {
                        seen.add(line.seq());
                    }
                }));
        moves(3);
        for (var i = 0; i < 5; i++) {
            readers.catchUp(county.id());
        }
        assertThat(seen).containsExactly(1L, 3L);
        assertThat(county.number("select failures from parked_line where reader = 'stumbling' and seq = 2"))
                .isEqualTo(5);
    }

    private void moves(int count) {
        var tashi = county.member("扎西");
        for (var i = 0; i < count; i++) {
            tashi.post("/api/proposals", body("title", "建议")).expect(201);
        }
    }

    private Readers readers(String name, java.util.function.Consumer<List<HistoryLine>> reading) {
        var reader = new Reader() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void read(List<HistoryLine> lines) {
                reading.accept(lines);
            }
        };
        return new Readers(
                List.of(reader),
                stage.bean(HistoryLines.class),
                stage.bean(Committees.class),
                stage.bean(Transactions.class),
                stage.bean(DSLContext.class),
                stage.clock,
                Duration.ofMinutes(1),
                0);
    }
}
