package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;

/** The letter a committee prints on a reply, what it means there, and the code it is counted under. */
@Serdeable
public record GradeLetter(String letter, String meaning, ResolutionGrade grade) {}
