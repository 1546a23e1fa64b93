import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { wasUnreachable } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { Rating } from '../../api/types';
import { useSeat } from '../../session/session';
import { put, type Satisfaction, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { Button, Choices, Problem, TextBox, useDoing } from '../../ui/ui';

function answers(): ReadonlyArray<readonly [Satisfaction, string]> {
  return [
    ['SATISFIED', t('rating.SATISFIED')],
    ['BASICALLY_SATISFIED', t('rating.BASICALLY_SATISFIED')],
    ['NOT_SATISFIED', t('rating.NOT_SATISFIED')],
  ];
}

/** Two questions and a text. The proponent rates, nobody else. */
export function RatingForm({ assignmentId, unitName }: { assignmentId: string; unitName: string }) {
  const { seat } = useSeat();
  const waiting = useUnsent(seat.id).some(
    ({ matter }) => matter.kind === 'rating' && matter.assignmentId === assignmentId,
  );
  const [attitude, setAttitude] = useState<Satisfaction | ''>('');
  const [result, setResult] = useState<Satisfaction | ''>('');
  const [comment, setComment] = useState('');
  const { error, busy, run } = useDoing();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!attitude || !result) return;
    void run(async () => {
      try {
        await api.PUT('/api/assignments/{id}/rating', {
          params: { path: { id: assignmentId } },
          body: { attitude, result, comment },
        });
        refreshAll();
      } catch (problem) {
        if (!wasUnreachable(problem)) throw problem;
        await put(seat.id, t('rating.of', { unit: unitName }), {
          kind: 'rating',
          assignmentId,
          attitude,
          result,
          comment,
        });
      }
    });
  };

  if (waiting) return <p className="note">{t('rating.waiting')}</p>;
  return (
    <form id="rating" className="stack" onSubmit={submit}>
      <h3>{t('rating.title')}</h3>
      <Choices legend={t('rating.attitude')} options={answers()} value={attitude} onChange={setAttitude} />
      <Choices legend={t('rating.result')} options={answers()} value={result} onChange={setResult} />
      <TextBox
        label={t('rating.comment')}
        help={t(result === 'NOT_SATISFIED' ? 'rating.whyNot' : 'rating.commentHelp')}
        value={comment}
        onChange={setComment}
      />
      <Problem error={error} />
      <Button kind="main wide" submit disabled={!attitude || !result || busy}>
        {t('rating.submit')}
      </Button>
    </form>
  );
}

export function ratingWords(rating: Rating): string {
  const attitude = tOr(`rating.${rating.attitude}`, 'status.other');
  const result = tOr(`rating.${rating.result}`, 'status.other');
  return [t('rating.given', { attitude, result }), rating.comment].filter(Boolean).join(' ');
}
