import { Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { day, prose, today } from '../../ui/format';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

/** What is so late that the chair council was told: read at its meeting, on paper. */
export function SupervisionPage() {
  const pages = usePages(['assignments', 'supervised'], (after) =>
    read(api.GET('/api/assignments', { params: { query: { due: 'SUPERVISED', after, limit: 100 } } })),
  );
  return (
    <Page title={t('supervision.title')} note={t('supervision.note', { day: prose(today()) })}>
      <DataTable
        name={t('supervision.title')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('supervision.empty')}
      />
    </Page>
  );
}

const daysSince = (on: string) => Math.round((Date.parse(today()) - Date.parse(on)) / 86_400_000);

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
  { heading: t('assignment.unit'), text: (row) => row.unitName, width: 160 },
  { heading: t('assignment.roleLabel'), text: (row) => nameOf('assignment.role', row.role), width: 80 },
  { heading: t('assignment.assignedOn'), text: (row) => day(row.assignedOn), width: 110 },
  { heading: t('assignment.replyBy'), text: (row) => day(row.replyBy), width: 110 },
  {
    heading: t('supervision.late'),
    text: (row) => t('supervision.days', { count: daysSince(row.replyBy) }),
    width: 90,
  },
  { heading: t('late.urgedOn'), text: (row) => day(row.urgedOn), width: 110 },
];
