package cn.tongxin.committee;

import static cn.tongxin.db.cell.Tables.PLENARY_SESSION;
import static cn.tongxin.db.cell.Tables.TERM;
import static cn.tongxin.db.platform.Tables.COMMITTEE;

import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The SQL of the committee, its terms and its plenary sessions. */
@Singleton
class Sessions {
    private final DSLContext sql;

    Sessions(DSLContext sql) {
        this.sql = sql;
    }

    Committee get(UUID id) {
        return sql.select(COMMITTEE.ID, COMMITTEE.CODE, COMMITTEE.NAME, COMMITTEE.LEVEL)
                .from(COMMITTEE)
                .where(COMMITTEE.ID.eq(id))
                .fetchOptional(row -> new Committee(row.value1(), row.value2(), row.value3(), row.value4()))
                .orElseThrow(Refusal::notFound);
    }

    List<Term> terms() {
        return sql.select(TERM.ID, TERM.NO)
                .from(TERM)
                .orderBy(TERM.NO.desc())
                .fetch(row -> new Term(row.value1(), row.value2()));
    }

    /** False where the id or the number is taken. */
    boolean insert(Term term, Instant now) {
        return sql.insertInto(TERM)
                        .set(TERM.ID, term.id())
                        .set(TERM.NO, term.no())
                        .set(TERM.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    SessionPeriods sessionPeriods() {
        return new SessionPeriods(
                sql.select(PLENARY_SESSION.fields()).from(PLENARY_SESSION).fetch(Sessions::session));
    }

    PlenarySession session(UUID id) {
        return sql.select(PLENARY_SESSION.fields())
                .from(PLENARY_SESSION)
                .where(PLENARY_SESSION.ID.eq(id))
                .fetchOptional(Sessions::session)
                .orElseThrow(Refusal::notFound);
    }

    boolean insert(PlenarySession session) {
        return sql.insertInto(PLENARY_SESSION)
                        .set(PLENARY_SESSION.ID, session.id())
                        .set(PLENARY_SESSION.VERSION, session.version())
                        .set(PLENARY_SESSION.TERM_NO, session.termNo())
                        .set(PLENARY_SESSION.SESSION_NO, session.sessionNo())
                        .set(PLENARY_SESSION.OPENS_ON, session.opensOn())
                        .set(PLENARY_SESSION.CLOSES_ON, session.closesOn())
                        .set(PLENARY_SESSION.PROPOSAL_WINDOW_OPENS_ON, session.proposalWindowOpensOn())
                        .set(PLENARY_SESSION.PROPOSAL_CUTOFF_AT, session.proposalCutoffAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(PlenarySession next) {
        var updated = sql.update(PLENARY_SESSION)
                .set(PLENARY_SESSION.VERSION, next.version())
                .set(PLENARY_SESSION.OPENS_ON, next.opensOn())
                .set(PLENARY_SESSION.CLOSES_ON, next.closesOn())
                .set(PLENARY_SESSION.PROPOSAL_WINDOW_OPENS_ON, next.proposalWindowOpensOn())
                .set(PLENARY_SESSION.PROPOSAL_CUTOFF_AT, next.proposalCutoffAt())
                .where(PLENARY_SESSION.ID.eq(next.id()))
                .and(PLENARY_SESSION.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw SessionActions.outdated();
        }
    }

    private static PlenarySession session(Record row) {
        return new PlenarySession(
                row.get(PLENARY_SESSION.ID),
                row.get(PLENARY_SESSION.VERSION),
                row.get(PLENARY_SESSION.TERM_NO),
                row.get(PLENARY_SESSION.SESSION_NO),
                row.get(PLENARY_SESSION.OPENS_ON),
                row.get(PLENARY_SESSION.CLOSES_ON),
                row.get(PLENARY_SESSION.PROPOSAL_WINDOW_OPENS_ON),
                row.get(PLENARY_SESSION.PROPOSAL_CUTOFF_AT));
    }
}
