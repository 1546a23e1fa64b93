package cn.tongxin.seat;

import cn.tongxin.document.Sheet;
import cn.tongxin.http.Fields;
import cn.tongxin.seat.RosterImport.AnswerGiven;
import cn.tongxin.seat.RosterImport.SheetChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks what a clerk says about a file: how its sheets are to be read, and what is to become of its rows. */
final class RosterInput {
    private RosterInput() {}

    static void checkChoices(List<SheetChoice> choices, List<Sheet> sheets) {
        var fields = new Fields();
        for (var i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            var at = "sheets[" + i + "]";
            var columns = choice.columns() == null ? Map.<String, RosterField>of() : choice.columns();
            var read = !Boolean.TRUE.equals(choice.leftOut());
            fields.check(
                            at + ".name",
                            sheets.stream()
                                    .anyMatch(sheet ->
                                            !sheet.hidden() && sheet.name().equals(choice.sheet())),
                            "unknown",
                            "There is no such sheet.")
                    .check(
                            at + ".headerRow",
                            !read || choice.headerRow() != null && choice.headerRow() >= 0,
                            "required",
                            "Name the heading row; 0 where there is none.")
                    .check(
                            at + ".columns",
                            columns.keySet().stream().allMatch(letters -> letters.matches("[A-Z]{1,2}")),
                            "malformed",
                            "Columns are named A, B … AA.")
                    .check(
                            at + ".columns",
                            !read || columns.containsValue(RosterField.NAME),
                            "required",
                            "One column holds the names.");
            if (columns.keySet().stream().allMatch(letters -> letters.matches("[A-Z]{1,2}"))) {
                fields.check(
                        at + ".columns",
                        RosterLayout.doubled(RosterLayout.byIndex(columns)).isEmpty(),
                        "doubled",
                        "A field is read from two columns.");
            }
        }
        fields.orRefuse();
    }

    static void checkAnswers(List<AnswerGiven> given, RosterLook look) {
        var questions = new HashMap<String, List<RosterAnswer>>();
        look.verdicts()
                .forEach(verdict -> verdict.questions()
                        .forEach(question -> questions.put(
                                RosterCheck.key(verdict.row()) + question.what().code(), question.answers())));
        var fields = new Fields();
        for (var i = 0; i < given.size(); i++) {
            var answer = given.get(i);
            var answers = questions.get(answer.key() + answer.code());
            // A row that was left out before asks nothing now; it may still be taken up again.
            var known = look.verdicts().stream()
                    .anyMatch(verdict -> RosterCheck.key(verdict.row()).equals(answer.key()));
            fields.check("answers[" + i + "].row", known, "unknown", "There is no such row.")
                    .check(
                            "answers[" + i + "].answer",
                            answers == null || answers.contains(answer.answer()),
                            "unknown",
                            "This question has no such answer.");
        }
        fields.orRefuse();
    }
}
