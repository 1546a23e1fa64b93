package cn.tongxin.notification;

import cn.tongxin.history.HistoryLine;
import java.util.List;
import java.util.Set;

/** Says for the lines of one feature whom they concern. It runs while history is read, as the service itself. */
interface NewsSource {
    /** The kinds that may concern anybody; the others are not asked for. */
    Set<String> kinds();

    List<News> of(HistoryLine line);
}
