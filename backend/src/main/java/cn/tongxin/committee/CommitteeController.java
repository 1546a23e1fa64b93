package cn.tongxin.committee;

import cn.tongxin.committee.CommitteePolicy.Matter;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The committee, its terms and plenary sessions over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class CommitteeController {
    private final Sessions sessions;
    private final SessionActions actions;
    private final Clock clock;

    CommitteeController(Sessions sessions, SessionActions actions, Clock clock) {
        this.sessions = sessions;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param currentSession the session in whose period today lies */
    @Serdeable
    record CommitteeView(
            UUID id,
            String code,
            String name,
            String level,
            List<Term> terms,
            @Nullable SessionView currentSession,
            List<String> can) {}

    @Serdeable
    record SessionView(
            UUID id,
            int version,
            int termNo,
            int sessionNo,
            String key,
            String name,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate proposalWindowOpensOn,
            @Nullable Instant proposalCutoffAt,
            List<String> can) {

        static SessionView of(PlenarySession session) {
            return new SessionView(
                    session.id(),
                    session.version(),
                    session.termNo(),
                    session.sessionNo(),
                    session.key(),
                    session.name(),
                    session.opensOn(),
                    session.closesOn(),
                    session.proposalWindowOpensOn(),
                    session.proposalCutoffAt(),
                    CommitteePolicy.allows(Caller.current(), Matter.TERM_AND_SESSION) ? List.of("edit") : List.of());
        }
    }

    @Serdeable
    record NewTerm(@Nullable UUID id, int no) {}

    @Serdeable
    record NewSession(
            @Nullable UUID id,
            int termNo,
            int sessionNo,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate proposalWindowOpensOn,
            @Nullable Instant proposalCutoffAt) {}

    @Serdeable
    record SessionChange(
            int version,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate proposalWindowOpensOn,
            @Nullable Instant proposalCutoffAt) {}

    @Get("/committee")
    @Transactional(readOnly = true)
    CommitteeView show() {
        var caller = Caller.current();
        var committee = sessions.get(caller.committeeId());
        return new CommitteeView(
                committee.id(),
                committee.code(),
                committee.name(),
                committee.level(),
                sessions.terms(),
                sessions.sessionPeriods()
                        .on(LocalDate.now(clock))
                        .map(SessionView::of)
                        .orElse(null),
                CommitteePolicy.allows(caller, Matter.TERM_AND_SESSION) ? List.of("addTerm", "addSession") : List.of());
    }

    @Get("/terms")
    @Transactional(readOnly = true)
    List<Term> terms() {
        return sessions.terms();
    }

    @Post("/terms")
    @Status(HttpStatus.CREATED)
    Term addTerm(@Body NewTerm term) {
        return actions.addTerm(term.id(), term.no());
    }

    /** The latest first. */
    @Get("/sessions")
    @Transactional(readOnly = true)
    List<SessionView> sessions() {
        return sessions.sessionPeriods().sessions().reversed().stream()
                .map(SessionView::of)
                .toList();
    }

    @Post("/sessions")
    @Status(HttpStatus.CREATED)
    SessionView addSession(@Body NewSession body) {
        return SessionView.of(actions.add(new PlenarySession(
                Ids.orNext(body.id()),
                1,
                body.termNo(),
                body.sessionNo(),
                body.opensOn(),
                body.closesOn(),
                body.proposalWindowOpensOn(),
                body.proposalCutoffAt())));
    }

    @Put("/sessions/{id}")
    SessionView changeSession(UUID id, @Body SessionChange body) {
        var asked = new PlenarySession(
                id,
                body.version(),
                0,
                0,
                body.opensOn(),
                body.closesOn(),
                body.proposalWindowOpensOn(),
                body.proposalCutoffAt());
        return SessionView.of(actions.change(id, body.version(), asked));
    }
}
