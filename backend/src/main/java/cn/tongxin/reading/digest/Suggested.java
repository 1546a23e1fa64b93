package cn.tongxin.reading.digest;

import cn.tongxin.reading.digest.Written.Piece;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The digest as the week itself suggests it: its lead posts and what stood out, for the host to write on. */
final class Suggested {
    private static final int LEAD = 300;
    private static final int EXCERPT = 150;
    private static final int PIECES = 10;

    private Suggested() {}

    /** Empty where nobody led and nothing stood out. */
    static String text(List<Piece> leads, List<Piece> excellent) {
        return Stream.of(part("本周领读", leads, LEAD), part("优秀发言摘录", excellent, EXCERPT))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String part(String heading, List<Piece> pieces, int length) {
        return pieces.isEmpty()
                ? ""
                : pieces.stream()
                        .limit(PIECES)
                        .map(piece -> piece.author() + "：" + excerpt(piece.text(), length))
                        .collect(Collectors.joining("\n", heading + "\n", ""));
    }

    /** As much of it as fits, cut between characters and marked as cut. */
    static String excerpt(String text, int length) {
        var line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length)) + "……";
    }
}
