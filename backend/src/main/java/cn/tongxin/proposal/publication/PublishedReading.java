package cn.tongxin.proposal.publication;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.proposal.publication.PublicationView.Published;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is out, as everybody reads it: the same for a seat of the committee and for the whole web. Asked inside a transaction. */
@Singleton
class PublishedReading {
    private final Publications publications;
    private final Calendar calendar;

    PublishedReading(Publications publications, Calendar calendar) {
        this.publications = publications;
        this.calendar = calendar;
    }

    Page<Published> page(@Nullable String q, @Nullable String after, @Nullable Integer limit) {
        var size = Page.limit(limit);
        var sessions = sessionNames();
        return Page.of(
                        publications.published(part(q), Cursor.decode(after), size),
                        size,
                        row -> new Cursor(
                                String.valueOf(row.publication().publishedOn()),
                                row.publication().proposalId()))
                .map(row -> of(row, sessions, false));
    }

    Published one(UUID id) {
        return of(publications.getPublished(id), sessionNames(), true);
    }

    static @Nullable String part(@Nullable String q) {
        return q == null || q.isBlank() ? null : q.strip();
    }

    private Map<UUID, String> sessionNames() {
        return calendar.sessionPeriods().sessions().stream()
                .collect(Collectors.toMap(PlenarySession::id, PlenarySession::name));
    }

    private static Published of(Publications.Published row, Map<UUID, String> sessions, boolean whole) {
        var it = row.publication();
        return new Published(
                it.proposalId(),
                row.caseNo(),
                Objects.requireNonNull(sessions.get(row.sessionId())),
                it.words().title(),
                it.names().proponents(),
                it.names().units(),
                row.filedOn(),
                Objects.requireNonNull(it.publishedOn()),
                it.words().reply() != null,
                whole ? it.words().text() : null,
                whole ? it.words().reply() : null);
    }
}
