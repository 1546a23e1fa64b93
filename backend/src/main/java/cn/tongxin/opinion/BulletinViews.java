package cn.tongxin.opinion;

import cn.tongxin.committee.SecrecyWords;
import cn.tongxin.committee.Settings;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts an issue together with the words in it that warn and what the reader may do. */
@Singleton
class BulletinViews {
    private final Settings settings;

    BulletinViews(Settings settings) {
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    BulletinIssue of(BulletinIssue issue) {
        return of(issue, settings.secrecyWords());
    }

    @Transactional(readOnly = true)
    Page<BulletinIssue> of(Page<BulletinIssue> issues) {
        var list = settings.secrecyWords();
        return issues.map(issue -> of(issue, list));
    }

    private static BulletinIssue of(BulletinIssue issue, SecrecyWords list) {
        var texts = issue.items().stream()
                .flatMap(item -> Stream.of(item.title(), item.text()))
                .toList();
        return issue.with(list.hits(texts), can(Caller.current(), issue));
    }

    private static List<String> can(Caller caller, BulletinIssue issue) {
        var can = new ArrayList<String>();
        if (!issue.isIssued() && caller.mayWrite()) {
            if (OpinionPolicy.edits(caller)) {
                can.add("edit");
                can.add("delete");
            }
            if (OpinionPolicy.approves(caller) && !issue.items().isEmpty()) {
                can.add("issue");
            }
        }
        return can;
    }
}
