import { type ReactNode, useState } from 'react';
import { api, got } from '../../api/client';
import { keptQuestion, refreshAll, useRemote } from '../../api/remote';
import type { ReadingDigest, ReadingDigestHead } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day } from '../../text/time';
import { Ask, Button, Choices, Empty, Field, Problem, Refreshable, Shape, Sub, useDoing } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { TakePaper } from '../attachment/TakePaper';
import { WriteDigest } from './WriteDigest';

export const digestsOf = keptQuestion('digests', (groupId: string) =>
  got(api.GET('/api/reading-groups/{groupId}/digests', { params: { path: { groupId } } })),
);

const digestOf = keptQuestion('digest', (groupId: string, monday: string) =>
  got(api.GET('/api/reading-groups/{groupId}/digests/{monday}', { params: { path: { groupId, monday } } })),
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
        <div className="stack">
          <Together groupId={id} weeks={data ?? []} />
          <ul className="stack">
            {[...(data ?? [])].reverse().map((week) => (
              <Week key={week.monday} groupId={id} week={week} reload={reload} />
            ))}
          </ul>
        </div>
      </Refreshable>
    </Sub>
  );
}

/** What was published, of a month or of all weeks together, to take along. */
function Together({ groupId, weeks }: { groupId: string; weeks: readonly ReadingDigestHead[] }) {
  const [month, setMonth] = useState('');
  if (!weeks.some(({ state }) => state === 'PUBLISHED')) return null;
  const months = [...new Set(weeks.map(({ monday }) => monday.slice(0, 7)))];
  const name = month ? t('digest.monthPaper', { month }) : t('digest.wholePaper');
  return (
    <details className="card">
      <summary>{t('digest.take')}</summary>
      <div className="stack">
        <Choices
          legend={t('digest.takeWhich')}
          options={[['', t('digest.takeWhole')] as const, ...months.map((each) => [each, each] as const)]}
          value={month}
          onChange={setMonth}
        />
        <TakePaper
          name={name}
          path={`/api/reading-groups/${groupId}/digest-rollup/paper${month ? `?month=${month}` : ''}`}
        />
      </div>
    </details>
  );
}

type Step = 'none' | 'write' | 'leave-out' | 'withdraw';

function Week({ groupId, week, reload }: { groupId: string; week: ReadingDigestHead; reload: () => Promise<void> }) {
  const [step, setStep] = useState<Step>('none');
  const mayWrite = week.can.includes('write') || week.can.includes('correct');
  const close = () => setStep('none');
  const done = async () => {
    close();
    await reload();
  };
  const here = { groupId, monday: week.monday, onDone: done, onClose: close };
  return (
    <li className={week.state === 'MISSING' && mayWrite ? 'card urgent stack' : 'card stack'}>
      <h2>{t('digest.week', { no: week.no, from: day(week.monday), to: day(week.sunday) })}</h2>
      <p className={week.state === 'MISSING' && mayWrite ? 'bad' : 'quiet'}>
        {tOr(`digest.${week.state}`, 'digest.MISSING')}
      </p>
      {week.state === 'PUBLISHED' ? (
        <Opened
          groupId={groupId}
          week={week}
          summary={
            <>
              {t('digest.read')}
              <span className="vh">{t('digest.ofWeek', { no: week.no })}</span>
            </>
          }
        />
      ) : (
        week.state === 'NONE' && week.reason && <Written text={week.reason} />
      )}
      {week.state !== 'MISSING' && <p className="quiet">{digestFacts(week)}</p>}
      {step === 'write' ? (
        <WriteDigest {...here} />
      ) : (
        mayWrite && (
          <Button kind={week.state === 'MISSING' ? 'main wide' : 'wide'} onPress={() => setStep('write')}>
            {t(week.can.includes('correct') ? 'digest.correct' : 'digest.write')}
            <span className="vh">{t('digest.ofWeek', { no: week.no })}</span>
          </Button>
        )
      )}
      {step !== 'write' &&
        (['leave-out', 'withdraw'] as const)
          .filter((name) => week.can.includes(name))
          .map((name) => (
            <Button key={name} kind="wide" onPress={() => setStep(name)}>
              {t(`digest.${name}`)}
              <span className="vh">{t('digest.ofWeek', { no: week.no })}</span>
            </Button>
          ))}
      {(step === 'leave-out' || step === 'withdraw') && <WithReason {...here} step={step} version={week.version} />}
    </li>
  );
}

/** What is done with a week for a reason, which everybody reads. */
function WithReason({
  groupId,
  monday,
  step,
  version,
  onDone,
  onClose,
}: {
  groupId: string;
  monday: string;
  step: 'leave-out' | 'withdraw';
  version: number;
  onDone: () => Promise<void>;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const { error, busy, run } = useDoing();
  const request = { params: { path: { groupId, monday } }, body: { version, reason } };
  const send = () =>
    run(async () => {
      if (step === 'leave-out') await api.PUT('/api/reading-groups/{groupId}/digests/{monday}/omission', request);
      else await api.PUT('/api/reading-groups/{groupId}/digests/{monday}/withdrawal', request);
      refreshAll();
      await onDone();
    });
  return (
    <Ask
      title={t(`digest.${step}`)}
      actions={
        <>
          <Button kind="main" onPress={send} disabled={busy || !reason.trim()}>
            {t(`digest.${step}`)}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p className="quiet">{t(`digest.${step}.says`)}</p>
      <Field label={t('digest.why')} value={reason} onChange={setReason} max={200} />
      <Problem error={error} />
    </Ask>
  );
}

/** The digest of a week behind its summary; what it says is asked for when it is opened. */
export function Opened({ groupId, week, summary }: { groupId: string; week: ReadingDigestHead; summary: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && <Said groupId={groupId} monday={week.monday} />}
    </details>
  );
}

function Said({ groupId, monday }: { groupId: string; monday: string }) {
  const { data, error, reload } = useRemote(digestOf, groupId, monday);
  return (
    <>
      <Problem error={error} retry={reload} />
      {!data && !error && <Shape lines={[100, 100, 60]} />}
      {data && <DigestText week={data} />}
      {data?.state === 'PUBLISHED' && (
        <TakePaper
          name={t('digest.weekPaper', { no: data.no })}
          path={`/api/reading-groups/${groupId}/digests/${monday}/paper`}
        />
      )}
    </>
  );
}

/** A digest as it was published, and whether it was corrected. */
function DigestText({ week }: { week: ReadingDigest }) {
  return (
    <>
      {week.text && <Written text={week.text} look="prose" />}
      {week.edition > 1 && week.reason && <p className="quiet">{t('digest.corrected', { reason: week.reason })}</p>}
    </>
  );
}

/** Who hosted and wrote, and how many took part. */
export function digestFacts(week: ReadingDigestHead): string {
  return [
    week.hosts.length > 0 && t('roster.host', { name: week.hosts.join(t('comma')) }),
    typeof week.joined === 'number' && t('digest.turnout', { n: week.contributed ?? 0, of: week.joined }),
    week.author && t('digest.author', { name: week.author }),
    week.edition > 1 && t('digest.edition', { edition: week.edition }),
  ]
    .filter(Boolean)
    .join(' · ');
}
