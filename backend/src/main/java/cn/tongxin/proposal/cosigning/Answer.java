package cn.tongxin.proposal.cosigning;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who was asked to sign.
 *
 * @param version of the text that he has read; another one is not signed
 */
@Serdeable
record Answer(int version, boolean signed, @Nullable String comment) {}
