import { useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import { useSeat } from '../../session/session';
import { type Line, put, useUnsent } from '../../store/outbox';
import { t, tOr } from '../../text/t';
import { Button, Choices, Field, Problem, useDoing } from '../../ui/ui';

const progressOf = keptQuestion('progress', (id: string) =>
  got(api.GET('/api/books/{id}/progress', { params: { path: { id } } })),
);

const first = { page: 1, percent: 0 };
const last = { page: 100_000, percent: 100 };

/** How far I have read. Nobody else sees it, and nothing counts it. Without a signal it waits on the phone. */
export function Progress({ id, title }: { id: string; title: string }) {
  const { seat } = useSeat();
  const { data } = useRemote(progressOf, id);
  const waiting = useUnsent(seat.id).find(({ matter }) => matter.kind === 'progress' && matter.bookId === id);
  const reached = waiting ? reachedIn(waiting) : data;
  const [unit, setUnit] = useState<'page' | 'percent'>('page');
  const [value, setValue] = useState('');
  const { error, busy, run } = useDoing();
  const isReached = reached?.page != null || reached?.percent != null;
  const isThere = /^\d+$/.test(value) && Number(value) >= first[unit] && Number(value) <= last[unit];
  const keep = () =>
    run(async () => {
      await put(seat.id, title, { kind: 'progress', bookId: id, [unit]: Number(value) });
      setValue('');
    });
  const forget = () => run(() => put(seat.id, title, { kind: 'progress', bookId: id }));
  return (
    <section className="card stack" aria-labelledby="progress">
      <h2 id="progress">{t('progress.title')}</h2>
      <p className="quiet">{t('progress.private')}</p>
      {isReached && (
        <p className="strong">
          {reached?.page != null
            ? t('progress.page', { page: reached.page })
            : t('progress.percent', { percent: reached?.percent ?? 0 })}
        </p>
      )}
      {waiting && (
        <p className={waiting.refused ? 'problem' : 'quiet'}>
          {waiting.refused ? tOr(`problem.${waiting.refused}`, 'problem.other') : t('outbox.waiting')}
        </p>
      )}
      <Choices
        legend={t('progress.unit')}
        options={[
          ['page', t('progress.byPage')],
          ['percent', t('progress.byPercent')],
        ]}
        value={unit}
        onChange={setUnit}
      />
      <Field label={t('progress.reached')} kind="code" value={value} onChange={setValue} max={6} />
      <Button kind="wide" onPress={keep} disabled={busy || !isThere}>
        {t('progress.keep')}
      </Button>
      {isReached && (
        <Button kind="plain wide" onPress={forget} disabled={busy}>
          {t('progress.forget')}
        </Button>
      )}
      <Problem error={error} />
    </section>
  );
}

function reachedIn({ matter }: Line): { page?: number; percent?: number } {
  return matter.kind === 'progress' ? matter : {};
}
