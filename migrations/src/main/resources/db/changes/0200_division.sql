--liquibase formatted sql

--changeset tongxin:division
create table platform.division (
    code        text not null,
    name        text not null,
    level       text not null,
    parent_code text,
    valid_from  date not null,
    valid_to    date,
    constraint division_pkey primary key (code),
    constraint division_code_has_six_digits check (code ~ '^[1-9][0-9]{5}$'),
    constraint division_level_is_known check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'GROUP')),
    constraint division_without_parent_is_a_province check ((parent_code is null) = (level = 'PROVINCE')),
    constraint division_ends_after_it_began check (valid_to > valid_from),
    constraint division_parent_fkey foreign key (parent_code) references platform.division (code) on delete restrict
);
create index division_parent_idx on platform.division (parent_code);

grant select on platform.division to app_rw, app_job;

comment on table platform.division is
    'Administrative divisions by GB/T 2260 codes: provinces, prefectures, counties, and codes that only group counties. valid_from is the day of the list in which the code was read.';
