package cn.tongxin.opinion;

import cn.tongxin.link.LinkKind;
import cn.tongxin.link.Linkable;
import cn.tongxin.link.Links;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The post of a reading group that a report was written out of. */
@Singleton
class RaisedFrom {
    private static final String POST = "reading-post";

    private final Links links;
    private final List<Linkable> others;

    RaisedFrom(Links links, List<Linkable> others) {
        this.links = links;
        this.others = others;
    }

    /** Empty too where the reader does not read the post. */
    Optional<UUID> post(UUID report) {
        return links.origin(LinkKind.RAISED_AS, POST, OpinionReport.SUBJECT, report)
                .filter(post -> others.stream().anyMatch(other -> other.type().equals(POST) && other.sees(post)));
    }
}
