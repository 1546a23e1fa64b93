package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Loads a reading group for a move of the caller's: invisible is 404, not allowed 403, not now 409, in this order. */
@Singleton
class Admission {
    private final ReadingGroups groups;
    private final Participants participants;

    Admission(ReadingGroups groups, Participants participants) {
        this.groups = groups;
        this.participants = participants;
    }

    Footing load(UUID id, ReadingMove move) {
        var caller = Caller.current();
        var footing = new Footing(groups.get(id), participants.part(id, caller.seat()));
        ReadingPolicy.check(caller, move, footing);
        footing.group().status().after(move);
        return footing;
    }
}
