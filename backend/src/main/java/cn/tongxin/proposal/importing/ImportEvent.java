package cn.tongxin.proposal.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dated line of what an office knows of a year before it had this system. Words are texts here, so that a wrong one is a
 * fault of its row and not of the request.
 *
 * @param what proposal.receive, file, unfile, merge, not_file, withdraw, assign, return, reply, rate or mark_key
 * @param on the day it happened, as 2023-02-07
 * @param ref the proposal, by the office's own name for it
 * @param session for receive: the session it belongs to, as 14-2
 * @param intake for receive: PLENARY (where absent) or INTERSESSION
 * @param kind for receive: the kind of proponent, MEMBER where absent
 * @param lead for receive: the first proponent, by seat id, by name where only one seat has it, or by a ref of {@code seats}
 * @param unit for assign, return, reply and rate: by unit id, by name, or by a ref of {@code units}
 */
@Serdeable
record ImportEvent(
        @JsonProperty("do") @Nullable String what,
        @Nullable String on,
        @Nullable String ref,
        @Nullable String session,
        @Nullable String intake,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String category,
        @Nullable String situation,
        @Nullable String analysis,
        @Nullable List<String> suggestions,
        @Nullable String lead,
        @Nullable List<String> cosigners,
        @Nullable String into,
        @Nullable String reason,
        @Nullable String disposition,
        @Nullable String comment,
        @Nullable String unit,
        @Nullable String role,
        @Nullable String grade,
        @Nullable String text,
        @JsonProperty("docNo") @Nullable String docNo,
        @Nullable String attitude,
        @Nullable String result,
        @JsonProperty("led_by") @Nullable String ledBy) {}
