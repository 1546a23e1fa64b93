package cn.tongxin.transfer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** Every table of the cell, those pointed at before those that point. A new feature's tables are found by themselves. */
@Singleton
class CellTables {
    /** Good for a minute, or not whole yet, or somebody's alone, as how far he has read: not a committee's own. */
    private static final Set<String> LEFT_BEHIND = Set.of("ticket", "upload", "upload_part", "reading_progress");

    private final DSLContext sql;

    CellTables(DSLContext sql) {
        this.sql = sql;
    }

    List<CellTable> inOrder() {
        var tables = new TreeMap<String, CellTable>();
        sql.fetch("""
                        select c.relname,
                               array(select a.attname::text from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
                               array(select a.attname::text from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
                                       join pg_attribute a on a.attnum = k.attnum
                                      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by k.place) as key,
                               not has_table_privilege('app_rw', c.oid, 'insert') as by_job
                          from pg_class c
                         where c.relnamespace = 'cell'::regnamespace
                           and c.relkind in ('r', 'p')
                         order by c.relname
                        """).stream()
                .filter(row -> !LEFT_BEHIND.contains(row.get("relname", String.class)))
                .forEach(row -> tables.put(
                        row.get("relname", String.class),
                        new CellTable(
                                row.get("relname", String.class),
                                Arrays.asList(row.get("columns", String[].class)),
                                Arrays.asList(row.get("key", String[].class)),
                                new ArrayList<>(),
                                row.get("by_job", Boolean.class))));
        return sorted(tables, pointers(tables));
    }

    /** Which tables each one points at; pointers to itself are noted in the table. */
    private Map<String, Set<String>> pointers(Map<String, CellTable> tables) {
        var pointers = new LinkedHashMap<String, Set<String>>();
        tables.keySet().forEach(name -> pointers.put(name, new TreeSet<>()));
        for (var row : sql.fetch("""
                        select k.conrelid::regclass::text as pointing, k.confrelid::regclass::text as target,
                               array(select a.attname::text from unnest(k.conkey) with ordinality as c (attnum, place)
                                       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.attnum order by c.place) as from_columns,
                               array(select a.attname::text from unnest(k.confkey) with ordinality as c (attnum, place)
                                       join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.attnum order by c.place) as to_columns
                          from pg_constraint k
                         where k.contype = 'f'
                           and k.connamespace = 'cell'::regnamespace
                           and k.confrelid in (select oid from pg_class where relnamespace = 'cell'::regnamespace)
                        """)) {
            var pointing = unqualified(row.get("pointing", String.class));
            var target = unqualified(row.get("target", String.class));
            var table = tables.get(pointing);
            if (table == null) {
                continue;
            }
            if (pointing.equals(target)) {
                table.self()
                        .add(new CellTable.Self(
                                Arrays.asList(row.get("from_columns", String[].class)),
                                Arrays.asList(row.get("to_columns", String[].class))));
            } else {
                pointers.getOrDefault(pointing, new TreeSet<>()).add(target);
            }
        }
        return pointers;
    }

    private static List<CellTable> sorted(Map<String, CellTable> tables, Map<String, Set<String>> pointers) {
        var sorted = new LinkedHashMap<String, CellTable>();
        while (sorted.size() < tables.size()) {
            var before = sorted.size();
            tables.forEach((name, table) -> {
                var open = pointers.getOrDefault(name, Set.of());
                if (!sorted.containsKey(name) && sorted.keySet().containsAll(open)) {
                    sorted.put(name, table);
                }
            });
            if (sorted.size() == before) {
                throw new IllegalStateException("Tables point at each other in a circle.");
            }
        }
        return List.copyOf(sorted.values());
    }

    private static String unqualified(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
