package cn.tongxin.reading;

import cn.tongxin.link.Linkable;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    public Set<UUID> seen(Collection<UUID> ids) {
        var caller = Caller.current();
        var found = posts.find(ids);
        var footings = groups.footings(found.stream().map(Post::groupId).collect(Collectors.toSet()), caller.seat());
        return found.stream()
                .filter(post -> {
                    var footing = footings.get(post.groupId());
                    return footing != null
                            && ReadingPolicy.sees(caller, footing)
                            && PostPolicy.readsText(caller, post, ReadingPolicy.moderates(caller, footing));
                })
                .map(Post::id)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> out(Collection<UUID> ids) {
        return posts.find(ids).stream().filter(Post::isShown).map(Post::id).collect(Collectors.toSet());
    }
}
