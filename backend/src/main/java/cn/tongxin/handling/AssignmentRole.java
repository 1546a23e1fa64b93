package cn.tongxin.handling;

/** What a unit is to a matter: alone, leading, assisting the leader, or one of several that each answer a part. */
public enum AssignmentRole {
    SOLE,
    LEAD,
    ASSIST,
    SEPARATE;

    /** Whether the proponent is owed this unit's own reply; the assistant's opinion goes into the leader's. */
    public boolean owesReply() {
        return this != ASSIST;
    }

    /** As papers say it. */
    public String inWords() {
        return switch (this) {
            case SOLE -> "单独办理";
            case LEAD -> "主办";
            case ASSIST -> "会办";
            case SEPARATE -> "分别办理";
        };
    }

    /** Whether a unit in this role can work beside one in the other. */
    boolean goesWith(AssignmentRole other) {
        return switch (this) {
            case SOLE -> false;
            case LEAD -> other == ASSIST;
            case ASSIST -> other == LEAD || other == ASSIST;
            case SEPARATE -> other == SEPARATE;
        };
    }
}
