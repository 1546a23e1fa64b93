package cn.tongxin.reading;

import cn.tongxin.document.CatalogueFile;
import cn.tongxin.document.CatalogueFile.Column;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The posts of a group that are seen, as an Excel file that says on every page who took it out and when; each page of posts is read in a transaction of its own. */
@Singleton
class PostExport {
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 8),
            new Column("日期", 14),
            new Column("作者", 14),
            new Column("类别", 12),
            new Column("话题", 20),
            new Column("内容", 80),
            new Column("图片、语音", 20));

    private final Posts posts;
    private final Transactions transactions;
    private final Clock clock;

    PostExport(Posts posts, Transactions transactions, Clock clock) {
        this.posts = posts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many were written. */
    int write(ReadingGroup group, OutputStream out) throws IOException {
        var mark = "%s %s 导出，仅供内部使用"
                .formatted(Caller.current().name(), LocalDateTime.now(clock).format(MINUTE));
        var title = "读书群“%s”发言（%s）".formatted(group.plan().theme(), mark);
        var written = 0;
        try (var file = new CatalogueFile(out, "发言", title, mark, COLUMNS)) {
            var stretch = new Posts.Stretch.After(0);
            for (var page = read(group, stretch); !page.isEmpty(); page = read(group, stretch)) {
                for (var post : page) {
                    if (post.isShown()) {
                        file.add(row(post));
                        written++;
                    }
                }
                stretch = new Posts.Stretch.After(page.getLast().seq());
            }
        }
        return written;
    }

    private List<Post> read(ReadingGroup group, Posts.Stretch stretch) {
        return transactions.alone(() -> posts.find(
                group.id(), stretch, new Posts.Only(null, null, null), new Posts.Eyes(null, false), AT_ONCE));
    }

    private static List<String> row(Post post) {
        var content = post.content();
        return List.of(
                Long.toString(post.seq()),
                post.postedOn().toString(),
                post.authorName(),
                kind(content.kind()),
                content.topic(),
                content.text(),
                enclosed(content.enclosed()));
    }

    private static String enclosed(Post.Enclosed enclosed) {
        var pictures = enclosed.pictures().isEmpty()
                ? ""
                : "图片%d张".formatted(enclosed.pictures().size());
        var voice = enclosed.voice();
        var spoken = voice == null
                ? ""
                : "语音%d秒%s"
                        .formatted(
                                Math.ceilDiv(voice.lengthMs(), 1000),
                                voice.transcript().isEmpty() ? "" : "：" + voice.transcript());
        return pictures + (pictures.isEmpty() || spoken.isEmpty() ? "" : "；") + spoken;
    }

    private static String kind(Post.Kind kind) {
        return switch (kind) {
            case LEAD -> "领读";
            case REPLY -> "发言";
            case NOTE -> "读书笔记";
            case RECOMMEND -> "荐书";
            case QUESTION -> "提问";
        };
    }
}
