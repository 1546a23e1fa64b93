package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.search.Findable;
import cn.tongxin.search.Search;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Lets a proposal be found by its words: what was handed in, by who may see it. */
@Singleton
public class ProposalFinding {
    private final Search search;
    private final Proposals proposals;
    private final Cosigners cosigners;

    ProposalFinding(Search search, Proposals proposals, Cosigners cosigners) {
        this.search = search;
        this.proposals = proposals;
        this.cosigners = cosigners;
    }

    /** Called with each step that may change what it says, whose it is, or whether it was handed in. */
    public void follow(Proposal proposal, LocalDate today) {
        if (proposal.status().isWritten() || proposal.intake() == null) {
            search.remove(Proposal.SUBJECT, proposal.id());
            return;
        }
        var text = proposal.text();
        var names = new ArrayList<String>();
        names.addAll(proposals.names(List.of(proposal.author().seat())).values());
        cosigners.of(proposal.id(), today).stream()
                .filter(one -> one.state() == Cosigner.State.SIGNED)
                .forEach(one -> names.add(one.name()));
        if (proposal.course().caseNo() != null) {
            names.add(proposal.course().caseNo());
        }
        search.put(new Findable(
                Proposal.SUBJECT,
                proposal.id(),
                text.title(),
                names,
                Stream.of(
                                Stream.of(text.situation(), text.analysis()),
                                text.suggestions().stream(),
                                Stream.of(
                                        text.besides().research(),
                                        text.besides().original()))
                        .flatMap(parts -> parts)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"))));
    }

    /**
     * Those that have every word. A reviewer sees all that was handed in, and nothing else is indexed: for him the newest are
     * enough for a page. Everybody else looks among what he sees.
     *
     * @param seen what the caller sees and asks for
     * @param most how many rows a page needs at most; none where the list is narrowed further or counted
     */
    static Condition matching(
            Caller caller, String words, Condition seen, @Nullable UUID before, @Nullable Integer most) {
        if (ProposalPolicy.reviews(caller)) {
            return Search.newest(PROPOSAL.ID, Proposal.SUBJECT, words, before, most == null ? Integer.MAX_VALUE : most);
        }
        return Search.among(
                PROPOSAL.ID,
                Proposal.SUBJECT,
                words,
                DSL.select(PROPOSAL.ID).from(PROPOSAL).where(seen));
    }
}
