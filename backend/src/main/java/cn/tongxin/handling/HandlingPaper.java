package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.document.ChineseDay;
import cn.tongxin.document.Slots;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the papers of one assignment, as far as the reader may see it. */
@Singleton
class HandlingPaper {
    private static final List<Satisfaction> CHOICES =
            List.of(Satisfaction.SATISFIED, Satisfaction.BASICALLY_SATISFIED, Satisfaction.NOT_SATISFIED);
    private static final List<Rating.OnPoint> ON_POINT = List.of(Rating.OnPoint.values());
    private static final List<Rating.Visited> VISITED = List.of(Rating.Visited.values());
    private static final List<Contact.Mode> MODES = List.of(Contact.Mode.values());

    private final Assignments assignments;
    private final AssignmentViews views;
    private final Matters matters;
    private final Calendar calendar;

    HandlingPaper(Assignments assignments, AssignmentViews views, Matters matters, Calendar calendar) {
        this.assignments = assignments;
        this.views = views;
        this.matters = matters;
        this.calendar = calendar;
    }

    /** A paper's slots, and the number that its file is named by. */
    record Filled(Slots slots, String name) {}

    /** 409 {@code assignment.not-replied} while there is nothing to print, {@code assignment.no-papers} for another matter than a proposal. */
    Filled replyLetter(UUID id) {
        var assignment = assignments.get(id);
        var view = views.of(assignment);
        checkRated(assignment);
        var reply = replyOf(view);
        var suggestions = Objects.requireNonNullElse(view.suggestions(), List.<String>of());
        var answers = new ArrayList<Slots>();
        for (var answer : reply.answers()) {
            answers.add(new Slots()
                    .text("建议序号", answer.no())
                    .text("建议", answer.no() <= suggestions.size() ? suggestions.get(answer.no() - 1) : "")
                    .text("条目答复", answer.text()));
        }
        return new Filled(
                common(assignment, view)
                        .text("序号", serial(view))
                        .text("文种", "答复")
                        .text("类别", reply.letter())
                        .text("文号", reply.docNo())
                        .text("答复", reply.text())
                        .list("分条答复", answers)
                        .list("沟通列表", contacts(view))
                        .list("承诺列表", promises(reply))
                        .text("签发人", reply.signer())
                        .text("单位联系人", reply.liaison())
                        .text("单位联系电话", reply.liaisonPhone())
                        .text("日期", ChineseDay.of(reply.signedOn() == null ? reply.repliedOn() : reply.signedOn())),
                Objects.requireNonNullElse(view.number(), ""));
    }

    /**
     * What an assistant told the leading unit, as a letter. Whoever may read the opinions of an assignment prints them: the
     * assistant its own, the leader and the office each.
     *
     * @param of whose; absent for the assignment's own
     */
    Filled opinionLetter(UUID id, @Nullable UUID of) {
        var assignment = assignments.get(id);
        var view = views.of(assignment);
        checkRated(assignment);
        var author = of == null ? id : of;
        var opinion = view.opinions().stream()
                .filter(each -> each.assignmentId().equals(author))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("assignment.no-opinion", "There is no opinion of this unit yet.")
                        .with("state", view.status()));
        var leader = view.role() == AssignmentRole.LEAD
                ? view.unitName()
                : view.others().stream()
                        .filter(other -> other.role() == AssignmentRole.LEAD)
                        .map(AssignmentView.Other::unitName)
                        .findFirst()
                        .orElse("");
        return new Filled(
                common(assignment, view)
                        .text("序号", serial(view))
                        .text("会办单位", opinion.unitName())
                        .text("主办单位", leader)
                        .text("文号", opinion.docNo())
                        .text("会办意见", opinion.text())
                        .text("签发人", opinion.signer())
                        .text("日期", ChineseDay.of(opinion.signedOn())),
                Objects.requireNonNullElse(view.number(), ""));
    }

    Filled feedbackForm(UUID id) {
        var assignment = assignments.get(id);
        var view = views.of(assignment);
        checkRated(assignment);
        var reply = replyOf(view);
        var rating = view.rating();
        return new Filled(
                common(assignment, view)
                        .text("办理方式", view.role().inWords())
                        .text("类别", reply.letter())
                        .text("答复日期", ChineseDay.of(reply.repliedOn()))
                        .text("反馈期限", ChineseDay.of(view.feedbackBy()))
                        .text(
                                "联系情况",
                                view.contacts().stream()
                                        .filter(contact -> contact.round() == view.round())
                                        .map(contact -> String.join(
                                                "，", mode(contact.mode()), ChineseDay.of(contact.on()), contact.who()))
                                        .collect(Collectors.joining("；")))
                        .text("沟通方式", boxes(MODES, rating == null ? null : rating.contactMode(), HandlingPaper::mode))
                        .text("走访", boxes(VISITED, rating == null ? null : rating.visited(), HandlingPaper::word))
                        .text("领导答复", leader(rating == null ? null : rating.leaderReplied()))
                        .text("针对性", boxes(ON_POINT, rating == null ? null : rating.onPoint(), HandlingPaper::word))
                        .text("态度", boxes(CHOICES, rating == null ? null : rating.attitude(), HandlingPaper::word))
                        .text("结果", boxes(CHOICES, rating == null ? null : rating.result(), HandlingPaper::word))
                        .text("意见", rating == null ? "" : rating.comment())
                        .text("评价日期", rating == null ? "" : ChineseDay.of(rating.ratedOn())),
                Objects.requireNonNullElse(view.number(), ""));
    }

    /** Both papers speak to a proponent who is asked what he thinks of the reply. */
    private void checkRated(Assignment assignment) {
        if (!matters.subject(assignment.subject()).isRated()) {
            throw Refusal.conflict("assignment.no-papers", "Only a proposal has a reply letter and a feedback form.")
                    .with("subjectType", assignment.subject().type());
        }
    }

    private static Reply replyOf(AssignmentView view) {
        if (view.reply() == null) {
            throw Refusal.conflict("assignment.not-replied", "There is no reply yet.")
                    .with("state", view.status());
        }
        return view.reply();
    }

    private Slots common(Assignment assignment, AssignmentView view) {
        var behind = matters.subject(assignment.subject())
                .behind(assignment.subject().id());
        var names = behind.names().isEmpty() ? List.of(view.proponent()) : behind.names();
        return new Slots()
                .text("全体提案者", Behind.together(names))
                .text(
                        "联名人",
                        behind.proponents().stream()
                                .skip(1)
                                .map(Proponent::name)
                                .collect(Collectors.joining("、")))
                .text(
                        "界别",
                        behind.proponents().isEmpty()
                                ? null
                                : behind.proponents().getFirst().sector())
                .list(
                        "并案列表",
                        behind.joined().stream()
                                .map(joined -> new Slots()
                                        .text("并案案由", joined.title())
                                        .text(
                                                "并案提案者",
                                                Behind.together(joined.proponents().stream()
                                                        .map(Proponent::name)
                                                        .toList())))
                                .toList())
                .text("届次", session(assignment.sessionId()))
                .text("案号", view.number())
                .text("案由", view.title())
                .text("提案者", view.proponent())
                .text("承办单位", view.unitName());
    }

    /** 0021 of 14-3-0021, as titles write it. */
    private static String serial(AssignmentView view) {
        var number = Objects.requireNonNullElse(view.number(), "");
        return number.substring(number.lastIndexOf('-') + 1);
    }

    private String session(@Nullable UUID id) {
        return calendar.sessionPeriods().sessions().stream()
                .filter(session -> session.id().equals(id))
                .map(PlenarySession::name)
                .findFirst()
                .orElse("");
    }

    private static List<Slots> contacts(AssignmentView view) {
        return view.contacts().stream()
                .filter(contact -> contact.round() == view.round())
                .map(contact -> new Slots()
                        .text("联系方式", mode(contact.mode()))
                        .text("联系日期", ChineseDay.of(contact.on()))
                        .text("联系人", contact.who()))
                .toList();
    }

    private static List<Slots> promises(Reply reply) {
        return reply.promises().stream()
                .map(promise -> new Slots()
                        .text("承诺", promise.text())
                        .text("完成期限", ChineseDay.of(promise.dueOn()))
                        .text("责任人", promise.owner()))
                .toList();
    }

    /** Every choice with its box, ticked where it was chosen. */
    private static <T extends Enum<T>> String boxes(List<T> choices, @Nullable T chosen, Function<T, String> word) {
        return choices.stream()
                .map(choice -> (choice == chosen ? "■" : "□") + word.apply(choice))
                .collect(Collectors.joining("　　"));
    }

    private static String leader(@Nullable Boolean replied) {
        return (Boolean.TRUE.equals(replied) ? "■" : "□") + "是　　" + (Boolean.FALSE.equals(replied) ? "■" : "□") + "否";
    }

    private static String word(Rating.OnPoint onPoint) {
        return switch (onPoint) {
            case ON_POINT -> "针对";
            case BASICALLY_ON_POINT -> "基本针对";
            case OFF_POINT -> "未针对";
        };
    }

    private static String word(Rating.Visited visited) {
        return switch (visited) {
            case VISITED -> "走访";
            case NOT_NEEDED -> "不需要走访";
            case NOT_VISITED -> "未走访";
        };
    }

    private static String word(Satisfaction satisfaction) {
        return switch (satisfaction) {
            case SATISFIED -> "满意";
            case BASICALLY_SATISFIED -> "基本满意";
            case NOT_SATISFIED -> "不满意";
            case NO_RESPONSE -> "逾期未评价";
        };
    }

    private static String mode(Contact.Mode mode) {
        return switch (mode) {
            case MEET -> "面商";
            case FORUM -> "座谈";
            case PHONE -> "电话";
            case MAIL -> "邮件";
            case LETTER -> "信函";
            case OTHER -> "其他";
        };
    }
}
