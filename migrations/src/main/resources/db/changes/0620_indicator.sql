--liquibase formatted sql

--changeset tongxin:indicator-value
create table cell.indicator_value (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    indicator   text        not null,
    basis       text        not null,
    period      text        not null,
    scope       text        not null,
    version     integer     not null,
    year        integer     not null,
    n           bigint      not null,
    whole       bigint,
    reported    integer,
    expected    integer,
    suppressed  boolean     not null default false,
    measured_at timestamptz not null,
    seq         bigint      not null,
    primary key (tenant_id, indicator, basis, period, scope),
    constraint indicator_value_basis_is_known check (basis in ('SESSION', 'YEAR')),
    constraint indicator_value_scope_is_known check (scope in ('OWN', 'BELOW')),
    constraint indicator_value_part_is_within_the_whole check (n >= 0 and n <= whole),
    constraint indicator_value_below_says_of_how_many check ((scope = 'BELOW') = (reported is not null and expected is not null))
);
alter table cell.indicator_value enable row level security;
alter table cell.indicator_value force row level security;
create policy tenant on cell.indicator_value using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on cell.indicator_value to app_rw;
grant select, insert, update on cell.indicator_value to app_job;
comment on table cell.indicator_value is 'The figures as they were last measured and sent to the parent: the committee''s own, and what the committees below it have reported together.';

--changeset tongxin:received-figure
create table cell.received_figure (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    child_id    uuid        not null,
    indicator   text        not null,
    basis       text        not null,
    period      text        not null,
    scope       text        not null,
    version     integer     not null,
    year        integer     not null,
    n           bigint      not null,
    whole       bigint,
    reported    integer,
    expected    integer,
    suppressed  boolean     not null,
    measured_at timestamptz not null,
    seq         bigint      not null,
    primary key (tenant_id, child_id, indicator, basis, period, scope),
    constraint received_figure_basis_is_known check (basis in ('SESSION', 'YEAR')),
    constraint received_figure_scope_is_known check (scope in ('OWN', 'BELOW')),
    constraint received_figure_part_is_within_the_whole check (n >= 0 and n <= whole)
);
create index received_figure_period on cell.received_figure (tenant_id, basis, period);
alter table cell.received_figure enable row level security;
alter table cell.received_figure force row level security;
create policy tenant on cell.received_figure using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on cell.received_figure to app_rw;
grant select, insert, update on cell.received_figure to app_job;
comment on table cell.received_figure is 'The figures that the committees below have sent, numbers only. A child that reported nothing has no row.';
