import { api, got } from '../../api/client';
import { listing, question, usePages, useRemote } from '../../api/remote';
import { fromLists } from '../../api/sync';
import type { ProposalBrief } from '../../api/types';
import { useSeat } from '../../session/session';
import type { KeptDraft } from '../../store/DraftKeeper';
import { useUnsynced } from '../../store/drafts';
import { t, tOr } from '../../text/t';
import { clock, day } from '../../text/time';
import { go } from '../../ui/router';
import { Button, Empty, LineTo, Problem, Refreshable, Shape } from '../../ui/ui';
import { ForBodies } from '../draft/ForBodies';
import { proposalDrafts } from './drafts';
import type { Fields } from './fields';

type Summary = ProposalBrief;

const myProposals = listing(
  (after) => got(api.GET('/api/proposals', { params: { query: { after, limit: 20, mine: true } } })),
  fromLists((lists) => lists.proposals),
);

/** Anybody with a seat may be named to lead one. */
const ledByMe = question(() => got(api.GET('/api/led-proposals', { params: { query: { limit: 1 } } })));

export function ProposalsPage() {
  const { seat } = useSeat();
  const list = usePages(myProposals);
  const led = useRemote(ledByMe);
  const unsynced = useUnsynced(proposalDrafts, seat.id, list.items);
  const here = unsynced.filter((draft) => !list.items?.some(({ id }) => id === draft.id));
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
            <LineTo to="/proposals/requests">{t('requests.title')}</LineTo>
            {(leads(seat.roles) || (led.data?.items.length ?? 0) > 0) && (
              <LineTo to="/leading">{t('leading.title')}</LineTo>
            )}
          </p>
          <ForBodies verb={(name) => t('proposals.forBody', { name })} write={writeForBody} />
          <Problem error={list.error} retry={list.reload} />
          {!list.items && !list.error && <Shape lines={[100, 100, 100]} />}
          {list.items?.length === 0 && here.length === 0 && <Empty says={t('proposals.none')} />}
          <ul className="stack">
            {here.map((draft) => (
              <HereLine key={draft.id} draft={draft} />
            ))}
            {list.items?.map((proposal) => (
              <ProposalLine
                key={proposal.id}
                proposal={proposal}
                newer={unsynced.find((draft) => draft.id === proposal.id)}
              />
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

const writeForBody = async (id: string, onBehalfOf: string) => {
  await api.POST('/api/proposals', { body: { id, onBehalfOf } });
  go(`/proposals/${id}/edit`);
};

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

function ProposalLine({ proposal, newer }: { proposal: Summary; newer?: KeptDraft<Fields> }) {
  const isDraft = proposal.status === 'DRAFT' || (proposal.status === 'CO_SIGNING' && proposal.can.includes('edit'));
  return (
    <li className="card">
      <LineTo to={isDraft ? `/proposals/${proposal.id}/edit` : `/proposals/${proposal.id}`}>
        <span className="strong">{newer?.fields.title || proposal.title || t('proposals.untitled')}</span>{' '}
        {proposal.key && <span className="tag">{t('proposals.key')}</span>}
        <br />
        <span className={proposal.overdue ? 'bad' : ''}>
          {tOr(`status.${proposal.status}`, 'status.other')}
          {proposal.overdue && t('proposals.overdue')}
        </span>
        <br />
        <span className="quiet">
          {newer ? t('proposals.hereOnly', { time: clock(newer.savedAt) }) : details(proposal)}
        </span>
      </LineTo>
    </li>
  );
}

/** Who is named to lead key proposals, as a rule. */
const leads = (roles: readonly string[]) => roles.includes('CHAIR_COUNCIL') || roles.includes('COMMITTEE_DIRECTOR');

function details(proposal: Summary): string {
  const parts = [
    proposal.caseNo ? t('proposals.caseNo', { caseNo: proposal.caseNo }) : '',
    proposal.proponent,
    proposal.submittedAt ? day(proposal.submittedAt) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
