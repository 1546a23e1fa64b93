package cn.tongxin.opinion;

import cn.tongxin.link.Linkable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    public Set<UUID> seen(Collection<UUID> ids) {
        return flow.visible(reports.get(ids));
    }

    /** What was referred to another channel is nobody else's to know. */
    @Override
    public Set<UUID> out(Collection<UUID> ids) {
        return reports.get(ids).stream()
                .filter(report -> report.intake() != null && report.sealedText() == null)
                .filter(report -> report.status() != OpinionStatus.DRAFT && report.status() != OpinionStatus.WITHDRAWN)
                .map(OpinionReport::id)
                .collect(Collectors.toSet());
    }
}
