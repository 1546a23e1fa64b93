package cn.tongxin.dispatch;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import org.junit.jupiter.api.Test;

/** Letters between committees. */
class DispatchTest {
    private final Stage stage = Stage.shared();
    private final TestCommittee prefecture = Stage.committee("PREFECTURE", null);
    private final TestCommittee county = Stage.committee("COUNTY", prefecture);
    private final Courier courier = stage.bean(Courier.class);

    @Test
    void a_head_goes_up_once_with_a_line_on_both_sides_however_often_it_is_carried() {
        county.staff("管理员", Role.TENANT_ADMIN).post("/api/terms", body("no", 2)).expect(201);
        var head = county.historyHead();
        assertThat(sendHead()).isTrue();
        courier.carry(county.id());
        stage.bean(Transactions.class)
                .in(
                        county.id(),
                        () -> stage.bean(org.jooq.DSLContext.class).execute("update outgoing set delivered_at = null"));
        courier.carry(county.id());

        assertThat(county.number("select count(*) from outgoing where kind = 'head' and delivered_at is not null"))
                .isEqualTo(1);
        assertThat(prefecture.number("select seq from received_head where sender_id = ?", county.id()))
                .isGreaterThanOrEqualTo(head);
        assertThat(prefecture.number("select count(*) from received where kind = 'head'"))
                .isEqualTo(1);
        assertThat(
                        county.number(
                                "select count(*) from history h join outgoing o on o.id = h.subject_id where h.kind = 'dispatch.sent' and o.kind = 'head'"))
                .isEqualTo(1);
        assertThat(
                        prefecture.number(
                                "select count(*) from history h join received r on r.id = h.subject_id where h.kind = 'dispatch.received' and r.kind = 'head'"))
                .isEqualTo(1);
    }

    @Test
    void a_letter_waits_until_its_recipient_is_there() {
        var early = TestCommittee.create(stage, "990101", "COUNTY", "990100");
        early.staff("管理员", Role.TENANT_ADMIN).post("/api/terms", body("no", 2)).expect(201);
        stage.bean(Transactions.class)
                .in(early.id(), () -> stage.bean(HeadSender.class).send("990100"));
        courier.carry(early.id());
        assertThat(early.number("select count(*) from outgoing where kind = 'head' and delivered_at is null"))
                .isEqualTo(1);

        var late = TestCommittee.create(stage, "990100", "PREFECTURE", null);
        courier.carry(early.id());

        assertThat(late.number("select count(*) from received where kind = 'head'"))
                .isEqualTo(1);
        assertThat(early.number("select count(*) from outgoing where kind = 'head' and delivered_at is null"))
                .isZero();
    }

    @Test
    void a_letter_that_nobody_can_take_is_left_lying_after_five_tries() {
        stage.bean(Transactions.class)
                .in(county.id(), () -> stage.bean(Post.class).send(prefecture.code(), "nonsense", body("a", 1)));
        for (var i = 0; i < 7; i++) {
            courier.carry(county.id());
        }
        assertThat(county.number("select failures from outgoing where kind = 'nonsense'"))
                .isEqualTo(5);
        assertThat(prefecture.number("select count(*) from received where kind = 'nonsense'"))
                .isZero();
    }

    private boolean sendHead() {
        return stage.bean(Transactions.class)
                .in(county.id(), () -> stage.bean(HeadSender.class).send(prefecture.code()));
    }
}
