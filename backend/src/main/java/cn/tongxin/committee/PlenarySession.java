package cn.tongxin.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One yearly plenary of a term. Its session period runs from its opening to the day before the next one opens.
 *
 * @param proposalWindowOpensOn from when proposals are put to this plenary; by the setting where it is not said
 * @param proposalCutoffAt until when; the end of the plenary where it is not said
 */
public record PlenarySession(
        UUID id,
        int version,
        int termNo,
        int sessionNo,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate proposalWindowOpensOn,
        @Nullable Instant proposalCutoffAt) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** As figures and case numbers write it: 14-3. */
    public String key() {
        return termNo + "-" + sessionNo;
    }

    /** As people write it: 十四届三次会议. */
    public String name() {
        return ChineseNumber.of(termNo) + "届" + ChineseNumber.of(sessionNo) + "次会议";
    }

    boolean takesProposalsAt(Instant moment, Span window) {
        var day = moment.atZone(CHINA).toLocalDate();
        return !day.isBefore(windowOpensOn(window)) && !moment.isAfter(cutoffAt());
    }

    private LocalDate windowOpensOn(Span window) {
        if (proposalWindowOpensOn != null) {
            return proposalWindowOpensOn;
        }
        return window.unit() == Span.Unit.MONTH ? opensOn.minusMonths(window.n()) : opensOn.minusDays(window.n());
    }

    private Instant cutoffAt() {
        if (proposalCutoffAt != null) {
            return proposalCutoffAt;
        }
        var lastDay = closesOn == null ? opensOn : closesOn;
        return lastDay.plusDays(1).atStartOfDay(CHINA).toInstant().minusMillis(1);
    }
}
