package cn.tongxin.proposal.importing;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.ProposalRules;
import cn.tongxin.committee.ResolutionGrade;
import cn.tongxin.committee.SessionPeriods;
import cn.tongxin.handling.AssignmentRole;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.handling.Handling.Order;
import cn.tongxin.handling.HandlingPast;
import cn.tongxin.handling.Rating;
import cn.tongxin.handling.Reply;
import cn.tongxin.handling.Satisfaction;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Cosigners;
import cn.tongxin.proposal.Disposition;
import cn.tongxin.proposal.ProponentKind;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalFinding;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalKind;
import cn.tongxin.proposal.ProposalMove;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.proposal.ProposalTexts;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.proposal.importing.ImportReport.Fault;
import cn.tongxin.shared.Ids;
import cn.tongxin.shared.ReadOnce;
import cn.tongxin.tenancy.Caller;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings in the proposals of the years before the system. Each row walks the same workflow as a clerk's click and is refused
 * for the same reasons; what is brought in is marked so.
 */
@Singleton
class ImportActions {
    private static final int REF_MAX = 80;

    private final Proposals proposals;
    private final Cosigners signatures;
    private final ProposalFinding finding;
    private final ProposalFlow flow;
    private final HandlingPast past;
    private final Calendar calendar;
    private final History history;
    private final JsonMapper json;
    private final DSLContext sql;
    private final Clock clock;

    ImportActions(
            Proposals proposals,
            Cosigners signatures,
            ProposalFinding finding,
            ProposalFlow flow,
            HandlingPast past,
            Calendar calendar,
            History history,
            JsonMapper json,
            DSLContext sql,
            Clock clock) {
        this.proposals = proposals;
        this.signatures = signatures;
        this.finding = finding;
        this.flow = flow;
        this.past = past;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
        this.sql = sql;
        this.clock = clock;
    }

    /** What a request says of all its rows, and how often it has said each so far. */
    record Request(UUID id, Map<String, String> seats, Map<String, String> units, Map<ImportEvent, Integer> said) {
        Request(UUID id, Map<String, String> seats, Map<String, String> units) {
            this(id, seats, units, new HashMap<>());
        }
    }

    /** What a batch came to. */
    record Taken(int imported, int unchanged) {}

    /** Rows of a batch are at fault; nothing of it stays. */
    static final class Refused extends RuntimeException {
        final List<Fault> faults;

        Refused(List<Fault> faults) {
            super("rows refused", null, false, false);
            this.faults = faults;
        }
    }

    /** A dry run ends here, so that nothing of it stays. */
    static final class OnlyTried extends RuntimeException {
        final Taken taken;

        OnlyTried(Taken taken) {
            super("only tried", null, false, false);
            this.taken = taken;
        }
    }

    /** Takes the rows, all or none. {@code first} is the number of the first of them. */
    @Transactional
    Taken take(Request request, List<ImportEvent> events, int first, boolean dryRun) {
        ProposalPolicy.checkImports(Caller.current());
        return ReadOnce.during(() -> takeAll(request, events, first, dryRun));
    }

    private Taken takeAll(Request request, List<ImportEvent> events, int first, boolean dryRun) {
        var batch = new Batch(request, Caller.current().seatId(), events);
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < events.size(); i++) {
            try {
                batch.take(i, events.get(i));
            } catch (Refusal refusal) {
                faults.addAll(faults(first + i, events.get(i), refusal));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        var taken = new Taken(batch.imported, batch.unchanged);
        if (dryRun) {
            throw new OnlyTried(taken);
        }
        batch.log.write(request.id, batch.now);
        if (taken.imported > 0) {
            var line = Line.of("proposal.imported", "proposal-import", request.id)
                    .with("rows", taken.imported)
                    .with("firstRow", first);
            for (var count : batch.counts.entrySet()) {
                line = line.with(count.getKey(), count.getValue());
            }
            history.record(line);
        }
        return taken;
    }

    private static List<Fault> faults(int row, ImportEvent event, Refusal refusal) {
        return refusal.fields().isEmpty()
                ? List.of(new Fault(row, event.ref(), null, refusal.code(), refusal.getMessage()))
                : refusal.fields().stream()
                        .map(field ->
                                new Fault(row, event.ref(), field.name(), code(refusal, field.code()), field.detail()))
                        .toList();
    }

    private static String code(Refusal refusal, String ofField) {
        return refusal.code().equals("fields.invalid") ? ofField : refusal.code();
    }

    /** The rows of one transaction, and what they need to know of the committee. */
    private final class Batch {
        private final Request request;
        private final UUID clerk;
        private final Instant now = clock.instant();
        private final LocalDate today = calendar.today();
        private final SessionPeriods periods = calendar.sessionPeriods();
        private final ProposalRules rules = flow.rules();
        private final ImportNames names;
        private final Map<String, Integer> counts = new HashMap<>();
        private final ImportLog log;
        private int imported;
        private int unchanged;

        Batch(Request request, UUID clerk, List<ImportEvent> events) {
            this.request = request;
            this.clerk = clerk;
            this.names = ImportNames.read(sql, request.seats, request.units);
            this.log = ImportLog.read(sql, json, request.said, events);
        }

        /** A row told again that cannot happen again is the same row told twice. */
        void take(int index, ImportEvent event) {
            if (log.knows(index)) {
                unchanged++;
                return;
            }
            try {
                take(event);
                log.take(index);
            } catch (Refusal refusal) {
                if (!log.isToldAgain(index)) {
                    throw refusal;
                }
                unchanged++;
            }
        }

        private void take(ImportEvent event) {
            var on = ImportWords.day(event.on(), today);
            var deed = new Deed(clerk, on, now, true);
            var what = Objects.requireNonNullElse(event.what(), "");
            switch (what) {
                case "proposal.receive" -> receive(event, on);
                case "proposal.file" -> move(event, new ProposalMove.File(null), deed);
                case "proposal.unfile" -> move(event, new ProposalMove.UnFile(null, ImportWords.reason(event)), deed);
                case "proposal.withdraw" -> move(event, new ProposalMove.Withdraw(null, event.reason()), deed);
                case "proposal.not_file" -> move(event, notFiled(event), deed);
                case "proposal.merge" -> move(event, new ProposalMove.Merge(mainOf(event)), deed);
                case "proposal.mark_key" -> move(event, key(event), deed);
                case "proposal.assign" -> move(event, assigned(event), deed);
                case "proposal.return" -> returned(event, deed);
                case "proposal.reply" -> replied(event, deed);
                case "proposal.rate" -> rated(event, deed);
                default ->
                    throw Refusal.unprocessable("import.kind-unknown", "This import does not know " + what + ".")
                            .field("do");
            }
            counts.merge(what.substring("proposal.".length()), 1, Integer::sum);
            imported++;
        }

        private void receive(ImportEvent event, LocalDate on) {
            var text = new Proposal.Text(
                    Objects.requireNonNullElse(event.title(), "").strip(),
                    event.category(),
                    Objects.requireNonNullElse(event.situation(), ""),
                    Objects.requireNonNullElse(event.analysis(), ""),
                    event.suggestions() == null ? List.of() : event.suggestions(),
                    true,
                    null,
                    Proposal.Besides.NONE);
            // Texts of those years are shorter than today's rules ask for.
            ProposalTexts.checkText(text, 0, rules)
                    .maxLength("category", text.category(), 20)
                    .required("ref", event.ref())
                    .maxLength("ref", event.ref(), REF_MAX)
                    .required("session", event.session())
                    .orRefuse();
            var session = periods.find(Objects.requireNonNull(event.session()))
                    .orElseThrow(
                            () -> Refusal.unprocessable("import.session-unknown", "There was no such session here.")
                                    .field("session"));
            if (proposals.findImported(Objects.requireNonNull(event.ref())).isPresent()) {
                throw Refusal.unprocessable("import.ref-taken", "Another proposal has this ref.")
                        .field("ref");
            }
            var lead = names.seat(event.lead(), "lead");
            var cosigners = cosigners(event, lead);
            var at = on.atStartOfDay(clock.getZone()).toInstant();
            var kind = ImportWords.choice(ProposalKind.class, event.intake(), "intake")
                    .orElse(ProposalKind.PLENARY);
            var intake = new Proposal.Intake(
                    kind, session.id(), proposals.nextNumber(session.id(), Proposals.Series.INTAKE), at, on);
            var author = new Proposal.Author(
                    ImportWords.choice(ProponentKind.class, event.kind(), "kind")
                            .orElse(ProponentKind.MEMBER),
                    lead,
                    clerk,
                    null,
                    null);
            var proposal = new Proposal(
                    Ids.next(),
                    1,
                    ProposalStatus.IN_REVIEW,
                    rules.reviewStages(),
                    author,
                    text,
                    Proposal.Wishes.NONE,
                    intake,
                    Proposal.Course.NONE,
                    Proposal.Review.NONE,
                    null,
                    new Proposal.Origin(true, event.ref()),
                    now,
                    now);
            proposals.insert(proposal);
            signatures.insertSigned(proposal.id(), cosigners, on);
            finding.follow(proposal, on);
        }

        private List<UUID> cosigners(ImportEvent event, UUID lead) {
            var given = event.cosigners() == null ? List.<String>of() : event.cosigners();
            var seats = new ArrayList<UUID>();
            for (var i = 0; i < given.size(); i++) {
                seats.add(names.seat(given.get(i), "cosigners[" + i + "]"));
            }
            if (new HashSet<>(seats).size() < seats.size() || seats.contains(lead)) {
                throw Refusal.unprocessable("import.cosigner-twice", "Somebody is named twice.")
                        .field("cosigners");
            }
            return seats;
        }

        private void move(ImportEvent event, ProposalMove move, Deed deed) {
            var proposal = proposal(event.ref(), "ref");
            var intake = Objects.requireNonNull(proposal.intake());
            var filedOn = proposal.course().filedOn();
            if (deed.on().isBefore(intake.on()) || (filedOn != null && deed.on().isBefore(filedOn))) {
                throw Refusal.unprocessable("import.too-early", "This is before what it follows from.")
                        .field("on");
            }
            flow.carryOut(proposal, move, deed);
            if (move instanceof ProposalMove.Merge) {
                flow.carryAlong(proposal, move, deed);
            }
        }

        private ProposalMove notFiled(ImportEvent event) {
            var move = new ProposalMove.NotFile(
                    null,
                    event.reason(),
                    ImportWords.choice(Disposition.class, event.disposition(), "disposition")
                            .orElse(null),
                    event.comment(),
                    null);
            ProposalTexts.checkNotFiling(move, rules);
            return move;
        }

        /** The filed proposal it joins; of one that was merged itself, the one that took both. */
        private UUID mainOf(ImportEvent event) {
            var main = proposal(event.into(), "into");
            while (main.course().mergedInto() != null) {
                main = proposals.get(main.course().mergedInto());
            }
            if (!main.status().standsFiled() || Objects.equals(main.origin().ref(), event.ref())) {
                throw Refusal.unprocessable("import.merge-target", "It joins a proposal that stands as filed.")
                        .field("into");
            }
            return main.id();
        }

        private ProposalMove key(ImportEvent event) {
            return new ProposalMove.MarkKey(event.ledBy() == null ? null : names.seat(event.ledBy(), "led_by"));
        }

        private ProposalMove assigned(ImportEvent event) {
            var role = ImportWords.choice(AssignmentRole.class, event.role(), "role")
                    .orElse(AssignmentRole.SOLE);
            return new ProposalMove.Assign(null, List.of(new Order(names.unit(event.unit(), "unit"), role, null)));
        }

        private void returned(ImportEvent event, Deed deed) {
            var proposal = proposal(event.ref(), "ref");
            past.returned(proposal.subject(), names.unit(event.unit(), "unit"), ImportWords.reason(event), deed);
            move(event, new ProposalMove.Returned(), deed);
        }

        private void replied(ImportEvent event, Deed deed) {
            new Fields()
                    .required("grade", event.grade())
                    .maxLength("text", event.text(), 20_000)
                    .maxLength("docNo", event.docNo(), 60)
                    .orRefuse();
            var reply = Reply.known(
                    event.docNo(),
                    Objects.requireNonNullElse(event.text(), ""),
                    ImportWords.choice(ResolutionGrade.class, event.grade(), "grade")
                            .orElseThrow(),
                    deed.on());
            var proposal = proposal(event.ref(), "ref");
            past.replied(proposal.subject(), names.unit(event.unit(), "unit"), reply, deed);
            move(event, new ProposalMove.Replied(), deed);
        }

        private void rated(ImportEvent event, Deed deed) {
            new Fields()
                    .required("attitude", event.attitude())
                    .required("result", event.result())
                    .maxLength("comment", event.comment(), 1000)
                    .orRefuse();
            var attitude = ImportWords.choice(Satisfaction.class, event.attitude(), "attitude")
                    .orElseThrow();
            var result = ImportWords.choice(Satisfaction.class, event.result(), "result")
                    .orElseThrow();
            if (attitude == Satisfaction.NO_RESPONSE != (result == Satisfaction.NO_RESPONSE)) {
                throw Refusal.unprocessable("fields.invalid", "Silence is silence in both.")
                        .field("result", "not-allowed", "Silence is silence in both.");
            }
            var proposal = proposal(event.ref(), "ref");
            past.rated(
                    proposal.subject(),
                    names.unit(event.unit(), "unit"),
                    proposal.author().seat(),
                    new Rating.Given(attitude, result, null, null, null, null, event.comment(), null),
                    deed);
            move(event, new ProposalMove.Rated(), deed);
        }

        private Proposal proposal(@Nullable String ref, String field) {
            return Optional.ofNullable(ref)
                    .flatMap(proposals::findImported)
                    .orElseThrow(() -> Refusal.unprocessable("import.ref-unknown", "No proposal has this ref.")
                            .field(field));
        }
    }
}
