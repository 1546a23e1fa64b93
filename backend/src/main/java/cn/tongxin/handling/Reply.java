package cn.tongxin.handling;

import cn.tongxin.committee.ResolutionGrade;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's written reply.
 *
 * @param letter the committee's own letter; absent on imported replies that were known by their code only
 * @param grade the code under which it is counted
 */
@Serdeable
public record Reply(
        @Nullable String docNo,
        String text,
        List<AssignmentMove.Answer> answers,
        @Nullable String letter,
        ResolutionGrade grade,
        AssignmentMove.@Nullable Contact contact,
        @Nullable String signer,
        @Nullable LocalDate signedOn,
        LocalDate repliedOn) {}
