package cn.tongxin.notification;

import cn.tongxin.shared.ClockFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One question to the database: the matters that wait for one verb, the most urgent first, with how many there are. */
record WaitingQuery(
        Todo.Verb verb,
        String subjectType,
        TableLike<?> from,
        Field<UUID> id,
        Field<String> title,
        Field<?> since,
        @Nullable Field<LocalDate> due,
        Condition which) {

    static WaitingQuery of(Todo.Verb verb, String subjectType, TableLike<?> from, Condition which) {
        return new WaitingQuery(
                verb,
                subjectType,
                from,
                DSL.inline((UUID) null),
                DSL.inline(""),
                DSL.inline((Instant) null),
                null,
                which);
    }

    WaitingQuery showing(Field<UUID> subject, Field<String> name, Field<?> start) {
        return new WaitingQuery(verb, subjectType, from, subject, name, start, due, which);
    }

    WaitingQuery until(Field<LocalDate> deadline) {
        return new WaitingQuery(verb, subjectType, from, id, title, since, deadline, which);
    }

    Todo.Group ask(DSLContext sql, LocalDate today) {
        var dueOn = due == null ? DSL.castNull(LocalDate.class) : due;
        var rows = sql.select(
                        id.as("id"),
                        title.as("title"),
                        since.as("since"),
                        dueOn.as("due_on"),
                        DSL.count().over().as("total"),
                        DSL.count().filterWhere(dueOn.lt(today)).over().as("late"))
                .from(from)
                .where(which)
                .orderBy(dueOn.asc().nullsLast(), since, id)
                .limit(Todo.SHOWN)
                .fetch();
        if (rows.isEmpty()) {
            return new Todo.Group(verb, 0, 0, List.of());
        }
        var first = rows.getFirst();
        return new Todo.Group(
                verb,
                first.get("total", Integer.class),
                first.get("late", Integer.class),
                rows.map(row -> item(row, today)));
    }

    private Todo.Item item(Record row, LocalDate today) {
        var dueOn = row.get("due_on", LocalDate.class);
        return new Todo.Item(
                subjectType,
                row.get("id", UUID.class),
                row.get("title", String.class),
                day(row.get("since")),
                dueOn,
                dueOn != null && dueOn.isBefore(today));
    }

    private static LocalDate day(@Nullable Object since) {
        return switch (since) {
            case LocalDate day -> day;
            case Instant moment -> LocalDate.ofInstant(moment, ClockFactory.ZONE);
            case null, default -> throw new IllegalStateException("Since when? " + since);
        };
    }
}
