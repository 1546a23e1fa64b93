import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Tag } from 'antd';
import { api, read } from '../../api/client';
import { useTopicChoices } from '../../api/topics';
import type { OpinionBrief } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { day, today } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SavedViews } from '../../ui/SavedViews';
import { Due, State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { IntoIssue } from './IntoIssue';
import { OpinionTabs } from './OpinionTabs';
import { opinionKinds, opinionStatuses, urgencies } from './opinion';

const route = getRouteApi('/inside/opinions');

/** The queue: what came in, what waits for an answer, what became of it. */
export function OpinionListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const topics = useTopicChoices();
  const filter = {
    q: search.q,
    topic: search.topic,
    status: isOneOf(opinionStatuses, search.status) ? search.status : undefined,
    kind: isOneOf(opinionKinds, search.kind) ? search.kind : undefined,
    urgency: isOneOf(urgencies, search.urgency) ? search.urgency : undefined,
    awaiting: search.awaiting === 'true' ? true : undefined,
    received: search.received === undefined ? undefined : search.received === 'true',
    year: search.year ? Number(search.year) : undefined,
    commissionId: search.commissionId,
  };
  const pages = usePages(['opinions', filter], (after) =>
    read(api.GET('/api/opinion-reports', { params: { query: { ...filter, after, limit: 50 } } })),
  );
  const count = async () =>
    (await read(api.GET('/api/opinion-reports', { params: { query: { ...filter, limit: 1, count: true } } }))).total ??
    0;
  const set = (values: typeof search) => navigate({ to: '/opinions', search: values, replace: true });
  return (
    <Page title={t('opinion.listTitle')} note={filter.awaiting && t('opinion.awaitingNote')} actions={<OpinionTabs />}>
      <FilterBar filters={filtersWith(topics)} values={search} onChange={set}>
        <SavedViews list="opinions" values={search} onOpen={set} />
      </FilterBar>
      <DataTable
        name={t('opinion.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        count={count}
        empty={filter.awaiting ? t('opinion.allAnswered') : t('opinion.empty')}
        bulk={(chosen, clear) => <IntoIssue reports={chosen} onDone={clear} />}
      />
    </Page>
  );
}

const filtersWith = (topics: { value: string; label: string }[]) => [
  {
    name: 'status' as const,
    label: t('opinion.statusLabel'),
    choices: opinionStatuses.map((value) => ({ value, label: nameOf('opinion.status', value) })),
  },
  { name: 'awaiting' as const, label: t('opinion.awaiting'), choices: [{ value: 'true', label: t('common.yes') }] },
  {
    name: 'received' as const,
    label: t('opinion.origin'),
    choices: [
      { value: 'false', label: t('opinion.own') },
      { value: 'true', label: t('opinion.received') },
    ],
  },
  {
    name: 'kind' as const,
    label: t('opinion.kindLabel'),
    choices: opinionKinds.map((value) => ({ value, label: nameOf('opinion.kind', value) })),
  },
  {
    name: 'urgency' as const,
    label: t('opinion.urgencyLabel'),
    choices: urgencies.map((value) => ({ value, label: nameOf('opinion.urgency', value) })),
  },
  {
    name: 'topic' as const,
    label: t('opinion.topic'),
    choices: topics,
  },
  {
    name: 'year' as const,
    label: t('opinion.year'),
    choices: lastYears().map((value) => ({ value, label: value })),
  },
  { name: 'q' as const, label: t('opinion.find') },
];

function lastYears(): string[] {
  const now = Number(today().slice(0, 4));
  return [0, 1, 2, 3, 4].map((back) => String(now - back));
}

const columns: Column<OpinionBrief>[] = [
  {
    heading: t('opinion.part.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/opinions/$id" params={{ id: row.id }} className="cell-title">
        {row.urgency === 'URGENT' && <span className="red-mark">{t('opinion.urgency.URGENT')}</span>} {row.title}
      </Link>
    ),
  },
  {
    heading: t('opinion.author'),
    text: (row) => row.author ?? nameOf('opinion.authorKind', row.authorKind),
    width: 140,
  },
  {
    heading: t('opinion.statusLabel'),
    text: (row) => nameOf('opinion.status', row.status),
    show: (row) => <State family="opinion.status" code={row.status} />,
    width: 120,
  },
  { heading: t('opinion.submittedOn'), text: (row) => (row.submittedOn ? day(row.submittedOn) : ''), width: 110 },
  {
    heading: t('opinion.answerBy'),
    text: (row) => row.answerBy ?? '',
    show: (row) => row.answerBy && <Due on={row.answerBy} overdue={row.overdue} />,
    width: 150,
  },
  {
    heading: t('opinion.outcomes'),
    text: badgeWords,
    show: (row) => (
      <div className="row">
        {row.badges.map((badge) => (
          <span key={badge.kind + badge.level} className={badge.kind === 'INSTRUCTION' ? 'gold-mark' : 'green-mark'}>
            {nameOf('outcome.level', badge.level)}
            {nameOf('outcome.kind', badge.kind)}
          </span>
        ))}
        {row.sentUp && (
          <Tag>
            {row.upperStatus
              ? t('opinion.upperIs', { status: nameOf('opinion.status', row.upperStatus) })
              : t('opinion.sentUp')}
          </Tag>
        )}
      </div>
    ),
    width: 220,
  },
];

function badgeWords(row: OpinionBrief): string {
  return row.badges
    .map(({ kind, level }) => nameOf('outcome.level', level) + nameOf('outcome.kind', kind))
    .join(t('common.and'));
}
