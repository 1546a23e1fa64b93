import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { wasUnreachable } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { Assignment, Rating, RatingGiven } from '../../api/types';
import { useSeat } from '../../session/session';
import { put, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Button, Choices, Problem, TextBox, useDoing } from '../../ui/ui';

type Answer<Name extends keyof RatingGiven> = NonNullable<RatingGiven[Name]>;

const satisfactions: readonly Answer<'result'>[] = ['SATISFIED', 'BASICALLY_SATISFIED', 'NOT_SATISFIED'];
const points: readonly Answer<'onPoint'>[] = ['ON_POINT', 'BASICALLY_ON_POINT', 'OFF_POINT'];
const visits: readonly Answer<'visited'>[] = ['VISITED', 'NOT_NEEDED', 'NOT_VISITED'];

/** The feedback form: attitude and result apart, whether the reply is to the point, whether the unit came. The proponent rates, nobody else. */
export function RatingForm({ assignment }: { assignment: Assignment }) {
  const { id: assignmentId, unitName } = assignment;
  const { seat } = useSeat();
  const waiting = useUnsent(seat.id).some(
    ({ matter }) => matter.kind === 'rating' && matter.assignmentId === assignmentId,
  );
  const [given, setGiven] = useState<RatingGiven>({});
  const { error, busy, run } = useDoing();
  const say = (said: RatingGiven) => setGiven((before) => ({ ...before, ...said }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!given.attitude || !given.result) return;
    void run(async () => {
      try {
        await api.PUT('/api/assignments/{id}/rating', { params: { path: { id: assignmentId } }, body: given });
        refreshAll();
      } catch (problem) {
        if (!wasUnreachable(problem)) throw problem;
        await put(seat.id, t('rating.of', { unit: unitName }), { kind: 'rating', assignmentId, given });
      }
    });
  };

  if (waiting) return <p className="note">{t('rating.waiting')}</p>;
  return (
    <form id="rating" className="stack" onSubmit={submit}>
      <h3>{t(assignment.rating ? 'rating.again' : 'rating.title')}</h3>
      {assignment.feedbackBy && !assignment.rating && (
        <p className="quiet">{t('rating.until', { day: day(assignment.feedbackBy) })}</p>
      )}
      <Choices
        legend={t('rating.attitude')}
        options={satisfactions.map((it) => [it, t(`rating.${it}`)])}
        value={given.attitude ?? ''}
        onChange={(attitude) => say({ attitude })}
      />
      <Choices
        legend={t('rating.result')}
        options={satisfactions.map((it) => [it, t(`rating.${it}`)])}
        value={given.result ?? ''}
        onChange={(result) => say({ result })}
      />
      {given.result === 'NOT_SATISFIED' && <p className="note">{t('rating.consequence')}</p>}
      <Choices
        legend={t('rating.onPoint')}
        options={points.map((it) => [it, t(`rating.${it}`)])}
        value={given.onPoint ?? ''}
        onChange={(onPoint) => say({ onPoint })}
      />
      <Choices
        legend={t('rating.visited')}
        options={visits.map((it) => [it, t(`rating.${it}`)])}
        value={given.visited ?? ''}
        onChange={(visited) => say({ visited })}
      />
      <TextBox
        label={t('rating.comment')}
        help={t(given.result === 'NOT_SATISFIED' ? 'rating.whyNot' : 'rating.commentHelp')}
        value={given.comment ?? ''}
        onChange={(comment) => say({ comment })}
      />
      <Problem error={error} />
      {!(given.attitude && given.result) && <p className="quiet">{t('rating.needs')}</p>}
      <Button kind="main wide" submit disabled={!given.attitude || !given.result || busy}>
        {t('rating.submit')}
      </Button>
    </form>
  );
}

export function ratingWords(rating: Rating): string {
  if (rating.result === 'NO_RESPONSE') return t('rating.NO_RESPONSE');
  const attitude = tOr(`rating.${rating.attitude}`, 'status.other');
  const result = tOr(`rating.${rating.result}`, 'status.other');
  return [
    t('rating.given', { attitude, result }),
    rating.onPoint && t(`rating.${rating.onPoint}`),
    rating.visited && t(`rating.${rating.visited}`),
    rating.comment,
  ]
    .filter(Boolean)
    .join(' ');
}
