import { api } from '../../api/client';
import { refreshAll } from '../../api/remote';
import type { Proposal } from '../../api/types';
import { t } from '../../text/t';
import { Button, Problem, useDoing, Way } from '../../ui/ui';
import { RaisedFrom } from '../draft/RaisedFrom';
import { AskWithReason } from './AskWithReason';

/** What the proponent may say to the result of the review: consent to a conversion, one appeal; and where a merger or a split went. */
export function AfterReview({ proposal }: { proposal: Proposal }) {
  return (
    <>
      {proposal.can.includes('answer-conversion') && <Consent proposal={proposal} />}
      {proposal.can.includes('appeal') && (
        <section className="card stack">
          <AskWithReason
            draft={`appeal/${proposal.id}`}
            about="appeal"
            onSend={(reason) =>
              api.PUT('/api/proposals/{id}/appeal', { params: { path: { id: proposal.id } }, body: { reason } })
            }
          />
        </section>
      )}
      {proposal.mergedInto && (
        <Way kind="wide" to={`/proposals/${proposal.mergedInto}`}>
          {t('merged.into')}
        </Way>
      )}
      {proposal.links
        .filter(({ kind, type }) => kind === 'SPLIT_INTO' && type === 'proposal')
        .map(({ id, from }) => (
          <Way key={id} kind="wide" to={from ? `/proposals/${id}` : `/proposals/${id}/edit`}>
            {t(from ? 'split.from' : 'split.into')}
          </Way>
        ))}
      {proposal.links
        .filter(({ kind, from }) => kind === 'RAISED_AS' && from)
        .map(({ id }) => (
          <RaisedFrom key={id} postId={id} />
        ))}
      {proposal.links
        .filter(({ type }) => type === 'opinion_report')
        .map(({ id }) => (
          <Way key={id} kind="wide" to={`/opinions/${id}`}>
            {t('convert.into')}
          </Way>
        ))}
    </>
  );
}

function Consent({ proposal }: { proposal: Proposal }) {
  const { error, busy, run } = useDoing();
  const answer = (agreed: boolean) =>
    run(async () => {
      await api.PUT('/api/proposals/{id}/conversion', { params: { path: { id: proposal.id } }, body: { agreed } });
      refreshAll();
    });
  return (
    <section className="card stack">
      <h3>{t('consent.title')}</h3>
      <p>{t('consent.says')}</p>
      <Problem error={error} />
      <div className="actions two">
        <Button kind="main" onPress={() => answer(true)} disabled={busy}>
          {t('consent.agree')}
        </Button>
        <Button onPress={() => answer(false)} disabled={busy}>
          {t('consent.refuse')}
        </Button>
      </div>
    </section>
  );
}
