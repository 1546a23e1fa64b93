package cn.tongxin.seat;

import cn.tongxin.document.Sheet;
import cn.tongxin.document.TableFile;
import cn.tongxin.document.TableRefused;
import cn.tongxin.http.Refusal;
import cn.tongxin.seat.RosterCheck.Answer;
import cn.tongxin.seat.RosterCheck.Known;
import cn.tongxin.seat.RosterImport.SheetChoice;
import cn.tongxin.shared.Crypto;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the file of an import anew and holds it against the seats as they are. */
@Singleton
class RosterLooks {
    private final RosterImports imports;
    private final RosterSeats seats;
    private final Crypto crypto;
    private final Clock clock;

    RosterLooks(RosterImports imports, RosterSeats seats, Crypto crypto, Clock clock) {
        this.imports = imports;
        this.seats = seats;
        this.crypto = crypto;
        this.clock = clock;
    }

    RosterLook at(RosterImport roster) {
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
        return new RosterLook(
                sheets,
                layouts,
                check.check(reading.people(), answers),
                reading.nobodies(),
                known.stream().collect(Collectors.toMap(Known::id, seat -> seat)));
    }

    static List<Sheet> read(RosterImport roster) {
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
                layouts.put(
                        sheet.name(),
                        RosterLayout.chosen(sheet, choice.headerRow(), RosterLayout.byIndex(choice.columns())));
            } else {
                RosterLayout.find(sheet).ifPresent(layout -> layouts.put(sheet.name(), layout));
            }
        }
        return layouts;
    }
}
