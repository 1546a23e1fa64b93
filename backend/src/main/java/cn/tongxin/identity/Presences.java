package cn.tongxin.identity;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of many log-ins have ended meanwhile: logged out, revoked, or their telephone's session over. */
@Singleton
public class Presences {
    private final EndedSessions ended;

    Presences(EndedSessions ended) {
        this.ended = ended;
    }

    /** Two queries for all of them. That a token's five minutes have passed ends nothing: it was good when the stream began. */
    public Set<Presence> over(Collection<Presence> presences) {
        var hashes = ended.among(presences.stream().map(Presence::token).toList());
        return presences.stream()
                .filter(presence -> hashes.contains(presence.token().hash()))
                .collect(Collectors.toSet());
    }
}
