import { api } from '../../api/client';
import { wordsForField } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { ReadingGroup, ReadingSession, Swap } from '../../api/types';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';
import { ChooseMember } from './ChooseMember';

const steps = { accept: 'ACCEPT', confirm: 'CONFIRM', decline: 'DECLINE', withdraw: 'WITHDRAW' } as const;

/** A swap that waits: who asks whom, for which session, and what I may say to it. */
export function SwapCard({
  swap,
  group,
  session,
}: {
  swap: Swap;
  group: ReadingGroup | null;
  session: ReadingSession | null;
}) {
  const { error, busy, run } = useDoing();
  const say = (step: (typeof steps)[keyof typeof steps]) =>
    run(async () => {
      await api.PUT('/api/reading-groups/{groupId}/sessions/{id}/swaps/{swapId}', {
        params: { path: { groupId: group?.id ?? '', id: swap.sessionId, swapId: swap.id } },
        body: { step },
      });
      refreshAll();
    });
  return (
    <section className="card stack" aria-label={t('swap.title')}>
      <div className="tight">
        <p className="strong">{t('swap.asks', { from: swap.fromName, to: swap.toName })}</p>
        <p className="quiet">
          {[session?.topic, session && day(session.startsOn), tOr(`swap.${swap.status}`, 'status.other')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {swap.can.length > 0 && (
        <div className="actions two">
          {Object.entries(steps).map(
            ([name, step]) =>
              swap.can.includes(name) && (
                <Button
                  key={name}
                  kind={name === 'accept' || name === 'confirm' ? 'main' : ''}
                  onPress={() => say(step)}
                  disabled={busy}
                >
                  {tOr(`swap.do.${name}`, 'verb.open')}
                </Button>
              ),
          )}
        </div>
      )}
      <Problem error={error} />
    </section>
  );
}

/** A host asks another of the group to take his session over. */
export function AskSwap({
  session,
  group,
  onClose,
}: {
  session: ReadingSession;
  group: ReadingGroup;
  onClose: () => void;
}) {
  const { seat } = useSeat();
  const { error, busy, run } = useDoing();
  const ask = (to: string) =>
    run(async () => {
      await api.POST('/api/reading-groups/{groupId}/sessions/{id}/swaps', {
        params: { path: { groupId: group.id, id: session.id } },
        body: { id: newId(), to },
      });
      refreshAll();
      onClose();
    });
  const taken = wordsForField(error, 'to');
  return (
    <Ask title={t('swap.whom', { topic: session.topic })} actions={<Button onPress={onClose}>{t('cancel')}</Button>}>
      <p className="quiet">{t('swap.help')}</p>
      {taken ? (
        <p className="problem" role="alert">
          {taken}
        </p>
      ) : (
        <Problem error={error} />
      )}
      <ChooseMember groupId={group.id} without={[seat.id]} hosts busy={busy} onChoose={ask} />
    </Ask>
  );
}
