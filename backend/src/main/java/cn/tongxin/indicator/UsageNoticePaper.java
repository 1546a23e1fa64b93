package cn.tongxin.indicator;

import static cn.tongxin.document.OfficialPage.Cell.centred;
import static cn.tongxin.document.OfficialPage.Cell.label;
import static cn.tongxin.document.OfficialPage.Cell.value;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.document.CatalogueFile;
import cn.tongxin.document.CatalogueFile.Column;
import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.DocumentKind;
import cn.tongxin.document.OfficialPage;
import cn.tongxin.document.OfficialPage.Row;
import cn.tongxin.document.Slots;
import cn.tongxin.evidence.Period;
import cn.tongxin.http.Refusal;
import cn.tongxin.indicator.UsageNotice.Figures;
import cn.tongxin.indicator.UsageNotice.Line;
import cn.tongxin.indicator.UsageNotice.Table;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notice of use as it is shipped and as a table file: a line for each organisation, none for a single member. */
@Factory
class UsageNoticePaper {
    private static final String TITLE = "社情民意信息采用情况通报";
    private static final List<String> HEADS = List.of("来稿", "编发", "县级采用", "州市级采用", "省级采用", "全国采用", "批示");

    static final DocumentKind KIND = new DocumentKind(
            "OPINION_USAGE_NOTICE",
            TITLE,
            Set.of(Role.INFO_EDITOR, Role.INFO_APPROVER),
            Stream.concat(Stream.of("委员会", "时期", "制表日期", "单位列表", "名称"), HEADS.stream())
                    .collect(Collectors.toSet()),
            UsageNoticePaper::page);

    @Singleton
    @Named("OPINION_USAGE_NOTICE")
    DocumentKind kind() {
        return KIND;
    }

    private static OfficialPage page() {
        return OfficialPage.portrait()
                .title("{{委员会}}" + TITLE)
                .subtitle("{{时期}}（{{制表日期}}制表）")
                .prose("{{时期}}共收到社情民意信息{{来稿}}篇，编发{{编发}}篇；县级采用{{县级采用}}篇次，州市级采用{{州市级采用}}篇次，"
                        + "省级采用{{省级采用}}篇次，全国采用{{全国采用}}篇次；领导批示{{批示}}次。各单位来稿和采用情况如下。")
                .table(
                        List.of(30, 10, 10, 10, 10, 10, 10, 10),
                        List.of(
                                Row.head(
                                        label("单位"),
                                        label("来稿"),
                                        label("编发"),
                                        label("县级采用"),
                                        label("州市级采用"),
                                        label("省级采用"),
                                        label("全国采用"),
                                        label("批示")),
                                Row.of(
                                        value("{{#单位列表}}{{名称}}"),
                                        centred("{{来稿}}"),
                                        centred("{{编发}}"),
                                        centred("{{县级采用}}"),
                                        centred("{{州市级采用}}"),
                                        centred("{{省级采用}}"),
                                        centred("{{全国采用}}"),
                                        centred("{{批示}}{{/单位列表}}")),
                                Row.of(
                                        label("合计"),
                                        centred("{{来稿}}"),
                                        centred("{{编发}}"),
                                        centred("{{县级采用}}"),
                                        centred("{{州市级采用}}"),
                                        centred("{{省级采用}}"),
                                        centred("{{全国采用}}"),
                                        centred("{{批示}}"))))
                .empty()
                .prose("说明：各单位按类别和名称排列，不分名次；来稿、编发按来稿时间统计，采用、批示按采用、批示时间统计。");
    }

    /** 404 for a session that is not there. */
    static String inWords(Period period, Calendar calendar) {
        return switch (period.basis()) {
            case YEAR -> period.text() + "年";
            case SESSION ->
                calendar.sessionPeriods()
                        .find(period.text())
                        .map(PlenarySession::name)
                        .orElseThrow(Refusal::notFound);
        };
    }

    /** What the file is called. */
    static String name(String period) {
        return period + TITLE;
    }

    static Slots slots(Table table, String period, LocalDate today) {
        return filled(new Slots(), table.total())
                .text("时期", period)
                .text("制表日期", ChineseDay.of(today))
                .list(
                        "单位列表",
                        table.lines().stream()
                                .map(line -> filled(new Slots(), line.figures()).text("名称", named(line)))
                                .toList());
    }

    static void write(Table table, String title, OutputStream out) throws IOException {
        var columns = Stream.concat(
                        Stream.of(new Column("单位", 36)), HEADS.stream().map(head -> new Column(head, 12)))
                .toList();
        try (var file = new CatalogueFile(out, "采用情况", title, null, columns)) {
            for (var line : table.lines()) {
                file.add(cells(named(line), line.figures()));
            }
            file.add(cells("合计", table.total()));
        }
    }

    private static List<String> cells(String name, Figures figures) {
        return Stream.concat(Stream.of(name), figures.numbers().stream().map(String::valueOf))
                .toList();
    }

    private static Slots filled(Slots slots, Figures figures) {
        for (var i = 0; i < HEADS.size(); i++) {
            slots.text(HEADS.get(i), figures.numbers().get(i));
        }
        return slots;
    }

    private static String named(Line line) {
        return switch (line.by()) {
            case ORGANIZATION -> Objects.requireNonNullElse(line.name(), "");
            case MEMBER -> "委员个人";
            case INFORMANT -> "信息员";
            case STATION -> "联络站";
        };
    }
}
