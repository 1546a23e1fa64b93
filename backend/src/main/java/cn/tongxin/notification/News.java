package cn.tongxin.notification;

import java.util.Map;
import java.util.UUID;

/** That a line of history concerns a seat: what it is about, and the values of the sentence that says so. */
record News(UUID seat, String kind, String subjectType, UUID subjectId, Map<String, String> said) {}
