import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { ReadingGroup, ReadingParticipant, ReadingSession, Swap } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { day, today } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { PlanSession } from './PlanSession';
import { sessionMoves, swapSteps } from './roster';

type Asking = 'none' | 'edit' | 'reassign' | 'lead' | 'cancel';

interface SessionProps {
  group: ReadingGroup;
  session: ReadingSession;
  members: readonly ReadingParticipant[];
}

/** One session of the roster: its days, who leads it, and what the server lets me do with it. */
export function RosterSession({ group, session, members }: SessionProps) {
  const [asking, setAsking] = useState<Asking>('none');
  const close = () => setAsking('none');
  return (
    <div>
      <p>
        {nameOf('readingSession.kind', session.kind)} · {session.topic}{' '}
        <span className="quiet">{nameOf('readingSession.status', session.status)}</span>
      </p>
      <p className="quiet">{factsOf(session)}</p>
      <div className="row">
        {sessionMoves(session, today()).map((move) => (
          <Button key={move} size="small" onClick={() => setAsking(move)}>
            {nameOf('readingSession.do', move)}
          </Button>
        ))}
      </div>
      {asking === 'edit' && <PlanSession group={group} members={members} session={session} onClose={close} />}
      {asking === 'reassign' && <Reassign session={session} members={members} onClose={close} />}
      {asking === 'lead' && <Held session={session} onClose={close} />}
      {asking === 'cancel' && <Cancel session={session} onClose={close} />}
    </div>
  );
}

function factsOf(session: ReadingSession): string {
  return [
    session.startsOn === session.endsOn
      ? day(session.startsOn)
      : t('reading.fromTo', { from: day(session.startsOn), to: day(session.endsOn) }),
    session.hostName && t('readingSession.hostIs', { name: session.hostName }),
    session.guideName && t('readingSession.guideIs', { name: session.guideName }),
    session.heldOn && t('readingSession.heldIs', { day: day(session.heldOn) }),
    session.cancelReason,
  ]
    .filter(Boolean)
    .join(' · ');
}

const pathOf = ({ groupId, id }: ReadingSession) => ({ path: { groupId, id } });

function Reassign({ session, members, onClose }: Omit<SessionProps, 'group'> & { onClose: () => void }) {
  return (
    <FormModal<{ hostId: string; noShow?: boolean }>
      title={t('readingSession.do.reassign')}
      verb={t('readingSession.do.reassign')}
      draft={`reading.host.${session.id}`}
      initial={{ noShow: false }}
      onSend={({ hostId, noShow }) =>
        read(
          api.PUT('/api/reading-groups/{groupId}/sessions/{id}/host', {
            params: pathOf(session),
            body: { version: session.version, hostId, noShow: noShow === true },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="hostId"
        label={t('readingSession.host')}
        rules={[{ required: true, message: t('reading.memberNeeded') }]}
      >
        <Select
          options={members
            .filter(({ seatId }) => seatId !== session.hostId)
            .map(({ seatId, name }) => ({ value: seatId, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      {session.hostName && (
        <Form.Item name="noShow" valuePropName="checked" extra={t('readingSession.noShowHelp')}>
          <Checkbox>{t('readingSession.noShow', { name: session.hostName })}</Checkbox>
        </Form.Item>
      )}
    </FormModal>
  );
}

function Held({ session, onClose }: { session: ReadingSession; onClose: () => void }) {
  return (
    <FormModal<{ heldOn: string }>
      title={t('readingSession.do.lead')}
      verb={t('readingSession.do.lead')}
      draft={`reading.held.${session.id}`}
      initial={{ heldOn: today() }}
      onSend={({ heldOn }) =>
        read(
          api.PUT('/api/reading-groups/{groupId}/sessions/{id}/holding', {
            params: pathOf(session),
            body: { version: session.version, heldOn },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="heldOn"
        label={t('readingSession.heldOn')}
        extra={t('readingSession.heldHelp')}
        rules={[{ required: true, message: t('common.dayNeeded') }]}
      >
        <Input type="date" min={session.startsOn} max={today()} />
      </Form.Item>
    </FormModal>
  );
}

function Cancel({ session, onClose }: { session: ReadingSession; onClose: () => void }) {
  return (
    <FormModal<{ reason: string }>
      title={t('readingSession.do.cancel')}
      verb={t('readingSession.do.cancel')}
      draft={`reading.cancel.${session.id}`}
      initial={{}}
      onSend={({ reason }) =>
        read(
          api.PUT('/api/reading-groups/{groupId}/sessions/{id}/cancellation', {
            params: pathOf(session),
            body: { version: session.version, reason },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('common.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormModal>
  );
}

/** A swap that waits: who asks whom, for which session, and what I may say to it. */
export function RosterSwap({ group, swap, session }: { group: ReadingGroup; swap: Swap; session?: ReadingSession }) {
  const settle = useAct((step: 'ACCEPT' | 'CONFIRM' | 'DECLINE' | 'WITHDRAW') =>
    read(
      api.PUT('/api/reading-groups/{groupId}/sessions/{id}/swaps/{swapId}', {
        params: { path: { groupId: group.id, id: swap.sessionId, swapId: swap.id } },
        body: { step },
      }),
    ),
  );
  return (
    <section aria-label={t('readingSwap.title')}>
      <p className="strong">{t('readingSwap.asks', { from: swap.fromName, to: swap.toName })}</p>
      <p className="quiet">
        {[session && day(session.startsOn), session?.topic, nameOf('readingSwap.status', swap.status)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="row">
        {swapSteps(swap).map((step) => (
          <Button
            key={step}
            size="small"
            type={step === 'CONFIRM' ? 'primary' : 'default'}
            loading={settle.isPending}
            onClick={() => settle.mutate(step)}
          >
            {nameOf('readingSwap.do', step)}
          </Button>
        ))}
      </div>
      <Problem error={settle.error} />
    </section>
  );
}
