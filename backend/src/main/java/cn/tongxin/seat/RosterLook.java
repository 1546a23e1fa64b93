package cn.tongxin.seat;

import cn.tongxin.document.Sheet;
import cn.tongxin.seat.RosterCheck.Known;
import cn.tongxin.seat.RosterCheck.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one look at the file against the seats found. */
record RosterLook(
        List<Sheet> sheets,
        Map<String, RosterLayout> layouts,
        List<Verdict> verdicts,
        List<RosterReader.Nobody> nobodies,
        Map<UUID, Known> known) {}
