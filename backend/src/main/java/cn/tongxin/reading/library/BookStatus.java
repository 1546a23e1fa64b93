package cn.tongxin.reading.library;

import cn.tongxin.http.Refusal;

/** Where a book is on its way to the lists. */
public enum BookStatus {
    RECOMMENDED,
    REVIEWED,
    LISTED,
    DECLINED;

    /** The whole workflow, on one page. */
    BookStatus after(BookMove move) {
        return switch (move) {
            case BookMove.Edit _ -> this;
            case BookMove.Review _ when this == RECOMMENDED -> REVIEWED;
            case BookMove.Shelve _ when this == REVIEWED || this == LISTED -> LISTED;
            case BookMove.Unlist _ when this == LISTED -> REVIEWED;
            case BookMove.Decline _ when this == RECOMMENDED || this == REVIEWED -> DECLINED;
            case BookMove.Reopen _ when this == DECLINED -> RECOMMENDED;
            case BookMove.Review _, BookMove.Shelve _, BookMove.Unlist _, BookMove.Decline _, BookMove.Reopen _ ->
                throw notNow();
        };
    }

    boolean allows(BookMove move) {
        try {
            after(move);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private Refusal notNow() {
        return Refusal.conflict("reading.book-move-not-allowed", "A book that is " + this + " cannot take this step.")
                .with("state", this);
    }
}
