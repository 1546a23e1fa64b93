import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { ReadingGroup } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day, ratio } from '../../ui/format';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { Written } from '../../ui/Written';
import { booksOf } from './book';
import { ReadingGroupModal } from './ReadingGroupModal';
import { ReadingTabs } from './ReadingTabs';

export function ReadingGroupListPage() {
  const has = useHasRole();
  const [editing, setEditing] = useState(false);
  const [filter, setFilter] = useState<{ status?: string; term?: string; q?: string }>({});
  const { data: terms } = useQuery({ queryKey: ['reading-terms'], queryFn: () => read(api.GET('/api/reading-terms')) });
  const status = statuses.find((each) => each === filter.status);
  const pages = usePages(['reading-groups', status, filter.term, filter.q], (after) =>
    read(
      api.GET('/api/reading-groups', {
        params: { query: { status, term: filter.term, q: filter.q, after, limit: 50 } },
      }),
    ),
  );
  const columns = useMemo(() => columnsOf((id) => terms?.find((term) => term.id === id)?.name ?? ''), [terms]);
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
      <FilterBar
        filters={[
          {
            name: 'status',
            label: t('reading.statusLabel'),
            choices: statuses.map((value) => ({ value, label: nameOf('reading.status', value) })),
          },
          {
            name: 'term',
            label: t('reading.term'),
            choices: (terms ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'q', label: t('reading.find') },
        ]}
        values={filter}
        onChange={setFilter}
      />
      <DataTable
        name={t('reading.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t(status || filter.term || filter.q ? 'reading.noneSuch' : 'reading.empty')}
      />
      {editing && <ReadingGroupModal onClose={() => setEditing(false)} />}
    </Page>
  );
}

const statuses = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'ACTIVE',
  'PAUSED',
  'CLOSING',
  'CLOSED',
  'ARCHIVED',
] as const;

const columnsOf = (termName: (id: string) => string): Column<ReadingGroup>[] => [
  {
    heading: t('reading.theme'),
    text: (row) => row.theme,
    show: (row) => (
      <Link to="/reading/$id" params={{ id: row.id }} className="cell-title">
        <Written as="span" look="" text={row.theme} />
      </Link>
    ),
  },
  { heading: t('reading.book'), text: (row) => booksOf(row), width: 200 },
  { heading: t('reading.term'), text: (row) => (row.termId ? termName(row.termId) : ''), width: 140 },
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
  {
    heading: t('reading.contributed'),
    text: (row) => (typeof row.contributed === 'number' ? ratio(row.contributed, row.members) : ''),
    width: 130,
    align: 'end',
  },
];
