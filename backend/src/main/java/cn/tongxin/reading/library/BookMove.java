package cn.tongxin.reading.library;

/** Everything that can happen to a book of the library after it was recommended. */
sealed interface BookMove {
    /** What is said of it is written anew. */
    record Edit() implements BookMove {}

    /** The programme office has looked at it and finds it fit. */
    record Review() implements BookMove {}

    /** It is put on a list, or on the other one. */
    record Shelve(Book.Shelf shelf) implements BookMove {}

    /** It is taken off its list. */
    record Unlist() implements BookMove {}

    record Decline(String reason) implements BookMove {}

    /** Declined by mistake, or to be looked at again. */
    record Reopen() implements BookMove {}
}
