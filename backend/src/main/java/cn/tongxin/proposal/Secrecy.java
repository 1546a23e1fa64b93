package cn.tongxin.proposal;

import java.util.List;
import java.util.stream.Stream;

/** Looks for the words of a committee's list in a text. It warns and never blocks: people decide (domain §3.0). */
final class Secrecy {
    private Secrecy() {}

    static List<String> hits(Proposal.Text text, List<String> words) {
        var besides = text.besides();
        var all = Stream.concat(
                        Stream.of(
                                text.title(),
                                text.situation(),
                                text.analysis(),
                                besides.research(),
                                besides.original()),
                        text.suggestions().stream())
                .toList();
        return words.stream()
                .filter(word -> all.stream().anyMatch(part -> part.contains(word)))
                .toList();
    }
}
