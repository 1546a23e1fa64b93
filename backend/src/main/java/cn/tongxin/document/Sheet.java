package cn.tongxin.document;

import java.util.List;

/** One sheet of a table file: its rows that hold anything, each with the number a person sees beside it. */
public record Sheet(String name, boolean hidden, List<Row> rows) {

    /** A row; cells beyond the last filled one are blank. */
    public record Row(int number, boolean hidden, List<Cell> cells) {

        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.BLANK;
        }
    }
}
