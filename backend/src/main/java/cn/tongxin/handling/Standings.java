package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static java.util.Comparator.naturalOrder;

import cn.tongxin.committee.HandlingRules;
import cn.tongxin.committee.RehandlingTrigger;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.unit.HandlingUnit;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** How matters stand with their units, one by one or for the rows of a list. */
@Singleton
public class Standings {
    private final Assignments assignments;
    private final Ratings ratings;
    private final Units units;
    private final Settings settings;

    Standings(Assignments assignments, Ratings ratings, Units units, Settings settings) {
        this.assignments = assignments;
        this.ratings = ratings;
        this.units = units;
        this.settings = settings;
    }

    public Standing of(Subject subject, LocalDate today) {
        var live = live(assignments.of(subject.type(), List.of(subject.id())));
        return standing(live, ratings.present(released(live)), settings.handlingRules(), today);
    }

    /**
     * The handling of a matter as a list shows it.
     *
     * @param units the names of those that hold it
     * @param dueOn when the next reply is due, or the rating
     */
    public record Brief(List<String> units, @Nullable LocalDate dueOn, boolean overdue, Standing standing) {
        public static final Brief NONE = new Brief(List.of(), null, false, Standing.NONE);
    }

    /** For the rows of one page, in a handful of queries. */
    public Map<UUID, Brief> briefs(String type, Collection<UUID> subjects, LocalDate today) {
        var live = live(assignments.of(type, subjects));
        if (live.isEmpty()) {
            return Map.of();
        }
        var names = units.find(live.stream().map(Assignment::unitId).distinct().toList()).stream()
                .collect(Collectors.toMap(HandlingUnit::id, HandlingUnit::name));
        var rated = ratings.present(released(live));
        var rules = settings.handlingRules();
        return live.stream()
                .collect(Collectors.groupingBy(
                        a -> a.subject().id(),
                        Collectors.collectingAndThen(
                                Collectors.toList(), of -> brief(of, names, rated, rules, today))));
    }

    /** Of assignments: reply or opinion is late, as {@link Brief} says of each. */
    public static Condition overdue(LocalDate today) {
        var open = Arrays.stream(AssignmentStatus.values())
                .filter(AssignmentStatus::isOpen)
                .map(Enum::name)
                .toList();
        return HANDLING_ASSIGNMENT.STATUS.in(open).and(HANDLING_ASSIGNMENT.REPLY_BY.lt(today));
    }

    private static Brief brief(
            List<Assignment> live,
            Map<UUID, String> names,
            Map<UUID, Rating> rated,
            HandlingRules rules,
            LocalDate today) {
        var open = live.stream().filter(a -> a.status().isOpen()).toList();
        var dueOn = open.isEmpty()
                ? live.stream()
                        .map(a -> a.course().feedbackBy())
                        .filter(Objects::nonNull)
                        .min(naturalOrder())
                : open.stream().map(a -> a.sending().replyBy()).min(naturalOrder());
        return new Brief(
                live.stream().map(a -> names.getOrDefault(a.unitId(), "")).toList(),
                dueOn.orElse(null),
                open.stream().anyMatch(a -> a.isOverdue(today)),
                standing(live, rated, rules, today));
    }

    private static Standing standing(
            List<Assignment> live, Map<UUID, Rating> rated, HandlingRules rules, LocalDate today) {
        var owed = live.stream().filter(a -> a.role().owesReply()).toList();
        var released = released(live);
        var round = round(live);
        return new Standing(
                live.size(),
                owed.size(),
                (int) owed.stream()
                        .filter(a -> a.isReleased() || a.status() == AssignmentStatus.REPLIED)
                        .count(),
                released.size(),
                rated.size(),
                (int) released.stream()
                        .filter(a -> asksForMore(rated.get(a.id()), rules))
                        .count(),
                round,
                round > rules.rehandlings(),
                live.stream().allMatch(Assignment::isUntouched),
                !released.isEmpty() && released.stream().allMatch(a -> isOver(a, today)));
    }

    /** The furthest round of those that owe a reply; 1 without any. */
    static int round(List<Assignment> live) {
        return live.stream()
                .filter(a -> a.role().owesReply())
                .mapToInt(a -> a.course().round())
                .max()
                .orElse(1);
    }

    /** The rating sends the matter back to its unit; by the attitude alone it does only where the committee says so. */
    static boolean asksForMore(@Nullable Rating rating, HandlingRules rules) {
        return rating != null
                && (rating.result() == Satisfaction.NOT_SATISFIED
                        || (rules.rehandlingTrigger() == RehandlingTrigger.RESULT_OR_ATTITUDE
                                && rating.attitude() == Satisfaction.NOT_SATISFIED));
    }

    private static boolean isOver(Assignment assignment, LocalDate today) {
        var until = assignment.course().feedbackBy();
        return until != null && until.isBefore(today);
    }

    private static List<Assignment> live(List<Assignment> all) {
        return all.stream().filter(a -> a.status().isLive()).toList();
    }

    private static List<Assignment> released(List<Assignment> live) {
        return live.stream().filter(Assignment::isReleased).toList();
    }
}
