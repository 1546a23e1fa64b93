package cn.tongxin.committee;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Founding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sectors and special committees are added, renamed, retired. */
@Singleton
class SectionActions implements Founding {
    private static final int NAME_MAX = 40;

    private final Sections sections;
    private final History history;

    SectionActions(Sections sections, History history) {
        this.sections = sections;
        this.history = history;
    }

    @Transactional
    Section add(SectionKind kind, @Nullable UUID id, @Nullable String name) {
        CommitteePolicy.check(Caller.current(), kind.matter);
        var others = sections.list(kind);
        var last = others.stream().mapToInt(Section::position).max().orElse(0);
        var section = checked(new Section(Ids.orNext(id), 1, name == null ? "" : name.strip(), last + 1, null));
        var there =
                others.stream().filter(other -> other.id().equals(section.id())).findFirst();
        if (there.isPresent() && there.get().name().equals(section.name())) {
            return there.get();
        }
        checkName(kind, others, section);
        if (!sections.insert(kind, section)) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        history.record(Line.of(kind.noun + ".added", kind.noun, section.id()).with("name", section.name()));
        return section;
    }

    @Transactional
    Section change(
            SectionKind kind,
            UUID id,
            int version,
            @Nullable String name,
            int position,
            @Nullable LocalDate retiredOn) {
        CommitteePolicy.check(Caller.current(), kind.matter);
        var there = sections.get(kind, id);
        if (there.version() != version) {
            throw outdated(kind);
        }
        var next = checked(new Section(id, version + 1, name == null ? "" : name.strip(), position, retiredOn));
        checkName(kind, sections.list(kind), next);
        sections.update(kind, next);
        history.record(Line.of(kind.noun + ".changed", kind.noun, id)
                .with("from", there.name())
                .with("to", next.name())
                .with("retiredOn", retiredOn));
        return next;
    }

    /** The sectors and special committees that are usual; the office changes what is different at its place. */
    @Override
    @Transactional
    public void found() {
        for (var kind : SectionKind.values()) {
            var names = StandardSections.of(kind);
            for (var i = 0; i < names.size(); i++) {
                sections.insert(kind, new Section(Ids.next(), 1, names.get(i), i + 1, null));
            }
            history.record(Line.of(
                            kind.noun + ".founded",
                            "committee",
                            Caller.current().committeeId())
                    .with("count", names.size()));
        }
    }

    static Refusal outdated(SectionKind kind) {
        return Refusal.conflict(kind.noun + ".version", "Somebody has changed this meanwhile.");
    }

    private static Section checked(Section section) {
        new Fields()
                .required("name", section.name())
                .maxLength("name", section.name(), NAME_MAX)
                .orRefuse();
        return section;
    }

    private static void checkName(SectionKind kind, List<Section> others, Section section) {
        if (others.stream().anyMatch(other -> !other.id().equals(section.id()) && other.isCalled(section.name()))) {
            throw Refusal.conflict(kind.noun + ".taken", "There is one of that name already.")
                    .field("name");
        }
    }
}
