package cn.tongxin.seat;

import cn.tongxin.document.Sheet;
import cn.tongxin.document.TableFile;
import cn.tongxin.document.TableRefused;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.seat.RosterCheck.Answer;
import cn.tongxin.seat.RosterCheck.Known;
import cn.tongxin.seat.RosterCheck.Verdict;
import cn.tongxin.seat.RosterImport.AnswerGiven;
import cn.tongxin.seat.RosterImport.Mode;
import cn.tongxin.seat.RosterImport.SheetChoice;
import cn.tongxin.seat.RosterImport.Status;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int PREVIEW_ROWS = 8;
    private static final int PREVIEW_COLUMNS = 20;

    private final RosterImports imports;
    private final Seats seats;
    private final History history;
    private final Crypto crypto;
    private final Clock clock;

    RosterActions(RosterImports imports, Seats seats, History history, Crypto crypto, Clock clock) {
        this.imports = imports;
        this.seats = seats;
        this.history = history;
        this.crypto = crypto;
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
        var report = report(roster, look(roster));
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
        return roster.status() == Status.COMMITTED ? report(roster, imports.rows(id)) : report(roster, look(roster));
    }

    @Unrecorded("how a file is to be read moves nothing")
    @Transactional
    RosterReport choose(UUID id, List<SheetChoice> choices) {
        var roster = open(id);
        new Fields().whole("sheets", choices).orRefuse();
        checkChoices(choices, read(roster));
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
        checkAnswers(given, look(roster));
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
        var look = look(roster);
        var waiting = look.verdicts().stream()
                .filter(verdict ->
                        verdict.outcome() == RosterOutcome.REFUSED || verdict.outcome() == RosterOutcome.ASKED)
                .count();
        if (mode == Mode.ALL_OR_NOTHING && waiting > 0) {
            throw Refusal.conflict("roster.not-all-good", waiting + " rows are refused or not answered.")
                    .with("rows", waiting);
        }
        var seatOfRow = write(look.verdicts(), roster, now);
        var rows = rows(look).stream()
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

    /** What one look at the file against the seats found. */
    private record Look(
            List<Sheet> sheets,
            Map<String, RosterLayout> layouts,
            List<Verdict> verdicts,
            List<RosterReader.Nobody> nobodies,
            Map<UUID, Known> known) {}

    private Look look(RosterImport roster) {
        var sheets = read(roster);
        var layouts = layouts(sheets, roster.columns());
        var reader = new RosterReader(imports.sectors(), imports.specialCommittees(), YearMonth.now(clock));
        RosterReader.Reading reading;
        try {
            reading = reader.read(sheets, layouts);
        } catch (TableRefused refused) {
            throw Refusal.unprocessable(refused.code(), String.valueOf(refused.getMessage()));
        }
        var prints = new HashMap<String, String>();
        reading.people()
                .forEach(row -> prints.computeIfAbsent(
                        row.content(), content -> crypto.keyedHash(roster.termNo() + "\n" + content)));
        var known = seats.known(roster.termNo());
        var check = new RosterCheck(
                known,
                imports.decided(roster.termNo(), prints.values()),
                crypto::keyedHash,
                content -> prints.getOrDefault(content, ""));
        var answers = new HashMap<String, Map<String, Answer>>();
        roster.answers()
                .forEach(given -> answers.computeIfAbsent(given.key(), _ -> new HashMap<>())
                        .put(given.code(), new Answer(given.answer(), given.seatId())));
        return new Look(
                sheets,
                layouts,
                check.check(reading.people(), answers),
                reading.nobodies(),
                known.stream().collect(Collectors.toMap(Known::id, seat -> seat)));
    }

    private static List<Sheet> read(RosterImport roster) {
        if (roster.file() == null) {
            throw new IllegalStateException("An open import has its file.");
        }
        try {
            return TableFile.read(roster.fileName(), roster.file());
        } catch (TableRefused refused) {
            throw Refusal.unprocessable(refused.code(), String.valueOf(refused.getMessage()))
                    .field("file");
        }
    }

    private static Map<String, RosterLayout> layouts(List<Sheet> sheets, List<SheetChoice> choices) {
        var chosen =
                choices.stream().collect(Collectors.toMap(SheetChoice::sheet, choice -> choice, (_, last) -> last));
        var layouts = new LinkedHashMap<String, RosterLayout>();
        for (var sheet : sheets) {
            var choice = chosen.get(sheet.name());
            if (sheet.hidden() || choice != null && Boolean.TRUE.equals(choice.leftOut())) {
                continue;
            }
            if (choice != null && choice.columns() != null && choice.headerRow() != null) {
                layouts.put(sheet.name(), RosterLayout.chosen(sheet, choice.headerRow(), byIndex(choice.columns())));
            } else {
                RosterLayout.find(sheet).ifPresent(layout -> layouts.put(sheet.name(), layout));
            }
        }
        return layouts;
    }

    private static Map<Integer, RosterField> byIndex(Map<String, RosterField> columns) {
        var fields = new TreeMap<Integer, RosterField>();
        columns.forEach((letters, field) -> fields.put(RosterLayout.index(letters), field));
        return fields;
    }

    private static void checkChoices(List<SheetChoice> choices, List<Sheet> sheets) {
        var fields = new Fields();
        for (var i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            var at = "sheets[" + i + "]";
            var columns = choice.columns() == null ? Map.<String, RosterField>of() : choice.columns();
            var read = !Boolean.TRUE.equals(choice.leftOut());
            fields.check(
                            at + ".name",
                            sheets.stream()
                                    .anyMatch(sheet ->
                                            !sheet.hidden() && sheet.name().equals(choice.sheet())),
                            "unknown",
                            "There is no such sheet.")
                    .check(
                            at + ".headerRow",
                            !read || choice.headerRow() != null && choice.headerRow() >= 0,
                            "required",
                            "Name the heading row; 0 where there is none.")
                    .check(
                            at + ".columns",
                            columns.keySet().stream().allMatch(letters -> letters.matches("[A-Z]{1,2}")),
                            "malformed",
                            "Columns are named A, B … AA.")
                    .check(
                            at + ".columns",
                            !read || columns.containsValue(RosterField.NAME),
                            "required",
                            "One column holds the names.");
            if (columns.keySet().stream().allMatch(letters -> letters.matches("[A-Z]{1,2}"))) {
                fields.check(
                        at + ".columns",
                        RosterLayout.doubled(byIndex(columns)).isEmpty(),
                        "doubled",
                        "A field is read from two columns.");
            }
        }
        fields.orRefuse();
    }

    private static void checkAnswers(List<AnswerGiven> given, Look look) {
        var questions = new HashMap<String, List<RosterAnswer>>();
        look.verdicts()
                .forEach(verdict -> verdict.questions()
                        .forEach(question -> questions.put(
                                RosterCheck.key(verdict.row()) + question.what().code(), question.answers())));
        var fields = new Fields();
        for (var i = 0; i < given.size(); i++) {
            var answer = given.get(i);
            var answers = questions.get(answer.key() + answer.code());
            // A row that was left out before asks nothing now; it may still be taken up again.
            var known = look.verdicts().stream()
                    .anyMatch(verdict -> RosterCheck.key(verdict.row()).equals(answer.key()));
            fields.check("answers[" + i + "].row", known, "unknown", "There is no such row.")
                    .check(
                            "answers[" + i + "].answer",
                            answers == null || answers.contains(answer.answer()),
                            "unknown",
                            "This question has no such answer.");
        }
        fields.orRefuse();
    }

    private Map<String, UUID> write(List<Verdict> verdicts, RosterImport roster, Instant now) {
        var seatOfRow = new HashMap<String, UUID>();
        var added = new ArrayList<Seat>();
        for (var verdict : verdicts) {
            var row = verdict.row();
            switch (verdict.outcome()) {
                case IMPORTED -> {
                    var seat = seat(verdict, roster.termNo());
                    added.add(seat);
                    seatOfRow.put(RosterCheck.key(row), seat.id());
                }
                case UPDATED -> {
                    var seat = seats.get(seatId(verdict));
                    seats.update(seat.with(updated(seat.person(), row)), now);
                    for (var grant : grants(row.rank())) {
                        seats.grant(seat.id(), grant, now);
                    }
                }
                case ENDED -> {
                    var seat = seats.get(seatId(verdict));
                    seats.update(
                            seat.after(new SeatMove.End(seat.version(), endReason(row.note()), null, null, null)), now);
                }
                case UNCHANGED, SKIPPED, REFUSED, ASKED, NOT_A_PERSON -> {}
            }
        }
        seats.insertAll(added, now);
        return seatOfRow;
    }

    private static UUID seatId(Verdict verdict) {
        if (verdict.seatId() == null) {
            throw new IllegalStateException("A row that changes a seat names it.");
        }
        return verdict.seatId();
    }

    private static Seat seat(Verdict verdict, int termNo) {
        var row = verdict.row();
        var person = new Seat.Person(
                row.name(),
                row.nativeName(),
                row.sex(),
                row.birth(),
                row.ethnicity(),
                row.sectorId(),
                row.specialCommitteeIds(),
                row.employment(),
                row.phone());
        return new Seat(
                Ids.next(),
                1,
                verdict.asEnded() ? SeatStatus.ENDED : SeatStatus.PENDING,
                person,
                termNo,
                grants(row.rank()),
                null,
                verdict.asEnded() ? endReason(row.note()) : null,
                false);
    }

    /** A blank cell says nothing: what the committee knows stays. */
    private static Seat.Person updated(Seat.Person person, RosterRow row) {
        return new Seat.Person(
                row.name(),
                row.nativeName() == null ? person.nativeName() : row.nativeName(),
                row.sex() == null ? person.sex() : row.sex(),
                row.birth() == null ? person.birth() : row.birth(),
                row.ethnicity() == null ? person.ethnicity() : row.ethnicity(),
                row.sectorId() == null ? person.sectorId() : row.sectorId(),
                row.specialCommitteeIds().isEmpty() ? person.specialCommitteeIds() : row.specialCommitteeIds(),
                row.employment() == null ? person.employment() : row.employment(),
                row.phone() == null ? person.phone() : row.phone());
    }

    private static List<Seat.Grant> grants(Rank rank) {
        var roles = switch (rank) {
            case MEMBER -> List.of(Role.MEMBER);
            case STANDING_MEMBER -> List.of(Role.MEMBER, Role.STANDING_MEMBER);
            case CHAIR_COUNCIL -> List.of(Role.MEMBER, Role.STANDING_MEMBER, Role.CHAIR_COUNCIL);
        };
        return roles.stream().map(role -> new Seat.Grant(role, null)).toList();
    }

    private static EndReason endReason(String note) {
        if (note.matches(".*(去世|病故|逝世|已故|亡故).*")) {
            return EndReason.DIED;
        }
        if (note.matches(".*(撤销|除名|免去).*")) {
            return EndReason.REVOKED;
        }
        return note.matches(".*(调离|调出).*") ? EndReason.TRANSFERRED : EndReason.RESIGNED;
    }

    private RosterReport report(RosterImport roster, Look look) {
        return report(roster, sheets(look), rows(look), unknown(look), List.of("columns", "answer", "commit"));
    }

    private static RosterReport report(RosterImport roster, List<RosterReport.Row> rows) {
        return report(roster, List.of(), rows, List.of(), List.of("activate"));
    }

    private static RosterReport report(
            RosterImport roster,
            List<RosterReport.Sheet> sheets,
            List<RosterReport.Row> rows,
            List<RosterReport.Unknown> unknown,
            List<String> can) {
        return new RosterReport(
                roster.id(),
                roster.fileName(),
                roster.termNo(),
                roster.status(),
                roster.createdAt(),
                roster.committedAt(),
                sheets,
                RosterReport.Counts.of(rows),
                rows,
                unknown,
                Caller.current().mayWrite() ? can : List.of());
    }

    private static List<RosterReport.Unknown> unknown(Look look) {
        var rows = new LinkedHashMap<RosterReport.Unknown, Integer>();
        for (var verdict : look.verdicts()) {
            for (var problem : verdict.problems()) {
                if (problem.unknown() != null && problem.field() != null) {
                    rows.merge(new RosterReport.Unknown(problem.field(), problem.unknown(), 0), 1, Integer::sum);
                }
            }
        }
        return rows.entrySet().stream()
                .map(each -> new RosterReport.Unknown(
                        each.getKey().field(), each.getKey().name(), each.getValue()))
                .toList();
    }

    private static List<RosterReport.Sheet> sheets(Look look) {
        return look.sheets().stream()
                .map(sheet -> {
                    var layout = look.layouts().get(sheet.name());
                    if (layout == null) {
                        return new RosterReport.Sheet(sheet.name(), sheet.hidden(), null, List.of(), preview(sheet));
                    }
                    var columns = new TreeMap<Integer, String>(layout.headers());
                    layout.fields().keySet().forEach(column -> columns.putIfAbsent(column, ""));
                    return new RosterReport.Sheet(
                            sheet.name(),
                            false,
                            layout.headerRow(),
                            columns.entrySet().stream()
                                    .map(column -> new RosterReport.Column(
                                            RosterLayout.letter(column.getKey()),
                                            column.getValue(),
                                            layout.fields().get(column.getKey())))
                                    .toList(),
                            null);
                })
                .toList();
    }

    private static List<List<String>> preview(Sheet sheet) {
        return sheet.rows().stream()
                .limit(PREVIEW_ROWS)
                .map(row -> row.cells().stream()
                        .limit(PREVIEW_COLUMNS)
                        .map(cell -> RosterText.tidy(cell.shown()))
                        .toList())
                .toList();
    }

    private List<RosterReport.Row> rows(Look look) {
        var sectors = seats.sectors();
        var order = new HashMap<String, Integer>();
        look.sheets().forEach(sheet -> order.put(sheet.name(), order.size()));
        var rows = new ArrayList<RosterReport.Row>();
        look.verdicts().forEach(verdict -> rows.add(row(verdict, look.known(), sectors)));
        look.nobodies()
                .forEach(nobody -> rows.add(new RosterReport.Row(
                        nobody.sheet(),
                        nobody.row(),
                        "",
                        RosterOutcome.NOT_A_PERSON,
                        List.of(new RosterReport.Problem("roster.not-a-person", null, null, nobody.kind().label)),
                        List.of(),
                        null)));
        rows.sort(java.util.Comparator.comparingInt((RosterReport.Row row) -> order.getOrDefault(row.sheet(), 0))
                .thenComparingInt(RosterReport.Row::row));
        return rows;
    }

    private static RosterReport.Row row(Verdict verdict, Map<UUID, Known> known, Map<UUID, String> sectors) {
        return new RosterReport.Row(
                verdict.row().sheet(),
                verdict.row().number(),
                verdict.row().name(),
                verdict.outcome(),
                verdict.problems().stream()
                        .map(problem -> new RosterReport.Problem(
                                problem.what().code(), problem.field(), problem.column(), problem.words()))
                        .toList(),
                verdict.questions().stream()
                        .map(question -> new RosterReport.Question(
                                question.what().code(),
                                question.words(),
                                question.answers(),
                                question.given(),
                                question.seats().stream()
                                        .map(known::get)
                                        .filter(java.util.Objects::nonNull)
                                        .map(seat -> candidate(seat, sectors))
                                        .toList()))
                        .toList(),
                verdict.seatId());
    }

    private static RosterReport.Candidate candidate(Known seat, Map<UUID, String> sectors) {
        return new RosterReport.Candidate(
                seat.id(),
                seat.name(),
                seat.sectorId() == null ? null : sectors.get(seat.sectorId()),
                seat.employment());
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
