package cn.tongxin.proposal;

import static cn.tongxin.document.OfficialPage.Cell.centred;
import static cn.tongxin.document.OfficialPage.Cell.label;
import static cn.tongxin.document.OfficialPage.Cell.value;

import cn.tongxin.document.DocumentKind;
import cn.tongxin.document.OfficialPage;
import cn.tongxin.document.OfficialPage.Row;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The papers of proposals as they are shipped: the proposal form and the hand-over list by unit. */
@Factory
class ProposalPapers {
    static final DocumentKind FORM = new DocumentKind(
            "PROPOSAL_FORM",
            "提案表",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of(
                    "委员会", "届次", "案号", "流水号", "案由", "类别", "提案性质", "提案者类别", "第一提案人", "联名人", "提交日期", "立案日期", "情况", "分析",
                    "调研过程", "原文语言", "原文", "建议列表", "序号", "建议", "是否公开", "不公开理由", "附件列表", "附件", "承办列表", "承办单位", "办理方式",
                    "交办日期", "答复期限", "状态", "界别", "单位职务", "并案列表", "并案案由", "并案提案者"),
            ProposalPapers::form);

    static final DocumentKind HAND_OVER_LIST = new DocumentKind(
            "HAND_OVER_LIST",
            "交办清单",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of(
                    "委员会", "届次", "制表日期", "总件数", "单位列表", "单位", "件数", "提案列表", "序号", "案号", "案由", "提案者", "全体提案者", "办理方式",
                    "答复期限"),
            ProposalPapers::handOverList);

    @Singleton
    @Named("PROPOSAL_FORM")
    DocumentKind formKind() {
        return FORM;
    }

    @Singleton
    @Named("HAND_OVER_LIST")
    DocumentKind handOverKind() {
        return HAND_OVER_LIST;
    }

    private static OfficialPage form() {
        return OfficialPage.portrait()
                .title("{{委员会}}提案")
                .subtitle("{{届次}}　第 {{案号}} 号")
                .table(
                        List.of(20, 30, 20, 30),
                        List.of(
                                Row.of(label("案由"), value("{{案由}}").over(3)).high(18),
                                Row.of(label("第一提案人"), centred("{{第一提案人}}"), label("提案者类别"), centred("{{提案者类别}}")),
                                Row.of(label("界别"), centred("{{界别}}"), label("单位职务"), centred("{{单位职务}}")),
                                Row.of(label("联名人"), value("{{联名人}}").over(3)),
                                Row.of(label("类别"), centred("{{类别}}"), label("提案性质"), centred("{{提案性质}}")),
                                Row.of(label("提交日期"), centred("{{提交日期}}"), label("立案日期"), centred("{{立案日期}}")),
                                Row.of(label("是否公开"), value("{{是否公开}}").over(3)),
                                Row.of(
                                        label("{{#承办列表}}承办单位"),
                                        centred("{{承办单位}}（{{办理方式}}）"),
                                        label("答复期限"),
                                        centred("{{答复期限}}{{/承办列表}}"))))
                .empty()
                .heading("情况")
                .prose("{{情况}}")
                .line("{{#分析}}")
                .heading("分析")
                .prose("{{分析}}")
                .line("{{/分析}}")
                .line("{{#调研过程}}")
                .heading("调研过程")
                .prose("{{调研过程}}")
                .line("{{/调研过程}}")
                .heading("建议")
                .line("{{#建议列表}}")
                .prose("{{序号}}．{{建议}}")
                .line("{{/建议列表}}")
                .line("{{#并案列表}}")
                .prose("并案：{{并案案由}}（{{并案提案者}}）")
                .line("{{/并案列表}}")
                .line("{{#附件列表}}")
                .prose("附件{{序号}}：{{附件}}")
                .line("{{/附件列表}}")
                .line("{{#原文语言}}")
                .prose("（原文为{{原文语言}}）")
                .line("{{/原文语言}}");
    }

    private static OfficialPage handOverList() {
        return OfficialPage.landscape()
                .title("{{委员会}}{{届次}}提案交办清单")
                .subtitle("共 {{总件数}} 件　{{制表日期}}")
                .line("{{#单位列表}}")
                .heading("{{单位}}（{{件数}} 件）")
                .table(
                        List.of(8, 16, 42, 16, 14, 18),
                        List.of(
                                Row.head(
                                        label("序号"),
                                        label("案号"),
                                        label("案由"),
                                        label("提案者"),
                                        label("办理方式"),
                                        label("答复期限")),
                                Row.of(
                                        centred("{{#提案列表}}{{序号}}"),
                                        centred("{{案号}}"),
                                        value("{{案由}}"),
                                        centred("{{全体提案者}}"),
                                        centred("{{办理方式}}"),
                                        centred("{{答复期限}}{{/提案列表}}"))))
                .empty()
                .line("{{/单位列表}}");
    }
}
