package cn.tongxin.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** Where the SMS gateway and WeChat are; nothing is assumed. */
final class OutsideSettings {
    private OutsideSettings() {}

    /** The gateway that carries text messages. */
    @ConfigurationProperties("tongxin.sms")
    record Sms(
            @Bindable(defaultValue = "") String url,
            @Bindable(defaultValue = "") String key) {}

    /** WeChat's log-in, for one official account (web) and one mini program. */
    @ConfigurationProperties("tongxin.wechat")
    record Wechat(
            @Bindable(defaultValue = "") String url,
            @Bindable(defaultValue = "") String authorizeUrl,
            @Bindable(defaultValue = "") String officialAppId,
            @Bindable(defaultValue = "") String officialSecret,
            @Bindable(defaultValue = "") String miniAppId,
            @Bindable(defaultValue = "") String miniSecret) {}
}
