package cn.tongxin.opinion;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.opinion.BulletinIssue.Item;
import cn.tongxin.opinion.BulletinIssue.Plan;
import cn.tongxin.opinion.BulletinIssue.Source;
import cn.tongxin.opinion.Bulletins.Bulletin;
import cn.tongxin.opinion.OpinionReport.Mode;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bulletins are founded, their issues built by an editor and issued by an approver. */
@Singleton
class BulletinActions {
    private static final int NAME_MAX = 40;
    private static final int ITEMS_MAX = 30;
    private static final int TEXT_MAX = 20_000;

    private final Bulletins bulletins;
    private final OpinionReports reports;
    private final OpinionFlow flow;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    BulletinActions(
            Bulletins bulletins,
            OpinionReports reports,
            OpinionFlow flow,
            Calendar calendar,
            History history,
            Clock clock) {
        this.bulletins = bulletins;
        this.reports = reports;
        this.flow = flow;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Bulletin found(@Nullable UUID id, @Nullable String name) {
        OpinionPolicy.checkWorks(Caller.current());
        checkName(name);
        var bulletin =
                new Bulletin(Ids.orNext(id), 1, Objects.requireNonNull(name).strip(), true);
        if (!bulletins.insert(bulletin, clock.instant())) {
            var there = bulletins.list().stream()
                    .filter(each ->
                            each.id().equals(bulletin.id()) && each.name().equals(bulletin.name()))
                    .findFirst();
            return there.orElseThrow(BulletinActions::nameTaken);
        }
        history.record(Line.of("bulletin.founded", "bulletin", bulletin.id()).with("name", bulletin.name()));
        return bulletin;
    }

    @Transactional
    Bulletin change(UUID id, int version, @Nullable String name, boolean active) {
        OpinionPolicy.checkWorks(Caller.current());
        checkName(name);
        bulletins.get(id);
        var next = new Bulletin(id, version + 1, Objects.requireNonNull(name).strip(), active);
        if (bulletins.isNameTaken(next.name(), id)) {
            throw nameTaken();
        }
        bulletins.update(next);
        history.record(Line.of("bulletin.changed", "bulletin", id)
                .with("name", next.name())
                .with("active", active));
        return next;
    }

    @Transactional
    BulletinIssue build(@Nullable UUID id, @Nullable UUID bulletinId, @Nullable List<Plan> plans) {
        var caller = Caller.current();
        OpinionPolicy.checkEdits(caller);
        new Fields().required("bulletinId", bulletinId).orRefuse();
        var bulletin = bulletins.get(Objects.requireNonNull(bulletinId));
        if (!bulletin.active()) {
            throw Refusal.unprocessable("bulletin.ended", "This bulletin takes no more issues.")
                    .field("bulletinId");
        }
        var issue = Ids.orNext(id);
        if (!bulletins.insertIssue(issue, bulletin.id(), caller.seatId(), clock.instant())) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        bulletins.replaceItems(issue, items(issue, plans));
        history.record(Line.of("bulletin.issue-built", "bulletin_issue", issue).with("name", bulletin.name()));
        return bulletins.getIssue(issue);
    }

    @Transactional
    @Unrecorded("an autosave is no move")
    BulletinIssue rebuild(UUID id, int version, @Nullable List<Plan> plans) {
        OpinionPolicy.checkEdits(Caller.current());
        building(id);
        bulletins.touch(id, version, clock.instant());
        bulletins.replaceItems(id, items(id, plans));
        return bulletins.getIssue(id);
    }

    /** Only what was never issued; its reports stay where they are. */
    @Transactional
    void delete(UUID id) {
        OpinionPolicy.checkEdits(Caller.current());
        building(id);
        bulletins.deleteIssue(id);
        history.record(Line.of("bulletin.issue-deleted", "bulletin_issue", id));
    }

    /** All its reports are issued with it, and it gets the next number of its year. */
    @Transactional
    BulletinIssue issue(UUID id, int version) {
        var caller = Caller.current();
        OpinionPolicy.checkApproves(caller);
        var issue = building(id);
        if (issue.items().isEmpty()) {
            throw Refusal.conflict("bulletin.empty", "There is nothing in this issue.");
        }
        bulletins.touch(id, version, clock.instant());
        var on = calendar.today();
        var deed = new Deed(caller.seatId(), on, clock.instant(), false);
        reports.lock(issue.items().stream()
                .flatMap(item -> item.reports().stream())
                .map(Source::id)
                .toList());
        for (var item : issue.items()) {
            for (var source : item.reports()) {
                issue(reports.get(source.id()), new OpinionMove.Issue(item.mode()), deed, caller);
            }
        }
        var no = bulletins.number(issue, on, caller.seatId());
        history.record(Line.of("bulletin.issued", "bulletin_issue", id)
                .with("name", issue.bulletin())
                .with("year", on.getYear())
                .with("no", no));
        return bulletins.getIssue(id);
    }

    private void issue(OpinionReport report, OpinionMove.Issue move, Deed deed, Caller caller) {
        flow.checkOwn(caller, report);
        if (report.status() != OpinionStatus.IN_APPROVAL) {
            throw Refusal.conflict("bulletin.not-ready", "A report in it waits for its editor.")
                    .with("state", report.status())
                    .with("reportId", report.id());
        }
        var issued = flow.carryOut(report, move, deed);
        history.record(OpinionLines.of(move, report, issued));
    }

    private BulletinIssue building(UUID id) {
        var issue = bulletins.getIssue(id);
        if (issue.isIssued()) {
            throw Refusal.conflict(
                    "bulletin.issued", "This issue is out; what is wrong in it is withdrawn with a note.");
        }
        return issue;
    }

    private List<Item> items(UUID issue, @Nullable List<Plan> plans) {
        var all = plans == null ? List.<Plan>of() : plans;
        check(all);
        var ids = all.stream()
                .flatMap(plan -> Objects.requireNonNull(plan.reportIds()).stream())
                .toList();
        var found = reports.get(ids).stream().collect(Collectors.toMap(OpinionReport::id, Function.identity()));
        if (found.size() < new HashSet<>(ids).size()) {
            throw Refusal.notFound();
        }
        for (var report : found.values()) {
            if (report.status() != OpinionStatus.EDITING && report.status() != OpinionStatus.IN_APPROVAL) {
                throw Refusal.conflict(
                                "bulletin.not-ready", "Only what is being edited or approved goes into an issue.")
                        .with("state", report.status())
                        .with("reportId", report.id());
            }
        }
        if (!bulletins.taken(ids, issue).isEmpty()) {
            throw Refusal.conflict("bulletin.report-taken", "A report in it stands in another issue already.");
        }
        var editions = reports.editions(ids);
        var items = new ArrayList<Item>();
        for (var plan : all) {
            var sources = Objects.requireNonNull(plan.reportIds()).stream()
                    .map(id -> new Source(id, OpinionStatus.EDITING, "", null))
                    .toList();
            var edition = editions.get(sources.getFirst().id());
            items.add(new Item(
                    Ids.next(),
                    Objects.requireNonNull(plan.mode()),
                    plan.title() != null || edition == null
                            ? Objects.requireNonNullElse(plan.title(), "")
                            : edition.title(),
                    plan.text() != null || edition == null
                            ? Objects.requireNonNullElse(plan.text(), "")
                            : edition.paragraphs(),
                    sources));
        }
        return items;
    }

    private static void check(List<Plan> plans) {
        var fields = new Fields()
                .check("items", plans.size() <= ITEMS_MAX, "too-many", "At most " + ITEMS_MAX + ".")
                .whole("items", plans);
        fields.orRefuse();
        var seen = new HashSet<UUID>();
        var named = 0;
        for (var i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            var at = "items[" + i + "]";
            var ids = plan.reportIds() == null ? List.<UUID>of() : plan.reportIds();
            seen.addAll(ids);
            named += ids.size();
            var composite = plan.mode() == Mode.COMPOSITE;
            fields.required(at + ".mode", plan.mode())
                    .whole(at + ".reportIds", ids)
                    .check(
                            at + ".reportIds",
                            composite ? ids.size() >= 2 : ids.size() == 1,
                            "count",
                            "One report alone, or two and more in a composite.")
                    .maxLength(at + ".title", plan.title(), 200)
                    .maxLength(at + ".text", plan.text(), TEXT_MAX);
            if (composite) {
                fields.required(at + ".title", plan.title()).required(at + ".text", plan.text());
            }
        }
        fields.check("items", seen.size() == named, "twice", "A report stands in one piece.")
                .orRefuse();
    }

    private static void checkName(@Nullable String name) {
        new Fields().required("name", name).maxLength("name", name, NAME_MAX).orRefuse();
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("bulletin.name-taken", "There is a bulletin of this name.")
                .field("name");
    }
}
