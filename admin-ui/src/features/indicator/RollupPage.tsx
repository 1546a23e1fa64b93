import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Skeleton, Table } from 'antd';
import { api, read } from '../../api/client';
import type { Rollup } from '../../api/types';
import { ExportButton } from '../../ui/ExportButton';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import type { TextColumn } from '../../ui/save';
import { t } from '../../ui/text';
import { BasisBar } from './BasisBar';
import { words } from './FiguresPage';
import { basisOf, years } from './period';
import { type IndicatorColumn, indicatorsOf, type RollupRow, rowsOf } from './rollup';

const route = getRouteApi('/inside/rollup');

/** What the committees below have published: figures, never names; who is missing is said. */
export function RollupPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const basis = basisOf(search.basis, 'year');
  const all = years();
  const period = search.period ?? all[0] ?? '';
  const {
    data: rollup,
    error,
    refetch,
  } = useQuery({
    queryKey: ['rollup', basis, period],
    queryFn: () => read(api.GET('/api/rollup', { params: { query: { basis, period } } })),
  });
  const show = (next: { basis: string; period: string }) => navigate({ to: '/rollup', search: next, replace: true });
  return (
    <Page
      title={t('rollup.title')}
      note={t('rollup.note')}
      actions={
        <>
          {rollup && <ExportButton name={t('rollup.title')} columns={columnsOf(rollup)} rows={() => rowsOf(rollup)} />}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <BasisBar
        basis={basis}
        onBasis={(next) => show({ basis: next, period })}
        years={{ chosen: period, all, onYear: (year) => show({ basis, period: year }) }}
      />
      {error && <Problem error={error} retry={() => refetch()} />}
      {!rollup && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {rollup && <RollupTable rollup={rollup} />}
    </Page>
  );
}

function RollupTable({ rollup }: { rollup: Rollup }) {
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
          title={t('rollup.missing', { names: rollup.missing.map((each) => each.name).join(t('common.and')) })}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways is moved by keyboard as well */}
      <section className="wide-table" tabIndex={0} aria-label={t('rollup.title')}>
        <Table<RollupRow>
          className="figure-table"
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rowsOf(rollup)}
          rowClassName={(row) => (row.sum ? 'strong' : '')}
          columns={[
            { title: t('rollup.committee'), dataIndex: 'name' },
            ...indicatorsOf(rollup).map(({ key, name }) => ({
              title: name,
              key,
              align: 'end' as const,
              render: (_: unknown, row: RollupRow) => cell(row, key),
            })),
          ]}
        />
      </section>
    </Card>
  );
}

/** A committee's sessions may be several in a year: each is said. */
function cell(row: RollupRow, key: string): string {
  const found = row.figures.filter((each) => each.key === key);
  return found.length === 0 ? words(undefined) : found.map(words).join(t('common.and'));
}

function columnsOf(rollup: Rollup): TextColumn<RollupRow>[] {
  return [
    { heading: t('rollup.committee'), text: (row) => row.name },
    ...indicatorsOf(rollup).map(({ key, name }: IndicatorColumn) => ({
      heading: name,
      text: (row: RollupRow) => cell(row, key),
    })),
  ];
}
