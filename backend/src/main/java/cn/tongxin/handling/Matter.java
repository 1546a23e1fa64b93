package cn.tongxin.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is handled, as far as its handling must know it.
 *
 * @param number the case number that people know it by
 * @param lead who brought it in, by name
 * @param readers the seats that may read what becomes of it: who proposes it, and who leads it as a key one
 * @param rater whose rating counts now; absent where no seat is left and the committee itself says what it thinks
 * @param research how who brought it in found out; blank where that is not said
 * @param wantsContactBy how the proponent would like to be talked to
 * @param plenary whether the longer or the shorter reply period applies
 * @param closedOn since when nothing more is to be done
 */
public record Matter(
        UUID id,
        String title,
        @Nullable String number,
        String lead,
        Set<UUID> readers,
        @Nullable UUID rater,
        String situation,
        String analysis,
        String research,
        List<String> suggestions,
        Contact.@Nullable Mode wantsContactBy,
        boolean plenary,
        @Nullable LocalDate closedOn) {}
