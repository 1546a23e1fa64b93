import { useState } from 'react';
import { api, got } from '../../api/client';
import { listing, question, refreshAll, usePages, useRemote } from '../../api/remote';
import type { Participant, ReadingGroup } from '../../api/types';
import { t, tOr } from '../../text/t';
import { moment } from '../../text/time';
import { Ask, Button, Choices, Field, Problem, Shape, useDoing } from '../../ui/ui';
import { PickMembers } from '../proposal/PickMembers';
import { ChooseMember, useRested } from './ChooseMember';
import { runs } from './group';

const shownAtOnce = 20;

const membersOf = listing((after, id: string, name: string) =>
  got(
    api.GET('/api/reading-groups/{id}/members', {
      params: { path: { id }, query: { name: name || undefined, after, limit: shownAtOnce } },
    }),
  ),
);

/** Who reads along, with what part in running the group; whoever runs it takes in, appoints and puts out here. */
export function GroupMembers({ group }: { group: ReadingGroup }) {
  const [asking, setAsking] = useState<'none' | 'add' | 'owner'>('none');
  const [typed, setTyped] = useState('');
  const { items, error, reload, more } = usePages(membersOf, group.id, useRested(typed));
  const { error: refused, busy, run } = useDoing();
  const close = () => setAsking('none');
  const add = (picked: readonly { id: string }[]) =>
    run(async () => {
      try {
        for (const { id: seatId } of picked)
          await api.PUT('/api/reading-groups/{id}/members/{seatId}', { params: { path: { id: group.id, seatId } } });
        close();
      } finally {
        refreshAll(); // those before the one who was refused are in
      }
    });
  return (
    <section className="stack section" aria-labelledby="members">
      <h2 id="members">{t('members.title', { count: group.members })}</h2>
      {group.members > shownAtOnce && <Field label={t('members.search')} value={typed} onChange={setTyped} />}
      {!items && (error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 100]} />)}
      {items && items.length > 0 && (
        <ul className="card between-lines">
          {items.map((member) => (
            <Member key={member.seatId} group={group} member={member} />
          ))}
        </ul>
      )}
      {items?.length === 0 && <p className="quiet">{t('members.nobody')}</p>}
      {items && <Problem error={error} retry={reload} />}
      {more && (
        <Button kind="plain wide" onPress={more}>
          {t('more')}
        </Button>
      )}
      {group.waiters > 0 && runs(group) && <Waiters group={group} />}
      {asking !== 'add' && group.can.includes('addMember') && (
        <Button kind="wide" onPress={() => setAsking('add')}>
          {t('members.add')}
        </Button>
      )}
      {asking === 'add' && (
        <PickMembers
          without={(items ?? []).map(({ seatId }) => seatId)}
          busy={busy}
          says={(count) => t('members.addCount', { count })}
          onPicked={(picked) => void add(picked)}
          onCancel={close}
        />
      )}
      {asking === 'add' && <Problem error={refused} />}
      {(group.can.includes('appoint') || group.can.includes('own')) && (
        <Button kind="wide" onPress={() => setAsking('owner')}>
          {t('members.changeOwner')}
        </Button>
      )}
      {asking === 'owner' && <NewOwner group={group} onClose={close} />}
    </section>
  );
}

const waitersOf = question((id: string) =>
  got(api.GET('/api/reading-groups/{id}/waiting', { params: { path: { id } } })),
);

/** Who waits for a place, whoever asked first first; more room lets them in. */
function Waiters({ group }: { group: ReadingGroup }) {
  const { data, error, reload } = useRemote(waitersOf, group.id);
  return (
    <details className="card">
      <summary>{t('waiting.count', { count: group.waiters })}</summary>
      <p className="quiet">{t('waiting.help')}</p>
      <Problem error={error} retry={reload} />
      <ol className="between-lines">
        {data?.map(({ seatId, name, since }) => (
          <li key={seatId} className="row">
            <span className="grow">{name}</span>
            <span className="quiet">{moment(since)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const parts = ['READER', 'SECRETARY', 'CO_OWNER'] as const;

function Member({ group, member }: { group: ReadingGroup; member: Participant }) {
  const [asking, setAsking] = useState(false);
  const { seatId, name, part } = member;
  const owns = seatId === group.ownerId;
  const mayAppoint = group.can.includes('appoint') && !owns;
  const mayRemove = group.can.includes('removeMember') && !owns;
  return (
    <li className="row">
      <span className="grow">
        {name} {owns && <span className="tag">{t('part.OWNER')}</span>}
        {!owns && part !== 'READER' && <span className="tag">{tOr(`part.${part}`, 'part.READER')}</span>}
      </span>
      {(mayAppoint || mayRemove) && (
        <Button kind="plain small" onPress={() => setAsking(true)}>
          {t('members.change')}
          <span className="vh">{t('members.of', { name })}</span>
        </Button>
      )}
      {asking && (
        <Change
          group={group}
          member={member}
          mayAppoint={mayAppoint}
          mayRemove={mayRemove}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function Change({
  group,
  member: { seatId, name, part },
  mayAppoint,
  mayRemove,
  onClose,
}: {
  group: ReadingGroup;
  member: Participant;
  mayAppoint: boolean;
  mayRemove: boolean;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState(parts.find((each) => each === part) ?? 'READER');
  const [removing, setRemoving] = useState(false);
  const { error, busy, run } = useDoing();
  const params = { path: { id: group.id, seatId } };
  const send = (call: () => Promise<unknown>) =>
    run(async () => {
      await call();
      onClose();
      refreshAll();
    });
  if (removing)
    return (
      <Ask
        title={t('members.removeAsk', { name })}
        actions={
          <>
            <Button
              kind="main"
              onPress={() => send(() => api.DELETE('/api/reading-groups/{id}/members/{seatId}', { params }))}
              disabled={busy}
            >
              {t('members.remove')}
            </Button>
            <Button onPress={onClose}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('members.removeMore')}</p>
        <Problem error={error} />
      </Ask>
    );
  return (
    <Ask
      title={name}
      actions={
        <>
          {mayAppoint && (
            <Button
              kind="main"
              onPress={() =>
                send(() =>
                  api.PUT('/api/reading-groups/{id}/members/{seatId}/part', { params, body: { part: chosen } }),
                )
              }
              disabled={busy || chosen === part}
            >
              {t('members.appoint')}
            </Button>
          )}
          {mayRemove && <Button onPress={() => setRemoving(true)}>{t('members.remove')}</Button>}
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {mayAppoint && (
        <Choices
          legend={t('members.part')}
          options={parts.map((each) => [each, tOr(`part.${each}`, 'part.READER')])}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Problem error={error} />
    </Ask>
  );
}

/** Somebody of the group owns it from now on. */
function NewOwner({ group, onClose }: { group: ReadingGroup; onClose: () => void }) {
  const { error, busy, run } = useDoing();
  const own = (ownerId: string) =>
    run(async () => {
      await api.PUT('/api/reading-groups/{id}/owner', { params: { path: { id: group.id } }, body: { ownerId } });
      onClose();
      refreshAll();
    });
  return (
    <Ask title={t('members.changeOwner')} actions={<Button onPress={onClose}>{t('cancel')}</Button>}>
      <p className="quiet">{t('members.ownerHelp')}</p>
      <ChooseMember groupId={group.id} without={[group.ownerId]} hosts busy={busy} onChoose={own} />
      <Problem error={error} />
    </Ask>
  );
}
