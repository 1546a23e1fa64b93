package cn.tongxin.reading.digest;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.READING_SESSION;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.reading.Post;
import cn.tongxin.reading.digest.Digest.Turnout;
import cn.tongxin.shared.ClockFactory;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of what a digest is made from: who was in the group in some days, who of them wrote, and what stood out. */
@Singleton
class Written {
    private final DSLContext sql;

    Written(DSLContext sql) {
        this.sql = sql;
    }

    /** A post that stood out, in its author's words. */
    @Serdeable
    @Schema(name = "ReadingDigestPiece")
    record Piece(UUID postId, String author, String kind, LocalDate on, String text) {}

    /** Everybody who was in the group in these days, guests too; and of them those who wrote something that is seen. */
    Turnout turnout(UUID group, LocalDate from, LocalDate to) {
        var begins = from.atStartOfDay(ClockFactory.ZONE).toInstant();
        var ends = to.plusDays(1).atStartOfDay(ClockFactory.ZONE).toInstant();
        var wrote = DSL.exists(DSL.selectOne()
                .from(READING_POST)
                .where(READING_POST.GROUP_ID.eq(READING_MEMBER.GROUP_ID))
                .and(READING_POST.AUTHOR_ID.eq(READING_MEMBER.SEAT_ID))
                .and(isSeen(from, to)));
        var wasIn = READING_MEMBER
                .JOINED_AT
                .lt(ends)
                .and(READING_MEMBER.LEFT_AT.isNull().or(READING_MEMBER.LEFT_AT.ge(begins)));
        return sql.select(DSL.count().filterWhere(wrote), DSL.count())
                .from(READING_MEMBER)
                .where(READING_MEMBER.GROUP_ID.eq(group))
                .and(wasIn.or(wrote))
                .fetchSingle(row -> new Turnout(row.value1(), row.value2()));
    }

    /** By whoever owns the group, or hosts or guides one of its sessions; anybody may call his post a lead. */
    List<Piece> leads(UUID group, LocalDate from, LocalDate to) {
        return pieces(READING_POST
                .GROUP_ID
                .eq(group)
                .and(READING_POST.KIND.eq(Post.Kind.LEAD.name()))
                .and(isByALeader())
                .and(isSeen(from, to)));
    }

    List<Piece> excellent(UUID group, LocalDate from, LocalDate to) {
        return pieces(READING_POST
                .GROUP_ID
                .eq(group)
                .and(READING_POST.EXCELLENT_ON.isNotNull())
                .and(isSeen(from, to)));
    }

    Map<UUID, String> names(Collection<UUID> seats) {
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.in(seats))
                .fetchMap(SEAT.ID, SEAT.NAME);
    }

    private List<Piece> pieces(Condition which) {
        return sql.select(READING_POST.ID, SEAT.NAME, READING_POST.KIND, READING_POST.POSTED_ON, READING_POST.TEXT)
                .from(READING_POST)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_POST.AUTHOR_ID))
                .where(which)
                .orderBy(READING_POST.SEQ)
                .fetch(row -> new Piece(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private static Condition isByALeader() {
        var owns = DSL.exists(DSL.selectOne()
                .from(READING_GROUP)
                .where(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .and(READING_GROUP.OWNER_ID.eq(READING_POST.AUTHOR_ID)));
        return owns.or(DSL.exists(DSL.selectOne()
                .from(READING_SESSION)
                .where(READING_SESSION.GROUP_ID.eq(READING_POST.GROUP_ID))
                .and(READING_SESSION.STATUS.ne("CANCELLED"))
                .and(READING_POST.AUTHOR_ID.in(READING_SESSION.HOST_ID, READING_SESSION.GUIDE_ID))));
    }

    private static Condition isSeen(LocalDate from, LocalDate to) {
        return READING_POST.STATUS.eq(Post.Status.VISIBLE.name()).and(READING_POST.POSTED_ON.between(from, to));
    }
}
