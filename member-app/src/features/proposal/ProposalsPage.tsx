import { useEffect, useState } from 'react';
import { api, got } from '../../api/client';
import { listing, question, usePages, useRemote } from '../../api/remote';
import type { ProposalBrief } from '../../api/types';
import { useSeat } from '../../session/session';
import type { KeptDraft } from '../../store/DraftKeeper';
import { newId } from '../../store/ids';
import { t, tOr } from '../../text/t';
import { clock, day } from '../../text/time';
import { go } from '../../ui/router';
import { Button, Empty, LineTo, Problem, Refreshable, Shape, useDoing, Way } from '../../ui/ui';
import { proposalDrafts } from './drafts';
import type { Fields } from './fields';

type Summary = ProposalBrief;

const myProposals = listing((after) =>
  got(api.GET('/api/proposals', { params: { query: { after, limit: 20, mine: true } } })),
);

export function ProposalsPage() {
  const { seat } = useSeat();
  const list = usePages(myProposals);
  const here = useHere(seat.id, list.items);
  const write = async () => go(`/proposals/${await proposalDrafts.start(seat.id)}/edit`);
  return (
    <>
      <header className="head">
        <h1>{t('tab.proposals')}</h1>
        <Button kind="main" onPress={write}>
          {t('write.title')}
        </Button>
      </header>
      <Refreshable reload={list.reload}>
        <div className="stack">
          <p className="card">
            <LineTo to="/opinions">{t('opinions.title')}</LineTo>
            <LineTo to="/published">{t('published.title')}</LineTo>
          </p>
          <Way kind="wide" to="/proposals/requests">
            {t('requests.title')}
          </Way>
          <ForBodies />
          <Problem error={list.error} retry={list.reload} />
          {!list.items && !list.error && <Shape lines={[100, 100, 100]} />}
          {list.items?.length === 0 && here.length === 0 && <Empty says={t('proposals.none')} />}
          <ul className="stack">
            {here.map((draft) => (
              <HereLine key={draft.id} draft={draft} />
            ))}
            {list.items?.map((proposal) => (
              <ProposalLine key={proposal.id} proposal={proposal} />
            ))}
          </ul>
          {list.more && (
            <Button kind="wide" onPress={list.more}>
              {t('more')}
            </Button>
          )}
        </div>
      </Refreshable>
    </>
  );
}

const myBodies = question(() => got(api.GET('/api/organizations', { params: { query: { mine: true } } })));

/** A clerk writes in the name of the body he acts for; the draft is the body's from its first word. */
function ForBodies() {
  const { data } = useRemote(myBodies);
  const { error, busy, run } = useDoing();
  const write = (onBehalfOf: string) =>
    run(async () => {
      const id = newId();
      await api.POST('/api/proposals', { body: { id, onBehalfOf } });
      go(`/proposals/${id}/edit`);
    });
  return (
    <>
      {data?.map(({ seatId, name }) => (
        <Button key={seatId} kind="wide" onPress={() => write(seatId)} disabled={busy}>
          {t('proposals.forBody', { name })}
        </Button>
      ))}
      <Problem error={error} />
    </>
  );
}

/** Drafts this phone alone has. */
function useHere(seatId: string, known: readonly Summary[] | null): readonly KeptDraft<Fields>[] {
  const [here, setHere] = useState<readonly KeptDraft<Fields>[]>([]);
  useEffect(() => {
    void proposalDrafts
      .unsynced(seatId)
      .then((drafts) => setHere(drafts.filter((draft) => !known?.some(({ id }) => id === draft.id))));
  }, [seatId, known]);
  return here;
}

function HereLine({ draft }: { draft: KeptDraft<Fields> }) {
  return (
    <li className="card">
      <LineTo to={`/proposals/${draft.id}/edit`}>
        <span className="strong">{draft.fields.title || t('proposals.untitled')}</span>
        <br />
        <span className="quiet">{t('proposals.hereOnly', { time: clock(draft.savedAt) })}</span>
      </LineTo>
    </li>
  );
}

function ProposalLine({ proposal }: { proposal: Summary }) {
  const isDraft = proposal.status === 'DRAFT' || (proposal.status === 'CO_SIGNING' && proposal.can.includes('edit'));
  return (
    <li className="card">
      <LineTo to={isDraft ? `/proposals/${proposal.id}/edit` : `/proposals/${proposal.id}`}>
        <span className="strong">{proposal.title || t('proposals.untitled')}</span>
        <br />
        <span className={proposal.overdue ? 'bad' : ''}>
          {tOr(`status.${proposal.status}`, 'status.other')}
          {proposal.overdue && t('proposals.overdue')}
        </span>
        <br />
        <span className="quiet">{details(proposal)}</span>
      </LineTo>
    </li>
  );
}

function details(proposal: Summary): string {
  const parts = [
    proposal.caseNo ? t('proposals.caseNo', { caseNo: proposal.caseNo }) : '',
    proposal.proponent,
    proposal.submittedAt ? day(proposal.submittedAt) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
