import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Skeleton, Table } from 'antd';
import { api, read } from '../../api/client';
import type { Indicator, Rollup } from '../../api/types';
import { rate } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { save } from '../../ui/save';
import { nameOf, t } from '../../ui/text';
import { PeriodBar, useSessions } from './PeriodBar';
import { chosenPeriod } from './period';

const route = getRouteApi('/inside/rollup');

/** What the committees below have published: figures, never names; who is missing is said. */
export function RollupPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: sessions, error: noSessions } = useSessions();
  const period = chosenPeriod({ ...search, basis: search.basis ?? 'YEAR' }, sessions ?? []);
  const {
    data: rollup,
    error,
    refetch,
  } = useQuery({
    queryKey: ['rollup', period],
    queryFn: () => read(api.GET('/api/rollup', { params: { query: period } })),
    enabled: sessions !== undefined || noSessions !== null,
  });
  return (
    <Page
      title={t('rollup.title')}
      note={t('rollup.note')}
      actions={
        <>
          <Button disabled={!rollup} onClick={() => rollup && exportRollup(rollup)}>
            {t('common.export')}
          </Button>
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <PeriodBar
        search={{ ...search, basis: search.basis ?? 'YEAR' }}
        onChange={(next) => navigate({ to: '/rollup', search: next, replace: true })}
      />
      {error && <Problem error={error} retry={() => refetch()} />}
      {!rollup && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {rollup && <RollupTable rollup={rollup} />}
    </Page>
  );
}

function RollupTable({ rollup }: { rollup: Rollup }) {
  const keys = keysOf(rollup);
  return (
    <Card
      title={t('rollup.reported', { reported: rollup.reported, of: rollup.of })}
      extra={<span className="quiet">{t('rollup.cellHelp')}</span>}
    >
      {rollup.missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('rollup.missing', { names: rollup.missing.map((each) => each.name).join('、') })}
        />
      )}
      <Table<RollupRow>
        className="figure-table"
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rowsOf(rollup)}
        rowClassName={(row) => (row.sum ? 'strong' : '')}
        columns={[
          { title: t('rollup.committee'), dataIndex: 'name', fixed: 'start', width: 200 },
          ...keys.map((key) => ({
            title: nameOf('indicator', key),
            key,
            align: 'end' as const,
            render: (_: unknown, row: RollupRow) => cell(row.figures.find((each) => each.key === key)),
          })),
        ]}
      />
    </Card>
  );
}

interface RollupRow {
  id: string;
  name: string;
  figures: Indicator[];
  sum?: boolean;
}

export function rowsOf(rollup: Rollup): RollupRow[] {
  return [
    {
      id: 'together',
      name: t('rollup.together', { reported: rollup.reported, of: rollup.of }),
      figures: rollup.together,
      sum: true,
    },
    { id: 'own', name: t('rollup.own'), figures: rollup.own, sum: true },
    ...rollup.children.map(({ committee, figures }) => ({ id: committee.id, name: committee.name, figures })),
    ...rollup.missing.map((committee) => ({ id: committee.id, name: committee.name, figures: [] })),
  ];
}

export function keysOf(rollup: Rollup): string[] {
  const all = [...rollup.together, ...rollup.own, ...rollup.children.flatMap((child) => child.figures)];
  return [...new Set(all.map((figure) => figure.key))];
}

/** n, or n/N with its rate; nothing published is a word, never a zero. */
export function cell(figure: Indicator | undefined): string {
  if (!figure) return t('rollup.none');
  return figure.N === undefined ? String(figure.n) : `${figure.n}/${figure.N} ${rate(figure.n, figure.N)}`;
}

function exportRollup(rollup: Rollup): void {
  const columns = [
    { heading: t('rollup.committee'), text: (row: RollupRow) => row.name },
    ...keysOf(rollup).map((key) => ({
      heading: nameOf('indicator', key),
      text: (row: RollupRow) => cell(row.figures.find((each) => each.key === key)),
    })),
  ];
  save(t('rollup.title'), columns, rowsOf(rollup));
}
