package cn.tongxin.proposal.digest;

import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.DocumentKind;
import cn.tongxin.document.OfficialPage;
import cn.tongxin.document.Slots;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;

/** An issue of the digest as it is shipped: the red name, number and day, to whom it goes, then proposal after proposal. */
@Factory
class DigestPaper {
    static final DocumentKind KIND = new DocumentKind(
            "PROPOSAL_DIGEST",
            "提案摘报",
            Set.of(Role.PROPOSAL_STAFF),
            Set.of("委员会", "期号", "签发日期", "报送", "条目列表", "序号", "标题", "正文", "案号", "提案者"),
            DigestPaper::page);

    @Singleton
    @Named("PROPOSAL_DIGEST")
    DocumentKind kind() {
        return KIND;
    }

    private static OfficialPage page() {
        return OfficialPage.portrait()
                .masthead("提案摘报")
                .subtitle("{{期号}}")
                .imprint("{{委员会}}", "{{签发日期}}")
                .line("{{#条目列表}}")
                .title("{{标题}}")
                .prose("{{正文}}")
                .prose("（第{{案号}}号提案，提案者：{{提案者}}）")
                .empty()
                .line("{{/条目列表}}")
                .line("报送：{{报送}}");
    }

    static Slots slots(Digest digest) {
        var items = digest.items();
        return new Slots()
                .text("期号", number(digest))
                .text("签发日期", ChineseDay.of(digest.issuedOn()))
                .text("报送", digest.recipients())
                .list(
                        "条目列表",
                        items.stream()
                                .map(item -> new Slots()
                                        .text("序号", items.indexOf(item) + 1)
                                        .text("标题", item.title())
                                        .text("正文", item.text())
                                        .text("案号", Objects.requireNonNullElse(item.caseNo(), ""))
                                        .text("提案者", item.proponent()))
                                .toList());
    }

    /** What the file is called. */
    static String name(Digest digest) {
        return "提案摘报" + number(digest);
    }

    private static String number(Digest digest) {
        return digest.isIssued() ? digest.year() + "年第" + digest.no() + "期" : "（送审稿）";
    }
}
