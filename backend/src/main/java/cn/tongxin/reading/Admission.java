package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Loads a reading group for a move of the caller's: invisible is 404, not allowed 403, not now 409, in this order. */
@Singleton
public class Admission {
    private final ReadingGroups groups;
    private final Posts posts;

    Admission(ReadingGroups groups, Posts posts) {
        this.groups = groups;
        this.posts = posts;
    }

    /** The same as {@link #load}, after whoever changes the group just now, and before whoever wants to next. */
    public Footing hold(UUID id, ReadingMove move) {
        posts.lock(id);
        return load(id, move);
    }

    public Footing load(UUID id, ReadingMove move) {
        var caller = Caller.current();
        var footing = groups.footing(id, caller.seat());
        ReadingPolicy.check(caller, move, footing);
        footing.group().status().after(move);
        return footing;
    }

    /** The group as the caller finds it; 404 where it is not for his eyes. */
    public Footing see(UUID id) {
        var caller = Caller.current();
        var footing = groups.footing(id, caller.seat());
        if (!ReadingPolicy.sees(caller, footing)) {
            throw Refusal.notFound();
        }
        return footing;
    }
}
