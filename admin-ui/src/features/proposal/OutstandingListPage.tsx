import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { useSessionName, useSessions } from '../../api/sessions';
import type { OutstandingProposal } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day, rate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

const route = getRouteApi('/inside/proposals/outstanding');

/** What was chosen as outstanding in a session, and how much that is of what was filed. */
export function OutstandingListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const sessions = useSessions();
  const nameOfSession = useSessionName();
  const query = { session: search.session };
  const key = ['outstanding-proposals', query];
  const ask = () => read(api.GET('/api/outstanding-proposals', { params: { query } }));
  const pages = usePages(key, ask);
  const { data } = useQuery({ queryKey: [...key, 'share'], queryFn: ask });
  return (
    <Page
      title={t('outstanding.listTitle', { session: nameOfSession(data?.session ?? search.session ?? '') })}
      note={
        data &&
        t('outstanding.share', {
          chosen: data.chosen,
          filed: data.filed,
          rate: rate(data.chosen, data.filed),
          collective: data.collective,
        })
      }
      actions={
        <Link to="/proposals" className="link-button">
          {t('proposal.backToList')}
        </Link>
      }
    >
      <FilterBar
        filters={[
          {
            name: 'session' as const,
            label: t('proposal.session'),
            choices: sessions.map((each) => ({ value: each.key, label: each.name })),
          },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/proposals/outstanding', search: values, replace: true })}
      />
      <DataTable
        name={t('outstanding.title')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('outstanding.empty')}
      />
    </Page>
  );
}

const columns: Column<OutstandingProposal>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.caseNo ?? '', width: 110 },
  {
    heading: t('proposal.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/proposals/$id" params={{ id: row.id }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
  { heading: t('outstanding.by'), text: (row) => row.proponent, width: 140 },
  { heading: t('outstanding.kind'), text: (row) => nameOf('proposal.proponentKind', row.proponentKind), width: 120 },
  { heading: t('outstanding.reason'), text: (row) => row.reason },
  { heading: t('outstanding.on'), text: (row) => day(row.on), width: 110 },
];
