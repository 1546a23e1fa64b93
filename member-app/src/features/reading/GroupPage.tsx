import { useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, refreshAll, useRemote } from '../../api/remote';
import type { ReadingGroup } from '../../api/types';
import { isVisitor, useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, Shape, Sub, useDoing, Way } from '../../ui/ui';
import { digestFacts, digestsOf, Opened } from './DigestsPage';
import { Hearing } from './Hearing';
import { groupFacts } from './ReadingPage';
import { Talk } from './Talk';
import { Today } from './Today';

const groupBy = keptQuestion('group', (id: string) =>
  got(api.GET('/api/reading-groups/{id}', { params: { path: { id } } })),
);

/** Opens at the unread line. */
export function GroupPage({ id }: { id: string }) {
  const { data: group, error, reload } = useRemote(groupBy, id);
  const [topic, setTopic] = useState<string | null>(null);
  return (
    <Sub title={group?.theme ?? t('tab.reading')} up={isVisitor(useSeat().seat) ? '/' : '/reading'}>
      {group ? (
        <Talk key={topic} group={group} reload={reload} topic={topic} onTopic={setTopic}>
          <About group={group} />
        </Talk>
      ) : (
        <main>{error ? <Problem error={error} retry={reload} /> : <Shape lines={[100, 60, 100, 80]} />}</main>
      )}
    </Sub>
  );
}

/** What is read here, who hosts today, and the ways to the rest of the group. */
function About({ group }: { group: ReadingGroup }) {
  const [hearing, setHearing] = useState(false);
  return (
    <div className="stack">
      <div className="card tight">
        <p className="quiet">{groupFacts(group)}</p>
        {group.introduction && <p className="prose">{group.introduction}</p>}
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
          {group.joined && (
            <Button kind="plain small" onPress={() => setHearing(true)}>
              {t(group.muted ? 'hearing.muted' : 'hearing.title')}
            </Button>
          )}
        </div>
      </div>
      {group.openedOn && <LastDigest groupId={group.id} />}
      {group.can.includes('join') && <Join id={group.id} />}
      {hearing && <Hearing group={group} onClose={() => setHearing(false)} />}
    </div>
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
