package cn.tongxin.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** How many codes may be asked for, and how soon after the last. */
@ConfigurationProperties("tongxin.login")
record LoginSettings(
        @Bindable(defaultValue = "60") int gapSeconds,
        @Bindable(defaultValue = "5") int perNumberHour,
        @Bindable(defaultValue = "10") int perNumberDay,
        @Bindable(defaultValue = "100") int perAddressHour,
        @Bindable(defaultValue = "1000") int perCommitteeHour) {}
