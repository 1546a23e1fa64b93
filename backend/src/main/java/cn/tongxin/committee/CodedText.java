package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;

/** A reason for which a proposal is not filed or an opinion report not used, as staff choose it from the list. */
@Serdeable
public record NotFileReason(String code, String text) {

    /** The code that asks for the reason in words. */
    public static final String OTHER = "OTHER";

    /** The code that seals the text of an opinion report: it names and accuses, or tells of one person's case. */
    public static final String OTHER_CHANNEL = "OTHER_CHANNEL";
}
