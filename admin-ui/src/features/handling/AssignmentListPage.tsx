import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useSession } from '../../api/session';
import { useSessions } from '../../api/sessions';
import type { Assignment } from '../../api/types';
import { useUnits } from '../../api/units';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SavedViews } from '../../ui/SavedViews';
import { Due, State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { type Urged, UrgedNote, UrgeMany } from './UrgeMany';

const route = getRouteApi('/inside/assignments');
const statuses: readonly Assignment['status'][] = [
  'SENT',
  'ACCEPTED',
  'RETURN_REQUESTED',
  'RETURNED',
  'EXTENSION_REQUESTED',
  'OPINION_GIVEN',
  'REPLIED',
  'REPLY_ACCEPTED',
  'CANCELLED',
];
const dues: readonly ('OVERDUE' | 'SOON' | 'SUPERVISED' | 'UNSIGNED')[] = ['SOON', 'OVERDUE', 'SUPERVISED', 'UNSIGNED'];

/** A clerk sees his unit's; the office sees everybody's. */
export function AssignmentListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { seat } = useSession();
  const units = useUnits();
  const sessions = useSessions();
  const [urged, setUrged] = useState<Urged>();
  const query = {
    unitId: search.unitId,
    status: isOneOf(statuses, search.status) ? search.status : undefined,
    due: isOneOf(dues, search.due) ? search.due : undefined,
    session: search.session,
    q: search.q,
    flagged: search.flagged === 'true' && seat?.roles.includes('PROPOSAL_STAFF') ? true : undefined,
  };
  const pages = usePages(['assignments', query], (after) =>
    read(api.GET('/api/assignments', { params: { query: { ...query, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/assignments', { params: { query: { ...query, limit: 1, count: true } } }))).total ?? 0;
  const set = (values: typeof search) => navigate({ to: '/assignments', search: values, replace: true });
  return (
    <Page title={seat?.unitName ? t('assignment.listOfUnit', { unit: seat.unitName }) : t('assignment.listTitle')}>
      <FilterBar
        filters={[
          { name: 'q' as const, label: t('assignment.filter.q') },
          {
            name: 'status' as const,
            label: t('assignment.statusLabel'),
            choices: statuses.map((value) => ({ value, label: nameOf('assignment.status', value) })),
          },
          {
            name: 'due' as const,
            label: t('assignment.due'),
            choices: dues.map((value) => ({ value, label: nameOf('assignment.due', value) })),
          },
          {
            name: 'session' as const,
            label: t('proposal.filter.session'),
            choices: sessions.map((each) => ({ value: each.key, label: each.name })),
          },
          ...(seat?.roles.includes('PROPOSAL_STAFF')
            ? [
                {
                  name: 'flagged' as const,
                  label: t('rating.label'),
                  choices: [{ value: 'true', label: t('rating.flaggedOnly') }],
                },
              ]
            : []),
          ...(seat?.unitName
            ? []
            : [
                {
                  name: 'unitId' as const,
                  label: t('assignment.unit'),
                  choices: units.map((unit) => ({ value: unit.id, label: unit.name })),
                },
              ]),
        ]}
        values={search}
        onChange={set}
      >
        <SavedViews list="assignments" values={search} onOpen={set} />
      </FilterBar>
      {urged && <UrgedNote urged={urged} onClose={() => setUrged(undefined)} />}
      <DataTable
        name={t('assignment.listTitle')}
        pages={pages}
        columns={[
          ...columns,
          ...(seat?.unitName ? [] : [unitColumn]),
          ...(query.due === 'OVERDUE' || query.due === 'SUPERVISED' ? lateColumns : []),
        ]}
        rowKey={(row) => row.id}
        count={count}
        empty={t('assignment.empty')}
        bulk={
          seat?.unitName
            ? undefined
            : (chosen, clear) => (
                <UrgeMany
                  chosen={chosen}
                  onUrged={(result) => {
                    setUrged(result);
                    clear();
                  }}
                />
              )
        }
      />
    </Page>
  );
}

const columns: Column<Assignment>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.number ?? '', width: 100 },
  {
    heading: t('proposal.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/assignments/$id" params={{ id: row.id }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
  { heading: t('assignment.roleLabel'), text: (row) => nameOf('assignment.role', row.role), width: 80 },
  {
    heading: t('assignment.statusLabel'),
    text: (row) => nameOf('assignment.status', row.status),
    show: (row) => <State family="assignment.status" code={row.status} />,
    width: 120,
  },
  { heading: t('assignment.assignedOn'), text: (row) => row.assignedOn, width: 110 },
  {
    heading: t('assignment.acceptBy'),
    text: (row) => (row.status === 'SENT' ? day(row.acceptBy) : ''),
    width: 110,
  },
  {
    heading: t('assignment.replyBy'),
    text: (row) => day(row.replyBy),
    show: (row) => (
      <>
        <Due on={row.replyBy} overdue={row.overdue} />
        {!row.overdue && typeof row.daysLeft === 'number' && (
          <span className="quiet"> {t('due.daysLeft', { count: row.daysLeft })}</span>
        )}
      </>
    ),
    width: 190,
  },
];

const unitColumn: Column<Assignment> = { heading: t('assignment.unit'), text: (row) => row.unitName, width: 160 };

/** The overdue board: since when, when it was urged, and whom the delay was told. */
const lateColumns: Column<Assignment>[] = [
  { heading: t('late.since'), text: (row) => row.overdueSince ?? '', width: 110 },
  { heading: t('late.urgedOn'), text: (row) => row.urgedOn ?? '', width: 110 },
  {
    heading: t('late.escalated'),
    text: (row) => (row.escalatedTo ? nameOf('late.escalatedTo', row.escalatedTo) : ''),
    width: 120,
  },
];
