import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Select, Skeleton, Table } from 'antd';
import { api, read } from '../../api/client';
import type { UnitFigures } from '../../api/types';
import { ExportButton } from '../../ui/ExportButton';
import { rate } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { BasisBar } from './BasisBar';
import type { Basis } from './period';
import { usePeriod } from './usePeriod';

const route = getRouteApi('/inside/figures/units');

export const unitFigures = [
  'ASSIGNED',
  'REPLIED',
  'ON_TIME',
  'SOLVED',
  'IN_PROGRESS',
  'PLANNED',
  'REFERENCE',
  'SATISFIED',
  'BASICALLY_SATISFIED',
  'NOT_SATISFIED',
  'REHANDLED',
  'RETURNED',
  'DAYS_LOST',
  'OVERDUE',
] as const;

export type UnitFigure = (typeof unitFigures)[number];

/** How each unit handled what it was given; every number opens what it counted. */
export function UnitFiguresPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { basis, period, periods } = usePeriod(search);
  const { data, error, refetch } = useQuery({
    queryKey: ['unit-figures', basis, period],
    queryFn: () => read(api.GET('/api/unit-figures', { params: { query: { basis, period } } })),
    enabled: period !== '',
  });
  const go = (next: Basis, chosen?: string) =>
    navigate({ to: '/figures/units', search: { basis: next, period: chosen }, replace: true });
  return (
    <Page
      title={t('unitFigure.title')}
      note={
        <>
          {t('unitFigure.note')} <Link to="/figures">{t('figure.back')}</Link>
        </>
      }
      actions={
        <>
          {data && data.rows.length > 0 && (
            <ExportButton
              name={t('unitFigure.title')}
              columns={[
                { heading: t('assignment.unit'), text: ({ unit }: UnitFigures) => unit },
                ...unitFigures.map((figure) => ({
                  heading: nameOf('unitFigure', figure),
                  text: (row: UnitFigures) => row.figures[figure] ?? 0,
                })),
              ]}
              rows={() => data.rows}
            />
          )}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <BasisBar basis={basis} onBasis={(next) => go(next)} />
      <div className="filter-bar row">
        <Select
          aria-label={t('figure.period')}
          value={period || undefined}
          options={periods}
          onChange={(chosen) => go(basis, chosen)}
        />
      </div>
      {error && <Problem error={error} retry={() => refetch()} />}
      {!data && !error && period !== '' && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <Card>
          {data.rows.length === 0 ? (
            <Empty description={t('unitFigure.empty')} />
          ) : (
            <UnitTable rows={data.rows} opens={data.can.includes('open')} basis={basis} period={period} />
          )}
        </Card>
      )}
    </Page>
  );
}

interface UnitTableProps {
  rows: UnitFigures[];
  opens: boolean;
  basis: Basis;
  period: string;
}

function UnitTable({ rows, opens, basis, period }: UnitTableProps) {
  const sum = (figure: UnitFigure) => rows.reduce((all, row) => all + (row.figures[figure] ?? 0), 0);
  return (
    <div className="wide-table">
      <Table<UnitFigures>
        className="figure-table"
        size="small"
        rowKey="unitId"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            title: t('assignment.unit'),
            dataIndex: 'unit',
            sorter: (a, b) => a.unit.localeCompare(b.unit, 'zh-CN'),
          },
          ...unitFigures.map((figure) => ({
            title: nameOf('unitFigure', figure),
            key: figure,
            align: 'end' as const,
            sorter: (a: UnitFigures, b: UnitFigures) => (a.figures[figure] ?? 0) - (b.figures[figure] ?? 0),
            render: (_: unknown, { unitId, figures }: UnitFigures) => {
              const n = figures[figure] ?? 0;
              const share = shareOf(figure, figures);
              return (
                <>
                  {opens && n > 0 ? (
                    <Link
                      to="/figures/units/$unitId/$figure"
                      params={{ unitId, figure }}
                      search={{ basis, period }}
                      className="figure"
                    >
                      {n}
                    </Link>
                  ) : (
                    n
                  )}
                  {share && <span className="quiet"> {share}</span>}
                </>
              );
            },
          })),
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>{t('unitFigure.total')}</Table.Summary.Cell>
            {unitFigures.map((figure, at) => (
              <Table.Summary.Cell key={figure} index={at + 1} align="end">
                {sum(figure)}
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        )}
      />
    </div>
  );
}

/** Replied are a part of the assigned, on time of the replied. */
function shareOf(figure: UnitFigure, figures: UnitFigures['figures']): string | undefined {
  const whole = figure === 'REPLIED' ? figures.ASSIGNED : figure === 'ON_TIME' ? figures.REPLIED : undefined;
  return whole === undefined ? undefined : rate(figures[figure] ?? 0, whole);
}
