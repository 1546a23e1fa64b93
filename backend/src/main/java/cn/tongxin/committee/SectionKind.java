package cn.tongxin.committee;

import cn.tongxin.committee.CommitteePolicy.Matter;
import cn.tongxin.db.cell.Tables;
import org.jooq.Table;

/** What a committee is divided into. */
public enum SectionKind {
    SECTOR("sector", Tables.SECTOR, Matter.SECTOR),
    SPECIAL_COMMITTEE("special-committee", Tables.SPECIAL_COMMITTEE, Matter.SPECIAL_COMMITTEE);

    final String noun;
    final Table<?> table;
    final Matter matter;

    SectionKind(String noun, Table<?> table, Matter matter) {
        this.noun = noun;
        this.table = table;
        this.matter = matter;
    }
}
