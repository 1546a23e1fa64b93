package cn.tongxin.committee;

import cn.tongxin.committee.CommitteePolicy.Matter;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms and plenary sessions are entered and corrected. */
@Singleton
class SessionActions {
    private final Sessions sessions;
    private final History history;
    private final Clock clock;

    SessionActions(Sessions sessions, History history, Clock clock) {
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Term addTerm(@Nullable UUID id, int no) {
        CommitteePolicy.check(Caller.current(), Matter.TERM_AND_SESSION);
        new Fields()
                .check("no", no >= 1 && no <= 99, "out-of-range", "1 to 99.")
                .orRefuse();
        var term = new Term(Ids.orNext(id), no);
        if (!sessions.insert(term, clock.instant())) {
            if (sessions.terms().contains(term)) {
                return term;
            }
            throw Refusal.conflict("term.taken", "This term is there already.");
        }
        history.record(Line.of("term.added", "term", term.id()).with("no", no));
        return term;
    }

    @Transactional
    PlenarySession add(PlenarySession session) {
        CommitteePolicy.check(Caller.current(), Matter.TERM_AND_SESSION);
        check(session);
        if (sessions.terms().stream().noneMatch(term -> term.no() == session.termNo())) {
            throw Refusal.unprocessable("session.term-missing", "There is no such term; add it first.")
                    .field("termNo");
        }
        var known = sessions.sessionPeriods().sessions();
        if (known.contains(session)) {
            return session;
        }
        checkOrder(known, session);
        if (!sessions.insert(session)) {
            throw Refusal.conflict("session.taken", "This session, or another opening on that day, is there already.");
        }
        history.record(said(Line.of("session.added", "session", session.id()), session));
        return session;
    }

    @Transactional
    PlenarySession change(UUID id, int version, PlenarySession asked) {
        CommitteePolicy.check(Caller.current(), Matter.TERM_AND_SESSION);
        var there = sessions.session(id);
        if (there.version() != version) {
            throw outdated();
        }
        var next = new PlenarySession(
                id,
                version + 1,
                there.termNo(),
                there.sessionNo(),
                asked.opensOn(),
                asked.closesOn(),
                asked.proposalWindowOpensOn(),
                asked.proposalCutoffAt());
        check(next);
        checkOrder(sessions.sessionPeriods().sessions(), next);
        sessions.update(next);
        history.record(said(Line.of("session.changed", "session", id), next));
        return next;
    }

    static Refusal outdated() {
        return Refusal.conflict("session.version", "Somebody has changed this session meanwhile.");
    }

    private static void check(PlenarySession session) {
        var opensOn = session.opensOn();
        new Fields().required("opensOn", opensOn).orRefuse();
        new Fields()
                .check(
                        "opensOn",
                        opensOn.getYear() >= 1949 && opensOn.getYear() <= 2199,
                        "out-of-range",
                        "A day of our time.")
                .orRefuse(); // the days below are counted from it
        new Fields()
                .check("sessionNo", session.sessionNo() >= 1 && session.sessionNo() <= 20, "out-of-range", "1 to 20.")
                .check("closesOn", !isBefore(session.closesOn(), opensOn), "too-early", "Not before it opens.")
                .check(
                        "closesOn",
                        !isBefore(opensOn.plusDays(60), session.closesOn()),
                        "too-late",
                        "A plenary lasts days, not months.")
                .check(
                        "proposalWindowOpensOn",
                        !isBefore(opensOn, session.proposalWindowOpensOn()),
                        "too-late",
                        "Not after it opens.")
                .orRefuse();
    }

    private static boolean isBefore(java.time.@Nullable LocalDate day, java.time.@Nullable LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }

    private static void checkOrder(List<PlenarySession> known, PlenarySession session) {
        var all = new ArrayList<>(known);
        all.removeIf(other -> other.id().equals(session.id()));
        if (all.stream().anyMatch(other -> other.opensOn().equals(session.opensOn()))) {
            throw Refusal.conflict("session.taken", "Another session opens on that day.")
                    .field("opensOn");
        }
        all.add(session);
        if (!new SessionPeriods(all).areInOrder()) {
            throw Refusal.unprocessable("session.out-of-order", "A later session opens later than an earlier one.")
                    .field("opensOn");
        }
    }

    private static Line said(Line line, PlenarySession session) {
        return line.with("session", session.key())
                .with("opensOn", session.opensOn())
                .with("closesOn", session.closesOn())
                .with("proposalWindowOpensOn", session.proposalWindowOpensOn())
                .with("proposalCutoffAt", session.proposalCutoffAt());
    }
}
