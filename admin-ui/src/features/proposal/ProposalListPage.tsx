import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCategories } from '../../api/categories';
import { api, read } from '../../api/client';
import { useSectors } from '../../api/sectors';
import { useHasRole } from '../../api/session';
import { useSessions } from '../../api/sessions';
import type { ProposalBrief } from '../../api/types';
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
import { BulkMoves } from './BulkMoves';
import { ListPapers } from './ListPapers';
import { useNotFileReasons } from './notFileReasons';
import { lates, proponentKinds, proposalKinds, proposalStatuses } from './proposal';

const route = getRouteApi('/inside/proposals');

export function ProposalListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const has = useHasRole();
  const filter = {
    ...search,
    status: isOneOf(proposalStatuses, search.status) ? search.status : undefined,
    kind: isOneOf(proposalKinds, search.kind) ? search.kind : undefined,
    overdue: search.overdue === 'true' ? true : undefined,
    late: isOneOf(lates, search.late) ? search.late : undefined,
    key: search.key === 'true' ? true : undefined,
    proponentKind: isOneOf(proponentKinds, search.proponentKind) ? search.proponentKind : undefined,
  };
  const pages = usePages(['proposals', filter], (after) =>
    read(api.GET('/api/proposals', { params: { query: { ...filter, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/proposals', { params: { query: { ...filter, limit: 1, count: true } } }))).total ?? 0;
  const set = (values: typeof search) => navigate({ to: '/proposals', search: values, replace: true });
  return (
    <Page
      title={t('proposal.listTitle')}
      actions={
        <>
          {has('PROPOSAL_STAFF', 'PROPOSAL_REVIEWER', 'ASSIGNING_OFFICE') && (
            <>
              <Button onClick={() => navigate({ to: '/proposals/key' })}>{t('key.listTitle')}</Button>
              <Button onClick={() => navigate({ to: '/proposals/outstanding' })}>{t('outstanding.title')}</Button>
              <Button onClick={() => navigate({ to: '/digests' })}>{t('digest.listTitle')}</Button>
              <ListPapers filter={filter} session={search.session} unitId={search.unitId} />
            </>
          )}
          {has('PROPOSAL_STAFF') && (
            <>
              <Button onClick={() => navigate({ to: '/proposals/import' })}>{t('proposal.historical')}</Button>
              <Button onClick={() => navigate({ to: '/proposals/paper-signatures' })}>
                {t('paperSignature.title')}
              </Button>
              <Button type="primary" onClick={() => navigate({ to: '/proposals/on-behalf' })}>
                {t('proposal.onBehalf')}
              </Button>
            </>
          )}
        </>
      }
    >
      <FilterBar filters={useFilters()} values={search} onChange={set}>
        <SavedViews list="proposals" values={search} onOpen={set} />
      </FilterBar>
      <DataTable
        name={t('proposal.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        count={count}
        bulk={
          has('PROPOSAL_STAFF', 'ASSIGNING_OFFICE')
            ? (chosen, clear) => <BulkMoves chosen={chosen} clear={clear} />
            : undefined
        }
        empty={Object.values(search).some(Boolean) ? t('proposal.emptyFiltered') : t('proposal.empty')}
      />
    </Page>
  );
}

function useFilters() {
  const categories = useCategories();
  const units = useUnits();
  const sessions = useSessions();
  const sectors = useSectors();
  const reasons = useNotFileReasons();
  return [
    { name: 'q' as const, label: t('proposal.filter.q') },
    {
      name: 'status' as const,
      label: t('proposal.filter.status'),
      choices: proposalStatuses.map((value) => ({ value, label: nameOf('proposal.status', value) })),
    },
    {
      name: 'session' as const,
      label: t('proposal.filter.session'),
      choices: sessions.map((each) => ({ value: each.key, label: each.name })),
    },
    {
      name: 'kind' as const,
      label: t('proposal.filter.kind'),
      choices: proposalKinds.map((value) => ({ value, label: nameOf('proposal.kind', value) })),
    },
    {
      name: 'category' as const,
      label: t('proposal.filter.category'),
      choices: categories.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'unitId' as const,
      label: t('proposal.filter.unit'),
      choices: units.map((unit) => ({ value: unit.id, label: unit.name })),
    },
    {
      name: 'overdue' as const,
      label: t('proposal.filter.overdue'),
      choices: [{ value: 'true', label: t('proposal.filter.overdueOnly') }],
    },
    {
      name: 'late' as const,
      label: t('proposal.filter.late'),
      choices: lates.map((value) => ({ value, label: nameOf('proposal.late', value) })),
    },
    { name: 'key' as const, label: t('proposal.filter.key'), choices: [{ value: 'true', label: t('common.yes') }] },
    {
      name: 'proponentKind' as const,
      label: t('proposal.filter.proponentKind'),
      choices: proponentKinds.map((value) => ({ value, label: nameOf('proposal.proponentKind', value) })),
    },
    {
      name: 'sectorId' as const,
      label: t('proposal.filter.sector'),
      choices: sectors.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'notFileReason' as const,
      label: t('proposal.filter.notFileReason'),
      choices: reasons,
    },
  ];
}

const columns: Column<ProposalBrief>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.caseNo ?? '', width: 100 },
  {
    heading: t('proposal.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/proposals/$id" params={{ id: row.id }} className="cell-title">
        {row.title}
        {row.key && <span className="key-mark">{t('proposal.key')}</span>}
      </Link>
    ),
  },
  { heading: t('proposal.proponent'), text: (row) => row.proponent, width: 110 },
  {
    heading: t('proposal.kindLabel'),
    text: (row) => (row.kind ? nameOf('proposal.kind', row.kind) : ''),
    width: 90,
  },
  {
    heading: t('proposal.statusLabel'),
    text: (row) =>
      nameOf('proposal.status', row.status) + (row.disposition ? t('common.inBrackets', { text: wentTo(row) }) : ''),
    show: (row) => (
      <>
        <State family="proposal.status" code={row.status} />
        <div className="quiet">{wentTo(row)}</div>
      </>
    ),
    width: 110,
  },
  { heading: t('proposal.units'), text: (row) => row.units.join(t('common.and')), width: 160 },
  { heading: t('proposal.submittedOn'), text: (row) => day(row.submittedAt), width: 110 },
  {
    heading: t('proposal.dueOn'),
    text: (row) => day(row.dueOn),
    show: (row) => <Due on={row.dueOn} overdue={row.overdue} />,
    width: 168,
  },
];

/** Where it went that was not filed, and to whom. */
function wentTo({ disposition, referredTo }: ProposalBrief): string {
  if (!disposition) return '';
  const where = nameOf('proposal.disposition', disposition);
  return referredTo ? t('referred.where', { where, name: referredTo }) : where;
}
