package cn.tongxin.opinion;

import cn.tongxin.committee.OpinionRules;
import cn.tongxin.committee.ReasonCodes;
import cn.tongxin.http.Fields;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.shared.Words;
import org.jspecify.annotations.Nullable;

/** What a text must be to be kept, and to be handed in. A draft may be longer than the rules allow, so that nothing is lost. */
final class OpinionTexts {
    static final int REASON_MAX = 500;
    private static final int REFERRED_MAX = 100;
    private static final int TITLE_KEPT = 200;
    private static final int TEXT_KEPT = 20_000;

    private OpinionTexts() {}

    static Fields checkKept(Text text) {
        return new Fields()
                .maxLength("title", text.title(), TITLE_KEPT)
                .maxLength("situation", text.situation(), TEXT_KEPT)
                .maxLength("analysis", text.analysis(), TEXT_KEPT)
                .maxLength("suggestions", text.suggestions(), TEXT_KEPT);
    }

    /** A report has a situation and a suggestion; a very short suggestion says only what should be done. */
    static Fields checkWhole(Text text, Kind kind, OpinionRules rules) {
        var max = kind == Kind.MICRO ? rules.microMax() : rules.textMax();
        var fields = checkKept(text)
                .required("title", Words.said(text.title()))
                .maxLength("title", text.title(), rules.titleMax())
                .required("suggestions", Words.said(text.suggestions()))
                .check(
                        kind == Kind.MICRO ? "suggestions" : "situation",
                        count(text.body()) <= max,
                        "too-long",
                        "At most " + max + " characters in all.");
        return kind == Kind.MICRO ? fields : fields.required("situation", Words.said(text.situation()));
    }

    /** A reason of the committee's list; what is not on the list is said in words, and a referral says to whom. */
    static void checkReason(
            @Nullable String reason, @Nullable String comment, @Nullable String referredTo, OpinionRules rules) {
        var fields = new Fields()
                .required("reason", reason)
                .check(
                        "reason",
                        rules.notUsedReasons().stream()
                                .anyMatch(known -> known.code().equals(reason)),
                        "unknown",
                        "One of the committee's reasons.")
                .maxLength("comment", comment, REASON_MAX)
                .maxLength("referredTo", referredTo, REFERRED_MAX);
        if (ReasonCodes.OTHER.equals(reason)) {
            fields.required("comment", comment);
        }
        if (ReasonCodes.OTHER_CHANNEL.equals(reason)) {
            fields.required("referredTo", referredTo);
        }
        fields.orRefuse();
    }

    static void checkWords(@Nullable String reason, boolean needed) {
        var fields = new Fields().maxLength("reason", reason, REASON_MAX);
        if (needed) {
            fields.required("reason", reason);
        }
        fields.orRefuse();
    }

    static int count(String text) {
        return text.codePointCount(0, text.length());
    }
}
