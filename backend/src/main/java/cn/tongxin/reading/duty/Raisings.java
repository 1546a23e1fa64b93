package cn.tongxin.reading.duty;

import static cn.tongxin.db.cell.Tables.READING_POST;

import cn.tongxin.http.Refusal;
import cn.tongxin.link.Link;
import cn.tongxin.link.LinkKind;
import cn.tongxin.link.Linkable;
import cn.tongxin.link.Links;
import cn.tongxin.reading.Admission;
import cn.tongxin.reading.Posts;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what came of the posts of a group, and where a post stands. */
@Singleton
class Raisings {
    static final String POST = "reading-post";
    private static final int EXCERPT = 100;

    private final Admission admission;
    private final Posts posts;
    private final Links links;
    private final List<Linkable> linkables;

    Raisings(Admission admission, Posts posts, Links links, List<Linkable> linkables) {
        this.admission = admission;
        this.posts = posts;
        this.links = links;
        this.linkables = linkables;
    }

    /**
     * What came of a post.
     *
     * @param id for whoever may open it
     * @param out it was filed or handed in; before that only those who may open it know of it
     */
    @Serdeable
    @Schema(name = "Raised")
    record Raised(UUID postId, Duty as, @Nullable UUID id, boolean out) {}

    /** A post, from wherever a link leads to it. */
    @Serdeable
    @Schema(name = "PostPlace")
    record Place(UUID groupId, String theme, String author, LocalDate postedOn, String excerpt) {}

    List<Raised> of(UUID groupId) {
        admission.see(groupId);
        var ofGroup = DSL.select(READING_POST.ID).from(READING_POST).where(READING_POST.GROUP_ID.eq(groupId));
        var raised = links.onward(LinkKind.RAISED_AS, POST, ofGroup);
        var sight = raised.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Link::type, Collectors.mapping(Link::id, Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> sight(each.getKey(), each.getValue())));
        return raised.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .flatMap(link -> raised(each.getKey(), link, Objects.requireNonNull(sight.get(link.type())))))
                .toList();
    }

    /** Of what was raised of one kind: which the reader sees, and of which anybody may know. */
    private record Sight(Set<UUID> seen, Set<UUID> out) {}

    private Sight sight(String type, Set<UUID> ids) {
        var other = linkables.stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
        return new Sight(other.seen(ids), other.out(ids));
    }

    /** 404 where the post is not for these eyes, or is not seen any more. */
    Place place(UUID postId) {
        var post = posts.find(postId).orElseThrow(Refusal::notFound);
        var group = admission.see(post.groupId()).group();
        if (!post.isShown()) {
            throw Refusal.notFound();
        }
        var text = post.content().text();
        return new Place(
                group.id(),
                group.plan().theme(),
                post.authorName(),
                post.postedOn(),
                text.substring(
                        0, text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())))));
    }

    private static Stream<Raised> raised(UUID post, Link link, Sight sight) {
        var sees = sight.seen().contains(link.id());
        var out = sight.out().contains(link.id());
        return sees || out ? Stream.of(new Raised(post, duty(link), sees ? link.id() : null, out)) : Stream.empty();
    }

    private static Duty duty(Link link) {
        return Arrays.stream(Duty.values())
                .filter(each -> each.type().equals(link.type()))
                .findFirst()
                .orElseThrow();
    }
}
