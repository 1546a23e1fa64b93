import { useState } from 'react';
import { api, got } from '../../api/client';
import { wordsForField } from '../../api/problem';
import { refreshAll, useRemote } from '../../api/remote';
import type { Proposal, Signature } from '../../api/types';
import { t, tOr } from '../../text/t';
import { day, today } from '../../text/time';
import { Day } from '../../ui/Day';
import { Button, Problem, useDoing } from '../../ui/ui';
import { fromServer, type ProposalKeeper } from './drafts';
import { PickMembers } from './PickMembers';
import { proposalBy } from './proposal';
import { lastToAnswer, outOfTime } from './words';

type Props = {
  id: string;
  keeper: ProposalKeeper;
  /** How many the committee lets sign; unknown until the draft has been sent. */
  most: number | undefined;
};

/** Who is asked to sign, and what each has said. The text must be on the server before anybody can read it. */
export function Cosigners({ id, keeper, most }: Props) {
  const { data: proposal } = useRemote(proposalBy, id);
  const standing = proposal?.cosigners.filter(isStanding) ?? [];
  const [picking, setPicking] = useState(false);
  const { error, busy, run } = useDoing();
  const [answerBy, setAnswerBy] = useState('');
  const ask = (seats: string[]) =>
    run(async () => {
      await keeper.beside(async ({ seatId }) =>
        fromServer(
          await got(
            api.PUT('/api/proposals/{id}/cosigners', {
              headers: { 'X-Seat': seatId },
              params: { path: { id } },
              body: { seats, answerBy: answerBy || undefined },
            }),
          ),
        ),
      );
      setPicking(false);
      setAnswerBy('');
      refreshAll();
    });
  const unask = (seat: string) =>
    run(async () => {
      await keeper.beside(async ({ seatId }) =>
        fromServer(
          await got(
            api.DELETE('/api/proposals/{id}/cosigners/{seat}', {
              headers: { 'X-Seat': seatId },
              params: { path: { id, seat } },
            }),
          ),
        ),
      );
      refreshAll();
    });
  return (
    <fieldset className="field stack">
      <legend>{t('cosign.title')}</legend>
      <p className="quiet">{t('cosign.help')}</p>
      <SignatureList proposal={proposal} onUnask={unask} />
      <Problem error={error} />
      {picking ? (
        <PickMembers
          without={standing.map((one) => one.id)}
          most={most === undefined ? undefined : most - standing.length}
          busy={busy || outOfTime(answerBy, today())}
          says={(count) => t('cosign.askCount', { count })}
          onPicked={(members) => ask(members.map(({ id }) => id))}
          onCancel={() => setPicking(false)}
        >
          <Day
            label={t('cosign.answerBy')}
            value={answerBy || (proposal?.submissionPreview?.cosignBy ?? '')}
            min={today()}
            max={lastToAnswer(today())}
            help={t('cosign.answerByHelp')}
            problem={outOfTime(answerBy, today()) ? t('cosign.answerByRange') : wordsForField(error, 'answerBy')}
            onChange={setAnswerBy}
          />
        </PickMembers>
      ) : (
        <Button kind="wide" onPress={() => setPicking(true)}>
          {t('cosign.ask')}
        </Button>
      )}
    </fieldset>
  );
}

const isStanding = (one: Signature): boolean => one.state === 'ASKED' || one.state === 'SIGNED';

function SignatureList({ proposal, onUnask }: { proposal: Proposal | null; onUnask: (seat: string) => void }) {
  if (!proposal || proposal.cosigners.length === 0) return null;
  return (
    <ul className="between-lines">
      {proposal.cosigners.map((one) => (
        <li key={one.id} className="row">
          <span className="grow">
            {one.name}
            <br />
            <span className="quiet">{signatureWords(one)}</span>
          </span>
          {one.state === 'ASKED' && (
            <Button kind="plain" onPress={() => onUnask(one.id)}>
              {t('cosign.unask')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What somebody has said to the request, in words. */
export function signatureWords(one: Signature): string {
  const until = one.state === 'ASKED' && one.answerBy ? t('cosign.until', { day: day(one.answerBy) }) : '';
  return [tOr(`signature.${one.state}`, 'signature.ASKED'), until, one.comment].filter(Boolean).join(' · ');
}
