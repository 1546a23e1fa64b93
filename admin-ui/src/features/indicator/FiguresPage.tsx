import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Skeleton, Spin, Table } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api, read } from '../../api/client';
import type { Indicator } from '../../api/types';
import { change, minute, rate } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { PeriodBar, useSessions } from './PeriodBar';
import { chosenPeriod, type Period } from './period';

const FigureChart = lazy(() => import('./FigureChart'));
const route = getRouteApi('/inside/figures');

/** The committee's figures: a table first, a chart when asked for; every number opens its list. */
export function FiguresPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: sessions, error: noSessions } = useSessions();
  const [chart, setChart] = useState(false);
  const period = chosenPeriod(search, sessions ?? []);
  const {
    data: figures,
    error,
    refetch,
  } = useQuery({
    queryKey: ['indicators', period],
    queryFn: () => read(api.GET('/api/indicators', { params: { query: period } })),
    enabled: sessions !== undefined || noSessions !== null,
  });
  return (
    <Page
      title={t('figure.title')}
      note={figures?.[0] && t('figure.measuredAt', { at: minute(figures[0].measuredAt) })}
      actions={
        <>
          <Button aria-pressed={chart} onClick={() => setChart(!chart)}>
            {chart ? t('figure.hideChart') : t('figure.showChart')}
          </Button>
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <PeriodBar search={search} onChange={(next) => navigate({ to: '/figures', search: next, replace: true })} />
      {error && <Problem error={error} retry={() => refetch()} />}
      {!figures && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {figures && (
        <Card>
          <FigureTable figures={figures} period={period} />
        </Card>
      )}
      {figures && chart && (
        <Suspense fallback={<Spin />}>
          <FigureChart figures={figures} />
        </Suspense>
      )}
    </Page>
  );
}

function FigureTable({ figures, period }: { figures: Indicator[]; period: Period }) {
  return (
    <Table<Indicator>
      className="figure-table"
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={figures}
      locale={{ emptyText: t('figure.empty') }}
      columns={[
        { title: t('figure.name'), render: (_, row) => nameOf('indicator', row.key) },
        {
          title: t('figure.number'),
          align: 'end',
          width: 160,
          render: (_, row) => <FigureNumber row={row} period={period} />,
        },
        {
          title: t('figure.rate'),
          align: 'end',
          width: 110,
          render: (_, row) => (row.N === undefined ? '' : rate(row.n, row.N)),
        },
        { title: t('figure.unit'), width: 80, render: (_, row) => nameOf('indicator.unit', row.unit) },
        {
          title: t('figure.change'),
          align: 'end',
          width: 130,
          render: (_, row) => (row.previousN === undefined ? '—' : change(row.n, row.previousN)),
        },
      ]}
    />
  );
}

/** n, or n/N, as a link to the list that it counts. */
function FigureNumber({ row, period }: { row: Indicator; period: Period }) {
  const words = row.N === undefined ? String(row.n) : `${row.n}/${row.N}`;
  if (!row.can.includes('list')) return <span className="figure">{words}</span>;
  return (
    <Link
      to="/figures/$key"
      params={{ key: row.key }}
      search={{ basis: period.basis, period: period.period }}
      className="figure"
    >
      {words}
    </Link>
  );
}
