package cn.tongxin.proposal;

import cn.tongxin.committee.CodedText;
import cn.tongxin.committee.ProposalRules;
import cn.tongxin.committee.ReasonCodes;
import cn.tongxin.http.Fields;
import cn.tongxin.shared.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text must be to be kept, and to be handed in. A draft may be longer than the rules allow, so that nothing is lost. */
public final class ProposalTexts {
    private static final int TITLE_KEPT = 200;
    private static final int TEXT_KEPT = 20_000;
    private static final int SUGGESTION_KEPT = 5_000;
    private static final int SUGGESTIONS_KEPT = 50;
    private static final int CATEGORY_MAX = 20;
    private static final int REASON_MAX = 200;
    private static final int COMMENT_MAX = 500;
    private static final int REFERRED_MAX = 100;

    private ProposalTexts() {}

    public static void checkDraft(Proposal.Text text) {
        var fields = new Fields()
                .maxLength("title", text.title(), TITLE_KEPT)
                .maxLength("category", text.category(), CATEGORY_MAX)
                .maxLength("situation", text.situation(), TEXT_KEPT)
                .maxLength("analysis", text.analysis(), TEXT_KEPT)
                .maxLength("notOpenReason", text.notOpenReason(), REASON_MAX)
                .maxLength("research", text.besides().research(), TEXT_KEPT)
                .maxLength("originalText", text.besides().original(), TEXT_KEPT)
                .check(
                        "suggestions",
                        text.suggestions().size() <= SUGGESTIONS_KEPT,
                        "too-many",
                        "At most " + SUGGESTIONS_KEPT + ".");
        for (var i = 0; i < text.suggestions().size(); i++) {
            var suggestion = text.suggestions().get(i);
            fields.check("suggestions[" + i + "]", suggestion != null, "required", "It may be empty, but not nothing.")
                    .maxLength("suggestions[" + i + "]", suggestion, SUGGESTION_KEPT);
        }
        fields.orRefuse();
    }

    public static void checkSubmission(Proposal.Text text, ProposalRules rules, boolean secrecyConfirmed) {
        checkText(text, rules.textMin(), rules)
                .check(
                        "category",
                        text.category() == null || isKnown(text.category(), rules.categories()),
                        "unknown",
                        "One of the committee's categories.")
                .check("secrecyConfirmed", secrecyConfirmed, "required", "Confirm that the text holds no secrets.")
                .orRefuse();
    }

    public static Fields checkText(Proposal.Text text, int min, ProposalRules rules) {
        var length = count(text.situation()) + count(text.analysis());
        var fields = new Fields()
                .required("title", Words.said(text.title()))
                .maxLength("title", text.title(), rules.titleMax())
                .required("situation", Words.said(text.situation()))
                .check("situation", length >= min, "too-short", "At least " + min + " characters with the analysis.")
                .check(
                        "situation",
                        length <= rules.textMax(),
                        "too-long",
                        "At most " + rules.textMax() + " characters with the analysis.")
                .check("suggestions", !text.suggestions().isEmpty(), "required", "At least one suggestion.")
                .check(
                        "suggestions",
                        text.suggestions().size() <= rules.suggestionsMax(),
                        "too-many",
                        "At most " + rules.suggestionsMax() + ".");
        var besides = text.besides();
        fields.maxLength("research", besides.research(), rules.textMax())
                .check(
                        "language",
                        besides.language() != null
                                || Words.said(besides.original()).isEmpty(),
                        "required",
                        "An original is in another language.");
        if (!text.openToPublic()) {
            fields.required("notOpenReason", text.notOpenReason());
        }
        for (var i = 0; i < text.suggestions().size(); i++) {
            fields.required(
                            "suggestions[" + i + "]",
                            Words.said(text.suggestions().get(i)))
                    .maxLength("suggestions[" + i + "]", text.suggestions().get(i), rules.suggestionMax());
        }
        return fields;
    }

    /** A reason of the committee's list, and a destination. */
    public static void checkNotFiling(ProposalMove.NotFile not, ProposalRules rules) {
        var fields = new Fields()
                .required("reason", not.reason())
                .check(
                        "reason",
                        isKnown(not.reason(), rules.notFileReasons()),
                        "unknown",
                        "One of the committee's reasons.")
                .required("disposition", not.disposition())
                .maxLength("comment", not.comment(), COMMENT_MAX)
                .maxLength("referredTo", not.referredTo(), REFERRED_MAX)
                .check(
                        "referredTo",
                        Words.named(not.referredTo()) == null
                                || (not.disposition() != null
                                        && not.disposition().goesToSomebody()),
                        "not-expected",
                        "Only where it goes to somebody.");
        if (ReasonCodes.OTHER.equals(not.reason())) {
            fields.required("comment", not.comment());
        }
        fields.orRefuse();
    }

    private static boolean isKnown(@Nullable String code, List<CodedText> list) {
        return list.stream().anyMatch(entry -> entry.code().equals(code));
    }

    private static int count(String text) {
        return text.codePointCount(0, text.length());
    }
}
