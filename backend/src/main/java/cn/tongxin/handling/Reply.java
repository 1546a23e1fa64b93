package cn.tongxin.handling;

import cn.tongxin.committee.GradeLetter;
import cn.tongxin.committee.ResolutionGrade;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit's written reply.
 *
 * @param id what its files hang on; absent before it is kept
 * @param letter the committee's own letter; absent on imported replies that were known by their code only
 * @param grade the code under which it is counted
 * @param meaning what the committee means by its letter; absent where it has that letter no more
 * @param correctedFrom what the unit had said of it, where the office's review changed the grade
 * @param openToPublic the unit lets the public read it
 * @param notOpenReason why not
 * @param liaison whom of the unit the proponent may ask
 */
@Serdeable
public record Reply(
        @Nullable UUID id,
        @Nullable String docNo,
        String text,
        List<AssignmentMove.Answer> answers,
        @Nullable String letter,
        ResolutionGrade grade,
        @Nullable String meaning,
        @Nullable ResolutionGrade correctedFrom,
        @Nullable String signer,
        @Nullable LocalDate signedOn,
        LocalDate repliedOn,
        List<Promise> promises,
        boolean openToPublic,
        @Nullable String notOpenReason,
        @Nullable String liaison,
        @Nullable String liaisonPhone) {

    /** As an office knows one from the past. */
    public static Reply known(@Nullable String docNo, String text, ResolutionGrade grade, LocalDate repliedOn) {
        return new Reply(
                null, docNo, text, List.of(), null, grade, null, null, null, null, repliedOn, List.of(), true, null,
                null, null);
    }

    /** Whatever people will read of it, but who signed and whom to ask. */
    List<String> words() {
        return Stream.of(
                        Stream.of(text),
                        answers.stream().map(AssignmentMove.Answer::text),
                        promises.stream().map(Promise::text))
                .flatMap(part -> part)
                .toList();
    }

    /** With what the committee's letters mean. */
    Reply meaning(List<GradeLetter> letters) {
        var said = letters.stream()
                .filter(each -> each.letter().equals(letter))
                .map(GradeLetter::meaning)
                .findFirst()
                .orElse(null);
        return new Reply(
                id,
                docNo,
                text,
                answers,
                letter,
                grade,
                said,
                correctedFrom,
                signer,
                signedOn,
                repliedOn,
                promises,
                openToPublic,
                notOpenReason,
                liaison,
                liaisonPhone);
    }
}
