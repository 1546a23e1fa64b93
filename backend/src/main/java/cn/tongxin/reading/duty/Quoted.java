package cn.tongxin.reading.duty;

import cn.tongxin.document.ChineseDay;
import cn.tongxin.reading.Post;
import cn.tongxin.reading.ReadingGroup;
import java.util.UUID;

/** What a draft begins with: one's own words as they are, another's in quotation marks and under his name. */
record Quoted(String title, String text) {
    private static final int TITLE = 30;

    static Quoted of(Post post, ReadingGroup group, UUID writer) {
        var said = post.content().text();
        return new Quoted(
                title(post),
                post.authorId().equals(writer)
                        ? said
                        : "据读书群“%s”中%s%s的发言：“%s”"
                                .formatted(
                                        group.plan().theme(), post.authorName(), ChineseDay.of(post.postedOn()), said));
    }

    private static String title(Post post) {
        var topic = post.content().topic();
        var line = topic.isBlank()
                ? post.content().text().strip().lines().findFirst().orElse("")
                : topic;
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE));
    }
}
