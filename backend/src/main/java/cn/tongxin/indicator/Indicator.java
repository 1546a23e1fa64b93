package cn.tongxin.indicator;

import static cn.tongxin.evidence.Basis.SESSION;
import static cn.tongxin.evidence.Basis.YEAR;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Count;
import cn.tongxin.evidence.EvidenceKind;
import cn.tongxin.http.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A figure's definition. A rate has a {@code whole}, of which {@code part} is counted; any other figure has none. */
record Indicator(
        String key,
        String name,
        String unit,
        int version,
        Set<Basis> bases,
        Count part,
        @Nullable Count whole) {

    static final List<Indicator> ALL = List.of(
            number("proposal.received", "收到提案", "件", Set.of(SESSION, YEAR), EvidenceKind.PROPOSAL_RECEIVED),
            number("proposal.filed", "立案", "件", Set.of(SESSION, YEAR), EvidenceKind.PROPOSAL_FILED),
            number("proposal.merged", "并案", "件", Set.of(SESSION), EvidenceKind.PROPOSAL_MERGED),
            number("proposal.not_filed", "不予立案", "件", Set.of(SESSION), EvidenceKind.PROPOSAL_NOT_FILED),
            number("proposal.key", "重点提案", "件", Set.of(SESSION), EvidenceKind.PROPOSAL_KEY),
            new Indicator(
                    "proposal.reply_rate",
                    "办复率",
                    "件次",
                    1,
                    Set.of(SESSION),
                    Count.items(EvidenceKind.PROPOSAL_REPLY),
                    Count.items(EvidenceKind.PROPOSAL_HANDLING)),
            new Indicator(
                    "proposal.satisfaction_rate",
                    "满意率",
                    "件次",
                    1,
                    Set.of(SESSION),
                    Count.items(EvidenceKind.PROPOSAL_RATING).where("result", "SATISFIED", "BASICALLY_SATISFIED"),
                    Count.items(EvidenceKind.PROPOSAL_RATING)),
            new Indicator(
                    "proposal.case_reply_rate",
                    "办复率（按件）",
                    "件",
                    1,
                    Set.of(SESSION),
                    Count.items(EvidenceKind.PROPOSAL_REPLIED),
                    Count.items(EvidenceKind.PROPOSAL_FILED)),
            new Indicator(
                    "proposal.case_satisfaction_rate",
                    "满意率（按件）",
                    "件",
                    1,
                    Set.of(SESSION),
                    Count.items(EvidenceKind.PROPOSAL_RATED).where("result", "SATISFIED", "BASICALLY_SATISFIED"),
                    Count.items(EvidenceKind.PROPOSAL_RATED)),
            number("opinion.submitted", "社情民意信息来稿", "篇", Set.of(YEAR), EvidenceKind.OPINION_SUBMITTED),
            new Indicator(
                    "opinion.answer_rate",
                    "来稿回复率",
                    "篇",
                    1,
                    Set.of(YEAR),
                    Count.items(EvidenceKind.OPINION_SUBMITTED).where("answered", "true"),
                    Count.items(EvidenceKind.OPINION_SUBMITTED)),
            number("opinion.issued", "社情民意信息编发", "篇", Set.of(YEAR), EvidenceKind.OPINION_ISSUED),
            number("opinion.adopted", "社情民意信息采用（州市级以上）", "篇", Set.of(YEAR), EvidenceKind.OPINION_ADOPTED),
            number("opinion.escalated", "社情民意信息省级以上采用", "篇", Set.of(YEAR), EvidenceKind.OPINION_ESCALATED),
            number("opinion.instructed", "社情民意信息获批示", "篇", Set.of(YEAR), EvidenceKind.OPINION_INSTRUCTED),
            number("case.resolved_by_opinion", "反映社情民意解决的问题", "件", Set.of(YEAR), EvidenceKind.OPINION_RESOLVED),
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
            outcomes("opinion.instructions_national", "国家级领导批示", "INSTRUCTION:NATIONAL"),
            number("reading.group", "读书群", "个", Set.of(YEAR), EvidenceKind.READING_GROUP),
            new Indicator(
                    "reading.rota_session",
                    "轮值分享活动",
                    "场次",
                    1,
                    Set.of(YEAR),
                    Count.items(EvidenceKind.READING_SESSION).where("sessionKind", "ROTA_SHARING"),
                    null),
            number("study.reading_list_category", "必读书目类别", "类", Set.of(YEAR), EvidenceKind.READING_LIST));

    private static Indicator number(String key, String name, String unit, Set<Basis> bases, EvidenceKind kind) {
        return new Indicator(key, name, unit, 1, bases, Count.items(kind), null);
    }

    private static Indicator outcomes(String key, String name, String... what) {
        var count = Count.items(EvidenceKind.OPINION_OUTCOME).where("what", what);
        return new Indicator(key, name, "次", 1, Set.of(YEAR), count, null);
    }

    static Indicator get(String key) {
        return ALL.stream()
                .filter(indicator -> indicator.key.equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    boolean isRate() {
        return whole != null;
    }

    /** What its list shows: of a rate everything that it is a part of. */
    Count listed() {
        return whole == null ? part : whole;
    }
}
