import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { Attachments } from '../../ui/Attachments';
import { DueExplained } from '../../ui/DueExplained';
import { prose } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { PaperButtons } from '../../ui/PaperButtons';
import { Problem } from '../../ui/Problem';
import { RatingView } from '../../ui/RatingView';
import { ReplyPapers } from '../../ui/ReplyPapers';
import { ReplyView } from '../../ui/ReplyView';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { Due, State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { AssignmentMoves } from './AssignmentMoves';
import { AssignmentTimeline } from './AssignmentTimeline';
import { Consultations, Contacts, EarlierRounds, Lateness, Opinions, Others } from './HandlingCards';
import { ProponentCards } from './ProponentCards';
import { ReplyForm } from './ReplyForm';
import { subjectWords } from './subjectWords';

const route = getRouteApi('/inside/assignments/$id');

/** What a unit was asked to handle: the proposal's text, the clock, and the reply. */
export function AssignmentPage() {
  const { id } = route.useParams();
  const {
    data: assignment,
    error,
    refetch,
  } = useQuery({
    queryKey: ['assignment', id],
    queryFn: () => read(api.GET('/api/assignments/{id}', { params: { path: { id } } })),
  });
  if (!assignment) {
    return (
      <Page title={t('assignment.one')}>
        {error ? (
          <>
            <Problem error={error} retry={() => refetch()} />
            <AssignmentTimeline id={id} mine />
          </>
        ) : (
          <Skeleton active paragraph={{ rows: 12 }} />
        )}
      </Page>
    );
  }
  return (
    <Page title={assignment.title} note={<Link to="/assignments">{t('assignment.backToList')}</Link>}>
      <div className="matter">
        <div>
          <Matter assignment={assignment} />
          <ProponentCards assignment={assignment} />
          <Opinions assignment={assignment} />
          <Contacts assignment={assignment} />
          <Consultations assignment={assignment} />
          {assignment.subjectType === 'proposal' && <Attachments type="proposal" id={assignment.subjectId} />}
          {assignment.can.includes('reply') && <ReplyForm key={assignment.id} assignment={assignment} />}
          {assignment.reply && !assignment.can.includes('reply') && (
            <Card title={t('assignment.reply')}>
              <SecrecyHits words={assignment.secrecyHits} says="reply.secrecyHits" />
              <ReplyView reply={assignment.reply} suggestions={assignment.suggestions ?? []} />
              {assignment.rating && <RatingView rating={assignment.rating} />}
              {assignment.subjectType === 'proposal' && <ReplyPapers assignmentId={assignment.id} />}
            </Card>
          )}
          <EarlierRounds assignment={assignment} />
        </div>
        <aside className="aside">
          <Standing assignment={assignment} />
          <AssignmentMoves key={assignment.id} assignment={assignment} />
          <Others assignment={assignment} />
          <AssignmentTimeline id={assignment.id} />
        </aside>
      </div>
    </Page>
  );
}

function Matter({ assignment }: { assignment: Assignment }) {
  return (
    <Card title={t('assignment.matter', { caseNo: assignment.number ?? '' })}>
      <p className="quiet">{t(subjectWords(assignment).by, { name: assignment.proponent })}</p>
      {assignment.wantsContactBy && (
        <p>{t('assignment.wantsContactBy', { mode: nameOf('contact', assignment.wantsContactBy) })}</p>
      )}
      <h3>{t('proposal.situation')}</h3>
      <p className="text">{assignment.situation}</p>
      {assignment.analysis && (
        <>
          <h3>{t('proposal.analysis')}</h3>
          <p className="text">{assignment.analysis}</p>
        </>
      )}
      {assignment.research && (
        <>
          <h3>{t('proposal.research')}</h3>
          <p className="text">{assignment.research}</p>
        </>
      )}
      <h3>{t('proposal.suggestions')}</h3>
      <ol className="suggestions">
        {assignment.suggestions?.map((suggestion, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a suggestion is known by its number
          <li key={at}>{suggestion}</li>
        ))}
      </ol>
      {assignment.subjectType === 'proposal' && assignment.proponents.length > 0 && (
        <PaperButtons path={`/api/proposals/${assignment.subjectId}/form`} name={t('paper.form')} />
      )}
    </Card>
  );
}

function Standing({ assignment }: { assignment: Assignment }) {
  return (
    <Card title={t('assignment.standing')}>
      <p className="strong">
        <State family="assignment.status" code={assignment.status} />
      </p>
      <dl className="facts">
        <dt>{t('assignment.unit')}</dt>
        <dd>
          {assignment.unitName} {t('common.inBrackets', { text: nameOf('assignment.role', assignment.role) })}
        </dd>
        <dt>{t('assignment.assignedOn')}</dt>
        <dd>{prose(assignment.assignedOn)}</dd>
        {assignment.status === 'SENT' && assignment.acceptBy && (
          <>
            <dt>{t('assignment.acceptBy')}</dt>
            <dd>{prose(assignment.acceptBy)}</dd>
          </>
        )}
        {assignment.acceptedOn && (
          <>
            <dt>{t('assignment.acceptedOn')}</dt>
            <dd>
              {prose(assignment.acceptedOn)}
              {assignment.acceptedBySilence && <span className="quiet"> {t('assignment.bySilence')}</span>}
            </dd>
          </>
        )}
        {assignment.status === 'SENT' && (
          <>
            <dt>{t('assignment.returnBy')}</dt>
            <dd>{prose(assignment.returnBy)}</dd>
          </>
        )}
        {assignment.round > 1 && (
          <>
            <dt>{t('round.label')}</dt>
            <dd>{t('round.no', { round: assignment.round })}</dd>
          </>
        )}
        {assignment.returnReason && (
          <>
            <dt>{t('assignment.returnReason')}</dt>
            <dd>{assignment.returnReason}</dd>
          </>
        )}
        {assignment.extension && (
          <>
            <dt>{t('extension.label')}</dt>
            <dd>
              {t('extension.said', { until: prose(assignment.extension.until), reason: assignment.extension.reason })}
              {assignment.extension.decision && <div className="quiet">{assignment.extension.decision}</div>}
            </dd>
          </>
        )}
        <Lateness assignment={assignment} />
        {assignment.evaluation && (
          <>
            <dt>{t('evaluation.label')}</dt>
            <dd>
              {nameOf('quality', assignment.evaluation.quality)}
              {assignment.evaluation.comment && <div className="quiet">{assignment.evaluation.comment}</div>}
            </dd>
          </>
        )}
      </dl>
      {assignment.deadlines?.reply ? (
        <DueExplained due={assignment.deadlines.reply} />
      ) : (
        <p>
          {t('assignment.replyBy')} <Due on={assignment.replyBy} overdue={assignment.overdue} spelt />
        </p>
      )}
    </Card>
  );
}
