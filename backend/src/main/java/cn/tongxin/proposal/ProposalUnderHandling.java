package cn.tongxin.proposal;

import cn.tongxin.handling.Behind;
import cn.tongxin.handling.HandledSubject;
import cn.tongxin.handling.Matter;
import cn.tongxin.proposal.ProposalSigners.Signer;
import cn.tongxin.search.Search;
import cn.tongxin.seat.SeatPhones;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** What handling asks of proposals and tells them. */
@Singleton
class ProposalUnderHandling implements HandledSubject {
    private final Proposals proposals;
    private final ProposalSigners signers;
    private final ProposalsBehind behind;
    private final SeatPhones phones;
    private final ProposalFollowing following;

    ProposalUnderHandling(
            Proposals proposals,
            ProposalSigners signers,
            ProposalsBehind behind,
            SeatPhones phones,
            ProposalFollowing following) {
        this.proposals = proposals;
        this.signers = signers;
        this.behind = behind;
        this.phones = phones;
        this.following = following;
    }

    @Override
    public String type() {
        return Proposal.SUBJECT;
    }

    @Override
    public Map<UUID, Matter> matters(Collection<UUID> ids) {
        var found = proposals.get(ids);
        var names = proposals.names(found.stream().map(p -> p.author().seat()).collect(Collectors.toSet()));
        var behind = signers.of(ids);
        return found.stream()
                .collect(Collectors.toMap(
                        Proposal::id,
                        p -> matter(
                                p, names.getOrDefault(p.author().seat(), ""), behind.getOrDefault(p.id(), List.of()))));
    }

    @Override
    public Behind behind(UUID id) {
        return behind.of(id);
    }

    @Override
    public Optional<String> phone(UUID seat) {
        return phones.whole(seat);
    }

    @Override
    public Condition saying(Field<UUID> id, String words, Select<Record1<UUID>> among) {
        return Search.among(id, Proposal.SUBJECT, words, among);
    }

    @Override
    public void replied(UUID id) {
        following.follow(id, new ProposalMove.Replied());
    }

    @Override
    public void reviewed(UUID id) {
        following.follow(id, new ProposalMove.Reviewed());
    }

    @Override
    public void returned(UUID id) {
        following.follow(id, new ProposalMove.Returned());
    }

    @Override
    public void rated(UUID id) {
        following.follow(id, new ProposalMove.Rated());
    }

    private static Matter matter(Proposal proposal, String lead, List<Signer> signers) {
        var intake = proposal.intake();
        return new Matter(
                proposal.id(),
                proposal.text().title(),
                proposal.course().caseNo(),
                lead,
                Stream.concat(
                                signers.stream().map(Signer::seat),
                                Stream.ofNullable(proposal.course().keyLedBy()))
                        .collect(Collectors.toSet()),
                ProposalSigners.rater(signers).orElse(null),
                proposal.text().situation(),
                proposal.text().analysis(),
                proposal.text().besides().research(),
                proposal.text().suggestions(),
                proposal.wishes().wantsContactBy(),
                intake != null && intake.kind() == ProposalKind.PLENARY,
                proposal.course().closedOn());
    }
}
