package cn.tongxin.opinion;

import cn.tongxin.storage.AttachmentSubject;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Whoever reads the text of a report reads what is attached to it; its writer attaches while it is a draft. */
@Singleton
class OpinionAttachments implements AttachmentSubject {
    private final OpinionReports reports;
    private final OpinionFlow flow;

    OpinionAttachments(OpinionReports reports, OpinionFlow flow) {
        this.reports = reports;
        this.flow = flow;
    }

    @Override
    public String type() {
        return OpinionReport.SUBJECT;
    }

    @Override
    public String area() {
        return "opinion";
    }

    /** A picture of what is under seal is under seal. */
    @Override
    public boolean sees(UUID id) {
        return reports.find(id)
                .filter(flow::isVisible)
                .filter(report -> report.sealedText() == null || OpinionPolicy.opensSeal(Caller.current(), report))
                .isPresent();
    }

    @Override
    public void lock(UUID id) {
        reports.lock(List.of(id));
    }

    @Override
    public boolean edits(UUID id) {
        return reports.find(id)
                .filter(report -> report.status() == OpinionStatus.DRAFT)
                .filter(report -> OpinionPolicy.writes(Caller.current(), report))
                .isPresent();
    }

    @Override
    public boolean isThere(UUID id) {
        return reports.find(id).isPresent();
    }
}
