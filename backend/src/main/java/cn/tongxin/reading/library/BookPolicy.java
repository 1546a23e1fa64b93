package cn.tongxin.reading.library;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import java.util.ArrayList;
import java.util.List;

/** Who sees a book, recommends, reviews and lists it. */
final class BookPolicy {
    private BookPolicy() {}

    /** Members and the programme office come into the library; guests read in their group. */
    static void checkReads(Caller caller) {
        RequiredPolicy.checkReads(caller);
    }

    /** What is not listed is between its recommender and the office. */
    static boolean sees(Caller caller, Book book) {
        return keeps(caller) || (caller.isMember() && (book.status() == BookStatus.LISTED || isOwn(caller, book)));
    }

    static void checkRecommends(Caller caller) {
        if (!caller.mayWrite() || !(caller.isMember() || keeps(caller))) {
            throw Refusal.notAllowed();
        }
    }

    static void check(Caller caller, BookMove move, Book book) {
        if (!caller.mayWrite() || !allows(caller, move, book)) {
            throw Refusal.notAllowed();
        }
    }

    /** Its recommender mends it until somebody has looked at it. */
    static boolean allows(Caller caller, BookMove move, Book book) {
        return switch (move) {
            case BookMove.Edit _ ->
                keeps(caller) || (caller.isMember() && isOwn(caller, book) && book.status() == BookStatus.RECOMMENDED);
            case BookMove.Review _, BookMove.Shelve _, BookMove.Unlist _, BookMove.Decline _, BookMove.Reopen _ ->
                keeps(caller);
        };
    }

    /** The buttons of a book. */
    static List<String> can(Caller caller, Book book) {
        var can = new ArrayList<String>();
        if (!caller.mayWrite()) {
            return can;
        }
        offer(can, "edit", new BookMove.Edit(), caller, book);
        offer(can, "review", new BookMove.Review(), caller, book);
        offer(can, "list", new BookMove.Shelve(Book.Shelf.COMMON), caller, book);
        offer(can, "unlist", new BookMove.Unlist(), caller, book);
        offer(can, "decline", new BookMove.Decline(""), caller, book);
        offer(can, "reopen", new BookMove.Reopen(), caller, book);
        if (caller.isMember() && book.status() == BookStatus.LISTED) {
            can.add("note");
        }
        return can;
    }

    private static void offer(List<String> can, String name, BookMove move, Caller caller, Book book) {
        if (book.status().allows(move) && allows(caller, move, book)) {
            can.add(name);
        }
    }

    static boolean keeps(Caller caller) {
        return RequiredPolicy.keeps(caller);
    }

    private static boolean isOwn(Caller caller, Book book) {
        return book.recommenderId().equals(caller.seat());
    }
}
