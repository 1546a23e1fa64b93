package cn.tongxin.indicator;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.CodedText;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.committee.Settings;
import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.Slots;
import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Breakdown;
import cn.tongxin.evidence.Count;
import cn.tongxin.evidence.Dimension;
import cn.tongxin.evidence.EvidenceKind;
import cn.tongxin.evidence.Period;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Disposition;
import cn.tongxin.proposal.ProponentKind;
import cn.tongxin.proposal.ProposalKind;
import cn.tongxin.proposal.ProposalWords;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the proposal committee tells the plenary of its review: the committee's figures of a session, and their parts. */
@Singleton
class ReviewReport {
    private static final List<EvidenceKind> COLUMNS = List.of(
            EvidenceKind.PROPOSAL_RECEIVED,
            EvidenceKind.PROPOSAL_FILED,
            EvidenceKind.PROPOSAL_MERGED,
            EvidenceKind.PROPOSAL_NOT_FILED);
    private static final List<String> HEADS = List.of("收到", "立案", "并案", "不予立案");

    private final Measured measured;
    private final Breakdown breakdown;
    private final Settings settings;
    private final Calendar calendar;

    ReviewReport(Measured measured, Breakdown breakdown, Settings settings, Calendar calendar) {
        this.measured = measured;
        this.breakdown = breakdown;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The paper's slots, and the name of its file. */
    record Filled(Slots slots, String name) {}

    /** 404 for a session that is not there; {@code key} as 14-2. */
    Filled of(String key) {
        var session = calendar.sessionPeriods().find(key).orElseThrow(Refusal::notFound);
        var period = new Period(Basis.SESSION, key);
        var figures = measured.of(period, session.opensOn().getYear()).stream()
                .collect(Collectors.toMap(Figure::indicator, Figure::n));
        return new Filled(slots(session, period, figures), session.name() + "提案审查报告");
    }

    private Slots slots(PlenarySession session, Period period, Map<String, Long> figures) {
        var notFiled = Count.items(EvidenceKind.PROPOSAL_NOT_FILED);
        var received = n(figures, "proposal.received");
        var filed = n(figures, "proposal.filed");
        var merged = n(figures, "proposal.merged");
        var refused = n(figures, "proposal.not_filed");
        var reasons = settings.proposalRules().notFileReasons().stream()
                .collect(Collectors.toMap(CodedText::code, CodedText::text));
        var categories = settings.categoryNames();
        return new Slots()
                .text("届次", session.name())
                .text("制表日期", ChineseDay.of(calendar.today()))
                .text("收到", received)
                .text("立案", filed)
                .text("并案", merged)
                .text("不予立案", refused)
                .text("审查中", received - filed - merged - refused)
                .text("立案率", rate(filed, received))
                .text("转社情民意", n(figures, "proposal.converted"))
                .text("转上级委员", n(figures, "proposal.to_upper"))
                .text("重点提案", n(figures, "proposal.key"))
                .list("性质列表", table(period, Dimension.KIND, ReviewReport::kind))
                .list("提案者列表", table(period, Dimension.PROPONENT_KIND, ReviewReport::proponent))
                .list("类别列表", table(period, Dimension.CATEGORY, name -> category(name, categories)))
                .list(
                        "原因列表",
                        breakdown.of(notFiled, period, "reason").stream()
                                .map(part -> row(
                                        part.name() == null ? "未注明" : reasons.getOrDefault(part.name(), part.name()),
                                        part.n()))
                                .toList())
                .list(
                        "去向列表",
                        breakdown.of(notFiled, period, "disposition").stream()
                                .map(part -> row(ProposalWords.disposition(Disposition.valueOf(named(part))), part.n()))
                                .toList());
    }

    /** Each part of what came with what became of it; the parts make the whole. */
    private List<Slots> table(Period period, Dimension by, UnaryOperator<String> inWords) {
        var rows = new LinkedHashMap<String, Slots>();
        for (var i = 0; i < COLUMNS.size(); i++) {
            for (var part : breakdown.of(Count.items(COLUMNS.get(i)), null, period, by)) {
                rows.computeIfAbsent(named(part), name -> blank(inWords.apply(name)))
                        .text(HEADS.get(i), part.n());
            }
        }
        return List.copyOf(rows.values());
    }

    private static Slots blank(String name) {
        var row = new Slots().text("名称", name);
        HEADS.forEach(head -> row.text(head, 0));
        return row;
    }

    private static Slots row(String name, long n) {
        return new Slots().text("名称", name).text("件数", n);
    }

    private static String named(Breakdown.Part part) {
        return part.name() == null ? "" : part.name();
    }

    private static String kind(String kind) {
        return ProposalWords.kind(ProposalKind.valueOf(kind));
    }

    private static String proponent(String kind) {
        return ProposalWords.proponent(ProponentKind.valueOf(kind));
    }

    private static String category(String category, Map<String, String> names) {
        return category.isEmpty() ? "未分类" : ProposalWords.category(category, names);
    }

    private static long n(Map<String, Long> figures, String key) {
        return figures.getOrDefault(key, 0L);
    }

    /** 100 % is said of all alone (domain §0): a rate that only comes near is cut, not rounded. */
    private static String rate(long n, long of) {
        if (of == 0) {
            return "—";
        }
        var tenths = n * 1000 / of;
        return "%d/%d（%d.%d%%）".formatted(n, of, tenths / 10, tenths % 10);
    }
}
