package cn.tongxin.reading;

import java.util.UUID;

/** Everything that can happen to a reading group and the people and posts in it. */
public sealed interface ReadingMove {
    /** Theme, book, dates and so on are written anew. */
    record Edit() implements ReadingMove {}

    /** Its owner asks the programme office to let it begin. */
    record Submit() implements ReadingMove {}

    /** Its owner takes it back before the office has answered. */
    record Recall() implements ReadingMove {}

    record Approve() implements ReadingMove {}

    record Return(String reason) implements ReadingMove {}

    /** The group begins; from this day on it counts. */
    record Open() implements ReadingMove {}

    record Pause(String reason) implements ReadingMove {}

    /** It goes on, and what was planned comes later. */
    record Resume() implements ReadingMove {}

    /** Nothing more is written; the owner sums up. */
    record Wrap() implements ReadingMove {}

    /** It was wrapped up by mistake, or too early. */
    record Reopen(String reason) implements ReadingMove {}

    record Summarise(String summary) implements ReadingMove {}

    /** The group ends; what was written stays readable. */
    record Close() implements ReadingMove {}

    record Archive() implements ReadingMove {}

    /** A group that nobody has written in is taken away. */
    record Delete() implements ReadingMove {}

    /** Somebody else owns it from now on. */
    record Own(UUID seat) implements ReadingMove {}

    record Join() implements ReadingMove {}

    record Leave() implements ReadingMove {}

    /** Somebody else is brought in. */
    record Add(UUID seat) implements ReadingMove {}

    /** Somebody else is put out. */
    record Remove(UUID seat) implements ReadingMove {}

    /** Somebody of another committee is invited. */
    record Invite() implements ReadingMove {}

    /** He is put out again, or his invitation is taken back. */
    record Dismiss() implements ReadingMove {}

    /** Something is written, mended or taken back by its author. */
    record Post() implements ReadingMove {}

    /** The office enters what a member wrote on paper. */
    record Enter() implements ReadingMove {}

    /** A session is handed to another host. */
    record Host() implements ReadingMove {}

    /** It is noted that a session was held, or that it was not. */
    record Hold() implements ReadingMove {}

    /** A session is planned, changed or called off. */
    record Plan() implements ReadingMove {}

    /** Somebody becomes co-owner or secretary, or is no longer. */
    record Appoint() implements ReadingMove {}

    /** A held post is let through, or a post hidden for a reason. */
    record Moderate() implements ReadingMove {}

    /** A post is pinned or called excellent, or no longer. */
    record Mark() implements ReadingMove {}

    /** The office counts an excellent post, or no longer. */
    record Recognise() implements ReadingMove {}

    /** The posts are taken out of the system. */
    record Export() implements ReadingMove {}

    /** A reader asks the moderators to look at a post. */
    record Report() implements ReadingMove {}

    /** A week is summed up. */
    record Digest() implements ReadingMove {}
}
