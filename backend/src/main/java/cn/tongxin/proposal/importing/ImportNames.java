package cn.tongxin.proposal.importing;

import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Finds the seat or unit that a row means: by id, by a name that only one has, or by a ref that the request explains. */
final class ImportNames {
    private final Found seats;
    private final Found units;

    private ImportNames(Found seats, Found units) {
        this.seats = seats;
        this.units = units;
    }

    static ImportNames read(DSLContext sql, Map<String, String> seatRefs, Map<String, String> unitRefs) {
        var seats = new Found("seat", seatRefs);
        sql.select(SEAT.ID, SEAT.NAME).from(SEAT).forEach(row -> seats.add(row.value1(), row.value2()));
        var units = new Found("unit", unitRefs);
        sql.select(HANDLING_UNIT.ID, HANDLING_UNIT.NAME)
                .from(HANDLING_UNIT)
                .forEach(row -> units.add(row.value1(), row.value2()));
        return new ImportNames(seats, units);
    }

    UUID seat(@Nullable String text, String field) {
        return seats.get(text, field);
    }

    UUID unit(@Nullable String text, String field) {
        return units.get(text, field);
    }

    private static final class Found {
        private final String what;
        private final Map<String, String> refs;
        private final Map<String, UUID> byName = new HashMap<>();
        private final Set<String> shared = new HashSet<>();

        Found(String what, Map<String, String> refs) {
            this.what = what;
            this.refs = refs;
        }

        void add(UUID id, String name) {
            byName.put(id.toString(), id);
            if (byName.putIfAbsent(name, id) != null) {
                shared.add(name);
            }
        }

        UUID get(@Nullable String text, String field) {
            if (text == null || text.isBlank()) {
                throw Refusal.unprocessable("fields.invalid", "This is needed.")
                        .field(field, "required", "This is needed.");
            }
            var name = refs.getOrDefault(text.strip(), text.strip());
            var id = byName.get(name);
            if (id == null) {
                throw Refusal.unprocessable("import." + what + "-unknown", "Nobody here is known as " + text + ".")
                        .field(field);
            }
            if (shared.contains(name)) {
                throw Refusal.unprocessable(
                                "import." + what + "-ambiguous", "Several are known as " + text + ": name the id.")
                        .field(field);
            }
            return id;
        }
    }
}
