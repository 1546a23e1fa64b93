package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who plans, leads and hands over the sessions of a reading group. */
final class SessionPolicy {
    private SessionPolicy() {}

    static boolean allows(Caller caller, ReadingSession.Move move, ReadingSession session, Footing footing) {
        if (!caller.mayWrite()) {
            return false;
        }
        return switch (move) {
            case ReadingSession.Move.Edit _,
                    ReadingSession.Move.Reassign _,
                    ReadingSession.Move.Cancel _,
                    ReadingSession.Move.Unlead _,
                    ReadingSession.Move.Summarise _,
                    ReadingSession.Move.Unsummarise _ -> ReadingPolicy.moderates(caller, footing);
            case ReadingSession.Move.Lead _ -> ReadingPolicy.moderates(caller, footing) || leads(caller, session);
        };
    }

    static void check(Caller caller, ReadingSession.Move move, ReadingSession session, Footing footing) {
        if (!allows(caller, move, session, footing)) {
            throw Refusal.notAllowed();
        }
    }

    /** A host asks another to take over what is before him. */
    static boolean asksSwap(Caller caller, ReadingSession session) {
        return caller.mayWrite()
                && session.status() == ReadingSession.Status.PLANNED
                && isSeat(caller, session.plan().hostId());
    }

    static boolean leads(Caller caller, ReadingSession session) {
        return isSeat(caller, session.plan().hostId())
                || isSeat(caller, session.plan().guideId());
    }

    private static boolean isSeat(Caller caller, @Nullable UUID seat) {
        return seat != null && Objects.equals(caller.seat(), seat);
    }

    /** The buttons of one session. */
    static List<String> can(Caller caller, ReadingSession session, Footing footing) {
        var can = new ArrayList<String>();
        var status = footing.group().status();
        if (session.status() == ReadingSession.Status.PLANNED) {
            if (status.allows(new ReadingMove.Plan())
                    && allows(caller, new ReadingSession.Move.Edit(session.plan()), session, footing)) {
                can.addAll(List.of("edit", "reassign", "cancel"));
            }
            if (status.allows(new ReadingMove.Hold())
                    && allows(
                            caller, new ReadingSession.Move.Lead(session.plan().startsOn()), session, footing)) {
                can.add("lead");
            }
            if (status.allows(new ReadingMove.Host()) && asksSwap(caller, session)) {
                can.add("ask-swap");
            }
        }
        if (session.status() == ReadingSession.Status.LED
                && session.importRef() == null
                && status.allows(new ReadingMove.Hold())
                && allows(caller, new ReadingSession.Move.Unlead(""), session, footing)) {
            can.add("unlead");
        }
        return can;
    }
}
