package cn.tongxin.proposal.publication;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.publication.Publication.NextReply;
import cn.tongxin.proposal.publication.Publication.Words;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the office proposes what the public may read, another lets it through; either takes it back. */
@Singleton
class PublicationActions {
    private final Publications publications;
    private final PublicationViews views;
    private final ProposalFlow flow;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    PublicationActions(
            Publications publications,
            PublicationViews views,
            ProposalFlow flow,
            Settings settings,
            Calendar calendar,
            History history,
            Clock clock) {
        this.publications = publications;
        this.views = views;
        this.flow = flow;
        this.settings = settings;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    PublicationView propose(
            UUID id, int version, @Nullable String title, @Nullable String text, @Nullable String reply) {
        var proposal = worked(id);
        var before = publications.find(id).orElse(null);
        seen(before, version);
        if (before != null && !before.state().isWritten()) {
            throw moved(before);
        }
        checkMayBePublic(proposal);
        new Fields()
                .required("title", title)
                .maxLength("title", title, 200)
                .required("text", text)
                .maxLength("text", text, 20_000)
                .maxLength("reply", reply, 20_000)
                .check("reply", isBlank(reply) || publications.isReplied(id), "no-reply", "There is no reply yet.")
                .orRefuse();
        checkReplyMayBePublic(id, reply);
        var words = new Words(
                Objects.requireNonNull(title).strip(),
                Objects.requireNonNull(text).strip(),
                isBlank(reply) ? null : Objects.requireNonNull(reply).strip());
        var proposed = new Publication(
                id,
                version + 1,
                PublicationState.PROPOSED,
                words,
                views.names(proposal),
                Caller.current().seatId(),
                calendar.today(),
                null,
                null,
                null,
                null);
        if (before == null) {
            publications.insert(proposed, clock.instant());
        } else {
            publications.update(proposed, clock.instant());
        }
        history.record(Line.of("proposal.publication-proposed", Proposal.SUBJECT, id));
        return views.of(proposal);
    }

    /** Let through, or back with a reason. */
    @Transactional
    PublicationView review(UUID id, int version, boolean approved, @Nullable String reason) {
        var proposal = worked(id);
        var before = publications.find(id).orElseThrow(Refusal::notFound);
        seen(before, version);
        if (before.state() != PublicationState.PROPOSED) {
            throw moved(before);
        }
        var own = isOwn(before.proposedBy());
        checkReason(reason, own || !approved);
        if (approved) {
            checkMayBePublic(proposal);
            checkReplyMayBePublic(id, before.words().reply());
        }
        publications.update(
                before.reviewed(Caller.current().seatId(), approved, reason, calendar.today()), clock.instant());
        history.record(Line.of(approved ? "proposal.published" : "proposal.publication-returned", Proposal.SUBJECT, id)
                .with("reason", reason)
                .with("bySamePerson", own ? true : null));
        return views.of(proposal);
    }

    /** The reply comes when title and text are out already; they stay out. */
    @Transactional
    PublicationView proposeReply(UUID id, int version, @Nullable String reply) {
        var proposal = worked(id);
        var before = publications.find(id).orElseThrow(Refusal::notFound);
        seen(before, version);
        if (!before.takesReply()) {
            throw moved(before);
        }
        checkMayBePublic(proposal);
        new Fields()
                .required("reply", reply)
                .maxLength("reply", reply, 20_000)
                .check("reply", isBlank(reply) || publications.isReplied(id), "no-reply", "There is no reply yet.")
                .orRefuse();
        checkReplyMayBePublic(id, reply);
        var next = new NextReply(
                Objects.requireNonNull(reply).strip(), Caller.current().seatId(), calendar.today(), null);
        publications.update(before.withNext(before.words(), next), clock.instant());
        history.record(Line.of("proposal.publication-reply-proposed", Proposal.SUBJECT, id));
        return views.of(proposal);
    }

    /** Let through, or back with a reason. */
    @Transactional
    PublicationView reviewReply(UUID id, int version, boolean approved, @Nullable String reason) {
        var proposal = worked(id);
        var before = publications.find(id).orElseThrow(Refusal::notFound);
        seen(before, version);
        var next = before.nextReply();
        if (next == null || !next.waits()) {
            throw moved(before);
        }
        var own = isOwn(next.proposedBy());
        checkReason(reason, own || !approved);
        if (approved) {
            checkMayBePublic(proposal);
            checkReplyMayBePublic(id, next.reply());
        }
        var reviewed = approved
                ? before.withNext(before.words().replied(next.reply()), null)
                : before.withNext(
                        before.words(),
                        new NextReply(
                                next.reply(), next.proposedBy(), next.proposedOn(), Objects.requireNonNull(reason)));
        publications.update(reviewed, clock.instant());
        history.record(Line.of(
                        approved ? "proposal.reply-published" : "proposal.publication-reply-returned",
                        Proposal.SUBJECT,
                        id)
                .with("reason", reason)
                .with("bySamePerson", own ? true : null));
        return views.of(proposal);
    }

    @Transactional
    PublicationView withdraw(UUID id, int version, @Nullable String reason) {
        var proposal = worked(id);
        var before = publications.find(id).orElseThrow(Refusal::notFound);
        seen(before, version);
        if (before.state() != PublicationState.PUBLISHED) {
            throw moved(before);
        }
        checkReason(reason, true);
        publications.update(before.withdrawn(Objects.requireNonNull(reason)), clock.instant());
        history.record(
                Line.of("proposal.publication-withdrawn", Proposal.SUBJECT, id).with("reason", reason));
        return views.of(proposal);
    }

    private Proposal worked(UUID id) {
        var proposal = flow.getVisible(id);
        if (!ProposalPolicy.publishes(Caller.current())) {
            throw Refusal.notAllowed();
        }
        return proposal;
    }

    private static void checkMayBePublic(Proposal proposal) {
        if (!proposal.status().standsFiled()) {
            throw Refusal.conflict("publication.not-filed", "Only what stands filed is made public.")
                    .with("state", proposal.status());
        }
        if (!proposal.text().openToPublic()) {
            throw Refusal.conflict("publication.not-open", "Its proponent does not want it public.");
        }
    }

    private void checkReplyMayBePublic(UUID id, @Nullable String reply) {
        if (!isBlank(reply) && !publications.mayReplyBePublic(id)) {
            throw Refusal.conflict("publication.reply-not-open", "Its unit does not let the reply be public.");
        }
    }

    /** Somebody else lets through what one has proposed, but in a small office oneself, with a reason. */
    private boolean isOwn(UUID proposedBy) {
        var own = publications.isOf(Caller.current(), proposedBy);
        if (own && !settings.isSmallOffice()) {
            throw Refusal.forbidden("publication.own", "Somebody else lets through what one has proposed.");
        }
        return own;
    }

    private static void seen(@Nullable Publication before, int version) {
        if (version != (before == null ? 0 : before.version())) {
            throw Publications.outdated();
        }
    }

    private static Refusal moved(Publication before) {
        return Refusal.conflict("publication.move-not-allowed", "It cannot take this step now.")
                .with("state", before.state());
    }

    private static void checkReason(@Nullable String reason, boolean needed) {
        var fields = new Fields().maxLength("reason", reason, 500);
        (needed ? fields.required("reason", reason) : fields).orRefuse();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
