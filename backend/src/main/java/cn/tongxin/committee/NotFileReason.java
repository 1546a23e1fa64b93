package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;

/** A reason for which a proposal is not filed, as staff choose it from the list. */
@Serdeable
public record NotFileReason(String code, String text) {

    /** The code that asks for the reason in words. */
    public static final String OTHER = "OTHER";
}
