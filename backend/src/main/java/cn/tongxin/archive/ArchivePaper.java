package cn.tongxin.archive;

import cn.tongxin.document.DocumentKind;
import cn.tongxin.document.OfficialPage;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;

/** One's own archive as it is shipped: who, then proposals, reports, posts and notes, each in full. */
@Factory
class ArchivePaper {
    static final DocumentKind KIND = new DocumentKind(
            "OWN_ARCHIVE",
            "本人履职文稿",
            Set.of(Role.MEMBER_AFFAIRS),
            Set.of(
                    "委员会", "姓名", "界别", "届", "制表日期", "提案件数", "信息篇数", "发言条数", "笔记条数", "提案列表", "信息列表", "发言列表", "笔记列表",
                    "序号", "案由", "案号", "署名", "日期", "状态", "情况", "分析", "调研过程", "原文", "建议列表", "建议", "答复列表", "承办单位", "答复",
                    "标题", "正文", "读书群", "书名"),
            ArchivePaper::page);

    @Singleton
    @Named("OWN_ARCHIVE")
    DocumentKind kind() {
        return KIND;
    }

    private static OfficialPage page() {
        return OfficialPage.portrait()
                .title("{{姓名}}履职文稿")
                .subtitle("{{委员会}}　{{届}}　{{界别}}")
                .prose("提案 {{提案件数}} 件，社情民意信息 {{信息篇数}} 篇，读书发言 {{发言条数}} 条，读书笔记 {{笔记条数}} 条。{{制表日期}}导出。")
                .line("{{#提案列表}}")
                .heading("提案{{序号}}：{{案由}}")
                .prose("{{署名}}　{{日期}}　{{状态}}　{{案号}}")
                .prose("{{情况}}")
                .line("{{#分析}}")
                .prose("{{分析}}")
                .line("{{/分析}}")
                .line("{{#调研过程}}")
                .prose("调研过程：{{调研过程}}")
                .line("{{/调研过程}}")
                .line("{{#建议列表}}")
                .prose("{{序号}}．{{建议}}")
                .line("{{/建议列表}}")
                .line("{{#答复列表}}")
                .prose("{{承办单位}}答复：{{答复}}")
                .line("{{/答复列表}}")
                .line("{{/提案列表}}")
                .line("{{#信息列表}}")
                .heading("社情民意信息{{序号}}：{{标题}}")
                .prose("{{日期}}　{{状态}}")
                .prose("{{正文}}")
                .line("{{/信息列表}}")
                .line("{{#发言列表}}")
                .heading("读书发言{{序号}}：{{读书群}}")
                .prose("{{日期}}")
                .prose("{{正文}}")
                .line("{{/发言列表}}")
                .line("{{#笔记列表}}")
                .heading("读书笔记{{序号}}：《{{书名}}》")
                .prose("{{日期}}")
                .prose("{{正文}}")
                .line("{{/笔记列表}}");
    }
}
