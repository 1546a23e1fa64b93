package cn.tongxin.committee;

/** What became of a suggestion, in the four codes that committees share whatever letters they print. */
public enum ResolutionGrade {
    SOLVED,
    IN_PROGRESS,
    PLANNED,
    REFERENCE
}
