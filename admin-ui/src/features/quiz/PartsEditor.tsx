import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { QuizPart } from '../../api/types';
import { nameOf, t } from '../../ui/text';
import { questionsOf, sumOf } from './quiz';

/** Questions one by one and draws by tag, in the order in which they are asked; below, whether the points sum. */
export function PartsEditor() {
  const { data: tags } = useQuery({
    queryKey: ['question-tags'],
    queryFn: () => read(api.GET('/api/question-tags')),
  });
  return (
    <Form.List name="parts">
      {(rows, { add, remove, move }) => (
        <>
          <ol className="parts">
            {rows.map((row, place) => (
              <li key={row.key} className="part">
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) => (
                    <What part={getFieldValue(['parts', row.name])} name={row.name} tags={tags} />
                  )}
                </Form.Item>
                <Form.Item name={[row.name, 'points']} label={t('quiz.pointsEach')}>
                  <InputNumber controls={false} min={0.01} max={999.99} precision={2} />
                </Form.Item>
                <span className="row">
                  <Button size="small" disabled={place === 0} onClick={() => move(place, place - 1)}>
                    {t('bulletin.up')}
                  </Button>
                  <Button size="small" disabled={place === rows.length - 1} onClick={() => move(place, place + 1)}>
                    {t('bulletin.down')}
                  </Button>
                  <Button size="small" danger onClick={() => remove(row.name)}>
                    {t('common.remove')}
                  </Button>
                </span>
              </li>
            ))}
          </ol>
          <div className="row">
            <QuestionPicker onPick={(questionId, points) => add({ questionId, draws: 1, points })} />
            <Button
              disabled={!tags?.length}
              onClick={() => add({ tag: tags?.[0]?.tag, draws: Math.min(5, tags?.[0]?.questions ?? 1), points: 1 })}
            >
              {t('quiz.addDraw')}
            </Button>
          </div>
          {tags?.length === 0 && <p className="quiet">{t('quiz.bankEmpty')}</p>}
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) => (
              <Sum parts={getFieldValue('parts') ?? []} total={getFieldValue('totalPoints') ?? 0} />
            )}
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}

interface WhatProps {
  part: Partial<QuizPart> | undefined;
  name: number;
  tags: { tag: string; questions: number }[] | undefined;
}

function What({ part, name, tags }: WhatProps) {
  if (part?.questionId) return <Asked id={part.questionId} />;
  const of = tags?.find((each) => each.tag === part?.tag)?.questions ?? 0;
  return (
    <>
      <Form.Item name={[name, 'tag']} label={t('quiz.fromTag')}>
        <Select
          options={tags?.map((each) => ({
            value: each.tag,
            label: t('quiz.tagOf', { tag: each.tag, count: each.questions }),
          }))}
          popupMatchSelectWidth={false}
        />
      </Form.Item>
      <Form.Item name={[name, 'draws']} label={t('quiz.draws', { of })}>
        <InputNumber controls={false} min={1} max={200} precision={0} />
      </Form.Item>
    </>
  );
}

function Asked({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['question', id],
    queryFn: () => read(api.GET('/api/questions/{id}', { params: { path: { id } } })),
  });
  return (
    <p className="part-question">
      <span className="quiet">{data && nameOf('question.kind', data.kind)}</span> {data?.text ?? t('common.loading')}
    </p>
  );
}

function Sum({ parts, total }: { parts: Partial<QuizPart>[]; total: number }) {
  const sum = sumOf(parts);
  return (
    <p className={sum === total ? 'strong' : 'overdue'} role="status">
      {t(sum === total ? 'quiz.sums' : 'quiz.sumsNot', { count: questionsOf(parts), sum, total })}
    </p>
  );
}

/** A question of the bank, found by its words. */
function QuestionPicker({ onPick }: { onPick: (id: string, points: number) => void }) {
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['questions', 'pick', q],
    queryFn: () => read(api.GET('/api/questions', { params: { query: { q: q || undefined, limit: 50 } } })),
    placeholderData: (before) => before,
  });
  return (
    <Select<string>
      className="question-picker"
      aria-label={t('quiz.addQuestion')}
      placeholder={t('quiz.addQuestion')}
      value={null}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={t('quiz.noneFound')}
      options={data?.items.map((each) => ({
        value: each.id,
        label: t('quiz.pick', { no: each.no, kind: nameOf('question.kind', each.kind), text: each.text }),
      }))}
      onChange={(id) => {
        const found = data?.items.find((each) => each.id === id);
        if (found) onPick(found.id, found.points);
        setQ('');
      }}
    />
  );
}
