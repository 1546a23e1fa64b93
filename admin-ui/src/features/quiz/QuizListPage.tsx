import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import type { Quiz } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { minute, ratio } from '../../ui/format';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { QuizTabs } from './QuizTabs';
import { quizStatuses } from './quiz';

const route = getRouteApi('/inside/quizzes');

/** The quizzes, those that open last first, with how many members took part. */
export function QuizListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const status = isOneOf(quizStatuses, search.status) ? search.status : undefined;
  const pages = usePages(['quizzes', status], (after) =>
    read(api.GET('/api/quizzes', { params: { query: { status, after, limit: 50 } } })),
  );
  return (
    <Page
      title={t('quiz.listTitle')}
      note={t('quiz.listNote')}
      actions={
        <>
          <QuizTabs />
          <Link to="/quizzes/new" className="link-button main">
            {t('quiz.create')}
          </Link>
        </>
      }
    >
      <FilterBar
        filters={filters}
        values={search}
        onChange={(values) => navigate({ to: '/quizzes', search: values, replace: true })}
      />
      <DataTable
        name={t('quiz.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('quiz.empty')}
      />
    </Page>
  );
}

const filters = [
  {
    name: 'status' as const,
    label: t('quiz.statusLabel'),
    choices: quizStatuses.map((value) => ({ value, label: nameOf('quiz.status', value) })),
  },
];

const columns: Column<Quiz>[] = [
  {
    heading: t('quiz.title'),
    text: (row) => row.title,
    show: (row) => (
      <Link to="/quizzes/$id" params={{ id: row.id }} className="cell-title">
        {row.title}
      </Link>
    ),
  },
  {
    heading: t('quiz.statusLabel'),
    text: (row) => nameOf('quiz.status', row.status),
    show: (row) => <State family="quiz.status" code={row.status} />,
    width: 110,
  },
  { heading: t('quiz.opensAt'), text: (row) => minute(row.opensAt), width: 150 },
  { heading: t('quiz.closesAt'), text: (row) => minute(row.closesAt), width: 150 },
  { heading: t('quiz.questions'), text: (row) => row.questions, width: 80, align: 'end' },
  {
    heading: t('quiz.tookPart'),
    text: (row) => (row.status === 'DRAFT' ? '' : ratio(row.participation?.n ?? 0, row.members ?? 0)),
    width: 140,
    align: 'end',
  },
  {
    heading: t('quiz.passed'),
    text: (row) => (row.status === 'DRAFT' ? '' : ratio(row.participation?.passed ?? 0, row.participation?.n ?? 0)),
    width: 140,
    align: 'end',
  },
  { heading: t('quiz.assessedLabel'), text: (row) => t(row.assessed ? 'common.yes' : 'common.no'), width: 90 },
];
