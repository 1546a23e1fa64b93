package cn.tongxin.shared;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/** The service does not start without its data key. The commands that need none do. */
@Context
@Requires(missingProperty = "tongxin.offline")
final class DataKeyAtStart {
    DataKeyAtStart(Crypto crypto) {}
}
