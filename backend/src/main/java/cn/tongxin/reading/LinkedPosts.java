package cn.tongxin.reading;

import cn.tongxin.link.Linkable;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Posts to which a proposal or a report may point: those that its author reads. */
@Singleton
class LinkedPosts implements Linkable {
    private final ReadingGroups groups;
    private final Posts posts;

    LinkedPosts(ReadingGroups groups, Posts posts) {
        this.groups = groups;
        this.posts = posts;
    }

    @Override
    public String type() {
        return "reading-post";
    }

    @Override
    public boolean sees(UUID id) {
        var caller = Caller.current();
        return posts.find(id)
                .filter(post -> groups.find(post.groupId(), caller.seat())
                        .map(ReadingGroups.Found::footing)
                        .filter(footing -> ReadingPolicy.sees(caller, footing))
                        .filter(footing -> PostPolicy.readsText(caller, post, ReadingPolicy.moderates(caller, footing)))
                        .isPresent())
                .isPresent();
    }

    @Override
    public boolean isOut(UUID id) {
        return posts.find(id).filter(Post::isShown).isPresent();
    }
}
