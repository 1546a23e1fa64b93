import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { Attachments } from '../../ui/Attachments';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { ReplyView } from '../../ui/ReplyView';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { Due, State } from '../../ui/State';
import { t } from '../../ui/text';
import { OpinionFacts } from './OpinionFacts';
import { OpinionMoves } from './OpinionMoves';
import { OpinionState } from './OpinionState';
import { OpinionTexts } from './OpinionTexts';
import { OpinionTimeline } from './OpinionTimeline';
import { OutcomeCard } from './OutcomeCard';
import { useOpinion } from './useOpinion';

const route = getRouteApi('/inside/opinions/$id');

export function OpinionPage() {
  const { id } = route.useParams();
  const { data: report, error, refetch } = useOpinion(id);
  if (!report) {
    return (
      <Page title={t('opinion.one')}>
        {error ? <Problem error={error} retry={() => refetch()} /> : <Skeleton active paragraph={{ rows: 12 }} />}
      </Page>
    );
  }
  const title = (report.edition ?? report.text).title || t('opinion.untitled');
  return (
    <Page title={title} note={<Link to="/opinions">{t('opinion.backToList')}</Link>}>
      {report.sameAsProposal && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('opinion.sameAsProposal', { title: report.sameAsProposal.title })}
        />
      )}
      <div className="matter">
        <div>
          <OpinionTexts key={report.id} report={report} />
          <OpinionFacts report={report} />
          <Attachments type="opinion_report" id={report.id} />
          {report.assignments.map((assignment) => (
            <Card
              key={assignment.id}
              title={assignment.unitName}
              extra={<State family="assignment.status" code={assignment.status} />}
            >
              <p>
                {t('assignment.replyBy')} <Due on={assignment.replyBy} overdue={assignment.overdue} spelt />
              </p>
              {assignment.returnReason && <p className="quiet">{assignment.returnReason}</p>}
              <SecrecyHits words={assignment.secrecyHits} says="reply.secrecyHits" />
              {assignment.reply && <ReplyView reply={assignment.reply} suggestions={[report.text.suggestions]} />}
            </Card>
          ))}
        </div>
        <aside className="aside">
          <OpinionState report={report} />
          <OpinionMoves report={report} />
          <OutcomeCard report={report} />
          <Card title={t('opinion.timeline')}>
            <OpinionTimeline id={report.id} />
          </Card>
        </aside>
      </div>
    </Page>
  );
}
