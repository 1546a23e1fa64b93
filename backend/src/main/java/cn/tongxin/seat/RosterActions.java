package cn.tongxin.seat;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.seat.RosterCheck.Verdict;
import cn.tongxin.seat.RosterImport.AnswerGiven;
import cn.tongxin.seat.RosterImport.Mode;
import cn.tongxin.seat.RosterImport.SheetChoice;
import cn.tongxin.seat.RosterImport.Status;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a roster in: upload, look, correct, commit. Until the commit nothing is stored but the sealed file; every look reads
 * it anew against the seats as they are, so a report is never stale. Whether a phone has an account plays no part in it.
 */
@Singleton
class RosterActions {
    private static final Duration KEPT = Duration.ofDays(7);

    private final RosterImports imports;
    private final RosterLooks looks;
    private final RosterReports reports;
    private final RosterSeats rosterSeats;
    private final Seats seats;
    private final History history;
    private final Clock clock;

    RosterActions(
            RosterImports imports,
            RosterLooks looks,
            RosterReports reports,
            RosterSeats rosterSeats,
            Seats seats,
            History history,
            Clock clock) {
        this.imports = imports;
        this.looks = looks;
        this.reports = reports;
        this.rosterSeats = rosterSeats;
        this.seats = seats;
        this.history = history;
        this.clock = clock;
    }

    /** A dry run: says what a commit would do. A repeat with the same id answers the import that is there. */
    @Unrecorded("a dry run moves nothing")
    @Transactional
    RosterReport upload(@Nullable UUID id, String fileName, @Nullable Integer termNo, byte[] file) {
        var caller = Caller.current();
        SeatPolicy.check(SeatPolicy.keepsRoster(caller));
        new Fields()
                .required("fileName", fileName)
                .maxLength("fileName", fileName, 200)
                .orRefuse();
        var now = clock.instant();
        imports.forgetBefore(now.minus(KEPT));
        var roster = new RosterImport(
                Ids.orNext(id),
                caller.seatId(),
                fileName,
                term(termNo),
                Status.OPEN,
                file,
                List.of(),
                List.of(),
                now,
                null);
        var report = reports.of(roster, looks.at(roster));
        if (!imports.insert(roster)) {
            var there = imports.get(roster.id());
            if (!there.seatId().equals(caller.seatId()) || !there.fileName().equals(fileName)) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return show(there.id());
        }
        return report;
    }

    @io.micronaut.transaction.annotation.Transactional(readOnly = true)
    RosterReport show(UUID id) {
        var roster = visible(id);
        return roster.status() == Status.COMMITTED
                ? reports.of(roster, imports.rows(id))
                : reports.of(roster, looks.at(roster));
    }

    @Unrecorded("how a file is to be read moves nothing")
    @Transactional
    RosterReport choose(UUID id, List<SheetChoice> choices) {
        var roster = open(id);
        new Fields().whole("sheets", choices).orRefuse();
        RosterInput.checkChoices(choices, RosterLooks.read(roster));
        imports.setColumns(id, choices);
        return show(id);
    }

    /** Adds to what was answered before; a later answer to the same question counts. */
    @Unrecorded("an answer counts when the roster is committed")
    @Transactional
    RosterReport answer(UUID id, List<AnswerGiven> given) {
        var roster = open(id);
        new Fields().whole("answers", given).orRefuse();
        var answers = new LinkedHashMap<String, AnswerGiven>();
        roster.answers().forEach(answer -> answers.put(answer.key() + answer.code(), answer));
        given.forEach(answer -> answers.put(answer.key() + answer.code(), answer));
        RosterInput.checkAnswers(given, looks.at(roster));
        imports.setAnswers(id, List.copyOf(answers.values()));
        return show(id);
    }

    /** Takes the good rows, or all, in one transaction and one line of history. A repeat answers what was done. */
    @Transactional
    RosterReport commit(UUID id, Mode mode) {
        SeatPolicy.check(SeatPolicy.keepsRoster(Caller.current()));
        var roster = imports.hold(id);
        if (roster.status() == Status.COMMITTED) {
            return show(id);
        }
        var now = clock.instant();
        var look = looks.at(roster);
        var waiting = look.verdicts().stream()
                .filter(verdict ->
                        verdict.outcome() == RosterOutcome.REFUSED || verdict.outcome() == RosterOutcome.ASKED)
                .count();
        if (mode == Mode.ALL_OR_NOTHING && waiting > 0) {
            throw Refusal.conflict("roster.not-all-good", waiting + " rows are refused or not answered.")
                    .with("rows", waiting);
        }
        var seatOfRow = rosterSeats.write(look.verdicts(), roster.termNo(), now);
        var rows = reports.rows(look).stream()
                .map(row -> withSeat(row, seatOfRow.get(RosterCheck.key(row.sheet(), row.row()))))
                .toList();
        var fingerprints = look.verdicts().stream()
                .collect(Collectors.toMap(verdict -> RosterCheck.key(verdict.row()), Verdict::fingerprint));
        imports.commit(id, rows, fingerprints, now);
        var counts = RosterReport.Counts.of(rows);
        history.record(Line.of("roster.imported", "roster-import", id)
                .with("people", counts.people())
                .with("imported", counts.imported())
                .with("updated", counts.updated())
                .with("ended", counts.ended())
                .with("refused", counts.refused())
                .with("asked", counts.asked()));
        return show(id);
    }

    /** Activates every pending seat of a committed import by one decision. */
    @Transactional
    int activate(UUID id, @Nullable String decisionDocument, @Nullable LocalDate decidedOn) {
        var roster = visible(id);
        if (roster.status() != Status.COMMITTED) {
            throw Refusal.conflict("roster.not-committed", "This roster is not imported yet.")
                    .with("state", roster.status());
        }
        new Fields()
                .required("decisionDocument", decisionDocument)
                .maxLength("decisionDocument", decisionDocument, 200)
                .required("decidedOn", decidedOn)
                .orRefuse();
        var activated = seats.activate(imports.importedSeats(id), new Seat.Decision(decisionDocument, decidedOn));
        if (activated > 0) {
            history.record(Line.of("roster.activated", "roster-import", id)
                    .with("seats", activated)
                    .with("decision", decisionDocument)
                    .with("decidedOn", decidedOn));
        }
        return activated;
    }

    private static RosterReport.Row withSeat(RosterReport.Row row, @Nullable UUID seatId) {
        return seatId == null
                ? row
                : new RosterReport.Row(
                        row.sheet(), row.row(), row.name(), row.outcome(), row.problems(), row.questions(), seatId);
    }

    private int term(@Nullable Integer termNo) {
        if (termNo == null) {
            return seats.findLatestTerm()
                    .orElseThrow(() -> Refusal.conflict("roster.no-term", "Open a term of the committee first."));
        }
        new Fields()
                .check("termNo", seats.hasTerm(termNo), "unknown", "There is no such term here.")
                .orRefuse();
        return termNo;
    }

    private RosterImport visible(UUID id) {
        SeatPolicy.check(SeatPolicy.keepsRoster(Caller.current()));
        return imports.get(id);
    }

    private RosterImport open(UUID id) {
        var roster = visible(id);
        if (roster.status() != Status.OPEN) {
            throw Refusal.conflict("roster.committed", "This roster is imported already.")
                    .with("state", roster.status());
        }
        return roster;
    }
}
