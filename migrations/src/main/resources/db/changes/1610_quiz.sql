--liquibase formatted sql

--changeset tongxin:quiz
create table cell.quiz (
    tenant_id     uuid          not null default current_setting('app.tenant_id')::uuid,
    id            uuid          not null,
    version       integer       not null,
    status        text          not null,
    kind          text          not null,
    title         text          not null,
    note          text          not null,
    opens_at      timestamptz   not null,
    closes_at     timestamptz   not null,
    minutes       integer,
    attempts      integer       not null,
    shuffle       boolean       not null,
    partial       boolean       not null,
    total_points  numeric(8, 2) not null,
    pass_points   numeric(8, 2) not null,
    shows_answers boolean       not null,
    assessed      boolean       not null,
    created_by    uuid          not null,
    created_at    timestamptz   not null,
    updated_at    timestamptz   not null,
    primary key (tenant_id, id),
    constraint quiz_created_by foreign key (tenant_id, created_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint quiz_status_is_known check (status in ('DRAFT', 'PUBLISHED', 'CLOSED')),
    constraint quiz_kind_is_known check (kind in ('STUDY', 'READING')),
    constraint quiz_closes_not_before_it_opens check (closes_at >= opens_at),
    constraint quiz_minutes_are_positive check (minutes > 0),
    constraint quiz_attempts_are_known check (attempts >= -1),
    constraint quiz_is_passed_within_its_total check (pass_points between 0 and total_points)
);
create index quiz_by_opening on cell.quiz (tenant_id, opens_at, id);
create index quiz_by_closing on cell.quiz (tenant_id, status, closes_at, id);
create index quiz_by_creator on cell.quiz (tenant_id, created_by);
alter table cell.quiz enable row level security;
alter table cell.quiz force row level security;
create policy tenant on cell.quiz using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.quiz to app_rw;
grant select, update on cell.quiz to app_job;
comment on table cell.quiz is 'A quiz: when it is open, how long and how often it is taken, and what passes. Attempts: -1 without end, 0 once, n a day.';

--changeset tongxin:quiz-part
create table cell.quiz_part (
    tenant_id   uuid          not null default current_setting('app.tenant_id')::uuid,
    quiz_id     uuid          not null,
    place       integer       not null,
    question_id uuid,
    tag         text,
    draws       integer       not null,
    points      numeric(8, 2) not null,
    primary key (tenant_id, quiz_id, place),
    constraint quiz_part_quiz foreign key (tenant_id, quiz_id) references cell.quiz (tenant_id, id) on delete cascade,
    constraint quiz_part_question foreign key (tenant_id, question_id) references cell.question (tenant_id, id) on delete restrict,
    constraint quiz_part_is_a_question_or_a_draw check ((question_id is null) <> (tag is null)),
    constraint quiz_part_draws_something check (draws > 0 and (question_id is null or draws = 1)),
    constraint quiz_part_is_worth_something check (points > 0)
);
create index quiz_part_by_question on cell.quiz_part (tenant_id, question_id);
alter table cell.quiz_part enable row level security;
alter table cell.quiz_part force row level security;
create policy tenant on cell.quiz_part using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.quiz_part to app_rw;
grant select on cell.quiz_part to app_job;
comment on table cell.quiz_part is 'What a quiz asks, in order: one question, or so many drawn by chance from those of a tag. Points are for each question.';

--changeset tongxin:quiz-paper
create table cell.quiz_paper (
    tenant_id    uuid          not null default current_setting('app.tenant_id')::uuid,
    id           uuid          not null,
    quiz_id      uuid          not null,
    no           integer       not null,
    partial      boolean       not null,
    total_points numeric(8, 2) not null,
    pass_points  numeric(8, 2) not null,
    made_at      timestamptz   not null,
    primary key (tenant_id, id),
    constraint quiz_paper_no_is_unique unique (tenant_id, quiz_id, no),
    constraint quiz_paper_quiz foreign key (tenant_id, quiz_id) references cell.quiz (tenant_id, id) on delete restrict
);
alter table cell.quiz_paper enable row level security;
alter table cell.quiz_paper force row level security;
create policy tenant on cell.quiz_paper using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.quiz_paper to app_rw;
grant select on cell.quiz_paper to app_job;
comment on table cell.quiz_paper is 'A version of what a quiz asks and how it is marked. Whoever has begun on one keeps it; a change makes the next.';

--changeset tongxin:quiz-item
create table cell.quiz_item (
    tenant_id   uuid          not null default current_setting('app.tenant_id')::uuid,
    id          uuid          not null,
    paper_id    uuid          not null,
    place       integer       not null,
    part        integer       not null,
    draws       integer       not null,
    question_id uuid          not null,
    kind        text          not null,
    text        text          not null,
    options     text[]        not null,
    answer      text[]        not null,
    points      numeric(8, 2) not null,
    explanation text          not null,
    variants    jsonb         not null,
    primary key (tenant_id, id),
    constraint quiz_item_place_is_unique unique (tenant_id, paper_id, place),
    constraint quiz_item_asks_a_question_once unique (tenant_id, paper_id, question_id),
    constraint quiz_item_paper foreign key (tenant_id, paper_id) references cell.quiz_paper (tenant_id, id) on delete cascade,
    constraint quiz_item_question foreign key (tenant_id, question_id) references cell.question (tenant_id, id) on delete restrict
);
create index quiz_item_by_question on cell.quiz_item (tenant_id, question_id);
alter table cell.quiz_item enable row level security;
alter table cell.quiz_item force row level security;
create policy tenant on cell.quiz_item using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.quiz_item to app_rw;
grant select on cell.quiz_item to app_job;
comment on table cell.quiz_item is 'A question as a paper asks it, copied from the bank. Of the items of one part each attempt gets as many as the part draws.';

--changeset tongxin:quiz-attempt
create table cell.quiz_attempt (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    quiz_id     uuid        not null,
    paper_id    uuid        not null,
    seat_id     uuid        not null,
    status      text        not null,
    started_on  date        not null,
    started_at  timestamptz not null,
    ends_at     timestamptz not null,
    finished_at timestamptz,
    points      numeric(8, 2),
    passed      boolean,
    primary key (tenant_id, id),
    constraint quiz_attempt_quiz foreign key (tenant_id, quiz_id) references cell.quiz (tenant_id, id) on delete restrict,
    constraint quiz_attempt_paper foreign key (tenant_id, paper_id) references cell.quiz_paper (tenant_id, id) on delete restrict,
    constraint quiz_attempt_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint quiz_attempt_status_is_known check (status in ('STARTED', 'SUBMITTED', 'EXPIRED')),
    constraint quiz_attempt_ends_after_it_starts check (ends_at >= started_at),
    constraint quiz_attempt_is_marked_when_it_is_over check (
        (status = 'STARTED') = (finished_at is null) and (status = 'STARTED') = (points is null) and (points is null) = (passed is null))
);
create unique index quiz_attempt_one_at_a_time on cell.quiz_attempt (tenant_id, quiz_id, seat_id) where status = 'STARTED';
create index quiz_attempt_of_seat on cell.quiz_attempt (tenant_id, seat_id, quiz_id, started_at, id);
create index quiz_attempt_of_quiz on cell.quiz_attempt (tenant_id, quiz_id, seat_id);
create index quiz_attempt_on_paper on cell.quiz_attempt (tenant_id, paper_id);
create index quiz_attempt_by_end on cell.quiz_attempt (tenant_id, status, ends_at, id);
alter table cell.quiz_attempt enable row level security;
alter table cell.quiz_attempt force row level security;
create policy tenant on cell.quiz_attempt using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.quiz_attempt to app_rw;
grant select, update on cell.quiz_attempt to app_job;
comment on table cell.quiz_attempt is 'One member''s going through a paper. The times are the server''s; who took part is shown only where the quiz is assessed, and nobody is ranked.';

--changeset tongxin:quiz-answer
create table cell.quiz_answer (
    tenant_id    uuid    not null default current_setting('app.tenant_id')::uuid,
    attempt_id   uuid    not null,
    place        integer not null,
    item_id      uuid    not null,
    option_order text    not null,
    answer       text[],
    revision     integer not null default 0,
    device       text,
    saved_at     timestamptz,
    points       numeric(8, 2),
    primary key (tenant_id, attempt_id, place),
    constraint quiz_answer_item_is_asked_once unique (tenant_id, attempt_id, item_id),
    constraint quiz_answer_attempt foreign key (tenant_id, attempt_id) references cell.quiz_attempt (tenant_id, id) on delete restrict,
    constraint quiz_answer_item foreign key (tenant_id, item_id) references cell.quiz_item (tenant_id, id) on delete restrict,
    constraint quiz_answer_is_saved_at_a_moment check ((revision = 0) = (saved_at is null))
);
create index quiz_answer_by_item on cell.quiz_answer (tenant_id, item_id);
alter table cell.quiz_answer enable row level security;
alter table cell.quiz_answer force row level security;
create policy tenant on cell.quiz_answer using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.quiz_answer to app_rw;
grant select, update on cell.quiz_answer to app_job;
comment on table cell.quiz_answer is 'An item as it was drawn for an attempt: the order in which its options are shown, what was answered last, from which device, and what that is worth.';

--changeset tongxin:quiz-correction
create table cell.quiz_correction (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    quiz_id      uuid        not null,
    item_id      uuid        not null,
    old_answer   text[]      not null,
    new_answer   text[]      not null,
    reason       text        not null,
    seat_id      uuid        not null,
    corrected_at timestamptz not null,
    attempts     integer     not null,
    changed      integer     not null,
    primary key (tenant_id, id),
    constraint quiz_correction_quiz foreign key (tenant_id, quiz_id) references cell.quiz (tenant_id, id) on delete restrict,
    constraint quiz_correction_item foreign key (tenant_id, item_id) references cell.quiz_item (tenant_id, id) on delete restrict,
    constraint quiz_correction_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index quiz_correction_of_quiz on cell.quiz_correction (tenant_id, quiz_id, corrected_at, id);
create index quiz_correction_of_item on cell.quiz_correction (tenant_id, item_id);
create index quiz_correction_by_seat on cell.quiz_correction (tenant_id, seat_id);
alter table cell.quiz_correction enable row level security;
alter table cell.quiz_correction force row level security;
create policy tenant on cell.quiz_correction using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.quiz_correction to app_rw;
comment on table cell.quiz_correction is 'A key that was wrong and was put right, with the reason: how many marked attempts had the item, and how many of them got other points.';
