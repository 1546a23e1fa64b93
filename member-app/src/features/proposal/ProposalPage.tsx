import { useState } from 'react';
import { api } from '../../api/client';
import { refreshAll, useRemote } from '../../api/remote';
import type { Proposal, TimelineEntry } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day, moment } from '../../text/time';
import { Button, Problem, Refreshable, Shape, Sub, Way } from '../../ui/ui';
import { Files } from '../attachment/Files';
import { languageName } from '../draft/languages';
import { TakeBack } from '../draft/TakeBack';
import { Withdraw } from '../draft/Withdraw';
import { AfterReview } from './AfterReview';
import { BasisLine } from './BasedOn';
import { DueLine } from './DueLine';
import { proposalBy } from './proposal';
import { ReplyCard } from './ReplyCard';
import { Beside, Second, Signing } from './Signing';
import { timelineOf } from './timeline';
import { Withdrawal } from './Withdrawal';
import { held, standingWords, takeBackWords } from './words';

/** Where it stands in words, what happened, the text, the reply, my rating. */
export function ProposalPage({ id }: { id: string }) {
  const { data: proposal, error, reload } = useRemote(proposalBy, id);
  const timeline = useRemote(timelineOf, id);
  return (
    <Sub title={t('proposal.title')} up="/proposals">
      <Refreshable reload={() => Promise.all([reload(), timeline.reload()])}>
        <Problem error={error} retry={reload} />
        {!proposal && !error && <Shape lines={[80, 100, 40, 100, 100]} />}
        {proposal && (
          <div className="stack">
            <h2>{proposal.title}</h2>
            <Standing proposal={proposal} />
            <Signing proposal={proposal} />
            <Moves proposal={proposal} />
            <AfterReview proposal={proposal} />
            <Withdrawal proposal={proposal} />
            <Second proposal={proposal} />
            <section className="card stack">
              <h3>{t('proposal.timeline')}</h3>
              <Problem error={timeline.error} retry={timeline.reload} />
              <Timeline items={timeline.data ?? []} />
            </section>
            <Text proposal={proposal} />
            {proposal.wishes.basedOn && (
              <section className="card stack">
                <h3>{t('wish.basis')}</h3>
                <BasisLine basis={proposal.wishes.basedOn} />
              </section>
            )}
            <Beside proposal={proposal} />
            {proposal.assignments.map((assignment) => (
              <ReplyCard key={assignment.id} assignment={assignment} proposal={proposal} />
            ))}
            <Consultation proposal={proposal} />
            <Files matter={{ type: 'proposal', id }} />
          </div>
        )}
      </Refreshable>
    </Sub>
  );
}

function Standing({ proposal }: { proposal: Proposal }) {
  const units = held(proposal.assignments);
  const facts = [
    proposal.keyOn && t('proposals.key'),
    proposal.outstandingOn && t('proposal.outstanding'),
    proposal.caseNo && t('proposals.caseNo', { caseNo: proposal.caseNo }),
    proposal.kind && tOr(`kind.${proposal.kind}`, 'status.other'),
    proposal.categoryName,
    proposal.proponent.name,
  ];
  return (
    <div className="card tight">
      <p className="strong">{standingWords(proposal)}</p>
      {(proposal.status === 'HANDLING' || proposal.status === 'REHANDLING') &&
        units.map((each) => <DueLine key={each.id} assignment={each} named={units.length > 1} />)}
      <NotFiled proposal={proposal} />
      {proposal.instructedAt.length > 0 && (
        <p>
          {t('proposal.instructedAt', {
            levels: proposal.instructedAt.map((level) => tOr(`level.${level}`, 'status.other')).join(t('comma')),
          })}
        </p>
      )}
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** Why it was not filed and where it goes: both are the proponent's to know. */
function NotFiled({
  proposal: { status, notFiledReasonText, disposition, referredTo, comment },
}: {
  proposal: Proposal;
}) {
  if (status !== 'NOT_FILED') return null;
  return (
    <>
      {notFiledReasonText && <p>{t('notFiled.reason', { reason: notFiledReasonText })}</p>}
      {disposition && <p>{tOr(`disposition.${disposition}`, 'disposition.ARCHIVE')}</p>}
      {referredTo && <p>{t('referredTo', { name: referredTo })}</p>}
      {comment && <p className="prose">{comment}</p>}
    </>
  );
}

/** The latest steps first; the rest when asked for, so that the text and the reply are not far away. */
function Timeline({ items }: { items: ReadonlyArray<TimelineEntry> }) {
  const [all, setAll] = useState(false);
  const latest = [...items].reverse();
  return (
    <>
      <ol className="timeline">
        {(all ? latest : latest.slice(0, 4)).map((item) => (
          <li key={item.seq}>
            <p>{moveWords(item)}</p>
            {item.reason && <p>{item.reason}</p>}
            <p className="quiet">{[moment(item.at), item.who].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
      {!all && latest.length > 4 && (
        <Button kind="wide" onPress={() => setAll(true)}>
          {t('proposal.wholeTimeline', { count: latest.length })}
        </Button>
      )}
    </>
  );
}

/** What happened, as one would say it; the state reached stands in for a move without words of its own. */
function moveWords({ kind, toState, unit, caseNo, stageName, whom }: TimelineEntry): string {
  const values = {
    unit: unit ?? '',
    caseNo: caseNo ?? '',
    whom: whom ?? '',
    stage: stageName ?? '',
  };
  return tOr(`move.${kind}`, 'move.other', { ...values, state: tOr(`status.${toState}`, 'status.other') });
}

/** After the last round of re-handling: what was said face to face. */
function Consultation({ proposal: { handled } }: { proposal: Proposal }) {
  const met = handled?.consultation;
  if (!met) return null;
  return (
    <section className="card stack">
      <h3>{t('consultation.title')}</h3>
      <p className="quiet">{[day(met.on), met.attendees].join(' · ')}</p>
      <p className="prose">{met.minutes}</p>
      {handled?.unresolved && <p className="note">{t('consultation.unresolved')}</p>}
    </section>
  );
}

function Moves({ proposal }: { proposal: Proposal }) {
  const toRate = proposal.assignments.some((assignment) => assignment.can.includes('rate') && !assignment.rating);
  return (
    <>
      {toRate && (
        <Button kind="main wide" onPress={() => document.getElementById('rating')?.scrollIntoView({ block: 'start' })}>
          {t('verb.RATE')}
        </Button>
      )}
      {proposal.can.includes('edit') && (
        <Way kind="main wide" to={`/proposals/${proposal.id}/edit`}>
          {t('proposal.edit')}
        </Way>
      )}
      {proposal.can.includes('take-back') && (
        <TakeBack words={t(takeBackWords(proposal.status))} takeBack={() => takeBack(proposal)} />
      )}
      {proposal.can.includes('withdraw') && <Withdraw of="proposal" withdraw={() => withdraw(proposal)} />}
    </>
  );
}

async function takeBack({ id }: Proposal): Promise<void> {
  await api.DELETE('/api/proposals/{id}/last-move', { params: { path: { id } } });
  refreshAll();
}

async function withdraw({ id, version }: Proposal): Promise<void> {
  await api.PUT('/api/proposals/{id}/withdrawal', { params: { path: { id } }, body: { version } });
  refreshAll();
}

function Text({ proposal }: { proposal: Proposal }) {
  return (
    <section className="card stack">
      <h3>{t('write.situation')}</h3>
      <p className="prose">{proposal.situation}</p>
      {proposal.analysis && (
        <>
          <h3>{t('write.analysis')}</h3>
          <p className="prose">{proposal.analysis}</p>
        </>
      )}
      {proposal.research && (
        <>
          <h3>{t('write.research')}</h3>
          <p className="prose">{proposal.research}</p>
        </>
      )}
      <h3>{t('write.suggestions')}</h3>
      <ol className="numbered stack">
        {proposal.suggestions.map((suggestion, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a suggestion is known by its number
          <li key={at} className="prose">
            {suggestion}
          </li>
        ))}
      </ol>
      {proposal.language && proposal.originalText && (
        <>
          <h3>{t('proposal.original', { language: languageName(proposal.language) })}</h3>
          <p className="prose" lang={proposal.language.toLowerCase()} dir="auto">
            {proposal.originalText}
          </p>
        </>
      )}
    </section>
  );
}
