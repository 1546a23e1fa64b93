package cn.tongxin.handling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who stands behind a matter, and what was joined to it.
 *
 * @param proponents who brought it in, and after him those who signed
 * @param joined as long as they are joined
 */
public record Behind(List<Proponent> proponents, List<Joined> joined) {
    public static final Behind NOBODY = new Behind(List.of(), List.of());

    /** Those with whom the unit talks before it replies. */
    Stream<Proponent> reachable() {
        return Stream.concat(
                        proponents.stream(),
                        joined.stream().map(Joined::proponents).flatMap(List::stream))
                .filter(proponent -> proponent.phone() != null);
    }

    Optional<Proponent> reachable(UUID seat) {
        return reachable().filter(proponent -> proponent.seatId().equals(seat)).findFirst();
    }
}
