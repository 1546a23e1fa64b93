import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useSession } from '../../api/session';
import type { FollowedPromise } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Due, State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { ReportPromise, UrgePromise } from './ReportPromise';

const route = getRouteApi('/inside/promises');
const states: readonly FollowedPromise['state'][] = ['OPEN', 'KEPT', 'NOT_KEPT'];

/** What units promised in their replies, over the years: a clerk sees his unit's, the office everybody's. */
export function PromiseListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { seat } = useSession();
  const [reporting, setReporting] = useState<FollowedPromise>();
  const [urging, setUrging] = useState<FollowedPromise>();
  const query = {
    id: search.id,
    state: isOneOf(states, search.state) ? search.state : undefined,
    dueYear: search.dueYear ? Number(search.dueYear) : undefined,
    overdue: search.overdue === 'true' ? true : undefined,
  };
  const pages = usePages(['promises', query], (after) =>
    read(api.GET('/api/promises', { params: { query: { ...query, after, limit: 50 } } })),
  );
  const act: Column<FollowedPromise> = {
    heading: t('promise.follow'),
    text: () => '',
    show: (row) => (
      <Space wrap size={4} className="no-print">
        {row.can.includes('report') && (
          <Button size="small" onClick={() => setReporting(row)}>
            {t('promise.report')}
          </Button>
        )}
        {row.can.includes('urge') && row.overdue && (
          <Button size="small" onClick={() => setUrging(row)}>
            {t('promise.urge')}
          </Button>
        )}
      </Space>
    ),
    width: 120,
  };
  return (
    <Page title={t('promise.listTitle')} note={search.id ? <AllPromises /> : t('promise.note')}>
      <FilterBar
        filters={[
          {
            name: 'state' as const,
            label: t('promise.stateLabel'),
            choices: states.map((value) => ({ value, label: nameOf('promise.state', value) })),
          },
          { name: 'dueYear' as const, label: t('promise.dueYear'), choices: years() },
          {
            name: 'overdue' as const,
            label: t('promise.overdueLabel'),
            choices: [{ value: 'true', label: t('promise.overdueOnly') }],
          },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/promises', search: values, replace: true })}
      />
      <DataTable
        name={t('promise.listTitle')}
        pages={pages}
        columns={[...columns, ...(seat?.unitName ? [] : [unit]), ...ends, act]}
        rowKey={(row) => row.id}
        empty={t('promise.empty')}
      />
      {reporting && <ReportPromise promise={reporting} onClose={() => setReporting(undefined)} />}
      {urging && <UrgePromise promise={urging} onClose={() => setUrging(undefined)} />}
    </Page>
  );
}

/** Who came from a to-do or a figure sees one; all the others are one click away. */
function AllPromises() {
  return (
    <Link to="/promises" search={{}}>
      {t('promise.all')}
    </Link>
  );
}

/** From what was promised years ago to what is due in the next ones. */
function years() {
  const now = new Date().getFullYear();
  return Array.from({ length: 9 }, (_, back) => String(now + 3 - back)).map((value) => ({ value, label: value }));
}

const columns: Column<FollowedPromise>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.number ?? '', width: 100 },
  {
    heading: t('promise.text'),
    text: (row) => row.text,
    show: (row) => (
      <>
        <div>{row.text}</div>
        <Link to="/assignments/$id" params={{ id: row.assignmentId }} className="quiet">
          {row.title}
        </Link>
      </>
    ),
  },
];

const unit: Column<FollowedPromise> = { heading: t('assignment.unit'), text: (row) => row.unitName, width: 150 };

const ends: Column<FollowedPromise>[] = [
  { heading: t('promise.owner'), text: (row) => row.owner, width: 90 },
  {
    heading: t('promise.dueOn'),
    text: (row) => day(row.dueOn),
    show: (row) => (
      <>
        <Due on={row.dueOn} overdue={row.overdue} />
        {row.urgedOn && <div className="quiet">{t('promise.urgedOn', { day: day(row.urgedOn) })}</div>}
      </>
    ),
    width: 150,
  },
  {
    heading: t('promise.stateLabel'),
    text: (row) => nameOf('promise.state', row.state),
    show: (row) => <State family="promise.state" code={row.state} />,
    width: 100,
  },
  {
    heading: t('promise.lastReport'),
    text: (row) => row.reports[0]?.text ?? '',
    show: (row) =>
      row.reports[0] && (
        <>
          <div>{row.reports[0].text}</div>
          <div className="quiet">{t('promise.reported', { on: day(row.reports[0].on), by: row.reports[0].by })}</div>
        </>
      ),
  },
];
