package cn.tongxin.committee;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a committee's list that may mean a secret. They warn and never block: people decide (domain §3.0). */
public record SecrecyWords(List<String> words) {
    /** Those that stand in any of the texts, in the order of the list. */
    public List<String> hits(Collection<? extends @Nullable String> texts) {
        return words.stream()
                .filter(word -> texts.stream().anyMatch(text -> text != null && text.contains(word)))
                .toList();
    }
}
