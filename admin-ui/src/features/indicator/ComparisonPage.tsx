import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Select, Skeleton, Table } from 'antd';
import { useCategoryName } from '../../api/categories';
import { api, read } from '../../api/client';
import { useSessionName } from '../../api/sessions';
import type { ComparedCell, ComparedPart } from '../../api/types';
import { ExportButton } from '../../ui/ExportButton';
import { ratio } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { BasisBar } from './BasisBar';
import { dimensions, partName } from './FigureParts';
import { type Basis, basisOf, indicatorName } from './period';
import { useUsualBasis } from './useUsualBasis';

const route = getRouteApi('/inside/figures/comparison');

/** One figure by category, sector, sex …, a column for each of the last periods. */
export function ComparisonPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const basis = basisOf(search.basis, useUsualBasis());
  const key = search.figure ?? 'proposal.received';
  const by = isOneOf(dimensions, search.by) ? search.by : 'CATEGORY';
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator', key, 'comparison', basis, by],
    queryFn: () =>
      read(api.GET('/api/indicators/{key}/comparison', { params: { path: { key }, query: { basis, by } } })),
  });
  const figures = useFigures(basis);
  const nameOfSession = useSessionName();
  const categoryName = useCategoryName();
  const go = (next: typeof search) => navigate({ to: '/figures/comparison', search: next, replace: true });
  const nameOfPeriod = (period: string) =>
    basis === 'session' ? nameOfSession(period) : t('figure.year', { year: period });
  const name = t('comparison.of', { name: nameOf('indicator', key), by: nameOf('dimension', by) });
  const columns = [
    {
      heading: nameOf('dimension', by),
      text: (part: ComparedPart) => partName(by, part.name, categoryName),
    },
    ...(data?.periods ?? []).map((period, at) => ({
      heading: nameOfPeriod(period),
      text: (part: ComparedPart) => words(part.cells[at]),
    })),
  ];
  return (
    <Page
      title={t('comparison.title')}
      note={
        <>
          {name} <Link to="/figures">{t('figure.back')}</Link>
        </>
      }
      actions={
        <>
          {data && data.rows.length > 0 && <ExportButton name={name} columns={columns} rows={() => data.rows} />}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <BasisBar basis={basis} onBasis={(next) => go({ ...search, basis: next })} />
      <div className="filter-bar row no-print">
        <Select
          aria-label={t('figure.name')}
          className="wide-select"
          value={key}
          options={figures}
          onChange={(figure) => go({ ...search, figure })}
        />
        <Select
          aria-label={t('figure.partsBy')}
          value={by}
          options={dimensions.map((value) => ({ value, label: nameOf('dimension', value) }))}
          onChange={(next) => go({ ...search, by: next })}
        />
      </div>
      {error && <Problem error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && (
        <Card>
          {data.rows.length === 0 ? (
            <Empty description={t('figure.emptyList')} />
          ) : (
            <Table<ComparedPart>
              className="figure-table"
              size="small"
              rowKey={(part) => part.name ?? ''}
              pagination={false}
              dataSource={data.rows}
              columns={columns.map(({ heading, text }, at) => ({
                title: heading,
                key: heading,
                align: at === 0 ? undefined : ('end' as const),
                render: (_: unknown, part: ComparedPart) => text(part),
              }))}
            />
          )}
          {data.rows.some((part) => part.cells.some((cell) => cell.withheld)) && (
            <p className="note">{t('comparison.withheldNote')}</p>
          )}
        </Card>
      )}
    </Page>
  );
}

/** The figures of proposals and of what units were given of them: only these have parts. */
function useFigures(basis: Basis): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['indicators', basis],
    queryFn: () => read(api.GET('/api/indicators', { params: { query: { basis } } })),
  });
  const names = new Map((data ?? []).map((figure) => [figure.key, indicatorName(figure)]));
  return [...names].filter(([key]) => key.startsWith('proposal.')).map(([value, label]) => ({ value, label }));
}

/** n, or n/N with its rate; what is withheld is a word, never a number. */
function words(cell: ComparedCell | undefined): string {
  if (!cell) return '—';
  if (cell.withheld) return t('comparison.withheld');
  return typeof cell.N === 'number' ? ratio(cell.n ?? 0, cell.N) : String(cell.n ?? 0);
}
