import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { PublicationStanding } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Due, State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { OpenPageCard } from './OpenPageCard';

const route = getRouteApi('/inside/publications');
const states: readonly PublicationStanding['state'][] = ['DUE', 'PROPOSED', 'RETURNED', 'PUBLISHED', 'WITHDRAWN'];

/** What may be public, how far it is, and until when it is to be out. */
export function PublicationListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const state = isOneOf(states, search.state) ? search.state : undefined;
  const pages = usePages(['publications', state, search.q], (after) =>
    read(api.GET('/api/publications', { params: { query: { state, q: search.q, after, limit: 50 } } })),
  );
  return (
    <Page title={t('publication.listTitle')} note={t('publication.note')}>
      <OpenPageCard />
      <FilterBar
        filters={[
          { name: 'q' as const, label: t('publication.find') },
          {
            name: 'state' as const,
            label: t('publication.stateLabel'),
            choices: states.map((value) => ({ value, label: nameOf('publication.state', value) })),
          },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/publications', search: values, replace: true })}
      />
      <DataTable
        name={t('publication.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.proposalId}
        empty={t('publication.empty')}
      />
    </Page>
  );
}

const columns: Column<PublicationStanding>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.caseNo, width: 110 },
  {
    heading: t('proposal.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/publications/$id" params={{ id: row.proposalId }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
  {
    heading: t('publication.stateLabel'),
    text: (row) => nameOf('publication.state', row.state),
    show: (row) => <State family="publication.state" code={row.state} />,
    width: 120,
  },
  {
    heading: t('publication.dueOn'),
    text: (row) => day(row.dueOn),
    show: (row) => <Due on={row.dueOn} overdue={row.overdue} />,
    width: 170,
  },
  {
    heading: t('publication.publishedOn'),
    text: (row) => (row.publishedOn ? day(row.publishedOn) : ''),
    width: 120,
  },
];
