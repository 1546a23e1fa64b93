package cn.tongxin.handling;

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

/** The papers of handling as they are shipped: the reply letter, an assistant's letter and the proponent's feedback form. */
@Factory
class HandlingPapers {
    static final DocumentKind REPLY_LETTER = new DocumentKind(
            "REPLY_LETTER",
            "答复函",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of(
                    "类别", "承办单位", "文号", "届次", "序号", "文种", "提案者", "案号", "案由", "答复", "分条答复", "建议序号", "建议", "条目答复", "承诺列表",
                    "承诺", "完成期限", "责任人", "沟通列表", "联系方式", "联系日期", "联系人", "签发人", "日期", "委员会", "全体提案者", "联名人", "界别",
                    "并案列表", "并案案由", "并案提案者", "单位联系人", "单位联系电话"),
            HandlingPapers::replyLetter);

    static final DocumentKind OPINION_LETTER = new DocumentKind(
            "OPINION_LETTER",
            "会办意见函",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of(
                    "会办单位", "主办单位", "文号", "届次", "序号", "提案者", "案号", "案由", "会办意见", "签发人", "日期", "委员会", "全体提案者", "联名人",
                    "界别", "并案列表", "并案案由", "并案提案者"),
            HandlingPapers::opinionLetter);

    static final DocumentKind FEEDBACK_FORM = new DocumentKind(
            "FEEDBACK_FORM",
            "征询意见表",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of(
                    "委员会", "届次", "案号", "案由", "提案者", "承办单位", "办理方式", "答复日期", "类别", "反馈期限", "联系情况", "沟通方式", "走访", "领导答复",
                    "针对性", "态度", "结果", "意见", "评价日期", "全体提案者", "联名人", "界别", "并案列表", "并案案由", "并案提案者"),
            HandlingPapers::feedbackForm);

    @Singleton
    @Named("REPLY_LETTER")
    DocumentKind letter() {
        return REPLY_LETTER;
    }

    @Singleton
    @Named("OPINION_LETTER")
    DocumentKind opinion() {
        return OPINION_LETTER;
    }

    @Singleton
    @Named("FEEDBACK_FORM")
    DocumentKind feedback() {
        return FEEDBACK_FORM;
    }

    /** The grade mark stands in the top right corner, above the letterhead. */
    private static OfficialPage replyLetter() {
        return OfficialPage.portrait()
                .mark("办理结果：{{类别}}")
                .letterhead("{{承办单位}}")
                .subtitle("{{文号}}")
                .title("关于{{委员会}}\n{{届次}}第{{序号}}号提案的{{文种}}")
                .line("{{全体提案者}}：")
                .prose("您提出的《{{案由}}》（第{{案号}}号）收悉。现答复如下：")
                .line("{{#并案列表}}")
                .prose("{{并案提案者}}提出的《{{并案案由}}》已并入本案办理，一并答复。")
                .line("{{/并案列表}}")
                .prose("{{答复}}")
                .line("{{#分条答复}}")
                .heading("关于建议{{建议序号}}：{{建议}}")
                .prose("{{条目答复}}")
                .line("{{/分条答复}}")
                .line("{{#承诺列表}}")
                .prose("承诺事项：{{承诺}}，{{完成期限}}前完成，责任人：{{责任人}}。")
                .line("{{/承诺列表}}")
                .line("{{#沟通列表}}")
                .prose("答复前，{{联系人}}于{{联系日期}}以{{联系方式}}方式沟通。")
                .line("{{/沟通列表}}")
                .prose("感谢您对我们工作的关心和支持。")
                .empty()
                .right("{{承办单位}}")
                .right("{{日期}}")
                .prose("签发人：{{签发人}}")
                .line("{{#单位联系人}}")
                .prose("联系人：{{单位联系人}}　联系电话：{{单位联系电话}}")
                .line("{{/单位联系人}}")
                .prose("抄送：{{委员会}}");
    }

    /** To the leading unit, whose reply it goes into. */
    private static OfficialPage opinionLetter() {
        return OfficialPage.portrait()
                .letterhead("{{会办单位}}")
                .subtitle("{{文号}}")
                .title("关于{{委员会}}\n{{届次}}第{{序号}}号提案的会办意见")
                .line("{{主办单位}}：")
                .prose("{{全体提案者}}提出的《{{案由}}》（第{{案号}}号）收悉。现提出会办意见如下：")
                .prose("{{会办意见}}")
                .empty()
                .right("{{会办单位}}")
                .right("{{日期}}")
                .prose("签发人：{{签发人}}")
                .prose("抄送：{{委员会}}");
    }

    private static OfficialPage feedbackForm() {
        return OfficialPage.portrait()
                .title("提案办理情况征询意见表")
                .subtitle("{{委员会}}　{{届次}}")
                .table(
                        List.of(20, 30, 20, 30),
                        List.of(
                                Row.of(label("案号"), centred("{{案号}}"), label("提案者"), centred("{{全体提案者}}")),
                                Row.of(label("案由"), value("{{案由}}").over(3)).high(16),
                                Row.of(label("承办单位"), centred("{{承办单位}}"), label("办理方式"), centred("{{办理方式}}")),
                                Row.of(label("答复日期"), centred("{{答复日期}}"), label("答复类别"), centred("{{类别}}")),
                                Row.of(label("答复前联系"), value("{{联系情况}}").over(3)),
                                Row.of(label("沟通方式"), value("{{沟通方式}}").over(3)),
                                Row.of(label("是否走访"), value("{{走访}}").over(3)),
                                Row.of(label("领导答复"), value("{{领导答复}}").over(3)),
                                Row.of(label("答复针对性"), value("{{针对性}}").over(3)),
                                Row.of(label("对办理态度"), value("{{态度}}").over(3)).high(11),
                                Row.of(label("对办理结果"), value("{{结果}}").over(3)).high(11),
                                Row.of(label("意见和\n建议"), value("{{意见}}").over(3))
                                        .high(34),
                                Row.of(label("提案者签名"), value("").over(1), label("日期"), centred("{{评价日期}}"))
                                        .high(12)))
                .note("注：请于{{反馈期限}}前反馈。对办理态度和办理结果请分别评价，在相应的方框内打“√”。");
    }
}
