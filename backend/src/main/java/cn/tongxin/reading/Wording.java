package cn.tongxin.reading;

import cn.tongxin.http.Fields;
import java.util.Arrays;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whether what somebody looks for stands in a text. */
final class Wording {
    static final int MAX_LENGTH = 50;

    private Wording() {}

    /** What may be looked for; 422 where it cannot stand in any text. */
    static @Nullable String checked(@Nullable String words) {
        PostActions.checkStorable(new Fields(), "q", words)
                .maxLength("q", words == null ? "" : words, MAX_LENGTH)
                .orRefuse();
        return words;
    }

    /** Each of the words in one of the texts; without a word everything is found. */
    @SafeVarargs
    static Condition in(@Nullable String words, Field<String>... texts) {
        return words == null
                ? DSL.noCondition()
                : DSL.and(Arrays.stream(words.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> DSL.or(Arrays.stream(texts)
                                .map(text -> text.containsIgnoreCase(word))
                                .toList()))
                        .toList());
    }
}
