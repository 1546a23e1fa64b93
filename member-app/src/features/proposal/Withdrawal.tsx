import { api } from '../../api/client';
import { refreshAll } from '../../api/remote';
import type { Proposal } from '../../api/types';
import { t } from '../../text/t';
import { day } from '../../text/time';
import { Button, Problem, useDoing } from '../../ui/ui';
import { AskWithReason } from './AskWithReason';

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
      {can.includes('ask-withdrawal') && (
        <AskWithReason
          draft={`withdrawal/${proposal.id}`}
          about="withdrawal"
          onSend={(reason) =>
            api.PUT('/api/proposals/{id}/withdrawal-request', {
              params: { path: { id: proposal.id } },
              body: { reason },
            })
          }
        />
      )}
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
