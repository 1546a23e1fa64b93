package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;

/** An entry of a list that a committee keeps, such as its categories: the code that is stored, and what people choose. */
@Serdeable
public record CodedText(String code, String text) {}
