package cn.tongxin.transfer;

import java.util.List;
import java.util.Map;

/**
 * A table of the cell as the catalogue describes it.
 *
 * @param key the columns of its primary key, in order
 * @param self its foreign keys to itself: the columns that point, and the columns pointed at
 * @param byJob whether only the service's own role may insert here
 */
record CellTable(String name, List<String> columns, List<String> key, List<Self> self, boolean byJob) {

    record Self(List<String> from, List<String> to) {

        /** The row that a row points at; null where it points at none. */
        @org.jspecify.annotations.Nullable
        List<Object> target(Map<String, Object> row) {
            return from.stream().anyMatch(column -> row.get(column) == null) ? null : values(row, from);
        }

        List<Object> own(Map<String, Object> row) {
            return values(row, to);
        }

        private static List<Object> values(Map<String, Object> row, List<String> columns) {
            return columns.stream()
                    .filter(column -> !column.equals("tenant_id"))
                    .map(column -> (Object) String.valueOf(row.get(column)))
                    .toList();
        }
    }
}
