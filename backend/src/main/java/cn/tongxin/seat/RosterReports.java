package cn.tongxin.seat;

import cn.tongxin.document.Sheet;
import cn.tongxin.seat.RosterCheck.Known;
import cn.tongxin.seat.RosterCheck.Verdict;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Tells the clerk about an import: each row with what becomes of it, and how each sheet is read. */
@Singleton
class RosterReports {
    private static final int PREVIEW_ROWS = 8;
    private static final int PREVIEW_COLUMNS = 20;

    private final Seats seats;

    RosterReports(Seats seats) {
        this.seats = seats;
    }

    /** Of an import that is still open. */
    RosterReport of(RosterImport roster, RosterLook look) {
        return report(roster, sheets(look), rows(look), unknown(look), List.of("columns", "answer", "commit"));
    }

    /** Of an import that was committed. */
    RosterReport of(RosterImport roster, List<RosterReport.Row> rows) {
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

    private static List<RosterReport.Unknown> unknown(RosterLook look) {
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

    private static List<RosterReport.Sheet> sheets(RosterLook look) {
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

    List<RosterReport.Row> rows(RosterLook look) {
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
        rows.sort(Comparator.comparingInt((RosterReport.Row row) -> order.getOrDefault(row.sheet(), 0))
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
                                        .filter(Objects::nonNull)
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
}
