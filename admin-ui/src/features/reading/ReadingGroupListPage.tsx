import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { ReadingGroup } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { booksOf } from './book';
import { ReadingGroupModal } from './ReadingGroupModal';
import { ReadingTabs } from './ReadingTabs';

export function ReadingGroupListPage() {
  const has = useHasRole();
  const [editing, setEditing] = useState(false);
  const pages = usePages(['reading-groups'], (after) =>
    read(api.GET('/api/reading-groups', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page
      title={t('reading.listTitle')}
      actions={
        has('STUDY_STAFF') && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('reading.create')}
          </Button>
        )
      }
    >
      <ReadingTabs />
      <DataTable
        name={t('reading.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('reading.empty')}
      />
      {editing && <ReadingGroupModal onClose={() => setEditing(false)} />}
    </Page>
  );
}

const columns: Column<ReadingGroup>[] = [
  {
    heading: t('reading.theme'),
    text: (row) => row.theme,
    show: (row) => (
      <Link to="/reading/$id" params={{ id: row.id }} className="cell-title">
        {row.theme}
      </Link>
    ),
  },
  { heading: t('reading.book'), text: (row) => booksOf(row), width: 200 },
  { heading: t('reading.startsOn'), text: (row) => day(row.startsOn), width: 110 },
  { heading: t('reading.endsOn'), text: (row) => day(row.endsOn), width: 110 },
  {
    heading: t('reading.statusLabel'),
    text: (row) => nameOf('reading.status', row.status),
    show: (row) => <State family="reading.status" code={row.status} />,
    width: 110,
  },
  { heading: t('reading.owner'), text: (row) => row.ownerName, width: 110 },
  { heading: t('reading.members'), text: (row) => row.members, width: 90, align: 'end' },
];
