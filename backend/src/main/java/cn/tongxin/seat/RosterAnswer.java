package cn.tongxin.seat;

/** What a clerk may say about a row that is asked about. */
public enum RosterAnswer {
    /** It is a member: take the row. */
    IMPORT,
    /** It was a member: take the row as an ended seat. */
    IMPORT_ENDED,
    /** Leave the row out. */
    SKIP,
    /** It is the member whose seat is named: take the row's words for that seat. */
    SAME_PERSON,
    /** It is somebody else of the same name. */
    OTHER_PERSON,
    /** Take the row's words for the seat that is there. */
    UPDATE,
    /** Leave the seat as it is. */
    KEEP,
    /** End the seat that is there. */
    END
}
