package cn.tongxin.opinion;

import cn.tongxin.link.Drafter;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Begins a report out of a matter of another feature. */
@Singleton
class RaisedReports implements Drafter {
    private final OpinionReports reports;
    private final OpinionActions actions;

    RaisedReports(OpinionReports reports, OpinionActions actions) {
        this.reports = reports;
        this.actions = actions;
    }

    @Override
    public String type() {
        return OpinionReport.SUBJECT;
    }

    @Override
    public boolean draft(UUID id, String title, String text) {
        if (reports.find(id).isPresent()) {
            return false;
        }
        actions.draft(new OpinionController.Draft(
                id, null, title, text, null, null, null, null, null, null, null, null, null, null, null));
        return true;
    }

    @Override
    public boolean isMine(UUID id) {
        return reports.find(id)
                .filter(report -> OpinionPolicy.isAuthor(Caller.current(), report))
                .isPresent();
    }
}
