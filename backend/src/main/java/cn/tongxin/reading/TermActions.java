package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The programme office plans reading terms and takes them from step to step. */
@Singleton
class TermActions {
    private final ReadingTerms terms;
    private final ReadingGroups groups;
    private final VisitEnding visits;
    private final History history;
    private final Clock clock;

    TermActions(ReadingTerms terms, ReadingGroups groups, VisitEnding visits, History history, Clock clock) {
        this.terms = terms;
        this.groups = groups;
        this.visits = visits;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id answers the row that is there. */
    @Transactional
    UUID plan(ReadingTerm term) {
        ReadingPolicy.checkKeepsTerms(Caller.current());
        ReadingTerm.check(new Fields(), term).orRefuse();
        if (terms.insert(term, clock.instant())) {
            history.record(line("reading.term-planned", term));
        } else if (!terms.get(term.id()).term().name().equals(term.name())) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        return term.id();
    }

    @Transactional
    void edit(UUID id, int version, ReadingTerm as) {
        ReadingPolicy.checkKeepsTerms(Caller.current());
        var term = current(id, version).term();
        ReadingTerm.check(new Fields(), as).orRefuse();
        if (!term.status().takesGroups()) {
            throw Refusal.conflict("reading.term-move-not-allowed", "It is being wrapped up.")
                    .with("state", term.status());
        }
        var edited = term.edited(as.name(), as.startsOn(), as.endsOn());
        terms.update(edited, clock.instant());
        history.record(line("reading.term-edited", edited));
    }

    /** To the next step, or back from the last; it is archived once all its groups are closed, and then their visitors leave. */
    @Transactional
    void move(UUID id, int version, ReadingTerm.@Nullable Status to) {
        ReadingPolicy.checkKeepsTerms(Caller.current());
        new Fields().required("status", to).orRefuse();
        var found = current(id, version);
        var moved = found.term().after(java.util.Objects.requireNonNull(to));
        if (to == ReadingTerm.Status.ARCHIVED && found.openGroups() > 0) {
            throw Refusal.conflict("reading.term-has-groups", "Some of its groups have not been closed.")
                    .with("groups", found.openGroups());
        }
        if (to == found.term().status().before() && !found.goesBack()) {
            throw Refusal.conflict("reading.term-begun", "Some of its groups have begun.")
                    .with("groups", found.begunGroups());
        }
        terms.update(moved, clock.instant());
        if (to == ReadingTerm.Status.ARCHIVED) {
            groups.visitedIn(id).forEach(visits::endAll);
        }
        history.record(line("reading.term-moved", moved).moved(found.term().status(), moved.status()));
    }

    private ReadingTerms.Found current(UUID id, int version) {
        var found = terms.get(id);
        if (found.term().version() != version) {
            throw ReadingTerms.changedMeanwhile();
        }
        return found;
    }

    private static Line line(String kind, ReadingTerm term) {
        return Line.of(kind, "reading_term", term.id()).with("name", term.name());
    }
}
