package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import cn.tongxin.document.CatalogueFile;
import cn.tongxin.document.CatalogueFile.Column;
import cn.tongxin.document.ChineseDay;
import cn.tongxin.http.Cursor;
import cn.tongxin.proposal.CatalogueBeside.Handled;
import cn.tongxin.seat.SeatPhones;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue of a filtered list as an Excel file, page after page, each read in a transaction of its own. */
@Singleton
class ProposalCatalogue {
    private static final int PAGE = 500;
    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 6),
            new Column("案号", 12),
            new Column("流水号", 8),
            new Column("案由", 60),
            new Column("类别", 10),
            new Column("提案性质", 10),
            new Column("届次", 8),
            new Column("提案者", 16),
            new Column("界别", 14),
            new Column("联名人", 30),
            new Column("联系电话", 14),
            new Column("状态", 10),
            new Column("承办单位", 30),
            new Column("收到日期", 12),
            new Column("立案日期", 12),
            new Column("答复期限", 12),
            new Column("重点提案", 10),
            new Column("答复日期", 14),
            new Column("办理类别", 20),
            new Column("满意度", 12));

    private final ProposalLists lists;
    private final ProposalViews views;
    private final CatalogueBeside beside;
    private final SeatPhones phones;
    private final Calendar calendar;
    private final Committees committees;
    private final Settings settings;
    private final Transactions transactions;

    ProposalCatalogue(
            ProposalLists lists,
            ProposalViews views,
            CatalogueBeside beside,
            SeatPhones phones,
            Calendar calendar,
            Committees committees,
            Settings settings,
            Transactions transactions) {
        this.lists = lists;
        this.views = views;
        this.beside = beside;
        this.phones = phones;
        this.calendar = calendar;
        this.committees = committees;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** One page as it was read. */
    private record Leaf(
            List<ProposalBrief> rows,
            CatalogueBeside.All beside,
            Map<UUID, UUID> proponents,
            Map<UUID, String> phones,
            Map<String, String> categories) {}

    /** Writes the file and answers how many proposals it holds. */
    int write(ProposalFilter filter, OutputStream out) throws IOException {
        var committee = committees
                .find(Caller.current().committeeId())
                .map(Committees.Entry::name)
                .orElse("");
        var title = committee + "提案目录（" + ChineseDay.of(calendar.today()) + "）";
        var written = 0;
        try (var file = new CatalogueFile(out, "提案目录", title, null, COLUMNS)) {
            @Nullable Cursor after = null;
            do {
                var from = after;
                var leaf = transactions.alone(() -> read(filter, from));
                for (var row : leaf.rows) {
                    file.add(cells(++written, row, leaf));
                }
                after = leaf.rows.size() < PAGE
                        ? null
                        : new Cursor("", leaf.rows.getLast().id());
            } while (after != null);
        }
        return written;
    }

    private Leaf read(ProposalFilter filter, @Nullable Cursor after) {
        var which = filter.of(Caller.current(), lists, calendar.today());
        var found = lists.page(which, filter.status(), after, PAGE);
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        var proponents = new HashMap<UUID, UUID>();
        rows.forEach(row ->
                proponents.put(row.proposal().id(), row.proposal().author().seat()));
        return new Leaf(
                views.briefs(rows),
                beside.of(proponents.keySet()),
                proponents,
                phones.masked(proponents.values()),
                settings.categoryNames());
    }

    private static List<String> cells(int no, ProposalBrief row, Leaf leaf) {
        var handled = leaf.beside.handled().getOrDefault(row.id(), List.of());
        return List.of(
                Integer.toString(no),
                Objects.toString(row.caseNo(), ""),
                Objects.toString(row.intakeNo(), ""),
                row.title(),
                ProposalWords.category(row.category(), leaf.categories),
                ProposalWords.kind(row.kind()),
                Objects.toString(row.session(), ""),
                row.proponent(),
                leaf.beside.sectors().getOrDefault(row.id(), ""),
                String.join("、", leaf.beside.cosigners().getOrDefault(row.id(), List.of())),
                leaf.phones.getOrDefault(leaf.proponents.get(row.id()), ""),
                ProposalWords.status(row.status()),
                handled.stream()
                        .map(each -> each.unit() + "（" + each.role() + "）")
                        .collect(Collectors.joining("、")),
                Objects.toString(row.receivedOn(), ""),
                Objects.toString(row.filedOn(), ""),
                Objects.toString(row.dueOn(), ""),
                row.key() ? "是" : "",
                said(handled, Handled::repliedOn),
                said(handled, Handled::grade),
                said(handled, Handled::satisfaction));
    }

    /** What is known of the units; where there are several, of which. */
    private static String said(List<Handled> handled, Function<Handled, @Nullable Object> what) {
        return handled.stream()
                .filter(each -> what.apply(each) != null)
                .map(each -> handled.size() == 1 ? "" + what.apply(each) : each.unit() + "：" + what.apply(each))
                .collect(Collectors.joining("；"));
    }
}
