--liquibase formatted sql

--changeset tongxin:holiday
create table platform.holiday_notice (
    year      integer not null,
    number    text    not null,
    issued_on date    not null,
    constraint holiday_notice_pkey primary key (year)
);
grant select on platform.holiday_notice to app_rw, app_job;
comment on table platform.holiday_notice is
    'The State Council''s yearly notices on public holidays; dates that reach into a year without one are provisional.';

create table platform.holiday (
    day  date    not null,
    year integer not null,
    kind text    not null,
    name text    not null,
    constraint holiday_pkey primary key (day),
    constraint holiday_kind_is_known check (kind in ('HOLIDAY', 'MAKE_UP')),
    constraint holiday_make_up_is_on_a_weekend check (kind = 'HOLIDAY' or extract(isodow from day) in (6, 7)),
    constraint holiday_notice_fkey foreign key (year) references platform.holiday_notice (year) on delete restrict
);
create index holiday_year_idx on platform.holiday (year);
grant select on platform.holiday to app_rw, app_job;
comment on table platform.holiday is
    'Days that are not what their weekday says: public holidays, and weekend days worked to make up for them (调休).';

--changeset tongxin:holiday-notices
-- A new year is a new changeset like this one, taken from the text of the notice.
insert into platform.holiday_notice (year, number, issued_on) values
    (2023, '国办发明电〔2022〕16号', '2022-12-08'),
    (2024, '国办发明电〔2023〕7号',  '2023-10-25'),
    (2025, '国办发明电〔2024〕12号', '2024-11-12'),
    (2026, '国办发明电〔2025〕7号',  '2025-11-04');

insert into platform.holiday (day, year, kind, name)
select day::date, year, 'HOLIDAY', name
  from (values
        (2023, '元旦',           date '2022-12-31', date '2023-01-02'),
        (2023, '春节',           date '2023-01-21', date '2023-01-27'),
        (2023, '清明节',         date '2023-04-05', date '2023-04-05'),
        (2023, '劳动节',         date '2023-04-29', date '2023-05-03'),
        (2023, '端午节',         date '2023-06-22', date '2023-06-24'),
        (2023, '中秋节、国庆节', date '2023-09-29', date '2023-10-06'),
        (2024, '元旦',           date '2024-01-01', date '2024-01-01'),
        (2024, '春节',           date '2024-02-10', date '2024-02-17'),
        (2024, '清明节',         date '2024-04-04', date '2024-04-06'),
        (2024, '劳动节',         date '2024-05-01', date '2024-05-05'),
        (2024, '端午节',         date '2024-06-10', date '2024-06-10'),
        (2024, '中秋节',         date '2024-09-15', date '2024-09-17'),
        (2024, '国庆节',         date '2024-10-01', date '2024-10-07'),
        (2025, '元旦',           date '2025-01-01', date '2025-01-01'),
        (2025, '春节',           date '2025-01-28', date '2025-02-04'),
        (2025, '清明节',         date '2025-04-04', date '2025-04-06'),
        (2025, '劳动节',         date '2025-05-01', date '2025-05-05'),
        (2025, '端午节',         date '2025-05-31', date '2025-06-02'),
        (2025, '国庆节、中秋节', date '2025-10-01', date '2025-10-08'),
        (2026, '元旦',           date '2026-01-01', date '2026-01-03'),
        (2026, '春节',           date '2026-02-15', date '2026-02-23'),
        (2026, '清明节',         date '2026-04-04', date '2026-04-06'),
        (2026, '劳动节',         date '2026-05-01', date '2026-05-05'),
        (2026, '端午节',         date '2026-06-19', date '2026-06-21'),
        (2026, '中秋节',         date '2026-09-25', date '2026-09-27'),
        (2026, '国庆节',         date '2026-10-01', date '2026-10-07')
       ) as notice (year, name, first_day, last_day),
       generate_series(first_day, last_day, interval '1 day') as day;

insert into platform.holiday (day, year, kind, name)
select day, year, 'MAKE_UP', name
  from (values
        (2023, '春节',           date '2023-01-28'),
        (2023, '春节',           date '2023-01-29'),
        (2023, '劳动节',         date '2023-04-23'),
        (2023, '劳动节',         date '2023-05-06'),
        (2023, '端午节',         date '2023-06-25'),
        (2023, '中秋节、国庆节', date '2023-10-07'),
        (2023, '中秋节、国庆节', date '2023-10-08'),
        (2024, '春节',           date '2024-02-04'),
        (2024, '春节',           date '2024-02-18'),
        (2024, '清明节',         date '2024-04-07'),
        (2024, '劳动节',         date '2024-04-28'),
        (2024, '劳动节',         date '2024-05-11'),
        (2024, '中秋节',         date '2024-09-14'),
        (2024, '国庆节',         date '2024-09-29'),
        (2024, '国庆节',         date '2024-10-12'),
        (2025, '春节',           date '2025-01-26'),
        (2025, '春节',           date '2025-02-08'),
        (2025, '劳动节',         date '2025-04-27'),
        (2025, '国庆节、中秋节', date '2025-09-28'),
        (2025, '国庆节、中秋节', date '2025-10-11'),
        (2026, '元旦',           date '2026-01-04'),
        (2026, '春节',           date '2026-02-14'),
        (2026, '春节',           date '2026-02-28'),
        (2026, '劳动节',         date '2026-05-09'),
        (2026, '国庆节',         date '2026-09-20'),
        (2026, '国庆节',         date '2026-10-10')
       ) as made_up (year, name, day);
