package cn.tongxin.link;

/** How a matter goes on in another. */
public enum LinkKind {
    /** Two matters in one text: each of its own now. */
    SPLIT_INTO,
    /** It was turned into a matter of another kind. */
    CONVERTED_TO,
    /** A member has written another out of it; the first stays what it is. */
    RAISED_AS
}
