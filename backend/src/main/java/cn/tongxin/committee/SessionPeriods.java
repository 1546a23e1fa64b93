package cn.tongxin.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The session periods of a committee: each begins when a plenary opens and ends when the next one does, so none overlap. */
public record SessionPeriods(List<PlenarySession> sessions) {

    private static final Comparator<PlenarySession> BY_NUMBER =
            Comparator.comparingInt(PlenarySession::termNo).thenComparingInt(PlenarySession::sessionNo);

    /** Where a proposal belongs: its session, and whether it was put to the plenary or between two. */
    public record Intake(PlenarySession session, boolean plenary) {}

    public SessionPeriods {
        sessions = sessions.stream()
                .sorted(Comparator.comparing(PlenarySession::opensOn))
                .toList();
    }

    /** The session in whose period a day lies; none before the first plenary we know of. */
    public Optional<PlenarySession> on(LocalDate day) {
        return sessions.reversed().stream()
                .filter(session -> !session.opensOn().isAfter(day))
                .findFirst();
    }

    /** What a proposal submitted at that moment counts as. After the cut-off it is an intersession one, not an error. */
    public Optional<Intake> intake(Instant submittedAt, Span plenaryWindow) {
        var plenary = sessions.stream()
                .filter(session -> session.takesProposalsAt(submittedAt, plenaryWindow))
                .map(session -> new Intake(session, true))
                .findFirst();
        return plenary.or(() ->
                on(submittedAt.atZone(PlenarySession.CHINA).toLocalDate()).map(session -> new Intake(session, false)));
    }

    public Optional<PlenarySession> find(String key) {
        return sessions.stream().filter(session -> session.key().equals(key)).findFirst();
    }

    /** Later plenaries carry later numbers. */
    boolean areInOrder() {
        return sessions.equals(sessions.stream().sorted(BY_NUMBER).toList());
    }
}
