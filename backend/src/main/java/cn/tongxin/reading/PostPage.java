package cn.tongxin.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A stretch of a group's posts in their order. {@code more}: there are further ones in the direction that was asked for.
 * {@code change} is what to ask {@code since} with next; {@code lastSeq} the place of the group's last post.
 */
@Serdeable
record PostPage(List<PostView> items, boolean more, long change, long lastSeq, long readSeq) {}
