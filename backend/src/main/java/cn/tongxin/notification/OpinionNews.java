package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.OPINION_AUTHOR;
import static cn.tongxin.db.cell.Tables.OPINION_COMMISSION_SEAT;
import static cn.tongxin.db.cell.Tables.OPINION_REPORT;

import cn.tongxin.committee.CodedText;
import cn.tongxin.committee.ReasonCodes;
import cn.tongxin.committee.Settings;
import cn.tongxin.history.HistoryLine;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The author, and who wrote along, learn what becomes of a report, whatever it is; a member that he is asked to write. */
@Singleton
class OpinionNews implements NewsSource {
    private static final String COMMISSIONED = "opinion.commissioned";
    private static final String SUBMITTED = "opinion.submitted";
    private static final String SUBMITTED_ALONG = "opinion.submitted-along";
    private static final String RETURNED = "opinion.returned";
    private static final String RETURNED_ALONG = "opinion.returned-along";
    private static final String WITHDRAWN = "opinion.withdrawn";
    private static final String WITHDRAWN_BY_AUTHOR = "opinion.withdrawn-by-author";

    private final DSLContext sql;
    private final Proponents proponents;
    private final Settings settings;

    OpinionNews(DSLContext sql, Proponents proponents, Settings settings) {
        this.sql = sql;
        this.proponents = proponents;
        this.settings = settings;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                SUBMITTED,
                SUBMITTED_ALONG,
                "opinion.taken",
                RETURNED,
                RETURNED_ALONG,
                "opinion.retained",
                "opinion.not-used",
                "opinion.issued",
                "opinion.forwarded",
                WITHDRAWN,
                WITHDRAWN_BY_AUTHOR,
                "opinion.sent-up",
                "opinion.upper-status",
                "opinion.outcome-recorded",
                COMMISSIONED);
    }

    @Override
    public List<News> of(HistoryLine line) {
        return line.kind().equals(COMMISSIONED) ? asked(line) : authors(line);
    }

    private List<News> asked(HistoryLine line) {
        var seats = sql.select(OPINION_COMMISSION_SEAT.SEAT_ID)
                .from(OPINION_COMMISSION_SEAT)
                .where(OPINION_COMMISSION_SEAT.COMMISSION_ID.eq(line.subjectId()))
                .fetch(OPINION_COMMISSION_SEAT.SEAT_ID);
        return proponents.acting(seats).stream()
                .map(seat -> new News(seat, line.kind(), line.subjectType(), line.subjectId(), Payload.texts(line)))
                .toList();
    }

    private List<News> authors(HistoryLine line) {
        return sql
                .select(OPINION_REPORT.AUTHOR_ID, OPINION_REPORT.TITLE)
                .from(OPINION_REPORT)
                .where(OPINION_REPORT.ID.eq(line.subjectId()))
                .and(OPINION_REPORT.IMPORTED.isFalse())
                .fetch()
                .stream()
                .flatMap(row -> authors(line, authors(row.value1()).collect(Collectors.toSet()), row.value2()))
                .toList();
    }

    private Stream<News> authors(HistoryLine line, Set<UUID> authors, String title) {
        var said = said(line, title);
        return Stream.concat(authors.stream(), coauthors(line.subjectId()))
                .distinct()
                .map(seat -> new News(seat, kind(line, authors, seat), line.subjectType(), line.subjectId(), said));
    }

    /** The author's seat, and the clerks where it is a body's. */
    private Stream<UUID> authors(@Nullable UUID author) {
        return author == null ? Stream.empty() : proponents.acting(List.of(author)).stream();
    }

    /** Who wrote along hears of what came back or was withdrawn in words of his own; who withdrew it is said. */
    private String kind(HistoryLine line, Set<UUID> authors, UUID seat) {
        return switch (line.kind()) {
            case SUBMITTED -> authors.contains(seat) ? SUBMITTED : SUBMITTED_ALONG;
            case RETURNED -> authors.contains(seat) ? RETURNED : RETURNED_ALONG;
            case WITHDRAWN ->
                line.seatId() != null && authors.contains(line.seatId()) ? WITHDRAWN_BY_AUTHOR : WITHDRAWN;
            default -> line.kind();
        };
    }

    private Stream<UUID> coauthors(UUID report) {
        return sql
                .select(OPINION_AUTHOR.SEAT_ID)
                .from(OPINION_AUTHOR)
                .where(OPINION_AUTHOR.REPORT_ID.eq(report))
                .and(OPINION_AUTHOR.SEAT_ID.isNotNull())
                .fetch(OPINION_AUTHOR.SEAT_ID)
                .stream();
    }

    private Map<String, String> said(HistoryLine line, String title) {
        var said = new HashMap<>(Payload.texts(line));
        said.put("title", title);
        said.computeIfPresent("answerReason", (_, code) -> because(code, said));
        return said;
    }

    /** What stands on no list was said in words. */
    private String because(String code, Map<String, String> said) {
        var words = said.get("reason");
        return ReasonCodes.OTHER.equals(code) && words != null
                ? words
                : reason(code) + referred(said.get("referredTo"));
    }

    private static String referred(@Nullable String to) {
        return to == null ? "" : "（转：" + to + "）";
    }

    /** The reason in the committee's words. */
    private String reason(String code) {
        return settings.opinionRules().notUsedReasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(CodedText::text)
                .findFirst()
                .orElse(code);
    }
}
