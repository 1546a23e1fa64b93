--liquibase formatted sql

--changeset tongxin:question
create table cell.question (
    tenant_id    uuid          not null default current_setting('app.tenant_id')::uuid,
    id           uuid          not null,
    version      integer       not null,
    no           integer       not null,
    kind         text          not null,
    text         text          not null,
    options      text[]        not null,
    answer       text[]        not null,
    points       numeric(8, 2) not null,
    explanation  text          not null,
    digest       text          not null,
    withdrawn_at timestamptz,
    created_at   timestamptz   not null,
    updated_at   timestamptz   not null,
    primary key (tenant_id, id),
    constraint question_no_is_unique unique (tenant_id, no),
    constraint question_stands_once_in_the_bank unique (tenant_id, digest),
    constraint question_kind_is_known check (kind in ('SINGLE', 'MULTIPLE', 'TRUE_FALSE', 'FILL')),
    constraint question_has_a_key check (cardinality(answer) > 0),
    constraint question_has_options_where_one_chooses check (
        case when kind in ('SINGLE', 'MULTIPLE') then cardinality(options) between 2 and 8 else cardinality(options) = 0 end),
    constraint question_is_worth_something check (points > 0)
);
alter table cell.question enable row level security;
alter table cell.question force row level security;
create policy tenant on cell.question using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.question to app_rw;
comment on table cell.question is 'A question of the bank with its key. The digest of its kind, text and options keeps it from standing there twice; one withdrawn is drawn no more.';

--changeset tongxin:question-number
create table cell.question_number (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    last      integer not null,
    primary key (tenant_id)
);
alter table cell.question_number enable row level security;
alter table cell.question_number force row level security;
create policy tenant on cell.question_number using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.question_number to app_rw;
comment on table cell.question_number is 'The last number given to a question of the bank.';

--changeset tongxin:question-tag
create table cell.question_tag (
    tenant_id   uuid not null default current_setting('app.tenant_id')::uuid,
    tag         text not null,
    question_id uuid not null,
    primary key (tenant_id, tag, question_id),
    constraint question_tag_question foreign key (tenant_id, question_id) references cell.question (tenant_id, id) on delete restrict
);
create index question_tag_by_question on cell.question_tag (tenant_id, question_id, tag);
alter table cell.question_tag enable row level security;
alter table cell.question_tag force row level security;
create policy tenant on cell.question_tag using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.question_tag to app_rw;
comment on table cell.question_tag is 'What a question is about; a quiz draws questions by their tag.';

--changeset tongxin:question-variant
create table cell.question_variant (
    tenant_id   uuid   not null default current_setting('app.tenant_id')::uuid,
    question_id uuid   not null,
    language    text   not null,
    text        text   not null,
    options     text[] not null,
    explanation text   not null,
    primary key (tenant_id, question_id, language),
    constraint question_variant_question foreign key (tenant_id, question_id) references cell.question (tenant_id, id) on delete restrict,
    constraint question_variant_language_is_known check (language in ('BO', 'UG', 'KO'))
);
alter table cell.question_variant enable row level security;
alter table cell.question_variant force row level security;
create policy tenant on cell.question_variant using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.question_variant to app_rw;
comment on table cell.question_variant is 'A question in another language of the committee; the options stand in the order of the question''s own.';
