package cn.tongxin.handling;

/**
 * How the handling of a matter stands, over the assignments that were neither returned nor cancelled.
 *
 * @param live all of them
 * @param owed those that owe the proponent a reply of their own
 * @param replied those of them that have replied
 * @param released those of them whose reply the office has let through
 * @param rated those of them whose reply was rated in the present round, silence included
 * @param dissatisfied those of them whose rating asks for one more round, by the rules
 * @param round 1, and one more for each re-handling
 * @param lastRound the rules allow no further one
 * @param untouched no unit has done anything yet
 * @param feedbackOver the time to rate is over for every reply
 */
public record Standing(
        int live,
        int owed,
        int replied,
        int released,
        int rated,
        int dissatisfied,
        int round,
        boolean lastRound,
        boolean untouched,
        boolean feedbackOver) {
    public static final Standing NONE = new Standing(0, 0, 0, 0, 0, 0, 1, false, true, false);

    public boolean allReplied() {
        return owed > 0 && replied == owed;
    }

    public boolean allReleased() {
        return owed > 0 && released == owed;
    }

    public boolean allRated() {
        return owed > 0 && rated == owed;
    }
}
