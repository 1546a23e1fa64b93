package cn.tongxin.quiz;

import cn.tongxin.quiz.bank.QuestionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order in which an attempt shows the options of a question, as the letters of the paper in the order shown:
 * {@code CAB} shows the paper's C as A. It is kept with the attempt, so that every device shows the same.
 */
record OptionOrder(String letters) {

    static OptionOrder of(int options) {
        return new OptionOrder(IntStream.range(0, options)
                .mapToObj(i -> String.valueOf((char) ('A' + i)))
                .collect(Collectors.joining()));
    }

    OptionOrder shuffled(Random chance) {
        var all = new ArrayList<>(List.of(letters.split("")));
        Collections.shuffle(all, chance);
        return new OptionOrder(String.join("", all));
    }

    /** Texts in the order shown. */
    List<String> shown(List<String> texts) {
        return letters.chars().mapToObj(letter -> texts.get(letter - 'A')).toList();
    }

    /** An answer in the letters shown, from one in the paper's. */
    List<String> shown(QuestionKind kind, List<String> answer) {
        return kind.hasOptions()
                ? answer.stream()
                        .map(letter -> letter(letters.indexOf(letter)))
                        .sorted()
                        .toList()
                : answer;
    }

    /** An answer in the paper's letters, from one in those shown. */
    List<String> onPaper(QuestionKind kind, List<String> answer) {
        return kind.hasOptions()
                ? answer.stream()
                        .map(letter -> String.valueOf(letters.charAt(letter.charAt(0) - 'A')))
                        .sorted()
                        .toList()
                : answer;
    }

    private static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }
}
