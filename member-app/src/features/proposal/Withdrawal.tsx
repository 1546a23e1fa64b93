import { useState } from 'react';
import { api } from '../../api/client';
import { refreshAll } from '../../api/remote';
import type { Proposal } from '../../api/types';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { Button, Problem, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';

/** After filing the proponent asks for withdrawal; how it stands, what the office said, and the form. */
export function Withdrawal({ proposal }: { proposal: Proposal }) {
  const { withdrawalRequest: request, can } = proposal;
  const open = request?.state === 'ASKED';
  if (!can.includes('ask-withdrawal') && !open && request?.state !== 'REFUSED') return null;
  return (
    <section className="card stack">
      <h3>{t('withdrawal.title')}</h3>
      {open && <p>{t('withdrawal.asked', { day: day(request.askedOn) })}</p>}
      {request?.state === 'REFUSED' && request.decidedOn && (
        <>
          <p>{t('withdrawal.refused', { day: day(request.decidedOn) })}</p>
          {request.decision && <p className="prose">{request.decision}</p>}
        </>
      )}
      {can.includes('take-back-request') && <TakeBack id={proposal.id} />}
      {can.includes('ask-withdrawal') && <AskFor id={proposal.id} />}
    </section>
  );
}

function TakeBack({ id }: { id: string }) {
  const { error, busy, run } = useDoing();
  const takeBack = () =>
    run(async () => {
      await api.DELETE('/api/proposals/{id}/withdrawal-request', { params: { path: { id } } });
      refreshAll();
    });
  return (
    <>
      <Problem error={error} />
      <Button kind="wide" onPress={takeBack} disabled={busy}>
        {t('withdrawal.takeBack')}
      </Button>
    </>
  );
}

function AskFor({ id }: { id: string }) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `withdrawal/${id}`, { text: '' });
  const { texts } = box;
  const [opened, setOpened] = useState<boolean | null>(null);
  const { error, busy, run } = useDoing();
  const ask = () =>
    run(async () => {
      await api.PUT('/api/proposals/{id}/withdrawal-request', {
        params: { path: { id } },
        body: { reason: texts.text },
      });
      await box.sent(texts);
      refreshAll();
    });
  if (!(opened ?? texts.text)) {
    return (
      <Button kind="wide" onPress={() => setOpened(true)}>
        {t('withdrawal.do')}
      </Button>
    );
  }
  return (
    <>
      <TextBox
        label={t('withdrawal.reason')}
        help={t('withdrawal.says')}
        rows={3}
        value={texts.text}
        onChange={(text) => box.write({ text })}
      />
      <Kept words={box} />
      <Problem error={error} />
      <div className="actions two">
        <Button kind="main" onPress={ask} disabled={busy || !texts.text.trim()}>
          {t('withdrawal.do')}
        </Button>
        <Button onPress={() => setOpened(false)}>{t('cancel')}</Button>
      </div>
    </>
  );
}
