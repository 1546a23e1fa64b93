package cn.tongxin.handling;

import java.util.LinkedHashMap;
import java.util.Map;

/** The moves by the names of their buttons, in the order of the work. */
final class AssignmentSteps {
    static final Map<String, AssignmentMove> ALL = all();

    private AssignmentSteps() {}

    private static Map<String, AssignmentMove> all() {
        var steps = new LinkedHashMap<String, AssignmentMove>();
        steps.put("accept", new AssignmentMove.Accept(null));
        steps.put("decide-return", new AssignmentMove.DecideReturn(null, true, null, null));
        steps.put("decide-extension", new AssignmentMove.DecideExtension(null, true, null, null));
        steps.put("review-reply", new AssignmentMove.ReviewReply(null, true, null, null));
        steps.put(
                "reply",
                new AssignmentMove.Reply(null, null, null, null, null, null, null, null, null, null, null, null, null));
        steps.put("give-opinion", new AssignmentMove.Opine(null, null, null, null, null));
        steps.put("request-return", new AssignmentMove.RequestReturn(null, null));
        steps.put("request-extension", new AssignmentMove.RequestExtension(null, null, null));
        steps.put("take-back", new AssignmentMove.TakeBack());
        return steps;
    }
}
