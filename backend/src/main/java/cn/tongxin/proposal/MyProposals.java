package cn.tongxin.proposal;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.List;

/** The proposals that a seat proposed or signed, for readers: the first page of the list that it is shown. */
@Singleton
public class MyProposals {
    private final ProposalLists lists;
    private final ProposalViews views;

    MyProposals(ProposalLists lists, ProposalViews views) {
        this.lists = lists;
        this.views = views;
    }

    /** Newest first; nothing for a seat that has no proposals to do with. */
    public Page<ProposalBrief> first(Caller caller, int limit) {
        if (!ProposalPolicy.lists(caller)) {
            return new Page<>(List.of(), null, null);
        }
        var mine = ProposalLists.visibleTo(caller).and(ProposalLists.mine(caller));
        var page = Page.of(
                lists.page(mine, null, limit),
                limit,
                row -> new Cursor("", row.proposal().id()));
        return new Page<>(views.briefs(page.items()), page.next(), null);
    }
}
