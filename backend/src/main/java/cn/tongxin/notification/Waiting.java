package cn.tongxin.notification;

import cn.tongxin.tenancy.Caller;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What of one feature may wait for somebody; each asks the feature's own tables. */
interface Waiting {
    /** What this caller's roles let him do; nobody else's duties are asked for. */
    Stream<WaitingQuery> of(Caller caller, LocalDate today);
}
