package cn.tongxin.indicator;

import static cn.tongxin.evidence.Basis.SESSION;
import static cn.tongxin.evidence.Basis.YEAR;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Count;
import cn.tongxin.evidence.EvidenceKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The figures that every committee measures (domain, appendix D), in the order in which they are shown. */
final class IndicatorSet {
    private static final String[] CONTENT = {"SATISFIED", "BASICALLY_SATISFIED"};

    static final List<Indicator> ALL = Stream.of(proposals(), handling(), opinions(), readings())
            .flatMap(List::stream)
            .toList();

    private IndicatorSet() {}

    private static List<Indicator> proposals() {
        var notFiled = Count.items(EvidenceKind.PROPOSAL_NOT_FILED);
        var key = Count.items(EvidenceKind.PROPOSAL_KEY);
        var members = Count.items(EvidenceKind.PROPOSAL_MEMBER);
        return List.of(
                number("proposal.received", "收到提案", "件", Set.of(SESSION, YEAR), EvidenceKind.PROPOSAL_RECEIVED),
                number("proposal.filed", "立案", "件", Set.of(SESSION, YEAR), EvidenceKind.PROPOSAL_FILED),
                number("proposal.merged", "并案", "件", Set.of(SESSION), EvidenceKind.PROPOSAL_MERGED),
                number("proposal.not_filed", "不予立案", "件", Set.of(SESSION), EvidenceKind.PROPOSAL_NOT_FILED),
                number("proposal.converted", "转为社情民意信息", "件", notFiled.where("converted", "true")),
                number("proposal.to_upper", "转上级政协委员提出", "件", notFiled.where("disposition", "TO_UPPER_MEMBER")),
                rate("proposal.member_share", "提出或联名提案的委员", "人", members.where("proposed", "true"), members),
                number("proposal.key", "重点提案", "件", Set.of(SESSION), EvidenceKind.PROPOSAL_KEY),
                number("proposal.key_led", "领导领衔督办的重点提案", "件", key.where("led", "true")),
                rate(
                        "proposal.outstanding",
                        "优秀提案",
                        "件",
                        Count.items(EvidenceKind.PROPOSAL_OUTSTANDING),
                        Count.items(EvidenceKind.PROPOSAL_FILED)));
    }

    private static List<Indicator> handling() {
        var items = Count.items(EvidenceKind.PROPOSAL_HANDLING);
        var replies = Count.items(EvidenceKind.PROPOSAL_REPLY);
        var ratings = Count.items(EvidenceKind.PROPOSAL_RATING);
        var rated = Count.items(EvidenceKind.PROPOSAL_RATED);
        var promises = Count.items(EvidenceKind.PROPOSAL_PROMISE);
        var heard = ratings.where("result", "SATISFIED", "BASICALLY_SATISFIED", "NOT_SATISFIED");
        return List.of(
                rate("proposal.reply_rate", "办复率", "件次", replies, items),
                rate("proposal.on_time_rate", "按期办复率", "件次", replies.where("onTime", "true"), replies),
                number("proposal.solved", "答复：已经解决（A）", "件次", replies.where("grade", "SOLVED")),
                number("proposal.in_progress", "答复：正在解决（B）", "件次", replies.where("grade", "IN_PROGRESS")),
                number("proposal.planned", "答复：列入计划（C）", "件次", replies.where("grade", "PLANNED")),
                number("proposal.reference", "答复：留作参考（D）", "件次", replies.where("grade", "REFERENCE")),
                rate("proposal.feedback_rate", "反馈率", "件次", heard, replies),
                rate("proposal.satisfaction_rate", "满意率", "件次", ratings.where("result", CONTENT), ratings),
                number("proposal.satisfied", "评价：满意", "件次", ratings.where("result", "SATISFIED")),
                number("proposal.basically_satisfied", "评价：基本满意", "件次", ratings.where("result", "BASICALLY_SATISFIED")),
                number("proposal.not_satisfied", "评价：不满意", "件次", ratings.where("result", "NOT_SATISFIED")),
                number("proposal.rehandled", "重新办理", "件次", Set.of(SESSION), EvidenceKind.PROPOSAL_REHANDLED),
                number("proposal.consultation", "办理协商", "次", Set.of(SESSION), EvidenceKind.PROPOSAL_CONSULTATION),
                number("proposal.promises_open", "承诺事项：落实中", "项", promises.where("state", "OPEN")),
                rate("proposal.promises_kept", "承诺落实率", "项", promises.where("state", "KEPT"), promises),
                rate(
                        "proposal.case_reply_rate",
                        "办复率（按件）",
                        "件",
                        Count.items(EvidenceKind.PROPOSAL_REPLIED),
                        Count.items(EvidenceKind.PROPOSAL_FILED)),
                rate("proposal.case_satisfaction_rate", "满意率（按件）", "件", rated.where("result", CONTENT), rated));
    }

    private static List<Indicator> opinions() {
        return List.of(
                number("opinion.submitted", "社情民意信息来稿", "篇", Set.of(SESSION, YEAR), EvidenceKind.OPINION_SUBMITTED),
                new Indicator(
                        "opinion.answer_rate",
                        "来稿回复率",
                        "篇",
                        1,
                        Set.of(SESSION, YEAR),
                        Count.items(EvidenceKind.OPINION_SUBMITTED).where("answered", "true"),
                        Count.items(EvidenceKind.OPINION_SUBMITTED)),
                number("opinion.issued", "社情民意信息编发", "篇", Set.of(SESSION, YEAR), EvidenceKind.OPINION_ISSUED),
                number("opinion.adopted", "社情民意信息采用（州市级以上）", "篇", Set.of(SESSION, YEAR), EvidenceKind.OPINION_ADOPTED),
                number("opinion.escalated", "社情民意信息省级以上采用", "篇", Set.of(SESSION, YEAR), EvidenceKind.OPINION_ESCALATED),
                number("opinion.instructed", "社情民意信息获批示", "篇", Set.of(SESSION, YEAR), EvidenceKind.OPINION_INSTRUCTED),
                number(
                        "case.resolved_by_opinion",
                        "反映社情民意解决的问题",
                        "件",
                        Set.of(SESSION, YEAR),
                        EvidenceKind.OPINION_RESOLVED),
                outcomes(
                        "opinion.forwarded",
                        "社情民意信息转办",
                        "FORWARDED:COUNTY",
                        "FORWARDED:PREFECTURE",
                        "FORWARDED:PROVINCE",
                        "FORWARDED:NATIONAL"),
                outcomes("opinion.used_county", "县级采用", "USED:COUNTY"),
                outcomes("opinion.used_prefecture", "州市级采用", "USED:PREFECTURE"),
                outcomes("opinion.used_province", "省级采用", "USED:PROVINCE"),
                outcomes("opinion.used_national", "全国采用", "USED:NATIONAL"),
                outcomes("opinion.instructions_county", "县级领导批示", "INSTRUCTION:COUNTY"),
                outcomes("opinion.instructions_prefecture", "州市级领导批示", "INSTRUCTION:PREFECTURE"),
                outcomes("opinion.instructions_province", "省级领导批示", "INSTRUCTION:PROVINCE"),
                outcomes("opinion.instructions_national", "国家级领导批示", "INSTRUCTION:NATIONAL"));
    }

    private static List<Indicator> readings() {
        var members = Count.items(EvidenceKind.READING_MEMBER);
        return List.of(
                number("reading.group", "读书群", "个", Set.of(SESSION, YEAR), EvidenceKind.READING_GROUP),
                new Indicator(
                        "reading.rota_session",
                        "轮值分享活动",
                        "场次",
                        1,
                        Set.of(SESSION, YEAR),
                        Count.items(EvidenceKind.READING_SESSION).where("sessionKind", "ROTA_SHARING"),
                        null),
                number("reading.session", "读书活动", "场次", Set.of(SESSION, YEAR), EvidenceKind.READING_SESSION),
                number("reading.guide", "导读领读委员", "人", Set.of(SESSION, YEAR), EvidenceKind.READING_GUIDE),
                number("reading.member_joined", "参加读书群的委员", "人", Set.of(SESSION, YEAR), EvidenceKind.READING_MEMBER),
                new Indicator(
                        "reading.member_contributed",
                        "在读书群发言的委员",
                        "人",
                        1,
                        Set.of(SESSION, YEAR),
                        members.where("contributed", "true"),
                        members),
                number("reading.digest", "读书群周小结", "篇", Set.of(SESSION, YEAR), EvidenceKind.READING_DIGEST),
                number("reading.excellent_note", "优秀读书笔记", "篇", Set.of(SESSION, YEAR), EvidenceKind.READING_NOTE),
                number(
                        "reading.converted",
                        "读书成果转为提案、社情民意信息",
                        "件",
                        Set.of(SESSION, YEAR),
                        EvidenceKind.READING_CONVERTED),
                number("study.reading_list_category", "必读书目类别", "类", Set.of(SESSION, YEAR), EvidenceKind.READING_LIST));
    }

    private static Indicator number(String key, String name, String unit, Set<Basis> bases, EvidenceKind kind) {
        return new Indicator(key, name, unit, 1, bases, Count.items(kind), null);
    }

    /** Of a session period. */
    private static Indicator number(String key, String name, String unit, Count count) {
        return new Indicator(key, name, unit, 1, Set.of(SESSION), count, null);
    }

    /** Of a session period. */
    private static Indicator rate(String key, String name, String unit, Count part, Count whole) {
        return new Indicator(key, name, unit, 1, Set.of(SESSION), part, whole);
    }

    private static Indicator outcomes(String key, String name, String... what) {
        var count = Count.items(EvidenceKind.OPINION_OUTCOME).where("what", what);
        return new Indicator(key, name, "次", 1, Set.of(SESSION, YEAR), count, null);
    }
}
