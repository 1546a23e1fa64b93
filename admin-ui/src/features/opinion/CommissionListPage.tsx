import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useHasRole } from '../../api/session';
import type { OpinionCommission } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Due } from '../../ui/State';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';
import { CommissionModal } from './CommissionModal';
import { OpinionTabs } from './OpinionTabs';
import { at } from './useOpinion';

/** What members were asked to write on, and who has written. */
export function CommissionListPage() {
  const has = useHasRole();
  const [asking, setAsking] = useState(false);
  const pages = usePages(['commissions'], (after) =>
    read(api.GET('/api/opinion-commissions', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page title={t('commission.listTitle')} actions={<OpinionTabs />}>
      {has('INFO_EDITOR') && (
        <Button type="primary" className="form-note no-print" onClick={() => setAsking(true)}>
          {t('commission.ask')}
        </Button>
      )}
      <DataTable
        name={t('commission.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('commission.empty')}
      />
      {asking && <CommissionModal onClose={() => setAsking(false)} />}
    </Page>
  );
}

const columns: Column<OpinionCommission>[] = [
  {
    heading: t('commission.topic'),
    text: (row) => row.topic,
    show: (row) => (
      <>
        <strong>{row.topic}</strong>
        {row.brief && <div className="quiet">{row.brief}</div>}
      </>
    ),
  },
  {
    heading: t('commission.dueOn'),
    text: (row) => row.dueOn,
    show: (row) => <Due on={row.dueOn} overdue={row.overdue} />,
    width: 160,
  },
  {
    heading: t('commission.asked'),
    text: (row) => t('commission.written', { n: written(row), N: row.asked.length }),
    show: (row) => (
      <>
        {t('commission.written', { n: written(row), N: row.asked.length })}
        <div className="quiet">
          {row.asked.map((each) => (
            <span key={each.seatId}>
              {each.reportId ? (
                <Link to="/opinions/$id" params={{ id: each.reportId }}>
                  {each.name}
                </Link>
              ) : (
                each.name
              )}{' '}
            </span>
          ))}
        </div>
      </>
    ),
  },
  { heading: t('common.actions'), text: () => '', show: (row) => <CloseButton commission={row} />, width: 130 },
];

function written(row: OpinionCommission): number {
  return row.asked.filter((each) => each.reportId).length;
}

function CloseButton({ commission }: { commission: OpinionCommission }) {
  const close = useAct(() =>
    read(
      api.PUT('/api/opinion-commissions/{id}/closing', { ...at(commission), body: { version: commission.version } }),
    ),
  );
  if (commission.closedOn) return <span className="quiet">{t('commission.closed')}</span>;
  if (!commission.can.includes('close')) return null;
  return (
    <>
      <Button size="small" loading={close.isPending} onClick={() => close.mutate()}>
        {t('commission.close')}
      </Button>
      <Problem error={close.error} />
    </>
  );
}
