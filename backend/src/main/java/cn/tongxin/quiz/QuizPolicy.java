package cn.tongxin.quiz;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.ArrayList;
import java.util.List;

/** Who keeps quizzes and who takes them: study staff and members; guests neither see nor take any. */
final class QuizPolicy {
    private QuizPolicy() {}

    static boolean keeps(Caller caller) {
        return caller.has(Role.STUDY_STAFF);
    }

    static boolean sees(Caller caller, Quiz quiz) {
        return keeps(caller) || (caller.isMember() && quiz.status() != QuizStatus.DRAFT);
    }

    static boolean takes(Caller caller) {
        return caller.mayWrite() && caller.isMember();
    }

    static void checkReads(Caller caller) {
        if (!keeps(caller) && !caller.isMember()) {
            throw Refusal.notAllowed();
        }
    }

    /** The paper with its keys, the figures, the corrections. */
    static void checkReadsAll(Caller caller) {
        if (!keeps(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkKeeps(Caller caller) {
        if (!caller.mayWrite() || !keeps(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkTakes(Caller caller) {
        if (!takes(caller)) {
            throw Refusal.notAllowed();
        }
    }

    /** Buttons of who keeps it; one that nobody has begun is taken back rather than closed. */
    static List<String> can(Caller caller, Quiz quiz, boolean begun) {
        if (!caller.mayWrite() || !keeps(caller)) {
            return List.of();
        }
        return switch (quiz.status()) {
            case DRAFT -> List.of("edit", "publish", "delete");
            case PUBLISHED -> List.of("edit", "publish", begun ? "close" : "withdraw", "correct");
            case CLOSED -> List.of("correct");
        };
    }

    /** Buttons of who takes it. */
    static List<String> can(Caller caller, Quiz.Phase phase, Standing standing) {
        var can = new ArrayList<String>();
        if (takes(caller)) {
            if (standing.openId() != null) {
                can.add("resume");
            } else if (phase == Quiz.Phase.OPEN && standing.isFree()) {
                can.add("take");
            }
        }
        return can;
    }
}
