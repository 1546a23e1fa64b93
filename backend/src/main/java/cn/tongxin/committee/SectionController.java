package cn.tongxin.committee;

import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sectors and special committees over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class SectionController {
    private final Sections sections;
    private final SectionActions actions;

    SectionController(Sections sections, SectionActions actions) {
        this.sections = sections;
        this.actions = actions;
    }

    @Serdeable
    record SectionView(
            UUID id,
            int version,
            String name,
            int position,
            @Nullable LocalDate retiredOn,
            List<String> can) {

        static SectionView of(SectionKind kind, Section section) {
            var can = CommitteePolicy.allows(Caller.current(), kind.matter) ? List.of("edit") : List.<String>of();
            return new SectionView(
                    section.id(), section.version(), section.name(), section.position(), section.retiredOn(), can);
        }
    }

    @Serdeable
    record NewSection(@Nullable UUID id, @Nullable String name) {}

    @Serdeable
    record SectionChange(
            int version,
            @Nullable String name,
            int position,
            @Nullable LocalDate retiredOn) {}

    @Get("/sectors")
    @Transactional(readOnly = true)
    List<SectionView> sectors() {
        return list(SectionKind.SECTOR);
    }

    @Post("/sectors")
    @Status(HttpStatus.CREATED)
    SectionView addSector(@Body NewSection body) {
        return add(SectionKind.SECTOR, body);
    }

    @Put("/sectors/{id}")
    SectionView changeSector(UUID id, @Body SectionChange body) {
        return change(SectionKind.SECTOR, id, body);
    }

    @Get("/special-committees")
    @Transactional(readOnly = true)
    List<SectionView> specialCommittees() {
        return list(SectionKind.SPECIAL_COMMITTEE);
    }

    @Post("/special-committees")
    @Status(HttpStatus.CREATED)
    SectionView addSpecialCommittee(@Body NewSection body) {
        return add(SectionKind.SPECIAL_COMMITTEE, body);
    }

    @Put("/special-committees/{id}")
    SectionView changeSpecialCommittee(UUID id, @Body SectionChange body) {
        return change(SectionKind.SPECIAL_COMMITTEE, id, body);
    }

    private List<SectionView> list(SectionKind kind) {
        CommitteePolicy.checkReads(Caller.current());
        return sections.list(kind).stream()
                .map(section -> SectionView.of(kind, section))
                .toList();
    }

    private SectionView add(SectionKind kind, NewSection body) {
        return SectionView.of(kind, actions.add(kind, body.id(), body.name()));
    }

    private SectionView change(SectionKind kind, UUID id, SectionChange body) {
        return SectionView.of(
                kind, actions.change(kind, id, body.version(), body.name(), body.position(), body.retiredOn()));
    }
}
