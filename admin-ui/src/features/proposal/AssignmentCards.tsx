import { Link } from '@tanstack/react-router';
import type { Assignment, Proposal } from '../../api/types';
import { Card } from '../../ui/Page';
import { RatingView } from '../../ui/RatingView';
import { ReplyPapers } from '../../ui/ReplyPapers';
import { ReplyView } from '../../ui/ReplyView';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { Due, State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';

/** Which units handle it, how far each is, and what they replied. */
export function AssignmentCards({ proposal }: { proposal: Proposal }) {
  return proposal.assignments.map((assignment) => (
    <Card
      key={assignment.id}
      title={t('assignment.ofUnit', { unit: assignment.unitName, role: nameOf('assignment.role', assignment.role) })}
      extra={
        <Link to="/assignments/$id" params={{ id: assignment.id }}>
          {t('assignment.open')}
        </Link>
      }
    >
      <AssignmentFacts assignment={assignment} />
      {assignment.reply && (
        <>
          <SecrecyHits words={assignment.secrecyHits} says="reply.secrecyHits" />
          <ReplyView reply={assignment.reply} suggestions={proposal.suggestions} />
          <ReplyPapers assignmentId={assignment.id} />
        </>
      )}
    </Card>
  ));
}

function AssignmentFacts({ assignment }: { assignment: Assignment }) {
  return (
    <dl className="facts">
      <dt>{t('assignment.statusLabel')}</dt>
      <dd>
        <State family="assignment.status" code={assignment.status} />
      </dd>
      <dt>{t('assignment.assignedOn')}</dt>
      <dd>{assignment.assignedOn}</dd>
      <dt>{t('assignment.replyBy')}</dt>
      <dd>
        <Due on={assignment.replyBy} overdue={assignment.overdue} />
      </dd>
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
      {assignment.rating && (
        <>
          <dt>{t('assignment.rating')}</dt>
          <dd>
            <RatingView rating={assignment.rating} />
          </dd>
        </>
      )}
    </dl>
  );
}
