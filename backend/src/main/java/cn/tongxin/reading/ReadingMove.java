package cn.tongxin.reading;

import java.util.UUID;

/** Everything that can happen to a reading group and the people and posts in it. */
sealed interface ReadingMove {
    /** Theme, book, dates and so on are written anew. */
    record Edit() implements ReadingMove {}

    /** The group begins; from this day on it counts. */
    record Open() implements ReadingMove {}

    /** The group ends; what was written stays readable. */
    record Close() implements ReadingMove {}

    record Join() implements ReadingMove {}

    record Leave() implements ReadingMove {}

    /** Somebody else is brought in. */
    record Add(UUID seat) implements ReadingMove {}

    /** Somebody else is put out. */
    record Remove(UUID seat) implements ReadingMove {}

    /** Something is written, mended or taken back by its author. */
    record Post() implements ReadingMove {}

    /** A session is led, or handed to another host. */
    record Host() implements ReadingMove {}

    /** A session is planned, changed or called off. */
    record Plan() implements ReadingMove {}

    /** Somebody becomes co-owner or secretary, or is no longer. */
    record Appoint() implements ReadingMove {}

    /** A held post is let through, or a post hidden for a reason. */
    record Moderate() implements ReadingMove {}

    /** A post is pinned or called excellent, or no longer. */
    record Mark() implements ReadingMove {}

    /** A reader asks the moderators to look at a post. */
    record Report() implements ReadingMove {}
}
