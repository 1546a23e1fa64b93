import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Question } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FilterBar } from '../../ui/FilterBar';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { isOneOf } from '../../ui/search';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';
import { QuestionModal } from './QuestionModal';
import { QuizTabs } from './QuizTabs';
import { at, keyWords, questionKinds } from './quiz';

const route = getRouteApi('/inside/questions');

/** The bank: what is asked, its key, what it is about. */
export function QuestionListPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [editing, setEditing] = useState<Question | 'new'>();
  const filter = {
    q: search.q,
    tag: search.tag,
    kind: isOneOf(questionKinds, search.kind) ? search.kind : undefined,
    withdrawn: search.withdrawn === 'true' || undefined,
  };
  const pages = usePages(['questions', filter], (after) =>
    read(api.GET('/api/questions', { params: { query: { ...filter, after, limit: 50 } } })),
  );
  const { data: tags } = useQuery({ queryKey: ['question-tags'], queryFn: () => read(api.GET('/api/question-tags')) });
  const put = useAct((question: Question) =>
    question.withdrawn
      ? read(api.DELETE('/api/questions/{id}/withdrawal', at({ id: question.id })))
      : read(api.PUT('/api/questions/{id}/withdrawal', at({ id: question.id }))),
  );
  return (
    <Page
      title={t('question.listTitle')}
      note={t('question.listNote')}
      actions={
        <>
          <QuizTabs />
          <Link to="/questions/import" className="link-button">
            {t('question.import')}
          </Link>
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('question.create')}
          </Button>
        </>
      }
    >
      <FilterBar
        filters={[
          ...fixed,
          {
            name: 'tag' as const,
            label: t('question.tag'),
            choices: tags?.map(({ tag, questions }) => ({
              value: tag,
              label: t('quiz.tagOf', { tag, count: questions }),
            })),
          },
          { name: 'q' as const, label: t('question.search') },
        ]}
        values={search}
        onChange={(values) => navigate({ to: '/questions', search: values, replace: true })}
      />
      <Problem error={put.error} />
      <DataTable
        name={t('question.listTitle')}
        pages={pages}
        columns={[
          ...columns,
          {
            heading: t('common.actions'),
            text: () => '',
            width: 150,
            show: (row) => (
              <span className="row no-print">
                {row.can.includes('edit') && (
                  <Button size="small" onClick={() => setEditing(row)}>
                    {t('common.edit')}
                  </Button>
                )}
                {(row.can.includes('withdraw') || row.can.includes('restore')) && (
                  <Button size="small" onClick={() => put.mutate(row)}>
                    {t(row.withdrawn ? 'question.restore' : 'question.withdraw')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
        rowKey={(row) => row.id}
        empty={t('question.empty')}
        count={async () =>
          (await read(api.GET('/api/questions', { params: { query: { ...filter, limit: 1, count: true } } }))).total ??
          0
        }
      />
      {editing && (
        <QuestionModal question={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Page>
  );
}

const fixed = [
  {
    name: 'kind' as const,
    label: t('question.kindLabel'),
    choices: questionKinds.map((value) => ({ value, label: nameOf('question.kind', value) })),
  },
  {
    name: 'withdrawn' as const,
    label: t('question.withdrawnLabel'),
    choices: [{ value: 'true', label: t('question.withdrawnOnly') }],
  },
];

const columns: Column<Question>[] = [
  { heading: t('question.no'), text: (row) => row.no, width: 70, align: 'end' },
  { heading: t('question.kindLabel'), text: (row) => nameOf('question.kind', row.kind), width: 90 },
  { heading: t('question.text'), text: (row) => row.text },
  {
    heading: t('question.answer'),
    text: (row) => keyWords(row.kind, row.answer),
    width: 160,
  },
  { heading: t('quiz.points'), text: (row) => row.points, width: 70, align: 'end' },
  { heading: t('question.tag'), text: (row) => row.tags.join(t('common.and')), width: 160 },
  {
    heading: t('question.languages'),
    text: (row) => row.variants.map((each) => nameOf('question.language', each.language)).join(t('common.and')),
    width: 110,
  },
];
