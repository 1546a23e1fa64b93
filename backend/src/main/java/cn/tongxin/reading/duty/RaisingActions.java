package cn.tongxin.reading.duty;

import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.link.Drafter;
import cn.tongxin.link.LinkKind;
import cn.tongxin.link.Links;
import cn.tongxin.reading.Admission;
import cn.tongxin.reading.Posts;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member goes on with a post as his duty. */
@Singleton
class RaisingActions {
    private final Admission admission;
    private final Posts posts;
    private final List<Drafter> drafters;
    private final Links links;
    private final Clock clock;

    RaisingActions(Admission admission, Posts posts, List<Drafter> drafters, Links links, Clock clock) {
        this.admission = admission;
        this.posts = posts;
        this.drafters = drafters;
        this.links = links;
        this.clock = clock;
    }

    /** A repeat with the same id from the same post answers the draft that is there. */
    @Transactional
    @Unrecorded("the draft has its own line; that it came of this post is nobody else's to know before it is handed in")
    UUID raise(UUID groupId, UUID postId, @Nullable UUID id, @Nullable Duty duty) {
        var group = admission.see(groupId).group();
        var post = posts.get(groupId, postId);
        if (!post.isShown()) {
            throw Refusal.notFound();
        }
        new Fields().required("as", duty).orRefuse();
        var as = Objects.requireNonNull(duty);
        var draft = Ids.orNext(id);
        var quoted = Quoted.of(post, group, Caller.current().seatId());
        if (drafter(as).draft(draft, quoted.title(), quoted.text())) {
            links.add(LinkKind.RAISED_AS, Raisings.POST, postId, as.type(), draft, clock.instant());
        } else if (!isMine(as, draft, postId)) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        return draft;
    }

    private boolean isMine(Duty as, UUID draft, UUID post) {
        return links.origin(LinkKind.RAISED_AS, Raisings.POST, as.type(), draft)
                        .filter(post::equals)
                        .isPresent()
                && drafter(as).isMine(draft);
    }

    private Drafter drafter(Duty as) {
        return drafters.stream()
                .filter(each -> each.type().equals(as.type()))
                .findFirst()
                .orElseThrow();
    }
}
