import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { OpinionOutcome } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { OpinionTabs } from './OpinionTabs';
import { outcomeKinds, outcomeLevels } from './opinion';

const route = getRouteApi('/inside/opinion-outcomes');

/** The register of what came of reports. Whose instruction it was stands here, what it says does not. */
export function OutcomeListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const filter = {
    kind: isOneOf(outcomeKinds, search.kind) ? search.kind : undefined,
    level: isOneOf(outcomeLevels, search.level) ? search.level : undefined,
    year: search.year ? Number(search.year) : undefined,
  };
  const pages = usePages(['outcomes', filter], (after) =>
    read(api.GET('/api/opinion-outcomes', { params: { query: { ...filter, after, limit: 50 } } })),
  );
  const set = (values: typeof search) => navigate({ to: '/opinion-outcomes', search: values, replace: true });
  return (
    <Page title={t('outcome.listTitle')} actions={<OpinionTabs />}>
      <FilterBar filters={filters} values={search} onChange={set} />
      <DataTable
        name={t('outcome.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('outcome.emptyList')}
      />
    </Page>
  );
}

const filters = [
  {
    name: 'kind' as const,
    label: t('outcome.kindLabel'),
    choices: outcomeKinds.map((value) => ({ value, label: nameOf('outcome.kind', value) })),
  },
  {
    name: 'level' as const,
    label: t('outcome.levelLabel'),
    choices: outcomeLevels.map((value) => ({ value, label: nameOf('outcome.level', value) })),
  },
  { name: 'year' as const, label: t('opinion.year') },
];

const columns: Column<OpinionOutcome>[] = [
  { heading: t('outcome.on'), text: (row) => (row.on ? day(row.on) : ''), width: 120 },
  { heading: t('outcome.levelLabel'), text: (row) => nameOf('outcome.level', row.level), width: 100 },
  { heading: t('outcome.kindLabel'), text: (row) => nameOf('outcome.kind', row.kind), width: 120 },
  { heading: t('outcome.who'), text: (row) => row.who ?? '', width: 180 },
  {
    heading: t('opinion.part.title'),
    text: (row) => row.title ?? '',
    show: (row) => (
      <Link to="/opinions/$id" params={{ id: row.reportId }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
];
