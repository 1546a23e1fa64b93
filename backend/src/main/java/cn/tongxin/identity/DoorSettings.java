package cn.tongxin.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** What the service says of itself: its version, the app's filing number, the privacy notice in force. */
@ConfigurationProperties("tongxin.door")
record DoorSettings(
        @Bindable(defaultValue = "1.0") String version,
        @Bindable(defaultValue = "") String filingNumber,
        @Bindable(defaultValue = "2026-11") String privacyVersion,
        @Bindable(defaultValue = "production") String profile) {

    boolean isDemo() {
        return "demo".equals(profile);
    }
}
