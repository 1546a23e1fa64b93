package cn.tongxin.opinion;

import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.DocumentKind;
import cn.tongxin.document.OfficialPage;
import cn.tongxin.document.Slots;
import cn.tongxin.opinion.BulletinIssue.Item;
import cn.tongxin.opinion.BulletinIssue.Source;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An issue of a bulletin as it is shipped: the red name, number and day, then piece after piece with who reported it. */
@Factory
class BulletinPaper {
    static final DocumentKind KIND = new DocumentKind(
            "BULLETIN_ISSUE",
            "期刊",
            Set.of(Role.INFO_EDITOR, Role.INFO_APPROVER),
            Set.of("委员会", "期刊", "期号", "签发日期", "条目列表", "序号", "标题", "正文", "反映人"),
            BulletinPaper::page);

    @Singleton
    @Named("BULLETIN_ISSUE")
    DocumentKind kind() {
        return KIND;
    }

    private static OfficialPage page() {
        return OfficialPage.portrait()
                .masthead("{{期刊}}")
                .subtitle("{{期号}}")
                .imprint("{{委员会}}", "{{签发日期}}")
                .line("{{#条目列表}}")
                .title("{{标题}}")
                .prose("{{正文}}")
                .line("{{#反映人}}")
                .prose("（反映人：{{反映人}}）")
                .line("{{/反映人}}")
                .empty()
                .line("{{/条目列表}}");
    }

    static Slots slots(BulletinIssue issue) {
        var items = issue.items();
        return new Slots()
                .text("期刊", issue.bulletin())
                .text("期号", number(issue))
                .text("签发日期", ChineseDay.of(issue.issuedOn()))
                .list(
                        "条目列表",
                        items.stream()
                                .map(item -> new Slots()
                                        .text("序号", items.indexOf(item) + 1)
                                        .text("标题", item.title())
                                        .text("正文", item.text())
                                        .text("反映人", authors(item)))
                                .toList());
    }

    /** What the file is called. */
    static String name(BulletinIssue issue) {
        return issue.bulletin() + number(issue);
    }

    private static String number(BulletinIssue issue) {
        return issue.isIssued() ? issue.year() + "年第" + issue.no() + "期" : "（送审稿）";
    }

    private static String authors(Item item) {
        return item.reports().stream()
                .map(Source::author)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
