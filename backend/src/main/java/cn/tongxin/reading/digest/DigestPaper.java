package cn.tongxin.reading.digest;

import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.DocumentKind;
import cn.tongxin.document.OfficialPage;
import cn.tongxin.document.Slots;
import cn.tongxin.reading.digest.DigestView.State;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The digest of a week, a month or the whole course on paper: who read what, and then week after week. */
@Factory
class DigestPaper {
    private static final int EXCERPT = 300;

    static final DocumentKind KIND = new DocumentKind(
            "READING_DIGEST",
            "读书群小结",
            Set.of(Role.STUDY_STAFF),
            Set.of(
                    "委员会", "标题", "读书群", "共读书目", "群主", "期间", "参与情况", "周列表", "周次", "起止", "主持人", "执笔人", "周参与", "更正", "正文",
                    "优秀标题", "优秀列表", "作者", "发言日期", "摘录", "总结标题", "总结"),
            DigestPaper::page);

    @Singleton
    @Named("READING_DIGEST")
    DocumentKind kind() {
        return KIND;
    }

    private static OfficialPage page() {
        return OfficialPage.portrait()
                .title("“{{读书群}}”读书群{{标题}}")
                .subtitle("{{委员会}}")
                .prose("共读书目：《{{共读书目}}》")
                .prose("群主：{{群主}}")
                .prose("起止日期：{{期间}}")
                .prose("参与情况：{{参与情况}}")
                .line("{{#周列表}}")
                .heading("{{周次}}（{{起止}}）")
                .prose("主持人：{{主持人}}　{{周参与}}")
                .prose("{{正文}}")
                .line("{{#执笔人}}")
                .prose("（执笔人：{{执笔人}}{{更正}}）")
                .line("{{/执笔人}}")
                .line("{{/周列表}}")
                .line("{{#优秀标题}}")
                .heading("{{优秀标题}}")
                .line("{{/优秀标题}}")
                .line("{{#优秀列表}}")
                .prose("{{作者}}（{{发言日期}}）：{{摘录}}")
                .line("{{/优秀列表}}")
                .line("{{#总结标题}}")
                .heading("{{总结标题}}")
                .prose("{{总结}}")
                .line("{{/总结标题}}");
    }

    /** One week of a roll-up is a digest's own paper. */
    static Slots slots(Rollup rollup, String title) {
        var excellent = rollup.excellent();
        return new Slots()
                .text("标题", title)
                .text("读书群", rollup.theme())
                .text("共读书目", rollup.book())
                .text("群主", rollup.owner())
                .text("期间", days(rollup.from(), rollup.to()))
                .text(
                        "参与情况",
                        turnout(rollup.turnout().contributed(), rollup.turnout().joined()))
                .list("周列表", weeks(rollup.weeks()))
                .text("优秀标题", excellent.isEmpty() ? "" : "优秀发言")
                .list(
                        "优秀列表",
                        excellent.stream()
                                .map(piece -> new Slots()
                                        .text("作者", piece.author())
                                        .text("发言日期", ChineseDay.of(piece.on()))
                                        .text("摘录", Suggested.excerpt(piece.text(), EXCERPT)))
                                .toList())
                .text("总结标题", rollup.summary() == null ? "" : "期总结")
                .text("总结", rollup.summary());
    }

    private static List<Slots> weeks(List<DigestView> weeks) {
        return weeks.stream().map(DigestPaper::week).toList();
    }

    private static Slots week(DigestView week) {
        var none = week.state() == State.NONE;
        return new Slots()
                .text("周次", "第" + week.no() + "周")
                .text("起止", days(week.monday(), week.sunday()))
                .text("主持人", week.hosts().isEmpty() ? "无" : String.join("、", week.hosts()))
                .text("周参与", none ? "" : turnout(number(week.contributed()), number(week.joined())))
                .text("执笔人", week.author())
                .text("更正", week.edition() > 1 ? "；第" + week.edition() + "版，更正原因：" + week.reason() : "")
                .text("正文", none ? "本周无小结：" + week.reason() : week.text());
    }

    /** 3/12, and a dash for nobody (domain §0). */
    private static String turnout(int contributed, int joined) {
        return joined == 0 ? "—" : "在群%d人，发言%d人（%d/%d）".formatted(joined, contributed, contributed, joined);
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }

    private static String days(LocalDate from, LocalDate to) {
        return ChineseDay.of(from) + "至" + ChineseDay.of(to);
    }
}
