package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.COMMITTEE;
import static cn.tongxin.db.platform.Tables.DIVISION;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.http.Refusal;
import cn.tongxin.identity.OperatorController.CommitteeView;
import cn.tongxin.identity.OperatorController.DivisionView;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Committees as the operator sees them: that they are there, and how many seats are in use. */
@Singleton
class OperatedCommittees {
    private final DSLContext sql;
    private final Transactions transactions;

    OperatedCommittees(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    List<CommitteeView> list() {
        return transactions.alone(() -> read(DSL.noCondition()));
    }

    CommitteeView get(UUID id) {
        return transactions.alone(() -> read(COMMITTEE.ID.eq(id))).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    List<DivisionView> divisions(@Nullable String parent) {
        return transactions.alone(() -> {
            var below = DIVISION.as("below");
            var hasChildren =
                    DSL.field(DSL.exists(DSL.selectOne().from(below).where(below.PARENT_CODE.eq(DIVISION.CODE))));
            var found = sql.select(DIVISION.CODE, DIVISION.NAME, DIVISION.LEVEL, hasChildren)
                    .from(DIVISION)
                    .where(parent == null ? DIVISION.PARENT_CODE.isNull() : DIVISION.PARENT_CODE.eq(parent))
                    .and(DIVISION.VALID_TO.isNull())
                    .orderBy(DIVISION.CODE)
                    .fetch();
            Map<String, CommitteeView> committees = read(COMMITTEE.CODE.in(found.getValues(DIVISION.CODE))).stream()
                    .collect(Collectors.toMap(CommitteeView::code, Function.identity()));
            return found.map(row -> new DivisionView(
                    row.value1(), row.value2(), row.value3(), row.value4(), committees.get(row.value1())));
        });
    }

    private List<CommitteeView> read(Condition which) {
        var active = DSL.field(DSL.selectCount()
                .from(SEAT_DIRECTORY)
                .where(SEAT_DIRECTORY.COMMITTEE_ID.eq(COMMITTEE.ID))
                .and(SEAT_DIRECTORY.STATUS.eq("ACTIVE"))
                .and(SEAT_DIRECTORY.ACCOUNT_ID.isNotNull()));
        return sql.select(
                        COMMITTEE.ID,
                        COMMITTEE.CODE,
                        COMMITTEE.NAME,
                        COMMITTEE.LEVEL,
                        COMMITTEE.STATUS,
                        active,
                        COMMITTEE.CREATED_AT)
                .from(COMMITTEE)
                .where(which)
                .orderBy(COMMITTEE.CODE)
                .fetch(row -> new CommitteeView(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().equals("SUSPENDED"),
                        row.value6(),
                        row.value7()));
    }
}
