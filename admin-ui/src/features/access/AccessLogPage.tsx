import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { AccessLine } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { minute } from '../../ui/format';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

const route = getRouteApi('/inside/access-log');

const kinds = [
  'exported',
  'committee.taken',
  'committee.exported',
  'committee.imported',
  'roster-report.taken',
  'phone.shown',
  'phone.shown-to-unit',
  'instruction.read',
  'refused',
];

/** What the auditor watches: who was refused, took something away, or looked at what is covered. */
export function AccessLogPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = usePages(['access-log', search], (after) =>
    read(api.GET('/api/access-log', { params: { query: { ...search, after, limit: 50 } } })),
  );
  return (
    <Page title={t('accessLog.title')} note={t('accessLog.note')}>
      <FilterBar
        filters={[
          {
            name: 'kind' as const,
            label: t('accessLog.kind'),
            choices: kinds.map((value) => ({ value, label: nameOf('accessLog', value) })),
          },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/access-log', search: values, replace: true })}
      />
      <DataTable
        name={t('accessLog.title')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('accessLog.empty')}
      />
    </Page>
  );
}

const columns: Column<AccessLine>[] = [
  { heading: t('accessLog.at'), text: (row) => minute(row.at), width: 150 },
  { heading: t('accessLog.who'), text: (row) => row.name ?? t('accessLog.nobody'), width: 120 },
  { heading: t('accessLog.kind'), text: (row) => nameOf('accessLog', row.kind), width: 160 },
  { heading: t('accessLog.detail'), text: (row) => row.detail ?? '', show: (row) => <Detail line={row} /> },
  { heading: t('accessLog.client'), text: (row) => nameOf('client', row.client), width: 90 },
  { heading: t('accessLog.ip'), text: (row) => row.ip ?? '', width: 130 },
];

/** Whose number was looked at is a link; everything else says it itself. */
function Detail({ line }: { line: AccessLine }) {
  if (line.kind !== 'phone.shown' || !line.detail) return <>{line.detail}</>;
  return (
    <Link to="/seats/$id" params={{ id: line.detail }}>
      {t('accessLog.person')}
    </Link>
  );
}
