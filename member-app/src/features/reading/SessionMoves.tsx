import { useState } from 'react';
import { api } from '../../api/client';
import { hasCode, wordsForField } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { ReadingGroup, ReadingSession } from '../../api/types';
import { t } from '../../text/t';
import { today } from '../../text/time';
import { Day } from '../../ui/Day';
import { Ask, Button, Problem, Tick, useDoing, Way } from '../../ui/ui';
import { ChooseMember } from './ChooseMember';
import { PlanSession } from './PlanSession';
import { AskSwap } from './Swaps';
import { Words } from './Words';

type Sheet = 'none' | 'lead' | 'swap' | 'more' | 'edit' | 'reassign' | 'cancel' | 'unlead';

const moves = ['edit', 'reassign', 'cancel', 'unlead'] as const;

/** What the server lets me do with a session. What is rare, or cannot be taken back, is one step further. */
export function SessionMoves({ session, group }: { session: ReadingSession; group: ReadingGroup }) {
  const [sheet, setSheet] = useState<Sheet>('none');
  const close = () => setSheet('none');
  const done = (call: Promise<unknown>) =>
    call.then(() => {
      close();
      refreshAll();
    });
  const params = { path: { groupId: session.groupId, id: session.id } };
  const more = moves.filter((move) => session.can.includes(move));
  const hasBegun = session.startsOn <= today();
  return (
    <>
      <div className="ways">
        {session.can.includes('lead') && hasBegun && (
          <Button kind="small" onPress={() => setSheet('lead')}>
            {t('roster.held')}
          </Button>
        )}
        {session.kind === 'READ_ALOUD' && session.status === 'PLANNED' && hasBegun && group.can.includes('post') && (
          <Way kind="small" to={`/reading/${group.id}/aloud`}>
            {t('session.readAloud')}
          </Way>
        )}
        {session.can.includes('ask-swap') && (
          <Button kind="small" onPress={() => setSheet('swap')}>
            {t('swap.ask')}
          </Button>
        )}
        {more.length > 0 && (
          <Button kind="plain small" onPress={() => setSheet('more')}>
            {t('session.more')}
            <span className="vh">{t('session.moreOf', { topic: session.topic })}</span>
          </Button>
        )}
      </div>
      {sheet === 'more' && (
        <Ask title={session.topic} actions={<Button onPress={close}>{t('cancel')}</Button>}>
          <div className="actions">
            {more.map((move) => (
              <Button key={move} onPress={() => setSheet(move)}>
                {nameOf(move)}
              </Button>
            ))}
          </div>
        </Ask>
      )}
      {sheet === 'lead' && <Held session={session} onClose={close} />}
      {sheet === 'swap' && <AskSwap session={session} group={group} onClose={close} />}
      {sheet === 'edit' && <PlanSession group={group} session={session} onClose={close} />}
      {sheet === 'reassign' && <Reassign session={session} onClose={close} />}
      {sheet === 'unlead' && (
        <Words
          place={`unlead/${session.id}`}
          title={t('session.do.unlead')}
          label={t('run.reason')}
          verb={t('session.do.unlead')}
          max={200}
          onClose={close}
          send={(reason) =>
            done(
              api.PUT('/api/reading-groups/{groupId}/sessions/{id}/reopening', {
                params,
                body: { version: session.version, reason },
              }),
            )
          }
        />
      )}
      {sheet === 'cancel' && (
        <Words
          place={`cancel/${session.id}`}
          title={t('session.do.cancel')}
          label={t('run.reason')}
          verb={t('session.do.cancel')}
          max={200}
          onClose={close}
          send={(reason) =>
            done(
              api.PUT('/api/reading-groups/{groupId}/sessions/{id}/cancellation', {
                params,
                body: { version: session.version, reason },
              }),
            )
          }
        />
      )}
    </>
  );
}

function nameOf(move: (typeof moves)[number]): string {
  switch (move) {
    case 'edit':
      return t('session.do.edit');
    case 'reassign':
      return t('session.do.reassign');
    case 'unlead':
      return t('session.do.unlead');
    case 'cancel':
      return t('session.do.cancel');
  }
}

type Props = { session: ReadingSession; onClose: () => void };

/** It counts from then on, so it asks for the day. */
function Held({ session, onClose }: Props) {
  const [heldOn, setHeldOn] = useState([session.endsOn, today()].sort()[0] ?? '');
  const { error, busy, run } = useDoing();
  const hold = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{groupId}/sessions/{id}/holding', {
        params: { path: { groupId: session.groupId, id: session.id } },
        body: { version: session.version, heldOn },
      });
      onClose();
      refreshAll();
    });
  return (
    <Ask
      title={t('session.heldAsk', { topic: session.topic })}
      actions={
        <>
          <Button kind="main" onPress={hold} disabled={busy || !heldOn}>
            {t('session.heldDo')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p className="quiet">{t('session.heldHelp')}</p>
      <Day
        label={t('session.heldOn')}
        value={heldOn}
        min={session.startsOn}
        max={today()}
        problem={wordsForField(error, 'heldOn')}
        onChange={setHeldOn}
      />
      {!wordsForField(error, 'heldOn') && <Problem error={error} />}
    </Ask>
  );
}

/** Another of the group hosts it; that the one before did not come is for those who run the group. */
function Reassign({ session, onClose }: Props) {
  const [noShow, setNoShow] = useState(false);
  const { error, busy, run } = useDoing();
  const give = (hostId: string) =>
    run(async () => {
      await api.PUT('/api/reading-groups/{groupId}/sessions/{id}/host', {
        params: { path: { groupId: session.groupId, id: session.id } },
        body: { version: session.version, hostId, noShow },
      });
      onClose();
      refreshAll();
    });
  return (
    <Ask
      title={t('session.reassignTo', { topic: session.topic })}
      actions={<Button onPress={onClose}>{t('cancel')}</Button>}
    >
      {session.hostName && (
        <>
          <Tick label={t('session.noShow', { name: session.hostName })} checked={noShow} onChange={setNoShow} />
          <p className="quiet">{t('session.noShowHelp')}</p>
        </>
      )}
      {wordsForField(error, 'hostId') && <p className="help bad">{wordsForField(error, 'hostId')}</p>}
      {!hasCode(error, 'fields.invalid') && <Problem error={error} />}
      <ChooseMember
        groupId={session.groupId}
        hosts
        without={session.hostId ? [session.hostId] : []}
        busy={busy}
        onChoose={give}
      />
    </Ask>
  );
}
