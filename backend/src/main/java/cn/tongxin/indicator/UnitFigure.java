package cn.tongxin.indicator;

import cn.tongxin.evidence.Count;
import cn.tongxin.evidence.EvidenceKind;
import java.util.Arrays;
import java.util.List;

/**
 * What the table of the units counts of each: what it was given to answer by itself, as sole, leading or separate one, and
 * what became of it. DAYS_LOST are the days until what it gave back was returned; its list is that of RETURNED.
 */
enum UnitFigure {
    ASSIGNED(Count.items(EvidenceKind.PROPOSAL_HANDLING)),
    REPLIED(Count.items(EvidenceKind.PROPOSAL_REPLY)),
    ON_TIME(Count.items(EvidenceKind.PROPOSAL_REPLY).where("onTime", "true")),
    SOLVED(graded("SOLVED")),
    IN_PROGRESS(graded("IN_PROGRESS")),
    PLANNED(graded("PLANNED")),
    REFERENCE(graded("REFERENCE")),
    SATISFIED(rated("SATISFIED")),
    BASICALLY_SATISFIED(rated("BASICALLY_SATISFIED")),
    NOT_SATISFIED(rated("NOT_SATISFIED")),
    REHANDLED(Count.items(EvidenceKind.PROPOSAL_REHANDLED)),
    RETURNED(Count.items(EvidenceKind.PROPOSAL_RETURNED)),
    DAYS_LOST(Count.amount(EvidenceKind.PROPOSAL_RETURNED)),
    OVERDUE(Count.items(EvidenceKind.PROPOSAL_OVERDUE));

    private final Count count;

    UnitFigure(Count count) {
        this.count = count;
    }

    Count count() {
        return count;
    }

    static List<Count> counts() {
        return Arrays.stream(values()).map(UnitFigure::count).toList();
    }

    private static Count graded(String grade) {
        return Count.items(EvidenceKind.PROPOSAL_REPLY).where("grade", grade);
    }

    private static Count rated(String result) {
        return Count.items(EvidenceKind.PROPOSAL_RATING).where("result", result);
    }
}
