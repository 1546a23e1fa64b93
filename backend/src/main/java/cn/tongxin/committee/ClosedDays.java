package cn.tongxin.committee;

/** On which days nobody writes in reading groups: none, weekends, or whatever the calendar says is not worked. */
public enum ClosedDays {
    NONE,
    WEEKENDS,
    NOT_WORKED
}
