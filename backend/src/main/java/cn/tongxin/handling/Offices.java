package cn.tongxin.handling;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which roles hand out the matters of a type, decide on returns and see what the units do. One office does not see another's. */
final class Offices {
    private static final Map<String, Set<Role>> BY_TYPE = Map.of(
            "proposal", Set.of(Role.PROPOSAL_STAFF, Role.ASSIGNING_OFFICE),
            "opinion_report", Set.of(Role.INFO_EDITOR, Role.INFO_APPROVER));

    private Offices() {}

    static boolean isOffice(Caller caller, String type) {
        return BY_TYPE.getOrDefault(type, Set.of()).stream().anyMatch(caller::has);
    }

    /** The types whose office this caller is. */
    static List<String> typesOf(Caller caller) {
        return BY_TYPE.keySet().stream()
                .filter(type -> isOffice(caller, type))
                .sorted()
                .toList();
    }
}
