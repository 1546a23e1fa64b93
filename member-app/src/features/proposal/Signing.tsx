import { useState } from 'react';
import { api } from '../../api/client';
import { hasCode } from '../../api/problem';
import { refreshAll } from '../../api/remote';
import type { Proposal } from '../../api/types';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { go } from '../../ui/router';
import { Button, Problem, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';
import { signatureWords } from './Cosigners';

/** What somebody else than the lead may do with a proposal: sign it, take the signature back, support it. */
export function Signing({ proposal }: { proposal: Proposal }) {
  const { seat } = useSeat();
  const mine = proposal.cosigners.find(({ id }) => id === seat.id);
  if (mine?.state === 'ASKED') return <Answer proposal={proposal} />;
  if (mine?.state === 'SIGNED') return <Signed proposal={proposal} />;
  return null;
}

function Answer({ proposal }: { proposal: Proposal }) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `sign/${proposal.id}`, { text: '' });
  const { texts } = box;
  const [changed, setChanged] = useState(false);
  const { error, busy, run } = useDoing();
  const answer = (signed: boolean) =>
    run(async () => {
      setChanged(false);
      try {
        await api.PUT('/api/proposals/{id}/signature', {
          params: { path: { id: proposal.id } },
          body: { version: proposal.version, signed, comment: texts.text.trim() || undefined },
        });
        await box.sent(texts);
        if (!signed) go('/proposals/requests', true);
      } catch (problem) {
        if (!hasCode(problem, 'proposal.version')) throw problem;
        setChanged(true);
      } finally {
        refreshAll();
      }
    });
  return (
    <section className="card stack" aria-labelledby="signing">
      <h3 id="signing">{t('sign.title', { name: proposal.proponent.name })}</h3>
      <p className="quiet">{t('sign.says')}</p>
      <TextBox label={t('sign.comment')} rows={2} value={texts.text} onChange={(text) => box.write({ text })} />
      <Kept words={box} />
      {changed && (
        <p className="note" role="alert">
          {t('sign.changed')}
        </p>
      )}
      <Problem error={error} />
      <div className="actions two">
        <Button kind="main" onPress={() => answer(true)} disabled={busy}>
          {t('sign.agree')}
        </Button>
        <Button onPress={() => answer(false)} disabled={busy}>
          {t('sign.decline')}
        </Button>
      </div>
    </section>
  );
}

const beforeFiling: readonly string[] = ['DRAFT', 'CO_SIGNING', 'SUBMITTED', 'IN_REVIEW'];

function Signed({ proposal }: { proposal: Proposal }) {
  const { error, busy, run } = useDoing();
  const revoke = () =>
    run(async () => {
      await api.DELETE('/api/proposals/{id}/signature', { params: { path: { id: proposal.id } } });
      refreshAll();
      go('/proposals', true);
    });
  return (
    <section className="card tight">
      <p>{t('sign.signed')}</p>
      <Problem error={error} />
      {beforeFiling.includes(proposal.status) && (
        <Button kind="plain" onPress={revoke} disabled={busy}>
          {t('sign.revoke')}
        </Button>
      )}
    </section>
  );
}

/** Who signs beside the lead, who supports it, and what was joined to it. */
export function Beside({ proposal }: { proposal: Proposal }) {
  const { cosigners, seconders, merged } = proposal;
  if (cosigners.length + seconders.length + merged.length === 0) return null;
  return (
    <section className="card stack">
      {cosigners.length > 0 && (
        <>
          <h3>{t('cosign.title')}</h3>
          <ul>
            {cosigners.map((one) => (
              <li key={one.id}>
                {one.name} <span className="quiet">{signatureWords(one)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {seconders.length > 0 && (
        <p>
          {t('second.by')}
          {seconders.map(({ name }) => name).join(t('comma'))}
        </p>
      )}
      {merged.length > 0 && (
        <>
          <h3>{t('merged.title')}</h3>
          <ul>
            {merged.map((one) => (
              <li key={one.id}>
                {one.title} <span className="quiet">{one.proponent}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Support by another member, where the lead allows it. */
export function Second({ proposal }: { proposal: Proposal }) {
  const { seat } = useSeat();
  const { error, busy, run } = useDoing();
  const open = ['SUBMITTED', 'IN_REVIEW', 'FILED', 'HANDLING'].includes(proposal.status);
  const proposes =
    proposal.can.includes('withdraw') ||
    proposal.proponent.id === seat.id ||
    proposal.cosigners.some(({ id }) => id === seat.id);
  if (!proposal.wishes.allowSecond || !open || proposes) return null;
  const mine = proposal.seconders.some(({ id }) => id === seat.id);
  const params = { path: { id: proposal.id } };
  const second = () =>
    run(async () => {
      if (mine) await api.DELETE('/api/proposals/{id}/second', { params });
      else await api.PUT('/api/proposals/{id}/second', { params, body: {} });
      refreshAll();
    });
  return (
    <>
      <Problem error={error} />
      <Button kind={mine ? 'wide' : 'main wide'} onPress={second} disabled={busy}>
        {t(mine ? 'second.takeBack' : 'second.do')}
      </Button>
    </>
  );
}
