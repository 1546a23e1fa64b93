package cn.tongxin.handling;

import java.util.Collection;
import java.util.LinkedHashSet;
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
    private static final int NAMED = 3;
    public static final Behind NOBODY = new Behind(List.of(), List.of());

    /** As a paper calls them: by name, or the first and how many they are. */
    public static String together(Collection<String> names) {
        var all = List.copyOf(new LinkedHashSet<>(names));
        return all.size() <= NAMED ? String.join("、", all) : all.getFirst() + "等" + all.size() + "位委员";
    }

    /** Who gets the reply: those who signed, and whose proposals were joined. */
    List<String> names() {
        return Stream.concat(
                        proponents.stream(),
                        joined.stream().map(Joined::proponents).flatMap(List::stream))
                .map(Proponent::name)
                .toList();
    }

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
