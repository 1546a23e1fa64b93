package cn.tongxin.seat;

import static cn.tongxin.seat.RosterAnswer.*;

import cn.tongxin.seat.RosterRow.Problem;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides about every person of a roster against the seats that are there. It guesses nothing: what is unclear is asked. */
final class RosterCheck {

    private static final Pattern RESIGNED =
            Pattern.compile("辞去|辞职|请辞|免去|免职|撤销|去世|病故|逝世|已故|亡故|调离|调出|不再担任|不再作为|退出|终止|离任|卸任|除名");
    private static final Pattern CO_OPTED = Pattern.compile("增补|补选|递补|届中新增|新增");

    /** A seat of the term as far as a roster can tell it. */
    record Known(
            UUID id,
            String name,
            @Nullable String phoneHash,
            boolean ended,
            @Nullable String nativeName,
            @Nullable Sex sex,
            @Nullable String ethnicity,
            @Nullable YearMonth birth,
            @Nullable UUID sectorId,
            Set<UUID> specialCommitteeIds,
            @Nullable Rank rank,
            @Nullable String employment) {}

    /** How an earlier import of the same words ended. */
    record Decided(RosterOutcome outcome, @Nullable UUID seatId) {}

    record Answer(RosterAnswer answer, @Nullable UUID seatId) {}

    record Question(
            RosterProblem what,
            String words,
            List<RosterAnswer> answers,
            List<UUID> seats,
            @Nullable RosterAnswer given) {

        Question answered(@Nullable Answer answer) {
            return answer == null ? this : new Question(what, words, answers, seats, answer.answer());
        }
    }

    /** A row and what becomes of it. */
    record Verdict(
            RosterRow row,
            RosterOutcome outcome,
            List<Problem> problems,
            List<Question> questions,
            @Nullable UUID seatId,
            boolean asEnded,
            String fingerprint) {}

    private final UnaryOperator<String> phoneHash;
    private final UnaryOperator<String> fingerprint;
    private final Map<String, Known> serving = new HashMap<>();
    private final Map<String, Known> former = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<UUID, Known> byId = new HashMap<>();
    private final Map<String, Decided> decided;

    RosterCheck(
            List<Known> seats,
            Map<String, Decided> decided,
            UnaryOperator<String> phoneHash,
            UnaryOperator<String> fingerprint) {
        this.decided = decided;
        this.phoneHash = phoneHash;
        this.fingerprint = fingerprint;
        for (var seat : seats) {
            byId.put(seat.id(), seat);
            if (seat.phoneHash() != null) {
                (seat.ended() ? former : serving).put(seat.phoneHash(), seat);
            }
            if (!seat.ended()) {
                byName.computeIfAbsent(RosterText.nameKey(seat.name()), _ -> new ArrayList<>())
                        .add(seat);
            }
        }
    }

    /** {@code answers} by sheet and row number, then by the code of the question. */
    List<Verdict> check(List<RosterRow> rows, Map<String, Map<String, Answer>> answers) {
        var matched = seatsFoundByPhone(rows);
        var firstByPhone = new HashMap<String, RosterRow>();
        var rowsByName = new HashMap<String, List<RosterRow>>();
        var contents = new HashMap<String, RosterRow>();
        rows.forEach(row -> rowsByName
                .computeIfAbsent(RosterText.nameKey(row.name()), _ -> new ArrayList<>())
                .add(row));
        var verdicts = new ArrayList<Verdict>(rows.size());
        for (var row : rows) {
            var problems = new ArrayList<>(row.problems());
            var twin = contents.putIfAbsent(row.content(), row);
            var sharer = row.phone() == null ? null : firstByPhone.putIfAbsent(row.phone(), row);
            if (twin != null && !row.name().isEmpty()) {
                problems.add(row.problem(RosterProblem.ROW_DUPLICATE, null, "（" + place(twin) + "）"));
            } else if (sharer != null) {
                var same = RosterText.nameKey(sharer.name()).equals(RosterText.nameKey(row.name()));
                problems.add(row.problem(
                        same ? RosterProblem.ROW_DUPLICATE : RosterProblem.PHONE_DUPLICATE,
                        RosterField.PHONE,
                        "（" + place(sharer) + "）"));
            }
            verdicts.add(verdict(row, problems, matched, rowsByName, answers.getOrDefault(key(row), Map.of())));
        }
        return verdicts;
    }

    static String key(RosterRow row) {
        return key(row.sheet(), row.number());
    }

    static String key(String sheet, int row) {
        return sheet + "!" + row;
    }

    private Verdict verdict(
            RosterRow row,
            List<Problem> problems,
            Set<UUID> matched,
            Map<String, List<RosterRow>> rowsByName,
            Map<String, Answer> answers) {
        var print = fingerprint.apply(row.content());
        var before = decided.get(print);
        if (problems.isEmpty()
                && before != null
                && (before.seatId() == null || byId.containsKey(before.seatId()))
                && !reopened(before, answers)) {
            return new Verdict(row, RosterOutcome.UNCHANGED, row.remarks(), List.of(), before.seatId(), false, print);
        }
        var hash = row.phone() == null ? null : phoneHash.apply(row.phone());
        var seat = hash == null ? null : serving.get(hash);
        if (seat != null
                && !RosterText.nameKey(seat.name()).equals(RosterText.nameKey(row.name()))
                && problems.isEmpty()) {
            problems.add(row.problem(RosterProblem.PHONE_TAKEN, RosterField.PHONE, ""));
        }
        if (!problems.isEmpty()) {
            return new Verdict(row, RosterOutcome.REFUSED, problems, List.of(), null, false, print);
        }
        var questions = questions(row, seat, hash, matched, rowsByName);
        var remarks = new ArrayList<>(row.remarks());
        if (rowsByName.getOrDefault(RosterText.nameKey(row.name()), List.of()).size() > 1) {
            remarks.add(row.problem(RosterProblem.TOLD_APART, RosterField.NAME, ""));
        }
        return decide(row, seat, questions, remarks, answers, print);
    }

    /** A row once left out is taken up again when the clerk answers for it anew. */
    private static boolean reopened(Decided before, Map<String, Answer> answers) {
        return before.seatId() == null && !answers.isEmpty();
    }

    private List<Question> questions(
            RosterRow row,
            @Nullable Known seat,
            @Nullable String hash,
            Set<UUID> matched,
            Map<String, List<RosterRow>> rowsByName) {
        var questions = new ArrayList<Question>();
        if (row.hidden()) {
            questions.add(question(RosterProblem.ROW_HIDDEN, List.of(), IMPORT, SKIP));
        }
        if (RESIGNED.matcher(row.note()).find()) {
            questions.add(
                    seat == null
                            ? question(RosterProblem.RESIGNED, List.of(), IMPORT_ENDED, IMPORT, SKIP)
                            : question(RosterProblem.RESIGNED, List.of(seat.id()), END, KEEP));
        } else if (CO_OPTED.matcher(row.note()).find() && seat == null) {
            questions.add(question(RosterProblem.CO_OPTED, List.of(), IMPORT, SKIP));
        }
        if (seat != null) {
            if (questions.isEmpty() && differs(row, seat)) {
                questions.add(question(RosterProblem.SEAT_DIFFERS, List.of(seat.id()), UPDATE, KEEP));
            }
            return questions;
        }
        if (row.phone() == null && row.columns().containsKey(RosterField.PHONE)) {
            questions.add(question(RosterProblem.PHONE_MISSING, List.of(), IMPORT, SKIP));
        }
        var formerSeat = hash == null ? null : former.get(hash);
        if (formerSeat != null) {
            questions.add(question(RosterProblem.SEAT_ENDED, List.of(formerSeat.id()), IMPORT, SKIP));
        }
        var key = RosterText.nameKey(row.name());
        var namesakes = byName.getOrDefault(key, List.of()).stream()
                .map(Known::id)
                .filter(id -> !matched.contains(id))
                .toList();
        if (!namesakes.isEmpty()) {
            questions.add(question(RosterProblem.SAME_NAME, namesakes, SAME_PERSON, OTHER_PERSON, SKIP));
        } else if (row.phone() == null
                && rowsByName.getOrDefault(key, List.of()).size() > 1) {
            questions.add(question(RosterProblem.SAME_NAME, List.of(), OTHER_PERSON, SKIP));
        }
        return questions;
    }

    private Verdict decide(
            RosterRow row,
            @Nullable Known seat,
            List<Question> unanswered,
            List<Problem> remarks,
            Map<String, Answer> answers,
            String print) {
        var questions = unanswered.stream()
                .map(question -> question.answered(answers.get(question.what().code())))
                .toList();
        var open = new ArrayList<Question>();
        var outcome = seat == null ? RosterOutcome.IMPORTED : RosterOutcome.UNCHANGED;
        var seatId = seat == null ? null : seat.id();
        var asEnded = false;
        for (var question : questions) {
            var answer = answers.get(question.what().code());
            if (answer == null || !question.answers().contains(answer.answer())) {
                open.add(question);
                continue;
            }
            switch (answer.answer()) {
                case SKIP -> outcome = RosterOutcome.SKIPPED;
                case IMPORT, OTHER_PERSON, KEEP -> {}
                case IMPORT_ENDED -> asEnded = true;
                case UPDATE -> outcome = RosterOutcome.UPDATED;
                case END -> outcome = RosterOutcome.ENDED;
                case SAME_PERSON -> {
                    var chosen = question.seats().size() == 1
                            ? Optional.of(question.seats().getFirst())
                            : Optional.ofNullable(answer.seatId()).filter(question.seats()::contains);
                    if (chosen.isEmpty()) {
                        open.add(question);
                    } else if (outcome != RosterOutcome.SKIPPED) {
                        seatId = chosen.get();
                        outcome = RosterOutcome.UPDATED;
                    }
                }
            }
            if (outcome == RosterOutcome.SKIPPED) {
                return new Verdict(row, outcome, remarks, questions, null, false, print);
            }
        }
        if (!open.isEmpty()) {
            return new Verdict(row, RosterOutcome.ASKED, remarks, questions, seatId, false, print);
        }
        if (asEnded && seatId != null) {
            return new Verdict(row, RosterOutcome.ENDED, remarks, questions, seatId, false, print);
        }
        return new Verdict(row, outcome, remarks, questions, seatId, asEnded, print);
    }

    private Set<UUID> seatsFoundByPhone(List<RosterRow> rows) {
        var found = new HashSet<UUID>();
        for (var row : rows) {
            if (row.phone() != null) {
                var seat = serving.get(phoneHash.apply(row.phone()));
                if (seat != null) {
                    found.add(seat.id());
                }
            }
        }
        return found;
    }

    /** A blank cell says nothing; only what the row states can differ. */
    private static boolean differs(RosterRow row, Known seat) {
        return !row.name().equals(seat.name())
                || states(row.nativeName(), seat.nativeName())
                || states(row.sex(), seat.sex())
                || states(row.ethnicity(), seat.ethnicity())
                || states(row.birth(), seat.birth())
                || states(row.sectorId(), seat.sectorId())
                || !row.specialCommitteeIds().isEmpty()
                        && !Set.copyOf(row.specialCommitteeIds()).equals(seat.specialCommitteeIds())
                || states(row.employment(), seat.employment())
                || seat.rank() != null && row.rank() != Rank.MEMBER && row.rank() != seat.rank();
    }

    private static boolean states(@Nullable Object inRow, @Nullable Object inSeat) {
        return inRow != null && !Objects.equals(inRow, inSeat);
    }

    private static Question question(RosterProblem what, List<UUID> seats, RosterAnswer... answers) {
        return new Question(what, what.words(), List.of(answers), seats, null);
    }

    private static String place(RosterRow row) {
        return (row.sheet().isEmpty() ? "" : row.sheet() + " ") + "第 " + row.number() + " 行";
    }
}
