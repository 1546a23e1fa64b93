package cn.tongxin.proposal;

import cn.tongxin.shared.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of proposals as papers print them. */
public final class ProposalWords {
    private ProposalWords() {}

    public static String status(ProposalStatus status) {
        return switch (status) {
            case DRAFT -> "草稿";
            case CO_SIGNING -> "联名中";
            case SUBMITTED -> "已提交";
            case IN_REVIEW -> "审查中";
            case FILED -> "已立案";
            case MERGED -> "已并案";
            case NOT_FILED -> "不予立案";
            case SUPERSEDED -> "已分拆";
            case HANDLING -> "办理中";
            case REPLY_REVIEW -> "答复审核";
            case REHANDLING -> "重新办理";
            case AWAITING_FEEDBACK -> "待评价";
            case FEEDBACK_IN -> "已评价";
            case CLOSED -> "已办结";
            case WITHDRAWN -> "已撤案";
        };
    }

    public static String kind(@Nullable ProposalKind kind) {
        return switch (kind) {
            case null -> "";
            case PLENARY -> "大会提案";
            case INTERSESSION -> "平时提案";
        };
    }

    public static String proponent(ProponentKind kind) {
        return switch (kind) {
            case MEMBER -> "委员";
            case PARTY -> "民主党派";
            case ORGANIZATION -> "人民团体";
            case SPECIAL_COMMITTEE -> "专门委员会";
            case SECTOR -> "界别";
            case GROUP -> "小组";
        };
    }

    /** In which script it was first written; nothing for Chinese. */
    static String language(@Nullable Language language) {
        return switch (language) {
            case null -> "";
            case BO -> "藏文";
            case UG -> "维吾尔文";
            case KO -> "朝鲜文";
            case MN -> "蒙古文";
            case KK -> "哈萨克文";
            case II -> "彝文";
            case ZA -> "壮文";
        };
    }

    /** Where it goes instead of being handled. */
    public static String disposition(Disposition disposition) {
        return switch (disposition) {
            case TO_OPINION_REPORT -> "转为社情民意信息";
            case TO_MEMBER_LETTER -> "转为委员来信";
            case TO_UPPER_MEMBER -> "转上级政协委员提出";
            case ARCHIVE -> "存档";
        };
    }

    /** As the committee calls it; what was brought in with words of its own stands as it is. */
    public static String category(@Nullable String category, Map<String, String> names) {
        return category == null ? "" : names.getOrDefault(category, category);
    }
}
