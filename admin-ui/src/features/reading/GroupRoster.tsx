import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Popconfirm, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import type { ReadingGroup, ReadingSession, RosterClash, RosterTurn, RosterWeek } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { day, minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { SeatPicker } from '../../ui/SeatPicker';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';
import { Gap } from './Gap';
import { MembersPicker } from './MemberPicker';
import { PlanSession } from './PlanSession';
import { RosterSession, RosterSwap } from './RosterSession';

const parts = ['READER', 'SECRETARY', 'CO_OWNER'] as const;

/** The weeks of a group, and a rule that fills them. */
export function GroupRoster({ group }: { group: ReadingGroup }) {
  const [asking, setAsking] = useState<'none' | 'fill' | 'plan'>('none');
  const close = () => setAsking('none');
  const { data, error, refetch } = useQuery({
    queryKey: ['roster', group.id],
    queryFn: () => read(api.GET('/api/reading-groups/{groupId}/roster', { params: { path: { groupId: group.id } } })),
  });
  return (
    <Card
      title={t('reading.roster')}
      extra={
        group.can.includes('plan') && (
          <>
            <Button onClick={() => setAsking('plan')}>{t('readingSession.plan')}</Button>{' '}
            <Button onClick={() => setAsking('fill')}>{t('reading.fill')}</Button>
          </>
        )
      }
    >
      <Problem error={error} retry={() => refetch()} />
      {!data && !error && <Skeleton active />}
      {data?.swaps.map((swap) => (
        <RosterSwap
          key={swap.id}
          group={group}
          swap={swap}
          session={data.sessions.find(({ id }) => id === swap.sessionId)}
        />
      ))}
      {data && data.clashes.length > 0 && <Clashes clashes={data.clashes} sessions={data.sessions} />}
      <ol className="weeks">
        {data?.weeks.map((week) => (
          <Week
            key={week.monday}
            week={week}
            group={group}
            sessions={data.sessions.filter(({ id }) => week.sessions.includes(id))}
          />
        ))}
      </ol>
      {asking === 'fill' && data && <FillModal group={group} turns={data.rotation} onClose={close} />}
      {asking === 'plan' && <PlanSession group={group} onClose={close} />}
    </Card>
  );
}

function Week({
  week,
  group,
  sessions,
}: {
  week: RosterWeek;
  group: ReadingGroup;
  sessions: readonly ReadingSession[];
}) {
  return (
    <li>
      {t('reading.weekOf', { day: day(week.monday) })} {week.hosts.join(t('common.and'))}{' '}
      {week.gap && <Gap week={week} />}
      {sessions.map((session) => (
        <RosterSession key={session.id} group={group} session={session} />
      ))}
    </li>
  );
}

/** Whoever hosts in another group in the same days: found again, nothing was refused. */
function Clashes({ clashes, sessions }: { clashes: readonly RosterClash[]; sessions: readonly ReadingSession[] }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={t('reading.clashes', { count: clashes.length })}
      description={
        <ul>
          {clashes.map(({ sessionId, themes, others }) => {
            const session = sessions.find(({ id }) => id === sessionId);
            const where = [...themes, ...(others > 0 ? [t('reading.clashOthers', { count: others })] : [])];
            return (
              session && (
                <li key={sessionId}>
                  {t('reading.clash', {
                    day: day(session.startsOn),
                    name: session.hostName ?? '',
                    where: where.join(t('common.and')),
                  })}
                </li>
              )
            );
          })}
        </ul>
      }
    />
  );
}

function FillModal({
  group,
  turns,
  onClose,
}: {
  group: ReadingGroup;
  turns: readonly RosterTurn[];
  onClose: () => void;
}) {
  return (
    <FormModal<{ hostIds: string[]; topic?: string }>
      title={t('reading.fill')}
      verb={t('reading.fill')}
      draft={`reading.fill.${group.id}`}
      initial={{ hostIds: turns.map(({ seatId }) => seatId) }}
      onSend={(body) =>
        read(api.PUT('/api/reading-groups/{groupId}/rotation', { params: { path: { groupId: group.id } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item
        name="hostIds"
        label={t('reading.hosts')}
        extra={t('reading.hostsHelp', { cadence: nameOf('reading.cadence', group.cadence) })}
        rules={[{ required: true, message: t('reading.hostsNeeded') }]}
      >
        <MembersPicker group={group.id} named={turns} />
      </Form.Item>
      <Form.Item name="topic" label={t('reading.sessionTopic')} extra={t('reading.sessionTopicHelp')}>
        <Input maxLength={60} />
      </Form.Item>
    </FormModal>
  );
}

/** Who waits for a place in a full group, whoever asked first first. */
function Waiters({ group }: { group: ReadingGroup }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['reading-waiting', group.id],
    queryFn: () => read(api.GET('/api/reading-groups/{id}/waiting', { params: { path: { id: group.id } } })),
  });
  return (
    <section aria-label={t('reading.waiting', { count: group.waiters })}>
      <h3>{t('reading.waiting', { count: group.waiters })}</h3>
      <p className="quiet">{t('reading.waitingHelp')}</p>
      <Problem error={error} retry={() => refetch()} />
      <ol className="weeks">
        {data?.map(({ seatId, name, since }) => (
          <li key={seatId} className="row">
            <span className="grow">{name}</span>
            <span className="quiet">{minute(since)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who reads along, with what part in running the group. */
export function GroupMembers({ group }: { group: ReadingGroup }) {
  const [name, setName] = useState('');
  const pages = usePages(['reading-members', group.id, name], (after) =>
    read(
      api.GET('/api/reading-groups/{id}/members', {
        params: { path: { id: group.id }, query: { name: name || undefined, after, limit: 50 } },
      }),
    ),
  );
  const [adding, setAdding] = useState(false);
  const appoint = useAct(({ seatId, part }: { seatId: string; part: (typeof parts)[number] }) =>
    done(
      api.PUT('/api/reading-groups/{id}/members/{seatId}/part', {
        params: { path: { id: group.id, seatId } },
        body: { part },
      }),
    ),
  );
  const remove = useAct((seatId: string) =>
    done(api.DELETE('/api/reading-groups/{id}/members/{seatId}', { params: { path: { id: group.id, seatId } } })),
  );
  return (
    <Card
      title={t('reading.membersOf', { count: group.members })}
      extra={
        group.can.includes('addMember') && <Button onClick={() => setAdding(true)}>{t('reading.addMember')}</Button>
      }
    >
      {group.members > 20 && (
        <Input.Search allowClear placeholder={t('reading.findMember')} onSearch={(text) => setName(text.trim())} />
      )}
      <Problem error={pages.state.error ?? appoint.error ?? remove.error} retry={() => pages.state.refetch()} />
      <ul className="weeks">
        {pages.rows.map(({ seatId, name, part }) => (
          <li key={seatId} className="row">
            <span className="grow">
              {name} {seatId === group.ownerId && <span className="quiet">{t('reading.owner')}</span>}
            </span>
            {group.can.includes('appoint') && seatId !== group.ownerId ? (
              <Select
                size="small"
                aria-label={t('reading.partOf', { name })}
                value={parts.find((each) => each === part)}
                onChange={(next) => appoint.mutate({ seatId, part: next })}
                options={parts.map((each) => ({ value: each, label: nameOf('reading.part', each) }))}
              />
            ) : (
              part !== 'READER' && <span className="quiet">{nameOf('reading.part', part)}</span>
            )}
            {group.can.includes('removeMember') && seatId !== group.ownerId && (
              <Popconfirm
                title={t('reading.removeSure', { name })}
                okText={t('reading.remove')}
                cancelText={t('common.cancel')}
                onConfirm={() => remove.mutate(seatId)}
              >
                <Button size="small" aria-label={t('reading.removeOf', { name })}>
                  {t('reading.remove')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {pages.state.hasNextPage && (
        <Button type="link" loading={pages.state.isFetchingNextPage} onClick={() => pages.state.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      {group.waiters > 0 && <Waiters group={group} />}
      {adding && (
        <FormModal<{ seatId: string }>
          title={t('reading.addMember')}
          verb={t('reading.addMember')}
          draft={`reading.add.${group.id}`}
          initial={{}}
          onSend={({ seatId }) =>
            done(api.PUT('/api/reading-groups/{id}/members/{seatId}', { params: { path: { id: group.id, seatId } } }))
          }
          onClose={() => setAdding(false)}
        >
          <Form.Item
            name="seatId"
            label={t('reading.member')}
            rules={[{ required: true, message: t('reading.memberNeeded') }]}
          >
            <SeatPicker />
          </Form.Item>
        </FormModal>
      )}
    </Card>
  );
}
