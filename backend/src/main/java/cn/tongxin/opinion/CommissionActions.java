package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** The office commissions reports and closes the call. */
@Singleton
class CommissionActions {
    private static final int TOPIC_MAX = 60;
    private static final int BRIEF_MAX = 1_000;
    private static final int ASKED_MAX = 500;

    private final Commissions commissions;
    private final OpinionReports reports;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    CommissionActions(
            Commissions commissions, OpinionReports reports, Calendar calendar, History history, Clock clock) {
        this.commissions = commissions;
        this.reports = reports;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Commission commission(CommissionController.NewCommission body) {
        var caller = Caller.current();
        OpinionPolicy.checkEdits(caller);
        var asked = body.seatIds() == null ? List.<UUID>of() : body.seatIds();
        new Fields().whole("seatIds", asked).orRefuse();
        var seats = new LinkedHashSet<>(asked);
        var today = calendar.today();
        var known = reports.seatStatus(seats);
        var fields = new Fields()
                .required("topic", body.topic())
                .maxLength("topic", body.topic(), TOPIC_MAX)
                .maxLength("brief", body.brief(), BRIEF_MAX)
                .required("dueOn", body.dueOn())
                .check("dueOn", body.dueOn() == null || !body.dueOn().isBefore(today), "in-past", "Not before today.")
                .check("seatIds", !seats.isEmpty(), "required", "Whom to ask.")
                .check("seatIds", seats.size() <= ASKED_MAX, "too-many", "At most " + ASKED_MAX + ".");
        var at = 0;
        for (var seat : seats) {
            fields.check("seatIds[" + at++ + "]", known.get(seat) == SeatStatus.ACTIVE, "unknown", "No active seat.");
        }
        fields.orRefuse();
        var id = Ids.orNext(body.id());
        if (!commissions.insert(id, body, seats, caller.seatId(), clock.instant())) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        history.record(Line.of("opinion.commissioned", "opinion_commission", id)
                .with("topic", body.topic())
                .with("dueOn", body.dueOn())
                .with("asked", seats.size()));
        return commissions.get(id, caller, today);
    }

    @Transactional
    Commission close(UUID id, int version) {
        var caller = Caller.current();
        OpinionPolicy.checkEdits(caller);
        var commission = commissions.get(id, caller, calendar.today());
        commissions.close(id, version, calendar.today());
        history.record(
                Line.of("opinion.commission-closed", "opinion_commission", id).with("topic", commission.topic()));
        return commissions.get(id, caller, calendar.today());
    }
}
