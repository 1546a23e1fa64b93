package cn.tongxin.opinion;

import cn.tongxin.link.Linkable;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reports to which a proposal leads that was turned into one. */
@Singleton
class LinkedReports implements Linkable {
    private final OpinionReports reports;
    private final OpinionFlow flow;

    LinkedReports(OpinionReports reports, OpinionFlow flow) {
        this.reports = reports;
        this.flow = flow;
    }

    @Override
    public String type() {
        return OpinionReport.SUBJECT;
    }

    @Override
    public boolean sees(UUID id) {
        return reports.find(id).filter(flow::isVisible).isPresent();
    }

    /** What was referred to another channel is nobody else's to know. */
    @Override
    public boolean isOut(UUID id) {
        return reports.find(id)
                .filter(report -> report.intake() != null && report.sealedText() == null)
                .filter(report -> report.status() != OpinionStatus.DRAFT && report.status() != OpinionStatus.WITHDRAWN)
                .isPresent();
    }
}
