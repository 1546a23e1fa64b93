import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Skeleton, Spin, Table } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api, read } from '../../api/client';
import { useSessionName } from '../../api/sessions';
import type { Indicator } from '../../api/types';
import { ExportButton } from '../../ui/ExportButton';
import { change, minute, rate } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import type { TextColumn } from '../../ui/save';
import { t } from '../../ui/text';
import { BasisBar } from './BasisBar';
import { basisOf, type FigureRow, periodsIn, rowsIn } from './period';
import { useUsualBasis } from './useUsualBasis';

const FigureChart = lazy(() => import('./FigureChart'));
const route = getRouteApi('/inside/figures');
const shownPeriods = 5;

/** The committee's figures: a table first, a chart when asked for; every number opens its list. */
export function FiguresPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [chart, setChart] = useState(false);
  const basis = basisOf(search.basis, useUsualBasis());
  const {
    data: figures,
    error,
    refetch,
  } = useQuery({
    queryKey: ['indicators', basis],
    queryFn: () => read(api.GET('/api/indicators', { params: { query: { basis } } })),
  });
  const nameOfSession = useSessionName();
  const nameOfPeriod = (period: string) =>
    basis === 'session' ? nameOfSession(period) : t('figure.year', { year: period });
  const periods = periodsIn(figures ?? []).slice(0, shownPeriods);
  const rows = rowsIn(figures ?? []);
  return (
    <Page
      title={t('figure.title')}
      note={
        <>
          {figures?.[0]?.measuredAt && t('figure.measuredAt', { at: minute(figures[0].measuredAt) })}{' '}
          <Link to="/figures/units" search={{ basis }} className="no-print">
            {t('unitFigure.title')}
          </Link>{' '}
          <Link to="/figures/comparison" search={{ basis }} className="no-print">
            {t('comparison.title')}
          </Link>
        </>
      }
      actions={
        <>
          <Button aria-pressed={chart} disabled={rows.length === 0} onClick={() => setChart(!chart)}>
            {chart ? t('figure.hideChart') : t('figure.showChart')}
          </Button>
          {rows.length > 0 && (
            <ExportButton name={t('figure.title')} columns={columnsOf(periods, nameOfPeriod)} rows={() => rows} />
          )}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <BasisBar
        basis={basis}
        onBasis={(next) => navigate({ to: '/figures', search: { basis: next }, replace: true })}
      />
      {error && <Problem error={error} retry={() => refetch()} />}
      {!figures && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {figures && (
        <Card>
          {rows.length === 0 ? (
            <Empty description={t('figure.empty')} />
          ) : (
            <FigureTable rows={rows} periods={periods} nameOfPeriod={nameOfPeriod} />
          )}
        </Card>
      )}
      {chart && periods[0] && (
        <Suspense fallback={<Spin />}>
          <FigureChart
            figures={(figures ?? []).filter((each) => each.period === periods[0])}
            period={nameOfPeriod(periods[0])}
          />
        </Suspense>
      )}
    </Page>
  );
}

interface FigureTableProps {
  rows: FigureRow[];
  periods: string[];
  nameOfPeriod: (period: string) => string;
}

function FigureTable({ rows, periods, nameOfPeriod }: FigureTableProps) {
  return (
    <Table<FigureRow>
      className="figure-table"
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: t('figure.name'), render: (_, row) => t('figure.nameUnit', { name: row.name, unit: row.unit }) },
        ...periods.map((period) => ({
          title: nameOfPeriod(period),
          key: period,
          align: 'end' as const,
          render: (_: unknown, row: FigureRow) => <Figure figure={row.byPeriod.get(period)} />,
        })),
        { title: t('figure.change'), align: 'end', width: 120, render: (_, row) => changeOf(row, periods) },
      ]}
    />
  );
}

/** n, or n/N and the rate, as a link to the list that it counts. */
function Figure({ figure }: { figure: Indicator | undefined }) {
  if (!figure) return <span className="quiet">—</span>;
  const words = typeof figure.N === 'number' ? `${figure.n}/${figure.N}` : String(figure.n);
  return (
    <>
      {figure.can.includes('open') ? (
        <Link
          to="/figures/$key"
          params={{ key: figure.key }}
          search={{ basis: figure.basis, period: figure.period }}
          className="figure"
        >
          {words}
        </Link>
      ) : (
        words
      )}
      {typeof figure.N === 'number' && <span className="quiet"> {rate(figure.n, figure.N)}</span>}
    </>
  );
}

function changeOf(row: FigureRow, periods: string[]): string {
  const now = row.byPeriod.get(periods[0] ?? '');
  const before = row.byPeriod.get(periods[1] ?? '');
  return now && before ? change(now.n, before.n) : '—';
}

function columnsOf(periods: string[], nameOfPeriod: (period: string) => string): TextColumn<FigureRow>[] {
  return [
    { heading: t('figure.name'), text: (row) => t('figure.nameUnit', { name: row.name, unit: row.unit }) },
    ...periods.map((period) => ({
      heading: nameOfPeriod(period),
      text: (row: FigureRow) => words(row.byPeriod.get(period)),
    })),
  ];
}

/** n, or n/N with its rate; nothing published is a word, never a zero. */
export function words(figure: Indicator | undefined): string {
  if (!figure) return t('rollup.none');
  if (figure.suppressed) return t('rollup.suppressed');
  return typeof figure.N === 'number' ? `${figure.n}/${figure.N} ${rate(figure.n, figure.N)}` : String(figure.n);
}
