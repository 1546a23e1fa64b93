import { useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import type { ReadingDigest } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Button, Empty, Problem, Refreshable, Shape, Sub } from '../../ui/ui';
import { WriteDigest } from './WriteDigest';

export const digestsOf = keptQuestion('digests', (groupId: string) =>
  got(api.GET('/api/reading-groups/{groupId}/digests', { params: { path: { groupId } } })),
);

/** What came of a group week by week, the latest first; whoever hosted a week writes its digest here. */
export function DigestsPage({ id }: { id: string }) {
  const { data, error, reload } = useRemote(digestsOf, id);
  return (
    <Sub title={t('digest.title')} up={`/reading/${id}`}>
      <Refreshable reload={reload}>
        <Problem error={error} retry={reload} />
        {!data && !error && <Shape lines={[100, 100, 100]} />}
        {data?.length === 0 && <Empty says={t('digest.none')} />}
        <ul className="stack">
          {[...(data ?? [])].reverse().map((week) => (
            <Week key={week.monday} groupId={id} week={week} reload={reload} />
          ))}
        </ul>
      </Refreshable>
    </Sub>
  );
}

function Week({ groupId, week, reload }: { groupId: string; week: ReadingDigest; reload: () => Promise<void> }) {
  const [writing, setWriting] = useState(false);
  const mayWrite = week.can.includes('write') || week.can.includes('correct');
  const done = async () => {
    setWriting(false);
    await reload();
  };
  return (
    <li className={week.state === 'MISSING' && mayWrite ? 'card urgent stack' : 'card stack'}>
      <h2>{t('digest.week', { no: week.no, from: day(week.monday), to: day(week.sunday) })}</h2>
      <p className={week.state === 'MISSING' && mayWrite ? 'bad' : 'quiet'}>
        {tOr(`digest.${week.state}`, 'digest.MISSING')}
      </p>
      <DigestText week={week} />
      {writing ? (
        <WriteDigest groupId={groupId} monday={week.monday} onDone={done} onClose={() => setWriting(false)} />
      ) : (
        mayWrite && (
          <Button kind={week.state === 'MISSING' ? 'main wide' : 'wide'} onPress={() => setWriting(true)}>
            {t(week.can.includes('correct') ? 'digest.correct' : 'digest.write')}
            <span className="vh">{t('digest.ofWeek', { no: week.no })}</span>
          </Button>
        )
      )}
    </li>
  );
}

/** A digest as it was published: what it says, how many took part, and whether it was corrected. */
export function DigestText({ week }: { week: ReadingDigest }) {
  const facts = [
    week.hosts.length > 0 && t('roster.host', { name: week.hosts.join(t('comma')) }),
    typeof week.joined === 'number' && t('digest.turnout', { n: week.contributed ?? 0, of: week.joined }),
    week.author && t('digest.author', { name: week.author }),
    week.edition > 1 && t('digest.edition', { edition: week.edition }),
  ];
  return (
    <>
      {week.text && week.state === 'PUBLISHED' && <p className="prose">{week.text}</p>}
      {week.state === 'NONE' && week.reason && <p>{week.reason}</p>}
      {week.edition > 1 && week.reason && <p className="quiet">{t('digest.corrected', { reason: week.reason })}</p>}
      {week.state !== 'MISSING' && <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>}
    </>
  );
}
