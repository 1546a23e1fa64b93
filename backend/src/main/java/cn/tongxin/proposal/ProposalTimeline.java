package cn.tongxin.proposal;

import cn.tongxin.handling.Handling;
import cn.tongxin.history.Timeline;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What somebody reads of a proposal's history and of its assignments'. */
@Singleton
class ProposalTimeline {
    private final Timeline timeline;
    private final Handling handling;
    private final ProposalFlow flow;

    ProposalTimeline(Timeline timeline, Handling handling, ProposalFlow flow) {
        this.timeline = timeline;
        this.handling = handling;
        this.flow = flow;
    }

    /** Oldest first; a stage is called as the committee calls it now. */
    List<Timeline.Entry> of(Proposal proposal, Caller caller) {
        var ofUnits = caller.worksInUnit() && !ProposalPolicy.isOffice(caller)
                ? List.<UUID>of()
                : handling.ids(proposal.subject());
        var rules = flow.rules();
        return Stream.concat(
                        timeline.of(Proposal.SUBJECT, List.of(proposal.id())).stream(),
                        ofUnits(ofUnits, caller).stream())
                .filter(line -> shows(caller, proposal, line))
                .sorted(Comparator.comparingLong(Timeline.Entry::seq))
                .map(line -> line.kind().equals("proposal.review-passed") && !ProposalPolicy.reviews(caller)
                        ? line.withoutReason()
                        : line)
                .map(line -> {
                    var stage = line.stage();
                    return stage == null ? line : line.withStageName(rules.stageName(stage));
                })
                .toList();
    }

    /** What is between the lead, the office and the one who said it; and what the office says to itself. */
    private static boolean shows(Caller caller, Proposal proposal, Timeline.Entry line) {
        return switch (line.kind()) {
            case "proposal.signature-declined", "proposal.signature-revoked", "proposal.decline-entered" ->
                ProposalPolicy.isAuthor(caller, proposal)
                        || ProposalPolicy.isOffice(caller)
                        || caller.seatId().equals(line.seatId());
            case "proposal.publication-returned",
                    "proposal.publication-reply-returned",
                    "proposal.review-late",
                    "proposal.result-late" -> ProposalPolicy.isOffice(caller);
            default -> true;
        };
    }

    private List<Timeline.Entry> ofUnits(List<UUID> assignments, Caller caller) {
        var lines = timeline.of("assignment", assignments);
        return ProposalPolicy.isOffice(caller) ? lines : Handling.forProponents(lines);
    }
}
