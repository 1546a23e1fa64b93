package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.ReasonCodes;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.OpinionReport.Author;
import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Confidentiality;
import cn.tongxin.opinion.OpinionReport.Course;
import cn.tongxin.opinion.OpinionReport.Upward;
import cn.tongxin.seat.Serving;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that people do to an opinion report: load, check, change, record. */
@Singleton
class OpinionActions {
    private static final int COAUTHORS_MAX = 20;
    private static final int TOPIC_MAX = 20;

    private final OpinionReports reports;
    private final OpinionFlow flow;
    private final OpinionViews views;
    private final Commissions commissions;
    private final Serving serving;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    OpinionActions(
            OpinionReports reports,
            OpinionFlow flow,
            OpinionViews views,
            Commissions commissions,
            Serving serving,
            Calendar calendar,
            History history,
            Clock clock) {
        this.reports = reports;
        this.flow = flow;
        this.views = views;
        this.commissions = commissions;
        this.serving = serving;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the row that is there. */
    @Transactional
    OpinionView draft(OpinionController.Draft draft) {
        var caller = Caller.current();
        var byName = draft.authorKind() == AuthorKind.INFORMANT || draft.authorKind() == AuthorKind.STATION;
        OpinionPolicy.checkDrafts(caller, draft.onBehalfOf(), byName);
        var author = author(caller, draft.onBehalfOf(), byName ? draft.authorKind() : null);
        check(draft, author);
        var now = clock.instant();
        var report = new OpinionReport(
                Ids.orNext(draft.id()),
                1,
                OpinionStatus.DRAFT,
                Objects.requireNonNullElse(draft.kind(), OpinionReport.Kind.REPORT),
                author,
                draft.text(),
                null,
                draft.marks(Confidentiality.INTERNAL),
                commission(draft.commissionId(), author),
                null,
                Course.NONE,
                Upward.NONE,
                null,
                null,
                null,
                now,
                now);
        if (!reports.insert(report)) {
            var there = reports.get(report.id());
            if (!OpinionPolicy.isAuthor(caller, there) || !there.author().equals(author)) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return views.of(there);
        }
        reports.replaceCoauthors(report.id(), draft.named(reports));
        history.record(Line.of("opinion.drafted", OpinionReport.SUBJECT, report.id())
                .moved(null, report.status())
                .with("onBehalfOf", author.enteredBy() == null ? null : author.seat()));
        return views.of(report);
    }

    /** Autosave. An old version answers both texts; nothing is overwritten. */
    @Transactional
    @Unrecorded("an autosave is no move")
    OpinionView edit(UUID id, int version, OpinionController.Written body) {
        var report = ownDraft(id);
        if (version != report.version()) {
            throw OpinionReports.outdated()
                    .with("version", report.version())
                    .with("theirs", report.text())
                    .with("yours", body.text());
        }
        check(body, report.author());
        var edited = report.edited(
                body.text(),
                body.marks(report.marks().confidentiality()),
                commission(body.commissionId(), report.author()),
                clock.instant());
        reports.update(edited);
        if (body.coauthors() != null) {
            reports.replaceCoauthors(id, body.named(reports));
        }
        return views.of(edited);
    }

    /** Only what was never handed in; anything else is withdrawn, an issued report with a note. */
    @Transactional
    void delete(UUID id) {
        var report = flow.getVisible(id);
        if (report.intake() != null) {
            throw Refusal.conflict("opinion.was-submitted", "It was handed in once; withdraw it instead.")
                    .with("state", report.status());
        }
        if (!OpinionPolicy.writes(Caller.current(), report)) {
            throw Refusal.notAllowed();
        }
        reports.delete(report);
        history.record(Line.of("opinion.deleted", OpinionReport.SUBJECT, id).moved(report.status(), null));
    }

    /** The editor's autosave: what the author wrote stays as it is. */
    @Transactional
    @Unrecorded("an autosave is no move; the text is told of when approval is asked for")
    OpinionView putEdition(UUID id, OpinionController.Edition body) {
        var report = flow.getVisible(id);
        var caller = Caller.current();
        OpinionPolicy.checkEdits(caller);
        flow.checkOwn(caller, report);
        if (report.status() != OpinionStatus.EDITING) {
            throw Refusal.conflict("opinion.move-not-allowed", "Only a report that was taken is edited.")
                    .with("state", report.status());
        }
        var text = body.text();
        if (body.version() != report.version()) {
            throw OpinionReports.outdated()
                    .with("version", report.version())
                    .with("theirs", reports.edition(id).orElse(report.text()))
                    .with("yours", text);
        }
        OpinionTexts.checkKept(text)
                .maxLength("topic", body.topic(), TOPIC_MAX)
                .check(
                        "confidentiality",
                        body.confidentiality() != Confidentiality.OPEN
                                || report.marks().openToPublic(),
                        "not-allowed",
                        "The author did not agree to make it public.")
                .orRefuse();
        var now = clock.instant();
        var marked = report.edited(report.text(), body.marks(report.marks()), report.commissionId(), now);
        reports.update(marked);
        reports.putEdition(id, text, caller.seatId(), now);
        return views.of(marked);
    }

    @Transactional
    OpinionView move(UUID id, OpinionMove move) {
        var report = flow.getVisible(id);
        var caller = Caller.current();
        OpinionPolicy.check(caller, move, report);
        if (OpinionPolicy.judges(move)) {
            flow.checkOwn(caller, report);
        }
        report.status().after(move, flow.facts(report));
        check(move, report);
        var deed = new Deed(caller.seatId(), calendar.today(), clock.instant(), false);
        var moved = flow.carryOut(report, move, deed);
        history.record(OpinionLines.of(move, report, moved));
        return views.of(moved);
    }

    private OpinionReport ownDraft(UUID id) {
        var report = flow.getVisible(id);
        if (!OpinionPolicy.writes(Caller.current(), report)) {
            throw Refusal.notAllowed();
        }
        if (report.status() != OpinionStatus.DRAFT) {
            throw Refusal.conflict("opinion.move-not-allowed", "Only a draft can be changed.")
                    .with("state", report.status());
        }
        return report;
    }

    private Author author(Caller caller, @Nullable UUID onBehalfOf, @Nullable AuthorKind byName) {
        if (byName != null) {
            return new Author(byName, null, caller.seatId());
        }
        if (onBehalfOf == null) {
            return new Author(
                    caller.has(Role.ORG_ACCOUNT) ? AuthorKind.ORGANIZATION : AuthorKind.MEMBER, caller.seatId(), null);
        }
        serving.check(onBehalfOf, "onBehalfOf");
        return new Author(
                reports.isBody(onBehalfOf) ? AuthorKind.ORGANIZATION : AuthorKind.MEMBER,
                onBehalfOf,
                caller.actsFor(onBehalfOf) ? null : caller.seatId());
    }

    /** A commission counts for whoever was asked. */
    private @Nullable UUID commission(@Nullable UUID id, Author author) {
        if (id != null && !commissions.asks(id, author.seat())) {
            throw Refusal.notFound();
        }
        return id;
    }

    private void check(OpinionController.Written body, Author author) {
        var fields = OpinionTexts.checkKept(body.text())
                .maxLength("topic", body.topic(), TOPIC_MAX)
                .maxLength("source", body.source(), 200);
        var coauthors = body.coauthors() == null ? List.<OpinionController.Coauthor>of() : body.coauthors();
        fields.check("coauthors", coauthors.size() <= COAUTHORS_MAX, "too-many", "At most " + COAUTHORS_MAX + ".")
                .whole("coauthors", coauthors)
                .orRefuse();
        var known = serving.among(coauthors.stream()
                .map(OpinionController.Coauthor::seatId)
                .filter(Objects::nonNull)
                .toList());
        var seen = new HashSet<UUID>();
        for (var i = 0; i < coauthors.size(); i++) {
            checkCoauthor(fields, "coauthors[" + i + "]", coauthors.get(i), author, known, seen);
        }
        fields.orRefuse();
    }

    private static void checkCoauthor(
            Fields fields,
            String name,
            OpinionController.Coauthor coauthor,
            Author author,
            Set<UUID> known,
            HashSet<UUID> seen) {
        var seat = coauthor.seatId();
        if (seat == null) {
            fields.required(name + ".name", coauthor.name())
                    .maxLength(name + ".name", coauthor.name(), 40)
                    .maxLength(name + ".contact", coauthor.contact(), 100);
            return;
        }
        fields.check(name + ".seatId", known.contains(seat), "unknown", "No member or body that serves here.")
                .check(name + ".seatId", !seat.equals(author.seat()), "is-author", "The author is named already.")
                .check(name + ".seatId", seen.add(seat), "twice", "Named twice.")
                .check(name + ".contact", coauthor.contact() == null, "not-expected", "Only an outsider's.");
    }

    private void check(OpinionMove move, OpinionReport report) {
        switch (move) {
            case OpinionMove.Submit submit -> {
                var topic = report.marks().topic();
                var fields = OpinionTexts.checkWhole(report.text(), report.kind(), flow.rules())
                        .check(
                                "topic",
                                topic == null || topic.isBlank() || flow.rules().knowsTopic(topic),
                                "unknown",
                                "One of the committee's topics.")
                        .check(
                                "secrecyConfirmed",
                                submit.secrecyConfirmed(),
                                "required",
                                "Confirm that the text holds no secrets.");
                if (report.author().seat() == null) {
                    fields.check(
                            "coauthors",
                            !reports.coauthors(report.id()).isEmpty(),
                            "required",
                            "Who wrote it, by name.");
                }
                fields.orRefuse();
            }
            case OpinionMove.Return back -> OpinionTexts.checkWords(back.reason(), true);
            case OpinionMove.SendBack back -> OpinionTexts.checkWords(back.reason(), true);
            case OpinionMove.Withdraw withdraw ->
                OpinionTexts.checkWords(withdraw.reason(), report.status().standsIssued());
            case OpinionMove.Retain keep -> {
                new Fields()
                        .check(
                                "reason",
                                !ReasonCodes.OTHER_CHANNEL.equals(keep.reason()),
                                "not-expected",
                                "What is referred elsewhere is not kept: it goes under the seal as not used.")
                        .orRefuse();
                OpinionTexts.checkReason(keep.reason(), keep.comment(), keep.referredTo(), flow.rules());
            }
            case OpinionMove.NotUse not ->
                OpinionTexts.checkReason(not.reason(), not.comment(), not.referredTo(), flow.rules());
            case OpinionMove.RequestApproval _ ->
                OpinionTexts.checkWhole(reports.edition(report.id()).orElse(report.text()), report.kind(), flow.rules())
                        .orRefuse();
            case OpinionMove.Forward forward ->
                new Fields()
                        .check(
                                "units",
                                forward.units() != null && !forward.units().isEmpty(),
                                "required",
                                "Name a unit.")
                        .whole("units", forward.units() == null ? List.of() : forward.units())
                        .orRefuse();
            case OpinionMove.Take _,
                    OpinionMove.Issue _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.SendUp _,
                    OpinionMove.TakeBack _ -> {}
        }
    }
}
