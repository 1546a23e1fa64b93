package cn.tongxin.document;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A table of a Word file in XSL-FO: widths, lines, cells joined across and down, rows that head every page. */
final class WordTable {
    private final WordToFo fo;
    private final Element table;
    private final @Nullable Element properties;
    private final List<Cells> rows = new ArrayList<>();

    private record Cell(Element element, int column, int across, String down) {}

    private record Cells(Element row, List<Cell> cells) {}

    WordTable(WordToFo fo, Element table) {
        this.fo = fo;
        this.table = table;
        this.properties = Xml.child(table, "tblPr");
        for (var row : Xml.children(table, "tr")) {
            rows.add(new Cells(row, cells(row)));
        }
    }

    private static List<Cell> cells(Element row) {
        var cells = new ArrayList<Cell>();
        var column = 0;
        for (var cell : Xml.children(row, "tc")) {
            var own = Xml.child(cell, "tcPr");
            var across = (int) WordToFo.number(Xml.value(own, "gridSpan"), 1);
            var merge = Xml.child(own, "vMerge");
            var down = merge == null ? "" : Xml.attribute(merge, "val").equals("restart") ? "restart" : "continue";
            cells.add(new Cell(cell, column, across, down));
            column += across;
        }
        return cells;
    }

    void write() throws XMLStreamException {
        if (rows.isEmpty()) {
            return;
        }
        fo.start("table");
        fo.attribute("table-layout", "fixed");
        // Collapsed borders lose lines beside joined cells; so each cell draws two of its sides, the table the other
        // two.
        fo.attribute("border-collapse", "separate");
        border("top", Xml.child(Xml.child(properties, "tblBorders"), "top"));
        fo.attribute("border-before-width.conditionality", "retain");
        border("left", Xml.child(Xml.child(properties, "tblBorders"), "left"));
        var grid = Xml.child(table, "tblGrid");
        var columns = grid == null ? List.<Element>of() : Xml.children(grid, "gridCol");
        var width = columns.stream()
                .mapToDouble(c -> WordToFo.number(Xml.attribute(c, "w"), 1000))
                .sum();
        fo.attribute("width", columns.isEmpty() ? "100%" : WordToFo.points(width));
        fo.attribute("start-indent", "0pt");
        fo.attribute("end-indent", "0pt");
        for (var column : columns) {
            fo.start("table-column");
            fo.attribute("column-width", WordToFo.twips(Xml.attribute(column, "w"), 1000));
            fo.end();
        }
        var heads = heads();
        if (heads > 0) {
            fo.start("table-header");
            for (var i = 0; i < heads; i++) {
                row(i);
            }
            fo.end();
        }
        fo.start("table-body");
        for (var i = heads; i < rows.size(); i++) {
            row(i);
        }
        fo.end();
        fo.end();
    }

    /** How many rows at the top are repeated on every page; all of them would leave no table. */
    private int heads() {
        var heads = 0;
        while (heads < rows.size() - 1 && Xml.child(Xml.child(rows.get(heads).row, "trPr"), "tblHeader") != null) {
            heads++;
        }
        return heads;
    }

    private void row(int index) throws XMLStreamException {
        var row = rows.get(index);
        var own = Xml.child(row.row, "trPr");
        fo.start("table-row");
        var height = Xml.child(own, "trHeight");
        if (height != null) {
            fo.attribute("height", WordToFo.twips(Xml.attribute(height, "val"), 0));
        }
        if (Xml.child(own, "cantSplit") != null) {
            fo.attribute("keep-together.within-page", "always");
        }
        var wrote = false;
        for (var cell : row.cells) {
            if (!cell.down.equals("continue")) {
                cell(cell, index);
                wrote = true;
            }
        }
        if (!wrote) {
            fo.start("table-cell");
            fo.start("block");
            fo.end();
            fo.end();
        }
        fo.end();
    }

    private void cell(Cell cell, int row) throws XMLStreamException {
        var own = Xml.child(cell.element, "tcPr");
        fo.start("table-cell");
        fo.attribute("column-number", Integer.toString(cell.column + 1));
        fo.attribute("number-columns-spanned", Integer.toString(cell.across));
        fo.attribute("number-rows-spanned", Integer.toString(down(cell, row)));
        fo.attribute("padding", "2pt");
        fo.attribute("padding-left", "4pt");
        fo.attribute("padding-right", "4pt");
        fo.attribute("display-align", Xml.value(own, "vAlign").equals("center") ? "center" : "before");
        line("bottom", "insideH", own);
        line("right", "insideV", own);
        fo.cell(cell.element);
        fo.end();
    }

    private int down(Cell cell, int row) {
        var down = 1;
        if (cell.down.equals("restart")) {
            while (row + down < rows.size()
                    && rows.get(row + down).cells.stream()
                            .anyMatch(c -> c.column == cell.column && c.down.equals("continue"))) {
                down++;
            }
        }
        return down;
    }

    private void line(String side, String inside, @Nullable Element own) throws XMLStreamException {
        var mine = Xml.child(Xml.child(own, "tcBorders"), side);
        var all = Xml.child(properties, "tblBorders");
        var shared = Xml.child(all, inside);
        border(side, mine != null ? mine : shared != null ? shared : Xml.child(all, side));
    }

    private void border(String side, @Nullable Element line) throws XMLStreamException {
        var kind = Xml.attribute(line, "val");
        if (line != null && !kind.equals("nil") && !kind.equals("none")) {
            var points = Math.max(WordToFo.number(Xml.attribute(line, "sz"), 4) / 8, 0.4);
            fo.attribute("border-" + side, points + "pt solid black");
        }
    }
}
