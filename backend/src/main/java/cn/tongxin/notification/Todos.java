package cn.tongxin.notification;

import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;

/** Asks every feature what waits for the caller. */
@Singleton
class Todos {
    private final List<Waiting> features;
    private final DSLContext sql;
    private final Clock clock;

    Todos(List<Waiting> features, DSLContext sql, Clock clock) {
        this.features = features;
        this.sql = sql;
        this.clock = clock;
    }

    /** In the order of the verbs, without those for which nothing waits. Who may no longer act has nothing to do. */
    Todo of(Caller caller) {
        if (!caller.mayWrite()) {
            return new Todo(List.of());
        }
        var today = LocalDate.now(clock);
        return new Todo(features.stream()
                .flatMap(feature -> feature.of(caller, today))
                .map(query -> query.ask(sql, today))
                .filter(group -> group.count() > 0)
                .sorted(Comparator.comparing(Todo.Group::verb))
                .toList());
    }
}
