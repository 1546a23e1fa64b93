import { FileExcelOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Empty, Select, Skeleton, Table } from 'antd';
import { api, download, read } from '../../api/client';
import type { UsageFigures, UsageLine, UsageNotice } from '../../api/types';
import { Page } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { Problem } from '../../ui/Problem';
import { saveBlob } from '../../ui/save';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { BasisBar } from './BasisBar';
import type { Basis } from './period';
import { usePeriod } from './usePeriod';

const route = getRouteApi('/inside/opinion-usage/notice');

const figures = [
  'submitted',
  'issued',
  'usedCounty',
  'usedPrefecture',
  'usedProvince',
  'usedNational',
  'instructed',
] as const satisfies (keyof UsageFigures)[];

/** What organisations are told of the use of their reports: in the committee's order, never by the figures, no member named. */
export function UsageNoticePage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { basis, period, periods } = usePeriod(search);
  const { data, error, refetch } = useQuery({
    queryKey: ['usage-notice', basis, period],
    queryFn: () => read(api.GET('/api/usage-notice', { params: { query: { basis, period } } })),
    enabled: period !== '',
  });
  const go = (next: Basis, chosen?: string) =>
    navigate({ to: '/opinion-usage/notice', search: { basis: next, period: chosen }, replace: true });
  const named = periods.find(({ value }) => value === period)?.label ?? period;
  const title = t('usageNotice.titleOf', { period: named });
  return (
    <Page
      title={title}
      note={
        <>
          {t('usageNotice.note')}{' '}
          <Link to="/opinion-usage" className="no-print">
            {t('usageNotice.byAuthor')}
          </Link>
        </>
      }
      actions={<Button onClick={() => window.print()}>{t('common.print')}</Button>}
    >
      <BasisBar basis={basis} onBasis={(next) => go(next)} />
      <div className="filter-bar row no-print">
        <Select
          aria-label={t('figure.period')}
          value={period || undefined}
          options={periods}
          popupMatchSelectWidth={false}
          onChange={(chosen) => go(basis, chosen)}
        />
        {data && data.lines.length > 0 && <Papers query={`basis=${basis}&period=${period}`} file={title} />}
      </div>
      {error && <Problem error={error} retry={() => refetch()} />}
      {!data && !error && period !== '' && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="data-table">
          {data.lines.length === 0 ? <Empty description={t('usageNotice.empty')} /> : <Lines notice={data} />}
        </div>
      )}
    </Page>
  );
}

/** To take away and to hand round; that it was taken is logged. */
function Papers({ query, file }: { query: string; file: string }) {
  const take = useAct(async () => saveBlob(`${file}.xlsx`, await download(`/api/usage-notice/sheet?${query}`)));
  return (
    <>
      <PaperButtons path={`/api/usage-notice/paper?${query}`} name={t('usageNotice.paper')} file={file} />
      <Button icon={<FileExcelOutlined />} loading={take.isPending} onClick={() => take.mutate(undefined)}>
        {t('usageNotice.excel')}
      </Button>
      <Problem error={take.error} />
    </>
  );
}

function Lines({ notice: { lines, total } }: { notice: UsageNotice }) {
  return (
    <div className="wide-table">
      <Table<UsageLine>
        className="figure-table"
        size="small"
        rowKey={(line) => line.organizationId ?? line.by}
        pagination={false}
        dataSource={lines}
        columns={[
          {
            title: t('usageNotice.unit'),
            key: 'by',
            render: (_, line) => line.name ?? nameOf('usageNotice.by', line.by),
          },
          ...figures.map((figure) => ({
            title: t(`usage.${figure}`),
            key: figure,
            align: 'end' as const,
            render: (_: unknown, line: UsageLine) => line.figures[figure],
          })),
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>{t('unitFigure.total')}</Table.Summary.Cell>
            {figures.map((figure, at) => (
              <Table.Summary.Cell key={figure} index={at + 1} align="end">
                {total[figure]}
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        )}
      />
    </div>
  );
}
