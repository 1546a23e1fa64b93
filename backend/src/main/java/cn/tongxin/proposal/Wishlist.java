package cn.tongxin.proposal;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.link.Linkable;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a proponent would like besides: that the units and the matters he names are there for him. */
@Singleton
class Wishlist {
    private static final int NOTE_MAX = 200;
    private static final int UNITS_MAX = 10;

    private final Units units;
    private final ProposalFlow flow;
    private final Proposals proposals;
    private final List<Linkable> others;

    Wishlist(Units units, ProposalFlow flow, Proposals proposals, List<Linkable> others) {
        this.units = units;
        this.flow = flow;
        this.proposals = proposals;
        this.others = others;
    }

    /** The wishes as they were where nothing is said of them. 404 for what the caller does not see. */
    Proposal.Wishes checked(Proposal.@Nullable Wishes said, Proposal.Wishes before) {
        if (said == null || said.equals(before)) {
            return before;
        }
        var named = new ArrayList<UUID>(said.suggestedAssistUnits());
        if (said.suggestedLeadUnit() != null) {
            named.add(said.suggestedLeadUnit());
        }
        var basis = said.basedOn();
        new Fields()
                .whole("wishes.suggestedAssistUnits", said.suggestedAssistUnits())
                .check(
                        "wishes.basedOn.kind",
                        basis == null || basis.kind() != null,
                        "required",
                        "Say what kind of thing it grew out of.")
                .check(
                        "wishes.suggestedAssistUnits",
                        said.suggestedAssistUnits().size() <= UNITS_MAX,
                        "too-many",
                        "At most " + UNITS_MAX + ".")
                .check(
                        "wishes.suggestedAssistUnits",
                        named.stream().distinct().count() == named.size(),
                        "twice",
                        "A unit leads or assists, once.")
                .check(
                        "wishes.basedOn.note",
                        basis == null
                                || basis.id() != null
                                || !Objects.requireNonNullElse(basis.note(), "").isBlank(),
                        "required",
                        "Say what it grew out of.")
                .maxLength("wishes.basedOn.note", basis == null ? null : basis.note(), NOTE_MAX)
                .orRefuse();
        if (units.find(named).size() < named.size() || (basis != null && !isThere(basis))) {
            throw Refusal.notFound();
        }
        return said;
    }

    private boolean isThere(Proposal.Basis basis) {
        var id = basis.id();
        if (id == null) {
            return true;
        }
        return switch (basis.kind()) {
            case PROPOSAL -> proposals.find(id).filter(flow::isVisible).isPresent();
            case READING_POST ->
                others.stream().anyMatch(other -> other.type().equals("reading-post") && other.sees(id));
            case RESEARCH, APPEAL, OTHER -> false;
        };
    }
}
