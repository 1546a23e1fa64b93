import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { Attachments } from '../../ui/Attachments';
import { Card, Page } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { AfterMove, useLastMove } from './AfterMove';
import { AssignmentCards } from './AssignmentCards';
import { KeyCard } from './KeyCard';
import { MoveButtons } from './MoveButtons';
import { NextProposal } from './NextProposal';
import { OutstandingCard } from './OutstandingCard';
import { ProposalMatter } from './ProposalMatter';
import { ProposalState } from './ProposalState';
import { Timeline } from './Timeline';
import { useProposal } from './useProposal';

const route = getRouteApi('/inside/proposals/$id');

export function ProposalPage() {
  const { id } = route.useParams();
  const { data: proposal, error, refetch } = useProposal(id);
  const [last, setLast] = useLastMove(id);
  if (error && !proposal) {
    return (
      <Page title={t('proposal.one')}>
        <Problem error={error} retry={() => refetch()} />
      </Page>
    );
  }
  if (!proposal) {
    return (
      <Page title={t('proposal.one')}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </Page>
    );
  }
  return (
    <Page title={proposal.title} note={<Link to="/proposals">{t('proposal.backToList')}</Link>}>
      <div className="matter">
        <div>
          <ProposalMatter proposal={proposal} />
          <Attachments type="proposal" id={proposal.id} />
          <AssignmentCards proposal={proposal} />
        </div>
        <aside className="aside">
          <ProposalState proposal={proposal} />
          {last && <AfterMove proposal={proposal} move={last} />}
          <MoveButtons key={proposal.id} proposal={proposal} onMoved={setLast} />
          {proposal.keyOn && <KeyCard id={proposal.id} />}
          {proposal.caseNo && <OutstandingCard id={proposal.id} />}
          <NextProposal id={proposal.id} />
          <Card title={t('paper.title')}>
            <PaperButtons path={`/api/proposals/${proposal.id}/form`} name={t('paper.form')} />
          </Card>
          <Card title={t('proposal.timeline')}>
            <Timeline id={proposal.id} />
          </Card>
        </aside>
      </div>
    </Page>
  );
}
