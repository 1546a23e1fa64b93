package cn.tongxin.notification;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for a seat, by what is to be done with it. Never stored: what has been done is no longer there. */
@Serdeable
record Todo(List<Group> groups) {
    /** The first twenty of each are shown. */
    static final int SHOWN = 20;

    /** {@code count} are waiting, {@code overdue} of them too long; {@code items} are the most urgent. */
    @Serdeable
    record Group(Verb verb, int count, int overdue, List<Item> items) {}

    /** A matter that waits {@code since} a day, until {@code dueOn} where there is a deadline. */
    @Serdeable
    record Item(
            String subjectType,
            UUID subjectId,
            String title,
            LocalDate since,
            @Nullable LocalDate dueOn,
            boolean overdue) {}

    /** What is to be done. */
    enum Verb {
        /** A proposal of mine was sent back. */
        REVISE,
        /** Somebody asks me to sign his proposal. */
        COSIGN,
        /** The office asks whether my proposal may become an opinion report. */
        CONSENT,
        /** A reply waits for my rating. */
        RATE,
        /** I have begun a proposal. */
        FINISH_DRAFT,
        /** A report of mine was sent back to be written anew. */
        REWRITE_REPORT,
        /** The office asks me to write on a topic. */
        WRITE_COMMISSIONED,
        /** I have begun a report. */
        FINISH_REPORT,
        /** A proposal was handed in and waits to be taken into review. */
        ACCEPT,
        /** A proposal waits for its review stage. */
        REVIEW,
        /** A proposal has passed the stages and waits to be filed or not. */
        DECIDE,
        /** What the public is to read of a proposal waits for somebody else to let it through. */
        REVIEW_PUBLICATION,
        /** What I proposed for the public came back. */
        REVISE_PUBLICATION,
        /** A proponent asks to withdraw what was filed. */
        DECIDE_WITHDRAWAL,
        /** What may be public of a filed proposal waits to be proposed. */
        PUBLISH,
        /** A reply that may be public is through, and what is out of its proposal has none. */
        PUBLISH_REPLY,
        /** A filed proposal waits for its unit. */
        ASSIGN,
        /** A unit asks to return an assignment. */
        DECIDE_RETURN,
        /** A unit asks for a later day. */
        DECIDE_EXTENSION,
        /** A reply waits for the office to let it through. */
        REVIEW_REPLY,
        /** A unit is late. */
        URGE,
        /** A unit has not signed for an assignment in time, and its silence is no acceptance. */
        URGE_SIGNING,
        /** A proponent was not satisfied. */
        REHANDLE,
        /** A proponent was not satisfied with the last round either: a meeting face to face. */
        CONSULT,
        /** All is replied and rated. */
        CLOSE,
        /** A unit has not kept in time what it promised. */
        URGE_PROMISE,
        /** An assignment waits for my unit to sign for it. */
        SIGN_FOR,
        /** My unit owes a reply. */
        REPLY,
        /** My unit assists and owes the leading one its opinion. */
        GIVE_OPINION,
        /** What my unit promised is due. */
        KEEP_PROMISE,
        /** A report was handed in and waits for an editor. */
        TAKE_REPORT,
        /** A report that I took waits for my edition. */
        EDIT_REPORT,
        /** An edited report waits to be issued or sent back. */
        APPROVE_REPORT,
        /** Somebody has complained or suggested something. */
        ANSWER_COMPLAINT,
        /** A roster was read and waits for answers or its commit. */
        FINISH_IMPORT,
        /** A seat was entered and waits for its decision. */
        ACTIVATE_SEAT,
        /** A post was called excellent and waits for the office. */
        APPROVE_NOTE,
        /** A member asks to let his reading group begin. */
        APPROVE_GROUP,
        /** A reading group of mine was given back. */
        REVISE_GROUP,
        /** A reading group of mine has begun and waits for my opening words. */
        OPEN_WITH_WORDS,
        /** A reading group is past its last day and has not been wrapped up. */
        WRAP_GROUP,
        /** A reading group has been wrapped up and waits for its summary. */
        SUM_UP_GROUP,
        /** The seat of a reading group's owner has ended. */
        PICK_OWNER,
        /** A reading group comes to a week or a day without a host. */
        MISSING_HOST,
        /** A reading group has come to its first day. */
        OPEN_GROUP,
        /** A post is held back, or a reader has reported it. */
        CHECK_POST,
        /** A member recommends a book, or one waits to be put on a list. */
        REVIEW_BOOK,
        /** Today or tomorrow I host a reading group. */
        HOST_SESSION,
        /** Of last week, which I hosted, there is no digest yet. */
        WRITE_DIGEST,
        /** Another host asks me to take over. */
        ANSWER_SWAP,
        /** Two hosts have agreed to swap and wait for whoever runs the group. */
        CONFIRM_SWAP
    }
}
