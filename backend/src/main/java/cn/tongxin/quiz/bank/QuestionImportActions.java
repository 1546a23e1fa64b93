package cn.tongxin.quiz.bank;

import cn.tongxin.document.TableFile;
import cn.tongxin.document.TableRefused;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.quiz.bank.QuestionImport.Fault;
import cn.tongxin.quiz.bank.QuestionImport.Mode;
import cn.tongxin.quiz.bank.QuestionImport.Outcome;
import cn.tongxin.quiz.bank.QuestionTable.Read;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a table of questions into the bank. A question that is there already is left as it is. */
@Singleton
class QuestionImportActions {
    private static final int MOST_ROWS = 5_000;

    private final Questions questions;
    private final History history;
    private final Clock clock;

    QuestionImportActions(Questions questions, History history, Clock clock) {
        this.questions = questions;
        this.history = history;
        this.clock = clock;
    }

    /** One line of history with the counts, where anything was added. */
    @Transactional
    QuestionImport take(String fileName, Mode mode, byte[] file) {
        QuestionPolicy.checkKeeps(Caller.current());
        new Fields().maxLength("fileName", fileName, 200).orRefuse();
        var read = read(fileName, file);
        var report = QuestionImport.of(fileName, mode, judge(read));
        return switch (mode) {
            case LOOK -> report;
            case GOOD_ROWS -> keep(report, read);
            case ALL_OR_NOTHING -> {
                if (report.refused() > 0) {
                    throw Refusal.conflict("question.not-all-good", report.refused() + " rows have a fault.")
                            .with("refused", report.refused());
                }
                yield keep(report, read);
            }
        };
    }

    private QuestionImport keep(QuestionImport report, List<Read> read) {
        if (report.added() > 0) {
            var no = questions.numbers(report.added());
            for (var i = 0; i < read.size(); i++) {
                var content = read.get(i).content();
                if (content != null && report.rows().get(i).outcome() == Outcome.ADDED) {
                    if (!questions.insert(Question.written(Ids.next(), no++, content, clock.instant()))) {
                        throw Refusal.conflict("question.there", "Somebody has added one of them meanwhile.");
                    }
                }
            }
            history.record(Line.of("question.imported", "question_import", Ids.next())
                    .with("file", report.fileName())
                    .with("added", report.added())
                    .with("unchanged", report.unchanged())
                    .with("refused", report.refused()));
        }
        return report;
    }

    private static List<Read> read(String fileName, byte[] file) {
        try {
            var tables = TableFile.read(fileName, file).stream()
                    .filter(sheet -> !sheet.hidden())
                    .flatMap(sheet -> QuestionTable.find(sheet).stream())
                    .toList();
            if (tables.isEmpty()) {
                throw Refusal.unprocessable(
                                "question.no-heading", "No row names the columns: kind, text and answer at least.")
                        .field("file");
            }
            var rows = tables.stream().flatMap(table -> table.rows().stream()).toList();
            if (rows.size() > MOST_ROWS) {
                throw new TableRefused("table.too-many-rows", "At most 5,000 questions at a time.");
            }
            return rows;
        } catch (TableRefused refused) {
            throw Refusal.unprocessable(refused.code(), String.valueOf(refused.getMessage()))
                    .field("file");
        }
    }

    private List<QuestionImport.Row> judge(List<Read> read) {
        var there = there(read);
        var seen = new HashSet<String>();
        return read.stream().map(row -> judge(row, there, seen)).toList();
    }

    private static QuestionImport.Row judge(Read row, Map<String, Question> there, Set<String> seen) {
        var faults = new ArrayList<>(row.faults());
        var outcome = Outcome.REFUSED;
        var content = row.content();
        if (content != null) {
            var same = there.get(content.digest());
            if (!seen.add(content.digest())) {
                faults.add(new Fault(null, "text", "doubled"));
            } else if (same == null) {
                outcome = Outcome.ADDED;
            } else if (same.withdrawnAt() != null) {
                faults.add(new Fault(null, "text", "withdrawn"));
            } else if (isEqual(same.content(), content)) {
                outcome = Outcome.UNCHANGED;
            } else {
                faults.add(new Fault(null, "text", "differs"));
            }
        }
        return new QuestionImport.Row(row.sheet(), row.row(), row.text(), outcome, faults);
    }

    private Map<String, Question> there(List<Read> read) {
        var digests = new ArrayList<String>();
        for (var row : read) {
            if (row.content() != null) {
                digests.add(row.content().digest());
            }
        }
        var there = new HashMap<String, Question>();
        questions.same(digests).forEach(question -> there.put(question.content().digest(), question));
        return there;
    }

    private static boolean isEqual(Question.Content one, Question.Content other) {
        return one.answer().equals(other.answer())
                && one.points().compareTo(other.points()) == 0
                && one.explanation().equals(other.explanation())
                && Set.copyOf(one.tags()).equals(Set.copyOf(other.tags()))
                && Set.copyOf(one.variants()).equals(Set.copyOf(other.variants()));
    }
}
