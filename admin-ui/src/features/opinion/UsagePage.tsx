import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { api, read } from '../../api/client';
import type { OpinionUsage } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { today } from '../../ui/format';
import { Page } from '../../ui/Page';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { OpinionTabs } from './OpinionTabs';

const route = getRouteApi('/inside/opinion-usage');

/** What became of each author's reports of a year, for the editors; the notice for organisations has the indicators' numbers. */
export function UsagePage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const now = Number(today().slice(0, 4));
  const year = Number(search.year ?? now);
  const pages = usePages(['opinion-usage', year], async () => ({
    items: await read(api.GET('/api/opinion-usage', { params: { query: { year } } })),
  }));
  return (
    <Page title={t('usage.titleOf', { year })} note={t('usage.note')} actions={<OpinionTabs />}>
      <Select
        aria-label={t('opinion.year')}
        className="period-select no-print"
        value={year}
        options={[0, 1, 2, 3, 4].map((back) => ({ value: now - back, label: String(now - back) }))}
        onChange={(value) => navigate({ to: '/opinion-usage', search: { year: String(value) }, replace: true })}
      />
      <DataTable
        name={t('usage.titleOf', { year })}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.seatId ?? row.name}
        empty={t('usage.empty')}
      />
    </Page>
  );
}

const columns: Column<OpinionUsage>[] = [
  { heading: t('opinion.author'), text: (row) => row.name },
  {
    heading: t('usage.authorKind'),
    text: (row) => (row.authorKind ? nameOf('opinion.authorKind', row.authorKind) : t('usage.along')),
    width: 90,
  },
  { heading: t('usage.sector'), text: (row) => row.sector ?? '', width: 120 },
  { heading: t('usage.submitted'), text: (row) => row.submitted, width: 74, align: 'end' },
  { heading: t('usage.thisMonth'), text: (row) => row.thisMonth, width: 74, align: 'end' },
  { heading: t('usage.months'), text: (row) => row.months, width: 74, align: 'end' },
  { heading: t('usage.coauthored'), text: (row) => row.coauthored, width: 74, align: 'end' },
  { heading: t('usage.issued'), text: (row) => row.issued, width: 74, align: 'end' },
  { heading: t('usage.usedCounty'), text: (row) => row.usedCounty, width: 74, align: 'end' },
  { heading: t('usage.usedPrefecture'), text: (row) => row.usedPrefecture, width: 74, align: 'end' },
  { heading: t('usage.usedProvince'), text: (row) => row.usedProvince, width: 74, align: 'end' },
  { heading: t('usage.usedNational'), text: (row) => row.usedNational, width: 74, align: 'end' },
  { heading: t('usage.instructed'), text: (row) => row.instructed, width: 74, align: 'end' },
];
