package cn.tongxin.link;

/** How a matter goes on in another. */
public enum LinkKind {
    /** Two matters in one text: each of its own now. */
    SPLIT_INTO,
    /** It was turned into a matter of another kind. */
    CONVERTED_TO
}
