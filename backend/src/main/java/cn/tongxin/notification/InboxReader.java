package cn.tongxin.notification;

import cn.tongxin.history.HistoryLine;
import cn.tongxin.history.Reader;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts into each inbox what history says of its seat; what one does oneself is no news. */
@Singleton
class InboxReader implements Reader {
    private final Map<String, NewsSource> sources = new HashMap<>();
    private final Inbox inbox;

    InboxReader(List<NewsSource> all, Inbox inbox) {
        all.forEach(source -> source.kinds().forEach(kind -> sources.put(kind, source)));
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void read(List<HistoryLine> lines) {
        for (var line : lines) {
            var source = sources.get(line.kind());
            if (source != null) {
                source.of(line).stream()
                        .filter(news -> !news.seat().equals(line.seatId()))
                        .forEach(news -> inbox.put(line, news));
            }
        }
    }
}
