package cn.tongxin.indicator;

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

/** The review report as it is shipped: what came, what became of it, by proponents and by matters, and why some was not filed. */
@Factory
class ReviewReportPaper {
    static final DocumentKind KIND = new DocumentKind(
            "REVIEW_REPORT",
            "提案审查报告",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of(
                    "委员会", "届次", "制表日期", "收到", "立案", "并案", "不予立案", "审查中", "转社情民意", "转上级委员", "重点提案", "立案率", "性质列表",
                    "提案者列表", "类别列表", "原因列表", "去向列表", "名称", "件数"),
            ReviewReportPaper::page);

    @Singleton
    @Named("REVIEW_REPORT")
    DocumentKind kind() {
        return KIND;
    }

    private static OfficialPage page() {
        var page = OfficialPage.portrait()
                .title("{{委员会}}{{届次}}提案审查情况的报告")
                .subtitle("{{制表日期}}")
                .prose("本届次共收到提案{{收到}}件。截至{{制表日期}}，经审查，立案{{立案}}件，并案{{并案}}件，不予立案{{不予立案}}件，正在审查{{审查中}}件；"
                        + "立案率{{立案率}}。不予立案的提案中，转为社情民意信息{{转社情民意}}件，转上级政协委员提出{{转上级委员}}件。"
                        + "已立案的提案中，重点提案{{重点提案}}件。");
        table(page, "一、按提案性质", "性质", "性质列表");
        table(page, "二、按提案者", "提案者", "提案者列表");
        table(page, "三、按类别", "类别", "类别列表");
        return page.line("{{#原因列表}}")
                .prose("不予立案原因：{{名称}}，{{件数}}件。")
                .line("{{/原因列表}}")
                .line("{{#去向列表}}")
                .prose("不予立案去向：{{名称}}，{{件数}}件。")
                .line("{{/去向列表}}");
    }

    /** The parts of the figures, and below them the whole. */
    private static void table(OfficialPage page, String heading, String by, String list) {
        page.heading(heading)
                .table(
                        List.of(40, 15, 15, 15, 15),
                        List.of(
                                Row.head(label(by), label("收到"), label("立案"), label("并案"), label("不予立案")),
                                Row.of(
                                        value("{{#" + list + "}}{{名称}}"),
                                        centred("{{收到}}"),
                                        centred("{{立案}}"),
                                        centred("{{并案}}"),
                                        centred("{{不予立案}}{{/" + list + "}}")),
                                Row.of(
                                        label("合计"),
                                        centred("{{收到}}"),
                                        centred("{{立案}}"),
                                        centred("{{并案}}"),
                                        centred("{{不予立案}}"))))
                .empty();
    }
}
