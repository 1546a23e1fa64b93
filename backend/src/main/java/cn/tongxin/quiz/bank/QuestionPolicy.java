package cn.tongxin.quiz.bank;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.List;

/** Who reads and keeps the bank: those who look after study, and nobody else, for it holds the keys. */
final class QuestionPolicy {
    private QuestionPolicy() {}

    static void checkReads(Caller caller) {
        if (!caller.has(Role.STUDY_STAFF)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkKeeps(Caller caller) {
        checkReads(caller);
        if (!caller.mayWrite()) {
            throw Refusal.notAllowed();
        }
    }

    static List<String> can(Caller caller, Question question) {
        if (!caller.mayWrite()) {
            return List.of();
        }
        return question.withdrawnAt() == null ? List.of("edit", "withdraw") : List.of("restore");
    }
}
