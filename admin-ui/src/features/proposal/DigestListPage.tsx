import { Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { DigestHead } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

/** The issues of the digest, the newest first. */
export function DigestListPage() {
  const pages = usePages(['digests'], (after) =>
    read(api.GET('/api/proposal-digests', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page
      title={t('digest.listTitle')}
      note={t('digest.note')}
      actions={
        <Link to="/proposals" className="link-button">
          {t('proposal.backToList')}
        </Link>
      }
    >
      <DataTable
        name={t('digest.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('digest.empty')}
      />
    </Page>
  );
}

export function digestName({ year, no }: Pick<DigestHead, 'year' | 'no'>): string {
  return year && no ? t('digest.no', { year, no }) : t('digest.building');
}

const columns: Column<DigestHead>[] = [
  {
    heading: t('digest.issue'),
    text: digestName,
    show: (row) => (
      <Link to="/digests/$id" params={{ id: row.id }} className="cell-title">
        {digestName(row)}
      </Link>
    ),
  },
  { heading: t('digest.issuedOn'), text: (row) => day(row.issuedOn), width: 120 },
  { heading: t('digest.recipients'), text: (row) => row.recipients, width: 200 },
  { heading: t('digest.items'), text: (row) => row.titles.join('；') },
];
