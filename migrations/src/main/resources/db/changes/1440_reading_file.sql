--liquibase formatted sql

--changeset tongxin:stored-file-length
alter table cell.stored_file
    add column length_ms integer,
    add constraint stored_file_plays_for_a_while check (length_ms > 0);
comment on column cell.stored_file.length_ms is 'How long a recording plays, as its own packets say; absent where nothing is to be heard.';

--changeset tongxin:reading-picture
create table cell.reading_picture (
    tenant_id uuid     not null default current_setting('app.tenant_id')::uuid,
    post_id   uuid     not null,
    place     smallint not null,
    file_id   uuid     not null,
    primary key (tenant_id, post_id, place),
    constraint reading_picture_is_shown_once unique (tenant_id, post_id, file_id),
    constraint reading_picture_post foreign key (tenant_id, post_id) references cell.reading_post (tenant_id, id) on delete cascade,
    constraint reading_picture_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint reading_picture_is_one_of_nine check (place between 1 and 9)
);
create index reading_picture_by_file on cell.reading_picture (tenant_id, file_id);
alter table cell.reading_picture enable row level security;
alter table cell.reading_picture force row level security;
create policy tenant on cell.reading_picture using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.reading_picture to app_rw;
grant select on cell.reading_picture to app_job;
comment on table cell.reading_picture is 'The pictures of a post, in their order. Whoever reads its words sees them; they go when its author takes it back.';

--changeset tongxin:reading-voice
create table cell.reading_voice (
    tenant_id  uuid    not null default current_setting('app.tenant_id')::uuid,
    post_id    uuid    not null,
    file_id    uuid    not null,
    length_ms  integer not null,
    transcript text    not null,
    primary key (tenant_id, post_id),
    constraint reading_voice_post foreign key (tenant_id, post_id) references cell.reading_post (tenant_id, id) on delete cascade,
    constraint reading_voice_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint reading_voice_is_a_minute_at_most check (length_ms between 1 and 60000),
    constraint reading_voice_transcript_is_not_too_long check (char_length(transcript) <= 2000)
);
create index reading_voice_by_file on cell.reading_voice (tenant_id, file_id);
alter table cell.reading_voice enable row level security;
alter table cell.reading_voice force row level security;
create policy tenant on cell.reading_voice using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.reading_voice to app_rw;
grant select on cell.reading_voice to app_job;
comment on table cell.reading_voice is 'The spoken part of a post, a minute at the most, and its words where its author wrote them down.';
