import type { FormEvent } from 'react';
import { api } from '../../api/client';
import { wasUnreachable } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { Assignment, Rating, RatingGiven } from '../../api/types';
import { useSeat } from '../../session/session';
import { put, useUnsent, withdraw } from '../../store/outbox';
import { backIntoBox, useWords } from '../../store/words';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Button, Choices, Problem, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';
import { consequence } from './words';

type Answer<Name extends keyof RatingGiven> = NonNullable<RatingGiven[Name]>;

const satisfactions: readonly Answer<'result'>[] = ['SATISFIED', 'BASICALLY_SATISFIED', 'NOT_SATISFIED'];
const points: readonly Answer<'onPoint'>[] = ['ON_POINT', 'BASICALLY_ON_POINT', 'OFF_POINT'];
const contactModes: readonly Answer<'contactMode'>[] = ['MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'];
const visits: readonly Answer<'visited'>[] = ['VISITED', 'NOT_NEEDED', 'NOT_VISITED'];

const blank = { attitude: '', result: '', onPoint: '', mode: '', visited: '', leader: '', text: '' };
const oneOf = <T extends string>(all: readonly T[], said: string): T | undefined => all.find((each) => each === said);

/** The feedback form: attitude and result apart, whether the reply is to the point, whether the unit came. The proponent rates, nobody else. */
export function RatingForm({ assignment, ofBody }: { assignment: Assignment; ofBody: boolean }) {
  const { id: assignmentId, unitName } = assignment;
  const { seat } = useSeat();
  const line = useUnsent(seat.id).find(
    ({ matter }) => matter.kind === 'rating' && matter.assignmentId === assignmentId,
  );
  const box = useWords(seat.id, `rating/${assignmentId}`, blank);
  const { texts, write: say } = box;
  const given: RatingGiven = {
    attitude: oneOf(satisfactions, texts.attitude),
    result: oneOf(satisfactions, texts.result),
    onPoint: oneOf(points, texts.onPoint),
    contactMode: oneOf(contactModes, texts.mode),
    visited: oneOf(visits, texts.visited),
    leaderReplied: ofBody && texts.leader ? texts.leader === 'YES' : undefined,
    comment: texts.text || undefined,
  };
  const follows = consequence(given, assignment.rehandling);
  const { error, busy, run } = useDoing();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!given.attitude || !given.result) return;
    void run(async () => {
      const matter = { kind: 'rating' as const, assignmentId, proposalId: assignment.subjectId, given };
      try {
        await api.PUT('/api/assignments/{id}/rating', {
          headers: { 'X-Seat': seat.id },
          params: { path: { id: assignmentId } },
          body: given,
        });
        await withdraw(seat.id, matter);
        refreshAll();
      } catch (problem) {
        if (!wasUnreachable(problem)) throw problem;
        await put(seat.id, t('rating.of', { unit: unitName }), matter, box.taken);
      }
      await box.sent(texts);
    });
  };

  if (line && !line.refused) return <p className="note">{t('rating.waiting')}</p>;
  if (line)
    return (
      <div className="stack">
        <p className="problem">{tOr(`problem.${line.refused}`, 'problem.other')}</p>
        <Button onPress={() => backIntoBox(line)}>{t('outbox.takeBack')}</Button>
      </div>
    );
  const form = (
    <form id="rating" className="stack" onSubmit={submit}>
      {!assignment.rating && <h3>{t('rating.title')}</h3>}
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
      {follows && <p className="note">{t(follows)}</p>}
      <Choices
        legend={t('rating.onPoint')}
        options={points.map((it) => [it, t(`rating.${it}`)])}
        value={given.onPoint ?? ''}
        onChange={(onPoint) => say({ onPoint })}
      />
      <Choices
        legend={t('rating.contactMode')}
        options={contactModes.map((it) => [it, t(`contact.${it}`)])}
        value={given.contactMode ?? ''}
        onChange={(mode) => say({ mode })}
      />
      <Choices
        legend={t('rating.visited')}
        options={visits.map((it) => [it, t(`rating.${it}`)])}
        value={given.visited ?? ''}
        onChange={(visited) => say({ visited })}
      />
      {ofBody && (
        <Choices
          legend={t('rating.leaderReplied')}
          options={[
            ['YES', t('rating.leader')],
            ['NO', t('rating.noLeader')],
          ]}
          value={texts.leader}
          onChange={(leader) => say({ leader })}
        />
      )}
      <TextBox
        label={t('rating.comment')}
        help={t(given.result === 'NOT_SATISFIED' ? 'rating.whyNot' : 'rating.commentHelp')}
        value={texts.text}
        onChange={(text) => say({ text })}
      />
      <Kept words={box} />
      <Problem error={error} />
      {!(given.attitude && given.result) && <p className="quiet">{t('rating.needs')}</p>}
      <Button kind="main wide" submit disabled={!given.attitude || !given.result || busy}>
        {t('rating.submit')}
      </Button>
    </form>
  );
  if (!assignment.rating) return form;
  // An empty form under what was just said would read as if it had not arrived.
  return (
    <details open={Object.values(texts).some(Boolean)}>
      <summary>{t('rating.again')}</summary>
      {form}
    </details>
  );
}

export function ratingWords(rating: Rating): string {
  if (rating.result === 'NO_RESPONSE') return t('rating.NO_RESPONSE');
  const attitude = tOr(`rating.${rating.attitude}`, 'status.other');
  const result = tOr(`rating.${rating.result}`, 'status.other');
  const besides = [
    rating.onPoint && t('rating.besides', { of: t('rating.onPoint'), is: t(`rating.${rating.onPoint}`) }),
    rating.contactMode && t('rating.besides', { of: t('rating.contactMode'), is: t(`contact.${rating.contactMode}`) }),
    rating.visited && t('rating.besides', { of: t('rating.visited'), is: t(`rating.${rating.visited}`) }),
    typeof rating.leaderReplied === 'boolean' && t(rating.leaderReplied ? 'rating.leader' : 'rating.noLeader'),
    rating.comment && t('rating.besides', { of: t('rating.comment'), is: rating.comment }),
    rating.onBehalf && t('rating.onBehalf'),
    rating.toldHow && t('rating.besides', { of: t('rating.toldHow'), is: rating.toldHow }),
  ];
  return [t('rating.given', { attitude, result }), ...besides].filter(Boolean).join('\n');
}
