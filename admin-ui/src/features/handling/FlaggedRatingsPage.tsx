import { Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { FlaggedRating } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

/** Ratings that look as if the unit had a hand in them; nothing of what anybody wrote. */
export function FlaggedRatingsPage() {
  const pages = usePages(['flagged-ratings'], (after) =>
    read(api.GET('/api/flagged-ratings', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page title={t('rating.flaggedTitle')} note={t('rating.flaggedNote')}>
      <DataTable
        name={t('rating.flaggedTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('rating.flaggedEmpty')}
      />
    </Page>
  );
}

const columns: Column<FlaggedRating>[] = [
  { heading: t('rating.on'), text: (row) => row.ratedOn, width: 110 },
  {
    heading: t('proposal.caseNo'),
    text: (row) => row.number ?? '',
    show: (row) =>
      row.assignmentId ? (
        <Link to="/assignments/$id" params={{ id: row.assignmentId }}>
          {row.number}
        </Link>
      ) : (
        row.number
      ),
    width: 120,
  },
  { heading: t('assignment.unit'), text: (row) => row.unitName, width: 200 },
  { heading: t('round.label'), text: (row) => row.round, width: 80, align: 'end' },
  {
    heading: t('rating.why'),
    text: (row) => row.flags.map((flag) => nameOf('rating.flag', flag)).join(t('common.and')),
  },
  { heading: t('rating.replaced'), text: (row) => t(row.replaced ? 'common.yes' : 'common.no'), width: 100 },
];
