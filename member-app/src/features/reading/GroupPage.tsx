import { useEffect, useRef, useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, refreshAll, useRemote } from '../../api/remote';
import type { ReadingGroup } from '../../api/types';
import { isVisitor, useSeat } from '../../session/session';
import { useUnsent } from '../../store/outbox';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Ask, Button, Problem, Shape, Sub, useDoing, Way } from '../../ui/ui';
import { Written } from '../../ui/Written';
import type { Beginning } from './Composer';
import { digestFacts, digestsOf, Opened } from './DigestsPage';
import { groupBy, runs } from './group';
import { Hearing } from './Hearing';
import { groupFacts } from './ReadingPage';
import { Talk } from './Talk';
import { Today } from './Today';
import { Topics } from './Topics';

/** What opens a group stands above the talk: the owner's lead posts under that heading. */
const openingOf = keptQuestion('opening', (groupId: string, topic: string) =>
  got(
    api.GET('/api/reading-groups/{groupId}/posts', {
      params: { path: { groupId }, query: { after: 0, topic, limit: 10 } },
    }),
  ),
);

const placeOf = keptQuestion('post-place', (id: string) =>
  got(api.GET('/api/reading-posts/{id}/place', { params: { path: { id } } })),
);

/** Opens a group at one of its posts. */
export function PostPage({ id }: { id: string }) {
  const { data: place, error, reload } = useRemote(placeOf, id);
  if (place) return <GroupPage id={place.groupId} at={place.seq} />;
  return (
    <Sub title={t('tab.reading')} up="/reading">
      <main>{error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 60, 100, 80]} />}</main>
    </Sub>
  );
}

/** Opens at the unread line, or where one was led to. */
export function GroupPage({
  id,
  at = null,
  begin = null,
}: {
  id: string;
  at?: number | null;
  begin?: Beginning | null;
}) {
  const { data: group, error, reload } = useRemote(groupBy, id);
  const [topic, setTopic] = useState<string | null>(null);
  return (
    <Sub title={group?.theme ?? t('tab.reading')} up={isVisitor(useSeat().seat) ? '/' : '/reading'}>
      {group ? (
        <Talk
          key={topic}
          group={group}
          reload={reload}
          at={topic === null ? at : null}
          topic={topic}
          begin={begin}
          onTopic={setTopic}
        >
          <About group={group} onTopic={setTopic} />
        </Talk>
      ) : (
        <main>{error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 60, 100, 80]} />}</main>
      )}
    </Sub>
  );
}

/** What is read here, who hosts today, and the ways to the rest of the group. */
function About({ group, onTopic }: { group: ReadingGroup; onTopic: (topic: string) => void }) {
  const [hearing, setHearing] = useState(false);
  return (
    <div className="stack">
      <div className="card tight">
        <p className="quiet">{groupFacts(group)}</p>
        {group.introduction && <Written text={group.introduction} look="prose" />}
        {group.status === 'PAUSED' && group.reason && <p>{t('reading.pausedFor', { reason: group.reason })}</p>}
        <Today group={group} />
        <div className="ways">
          <Way kind="plain small" to={`/reading/${group.id}/roster`}>
            {t('roster.title')}
          </Way>
          {group.openedOn && (
            <Way kind="plain small" to={`/reading/${group.id}/digests`}>
              {t('digest.title')}
            </Way>
          )}
          {group.openedOn && <Topics groupId={group.id} onTopic={onTopic} />}
          {group.openedOn && (
            <Way kind="plain small" to={`/reading/${group.id}/search`}>
              {t('reading.findPosts')}
            </Way>
          )}
          {group.openedOn && (
            <Way kind="plain small" to={`/reading/${group.id}/excellent`}>
              {t('excellent.title')}
            </Way>
          )}
          {runs(group) && (
            <Way kind="plain small" to={`/reading/${group.id}/run`}>
              {t('run.title')}
            </Way>
          )}
          {group.joined && (
            <Button kind="plain small" onPress={() => setHearing(true)}>
              {t(group.muted ? 'hearing.muted' : 'hearing.title')}
            </Button>
          )}
        </div>
      </div>
      {group.summary && (
        <section className="card stack">
          <h2>{t('reading.summary')}</h2>
          <Written text={group.summary} look="prose" />
        </section>
      )}
      {group.openedOn && <Opening group={group} />}
      {group.openedOn && <LastDigest groupId={group.id} />}
      {group.can.includes('join') && <Join id={group.id} />}
      {(group.can.includes('wait') || group.place) && <Wait group={group} />}
      {group.can.includes('leave') && <Leave id={group.id} />}
      {hearing && <Hearing group={group} onClose={() => setHearing(false)} />}
    </div>
  );
}

/** The words that opened the group; whoever owns one without them is asked to write them. */
function Opening({ group }: { group: ReadingGroup }) {
  const { seat } = useSeat();
  const { data, reload } = useRemote(openingOf, group.id, t('opening.topic'));
  if (!data) return null;
  const words = data.items.find((post) => post.authorId === group.ownerId && post.kind === 'LEAD' && post.text);
  if (words)
    return (
      <section className="card tight" aria-labelledby="opening">
        <h2 id="opening">{t('opening.topic')}</h2>
        <Written text={words.text ?? ''} look="prose" />
        <p className="quiet">{[words.authorName, moment(words.createdAt)].join(' · ')}</p>
      </section>
    );
  return group.ownerId === seat.id && group.status === 'ACTIVE' ? <AskOpening group={group} reload={reload} /> : null;
}

/** Asks again once what was on its way has been sent. */
function AskOpening({ group, reload }: { group: ReadingGroup; reload: () => Promise<void> }) {
  const { seat } = useSeat();
  const unsent = useUnsent(seat.id).length;
  const waited = useRef(unsent);
  useEffect(() => {
    if (unsent < waited.current) void reload();
    waited.current = unsent;
  }, [unsent, reload]);
  return (
    <Way kind="wide" to={`/reading/${group.id}/opening`}>
      {t('opening.do')}
    </Way>
  );
}

/** The digest that was published last, pinned above the talk. */
function LastDigest({ groupId }: { groupId: string }) {
  const { data } = useRemote(digestsOf, groupId);
  const last = [...(data ?? [])].reverse().find(({ state }) => state === 'PUBLISHED');
  if (!last) return null;
  return (
    <div className="card">
      <Opened groupId={groupId} week={last} summary={t('digest.last', { no: last.no })} />
      <p className="quiet">{digestFacts(last)}</p>
    </div>
  );
}

/** Whoever leaves is asked first; what he wrote stays under his name. */
function Leave({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  const leave = () =>
    run(async () => {
      await api.DELETE('/api/reading-groups/{id}/membership', { params: { path: { id } } });
      setAsking(false);
      refreshAll();
    });
  return (
    <>
      <Button kind="plain small" onPress={() => setAsking(true)}>
        {t('reading.leave')}
      </Button>
      {asking && (
        <Ask
          title={t('reading.leaveAsk')}
          actions={
            <>
              <Button kind="main" onPress={leave} disabled={busy}>
                {t('reading.leave')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('reading.leaveMore')}</p>
          <Problem error={error} />
        </Ask>
      )}
    </>
  );
}

/** A full group: one waits for a place, and is told when one is free. */
function Wait({ group: { id, place, capacity, can } }: { group: ReadingGroup }) {
  const { error, busy, run } = useDoing();
  const params = { path: { id } };
  const send = (call: () => Promise<unknown>) => () =>
    run(async () => {
      await call();
      refreshAll();
    });
  return (
    <section className="card stack" aria-label={t('waiting.title')}>
      <p>{place ? t('waiting.place', { place }) : t('waiting.full', { capacity: capacity ?? 0 })}</p>
      {can.includes('wait') && (
        <Button
          kind="main wide"
          disabled={busy}
          onPress={send(() => api.PUT('/api/reading-groups/{id}/waiting', { params }))}
        >
          {t('waiting.do')}
        </Button>
      )}
      {can.includes('stopWaiting') && (
        <Button
          kind="wide"
          disabled={busy}
          onPress={send(() => api.DELETE('/api/reading-groups/{id}/waiting', { params }))}
        >
          {t('waiting.stop')}
        </Button>
      )}
      <Problem error={error} />
    </section>
  );
}

function Join({ id }: { id: string }) {
  const { error, busy, run } = useDoing();
  const join = () =>
    run(async () => {
      await api.PUT('/api/reading-groups/{id}/membership', { params: { path: { id } } });
      refreshAll();
    });
  return (
    <div className="stack">
      <Button kind="main wide" onPress={join} disabled={busy}>
        {t('reading.join')}
      </Button>
      <Problem error={error} />
    </div>
  );
}
