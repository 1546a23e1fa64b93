package cn.tongxin.handling;

import cn.tongxin.committee.GradeLetter;
import cn.tongxin.committee.HandlingRules;
import cn.tongxin.committee.WorkingDays;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a move must say, field by field (domain §3.1); all faults at once. */
record AssignmentChecks(HandlingRules rules, WorkingDays days, LocalDate today) {
    private static final int REASON_MAX = 500;
    private static final int YEARS = 20;
    static final int TEXT_MAX = 20_000;
    private static final AssignmentMove.Answer NO_ANSWER = new AssignmentMove.Answer(0, "");

    void check(AssignmentMove move, Assignment assignment, Matter matter, boolean talked) {
        switch (move) {
            case AssignmentMove.RequestReturn request ->
                reason(request.reason(), true).orRefuse();
            case AssignmentMove.DecideReturn decision ->
                reason(decision.reason(), true)
                        .check(
                                "unitId",
                                decision.granted() || decision.unitId() == null,
                                "not-expected",
                                "A refused return stays with its unit.")
                        .check(
                                "unitId",
                                !assignment.unitId().equals(decision.unitId()),
                                "same-unit",
                                "This unit is returning it.")
                        .orRefuse();
            case AssignmentMove.RequestExtension request ->
                until(reason(request.reason(), true).required("until", request.until()), request.until(), assignment)
                        .orRefuse();
            case AssignmentMove.DecideExtension decision ->
                until(
                                reason(decision.reason(), !decision.granted())
                                        .check(
                                                "until",
                                                decision.granted() || decision.until() == null,
                                                "not-expected",
                                                "A refused extension has no day."),
                                decision.until(),
                                assignment)
                        .orRefuse();
            case AssignmentMove.Opine opinion ->
                signed(new Fields(), opinion.signer(), opinion.signedOn())
                        .maxLength("docNo", opinion.docNo(), 60)
                        .required("text", opinion.text())
                        .maxLength("text", opinion.text(), TEXT_MAX)
                        .orRefuse();
            case AssignmentMove.Reply reply -> reply(reply, matter, talked);
            case AssignmentMove.ReviewReply review ->
                grade(reason(review.reason(), !review.approved()), review.grade())
                        .orRefuse();
            case AssignmentMove.Accept _,
                    AssignmentMove.Silence _,
                    AssignmentMove.Rehandle _,
                    AssignmentMove.HandOn _,
                    AssignmentMove.Cancel _,
                    AssignmentMove.TakeBack _ -> {}
        }
    }

    /**
     * Until when a rating may be given or changed: the rules' days after the window, or after the matter was closed where that
     * came later, however it was closed (domain §3.1). Null where there is no window.
     */
    @Nullable
    LocalDate ratableUntil(Assignment assignment, Matter matter) {
        var end = assignment.course().feedbackBy();
        if (end == null) {
            return null;
        }
        var closed = matter.closedOn();
        return days.due(closed != null && closed.isAfter(end) ? closed : end, rules.ratingChange())
                .date();
    }

    boolean isRatable(Assignment assignment, Matter matter) {
        var until = ratableUntil(assignment, matter);
        return until == null || !until.isBefore(today);
    }

    Fields contact(String path, Contact.Given contact, Fields fields) {
        return past(fields.required(path + "mode", contact.mode()), path + "on", contact.on())
                .required(path + "who", contact.who())
                .maxLength(path + "who", contact.who(), 60)
                .maxLength(path + "text", contact.text(), 2000);
    }

    /** The last day to which an assignment may be extended. */
    LocalDate longest(Assignment assignment) {
        var rule = days.due(assignment.sending().replyBy(), rules.extensionLongest())
                .date();
        var limit = assignment.course().startedOn().plusMonths(rules.longestMonths());
        return rule.isBefore(limit) ? rule : limit;
    }

    private Fields until(Fields fields, @Nullable LocalDate until, Assignment assignment) {
        var longest = longest(assignment);
        return fields.check(
                "until",
                until == null
                        || (until.isAfter(assignment.sending().replyBy())
                                && until.isAfter(today)
                                && !until.isAfter(longest)),
                "out-of-range",
                "After " + assignment.sending().replyBy() + " and not after " + longest + ".");
    }

    private static Fields reason(@Nullable String reason, boolean needed) {
        var fields = new Fields().maxLength("reason", reason, REASON_MAX);
        return needed ? fields.required("reason", reason) : fields;
    }

    private Fields signed(Fields fields, @Nullable String signer, @Nullable LocalDate on) {
        return past(fields.required("signer", signer).maxLength("signer", signer, 40), "signedOn", on);
    }

    private Fields grade(Fields fields, @Nullable String grade) {
        var letters = rules.gradeLetters().stream().map(GradeLetter::letter).toList();
        return fields.check("grade", grade == null || letters.contains(grade), "unknown", "One of " + letters + ".");
    }

    /** A reply answers each suggestion and carries its grade, the talk before it and who signed. */
    private void reply(AssignmentMove.Reply reply, Matter matter, boolean talked) {
        var fields = new Fields()
                .required("version", reply.version())
                .required("docNo", reply.docNo())
                .maxLength("docNo", reply.docNo(), 60)
                .required("text", reply.text())
                .maxLength("text", reply.text(), TEXT_MAX)
                .required("grade", reply.grade());
        grade(fields, reply.grade());
        signed(fields, reply.signer(), reply.signedOn());
        if (reply.contact() != null || !talked) {
            contact("contact.", reply.contact() == null ? Contact.Given.NONE : reply.contact(), fields);
        }
        fields.maxLength("liaison", reply.liaison(), 40).maxLength("liaisonPhone", reply.liaisonPhone(), 40);
        if (Boolean.FALSE.equals(reply.openToPublic())) {
            fields.required("notOpenReason", reply.notOpenReason())
                    .maxLength("notOpenReason", reply.notOpenReason(), 200);
        }
        promises(fields, reply.promises() == null ? List.of() : reply.promises());
        var answered = answered(fields, reply, matter);
        fields.orRefuse();
        var missing = IntStream.rangeClosed(1, matter.suggestions().size())
                .filter(no -> !answered.contains(no))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            var refusal = Refusal.unprocessable(
                            "reply.suggestion-unanswered", "These suggestions have no answer: " + missing + ".")
                    .with("missing", missing);
            missing.forEach(no -> refusal.field("suggestions[" + no + "]"));
            throw refusal;
        }
    }

    private static HashSet<Integer> answered(Fields fields, AssignmentMove.Reply reply, Matter matter) {
        var answers = reply.answers() == null ? List.<AssignmentMove.Answer>of() : reply.answers();
        var answered = new HashSet<Integer>();
        for (var i = 0; i < answers.size(); i++) {
            var answer = answers.get(i) == null ? NO_ANSWER : answers.get(i);
            var no = answer.no();
            fields.check(
                            "answers[" + i + "].no",
                            no >= 1 && no <= matter.suggestions().size() && answered.add(no),
                            "unknown",
                            "Each suggestion once, by its number.")
                    .maxLength("answers[" + i + "].text", answer.text(), TEXT_MAX);
            if (Objects.requireNonNullElse(answer.text(), "").isBlank()) {
                answered.remove(no);
            }
        }
        return answered;
    }

    private void promises(Fields fields, List<Promise> promises) {
        fields.check("promises", promises.size() <= 20, "too-long", "At most 20.");
        for (var i = 0; i < promises.size(); i++) {
            var promise = promises.get(i);
            var at = "promises[" + i + "].";
            if (promise == null) {
                fields.required("promises[" + i + "]", null);
                continue;
            }
            var due = promise.dueOn();
            fields.required(at + "text", promise.text())
                    .maxLength(at + "text", promise.text(), 500)
                    .required(at + "owner", promise.owner())
                    .maxLength(at + "owner", promise.owner(), 60)
                    .check(
                            at + "dueOn",
                            due != null && due.isAfter(today) && due.isBefore(today.plusYears(YEARS)),
                            "out-of-range",
                            "After today.");
        }
    }

    /** A day that has come, and of our time. */
    private Fields past(Fields fields, String name, @Nullable LocalDate day) {
        return fields.required(name, day)
                .check(name, day == null || !day.isAfter(today), "in-future", "Not after today.")
                .check(name, day == null || day.isAfter(today.minusYears(YEARS)), "too-early", "A day of our time.");
    }
}
