package cn.tongxin.handling;

import cn.tongxin.committee.SecrecyWords;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assisting unit tells the leading one.
 *
 * @param id what its files hang on
 * @param assignmentId the assistant's assignment
 * @param secrecyHits words of the committee's list in it, as a warning
 */
@Serdeable
public record Opinion(
        UUID id,
        UUID assignmentId,
        String unitName,
        @Nullable String docNo,
        String text,
        String signer,
        LocalDate signedOn,
        LocalDate givenOn,
        List<String> secrecyHits) {

    Opinion warned(SecrecyWords list) {
        return new Opinion(
                id, assignmentId, unitName, docNo, text, signer, signedOn, givenOn, list.hits(List.of(text)));
    }
}
