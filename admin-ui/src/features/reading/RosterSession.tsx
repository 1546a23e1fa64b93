import { Button, Checkbox, Dropdown, Form, Input } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { ReadingGroup, ReadingSession, Swap } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { day, today } from '../../ui/format';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { MemberPicker } from './MemberPicker';
import { PlanSession } from './PlanSession';
import { type SessionMove, sessionMoves, swapSteps } from './roster';

type Asking = 'none' | SessionMove;

interface SessionProps {
  group: ReadingGroup;
  session: ReadingSession;
}

/** One session of the roster: what its week does not say yet, and what the server lets me do with it. */
export function RosterSession({ group, session }: SessionProps) {
  const [asking, setAsking] = useState<Asking>('none');
  const close = () => setAsking('none');
  const [first, ...others] = sessionMoves(session, today());
  const more = first === 'lead' ? others : [first, ...others].filter((move) => move !== undefined);
  return (
    <div className="row">
      <div className="grow">
        {nameOf('readingSession.kind', session.kind)}
        {session.topic !== group.theme && ` · ${session.topic}`}{' '}
        <span className="quiet">{[nameOf('readingSession.status', session.status), factsOf(session)].join(' · ')}</span>
        {session.noShows.map(({ name, notedAt }) => (
          <p key={notedAt} className="quiet">
            {t('readingSession.noShowWas', { name, day: day(notedAt.slice(0, 10)) })}
          </p>
        ))}
      </div>
      {first === 'lead' && (
        <Button size="small" onClick={() => setAsking('lead')}>
          {t('readingSession.do.lead')}
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((move) => ({ key: move, label: nameOf('readingSession.do', move) })),
            onClick: ({ key }) => setAsking(more.find((move) => move === key) ?? 'none'),
          }}
        >
          <Button size="small" aria-label={t('readingSession.moreOf', { topic: session.topic })}>
            {t('common.more')}
          </Button>
        </Dropdown>
      )}
      {asking === 'edit' && <PlanSession group={group} session={session} onClose={close} />}
      {asking === 'reassign' && <Reassign session={session} onClose={close} />}
      {asking === 'lead' && <Held session={session} onClose={close} />}
      {asking === 'unlead' && (
        <Why
          move="unlead"
          session={session}
          onSend={(body) =>
            read(api.PUT('/api/reading-groups/{groupId}/sessions/{id}/reopening', { params: pathOf(session), body }))
          }
          onClose={close}
        />
      )}
      {asking === 'cancel' && (
        <Why
          move="cancel"
          session={session}
          onSend={(body) =>
            read(api.PUT('/api/reading-groups/{groupId}/sessions/{id}/cancellation', { params: pathOf(session), body }))
          }
          onClose={close}
        />
      )}
    </div>
  );
}

function factsOf(session: ReadingSession): string {
  return [
    session.startsOn === session.endsOn
      ? day(session.startsOn)
      : t('reading.fromTo', { from: day(session.startsOn), to: day(session.endsOn) }),
    session.guideName && t('readingSession.guideIs', { name: session.guideName }),
    session.heldOn && t('readingSession.heldIs', { day: day(session.heldOn) }),
    session.cancelReason,
  ]
    .filter(Boolean)
    .join(' · ');
}

const pathOf = ({ groupId, id }: ReadingSession) => ({ path: { groupId, id } });

function Reassign({ session, onClose }: Omit<SessionProps, 'group'> & { onClose: () => void }) {
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
        <MemberPicker group={session.groupId} without={session.hostId} />
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

/** A step back that wants its reason. */
function Why({
  move,
  session,
  onSend,
  onClose,
}: {
  move: 'cancel' | 'unlead';
  session: ReadingSession;
  onSend: (body: { version: number; reason: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  return (
    <FormModal<{ reason: string }>
      title={t(`readingSession.do.${move}`)}
      verb={t(`readingSession.do.${move}`)}
      draft={`reading.${move}.${session.id}`}
      initial={{}}
      onSend={({ reason }) => onSend({ version: session.version, reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('common.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} count={counted(200)} />
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
