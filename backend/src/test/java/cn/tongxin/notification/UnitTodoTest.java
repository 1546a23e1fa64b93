package cn.tongxin.notification;

import static cn.tongxin.proposal.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One clerk, a unit in the county and one in the prefecture, one screen. */
class UnitTodoTest {
    private final Story county = new Story();
    private final Story prefecture = new Story();

    @Test
    void a_clerk_with_seats_in_two_committees_sees_both_by_seat() {
        var here = county.clerk;
        var there = prefecture.county.seatFor(here, Role.UNIT_CLERK);
        prefecture.county.inside(
                "update seat_role set unit_id = ? where seat_id = ?", prefecture.otherUnit, there.seat());
        var own = county.assigned();
        var other = prefecture.filed();
        prefecture
                .office
                .put(at(other, "assignment"), Story.toUnit(prefecture.otherUnit))
                .expect(200);
        prefecture.assigned();

        for (var seat : List.of(here, there)) {
            var todos = seat.get("/api/todo/units").expect(200).json();
            assertThat(todos).hasSize(2);
            var mine = todos.get(0).path("seatId").asText().equals(here.seat().toString()) ? 0 : 1;
            assertThat(todos.get(mine).path("committeeName").asText()).contains(county.county.code());
            assertThat(todos.get(mine).path("unitName").asText()).isEqualTo("县交通运输局");
            assertThat(todos.get(mine).at("/groups/0/verb").asText()).isEqualTo("SIGN_FOR");
            assertThat(todos.get(mine).at("/groups/0/items/0/subjectId").asText())
                    .isEqualTo(county.assignmentOf(own).toString());
            assertThat(todos.get(1 - mine).path("unitName").asText()).isEqualTo("县农业农村局");
            assertThat(todos.get(1 - mine).at("/groups/0/count").asInt())
                    .as("what another unit has is not his")
                    .isEqualTo(1);
            assertThat(todos.get(1 - mine).at("/groups/0/items/0/subjectId").asText())
                    .isEqualTo(prefecture.assignmentOf(other).toString());
        }
        here.get("/api/assignments/" + prefecture.assignmentOf(other)).refused(404, "not-found");
        county.tashi.get("/api/todo/units").refused(403, "policy.not-allowed");
    }
}
