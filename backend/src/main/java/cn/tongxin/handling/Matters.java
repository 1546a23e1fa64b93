package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;

import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds the matter of an assignment with the feature that has it. */
@Singleton
class Matters {
    private final Map<String, HandledSubject> subjects;

    Matters(List<HandledSubject> subjects) {
        this.subjects = subjects.stream().collect(Collectors.toMap(HandledSubject::type, Function.identity()));
    }

    HandledSubject subject(Subject subject) {
        var handled = subjects.get(subject.type());
        if (handled == null) {
            throw new IllegalStateException("Nobody knows the subjects of type " + subject.type() + ".");
        }
        return handled;
    }

    Matter get(Subject subject) {
        var matter = subject(subject).matters(List.of(subject.id())).get(subject.id());
        if (matter == null) {
            throw Refusal.notFound();
        }
        return matter;
    }

    /** Those among the assignments that are seen whose matter has all these words. */
    Condition saying(String words, Condition seen) {
        return DSL.or(subjects.values().stream()
                .map(subject -> {
                    var ofType = HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(subject.type());
                    var among = DSL.select(HANDLING_ASSIGNMENT.SUBJECT_ID)
                            .from(HANDLING_ASSIGNMENT)
                            .where(seen)
                            .and(ofType);
                    return ofType.and(subject.saying(HANDLING_ASSIGNMENT.SUBJECT_ID, words, among));
                })
                .toList());
    }

    Map<UUID, Matter> of(Collection<Assignment> assignments) {
        var found = new HashMap<UUID, Matter>();
        assignments.stream()
                .map(Assignment::subject)
                .collect(Collectors.groupingBy(Subject::type, Collectors.mapping(Subject::id, Collectors.toSet())))
                .forEach((type, ids) -> found.putAll(
                        subject(new Subject(type, ids.iterator().next())).matters(ids)));
        return found;
    }
}
