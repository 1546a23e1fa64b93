import { Link } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { KeyProposal, KeyStep } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { day, today } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Due, State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { KeyNumber } from './KeyNumber';
import { keySteps } from './proposal';

/** The board of key proposals: who leads each, and whether the notice and the two meetings are done. */
export function KeyListPage() {
  const pages = usePages(['key-proposals'], (after) =>
    read(api.GET('/api/key-proposals', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page title={t('key.listTitle')} note={<Link to="/proposals">{t('proposal.backToList')}</Link>}>
      <KeyNumber />
      <DataTable
        name={t('key.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('key.empty')}
      />
    </Page>
  );
}

const stepDay = (row: KeyProposal, step: KeyStep) => row.steps.find((each) => each.step === step)?.on;

const columns: Column<KeyProposal>[] = [
  { heading: t('proposal.caseNo'), text: (row) => row.caseNo ?? '', width: 96 },
  {
    heading: t('proposal.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/proposals/$id" params={{ id: row.id }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
  {
    heading: t('key.leader'),
    text: (row) => [row.leader, row.specialCommittee?.name].filter(Boolean).join('\n'),
    show: (row) => (
      <>
        {row.leader}
        <div className="quiet">{row.specialCommittee?.name}</div>
      </>
    ),
    width: 140,
  },
  {
    heading: t('key.lightLabel'),
    text: (row) => nameOf('key.light', row.light),
    show: (row) => <State family="key.light" code={row.light} />,
    width: 92,
  },
  ...keySteps.map(
    (step): Column<KeyProposal> => ({
      heading: nameOf('key.step', step),
      text: (row) => day(stepDay(row, step)),
      width: 96,
    }),
  ),
  {
    heading: t('key.meeting'),
    text: (row) => (row.meeting ? `${day(row.meeting.on)} ${row.meeting.place}` : ''),
    width: 132,
  },
  {
    heading: t('key.plannedOn'),
    text: (row) => day(row.plannedOn),
    show: (row) => (
      <Due
        on={row.plannedOn}
        overdue={row.light !== 'COMPLETE' && Boolean(row.plannedOn) && (row.plannedOn ?? '') < today()}
      />
    ),
    width: 120,
  },
  {
    heading: t('proposal.statusLabel'),
    text: (row) => nameOf('proposal.status', row.status),
    show: (row) => <State family="proposal.status" code={row.status} />,
    width: 92,
  },
];
