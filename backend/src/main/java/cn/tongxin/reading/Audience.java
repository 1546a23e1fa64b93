package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_SPECIAL_COMMITTEE;
import static cn.tongxin.db.cell.Tables.SECTOR;
import static cn.tongxin.db.cell.Tables.SPECIAL_COMMITTEE;

import cn.tongxin.committee.SectionKind;
import cn.tongxin.committee.Sections;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whom a group is for that only those of one sector, or of one special committee, see. */
@Singleton
public class Audience {
    /** The name of its sector or special committee; null where it is for no single one. */
    static final Field<String> NAME = DSL.field(DSL.coalesce(
                    DSL.field(DSL.select(SECTOR.NAME).from(SECTOR).where(SECTOR.ID.eq(READING_GROUP.SECTOR_ID))),
                    DSL.field(DSL.select(SPECIAL_COMMITTEE.NAME)
                            .from(SPECIAL_COMMITTEE)
                            .where(SPECIAL_COMMITTEE.ID.eq(READING_GROUP.SPECIAL_COMMITTEE_ID)))))
            .as("section_name");

    private final Sections sections;

    Audience(Sections sections) {
        this.sections = sections;
    }

    /** Whether a seat is of the section that the group of the row is for; false for a group that is for no single one. */
    public static Condition includes(@Nullable UUID seat) {
        return includes(DSL.val(seat, SEAT.ID));
    }

    static Condition includes(Field<UUID> seat) {
        var sitting = SEAT.as("sitting");
        return DSL.exists(DSL.selectOne()
                        .from(sitting)
                        .where(sitting.ID.eq(seat))
                        .and(sitting.SECTOR_ID.eq(READING_GROUP.SECTOR_ID)))
                .or(DSL.exists(DSL.selectOne()
                        .from(SEAT_SPECIAL_COMMITTEE)
                        .where(SEAT_SPECIAL_COMMITTEE.SEAT_ID.eq(seat))
                        .and(SEAT_SPECIAL_COMMITTEE.SPECIAL_COMMITTEE_ID.eq(READING_GROUP.SPECIAL_COMMITTEE_ID))));
    }

    /** Whether the plan names one that a group may be for: one that goes on, or the one that it is for already. */
    boolean isKnown(ReadingGroup.Plan plan, ReadingGroup.@Nullable Plan before) {
        var section = plan.sectionId();
        if (section == null || (before != null && section.equals(before.sectionId()))) {
            return true;
        }
        return sections.find(kind(plan.visibility()), section)
                .filter(found -> found.retiredOn() == null)
                .isPresent();
    }

    private static SectionKind kind(ReadingGroup.Visibility visibility) {
        return visibility == ReadingGroup.Visibility.SECTOR ? SectionKind.SECTOR : SectionKind.SPECIAL_COMMITTEE;
    }
}
