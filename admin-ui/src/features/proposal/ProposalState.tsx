import type { Proposal } from '../../api/types';
import { DueExplained } from '../../ui/DueExplained';
import { prose, today } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Due, State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { useNotFileReasons } from './notFileReasons';

/** Where the proposal stands, in words first. */
export function ProposalState({ proposal }: { proposal: Proposal }) {
  const reasons = useNotFileReasons();
  return (
    <Card title={t('proposal.standing')}>
      <p className="strong">
        <State family="proposal.status" code={proposal.status} />
        {proposal.status === 'IN_REVIEW' && typeof proposal.stage === 'number' && (
          <span>
            {' '}
            {t('proposal.stageOf', {
              stage: proposal.stageName ?? nameOf('proposal.stage', String(proposal.stage)),
              stages: proposal.stages ?? 3,
            })}
          </span>
        )}
      </p>
      {proposal.stageBy && (
        <p>
          {t('proposal.stageBy')} <Due on={proposal.stageBy} overdue={proposal.stageBy < today()} spelt />
        </p>
      )}
      {proposal.filedOn && <p className="quiet">{t('proposal.filedOn', { day: prose(proposal.filedOn) })}</p>}
      {proposal.instructedAt.length > 0 && (
        <p>
          {t('proposal.instructedAt', {
            levels: proposal.instructedAt.map((level) => nameOf('outcome.level', level)).join('、'),
          })}
        </p>
      )}
      {proposal.notFiledReason && (
        <p>
          {t('proposal.notFiledBecause', {
            reason: reasons.find((each) => each.value === proposal.notFiledReason)?.label ?? proposal.notFiledReason,
            destination: proposal.disposition ? nameOf('proposal.disposition', proposal.disposition) : '',
          })}
        </p>
      )}
      {proposal.referredTo && <p>{t('referred.to', { name: proposal.referredTo })}</p>}
      {proposal.withdrawalRequest && <Request request={proposal.withdrawalRequest} />}
      {proposal.comment && <p className="quiet">{proposal.comment}</p>}
      <Deadlines proposal={proposal} />
      {!!proposal.handled?.daysLostToReturn && (
        <p className="quiet">{t('proposal.daysLost', { count: proposal.handled.daysLostToReturn })}</p>
      )}
      {proposal.handled?.consultation && (
        <>
          <h3>{t('consultation.title')}</h3>
          <p className="quiet">
            {prose(proposal.handled.consultation.on)} {proposal.handled.consultation.attendees}
          </p>
          <p className="text">{proposal.handled.consultation.minutes}</p>
          {proposal.handled.unresolved && <p className="strong">{t('consultation.unresolved')}</p>}
        </>
      )}
    </Card>
  );
}

/** That the proponent asked to withdraw it, and what was decided. */
function Request({ request }: { request: NonNullable<Proposal['withdrawalRequest']> }) {
  return (
    <>
      <p>{t('withdrawal.asked', { day: prose(request.askedOn), state: nameOf('withdrawal.state', request.state) })}</p>
      <p className="quiet">{request.reason}</p>
      {request.decision && <p className="quiet">{t('withdrawal.decided', { reason: request.decision })}</p>}
    </>
  );
}

/** What time it is by which clock: telling the result, the units' replies, the rating. */
function Deadlines({ proposal }: { proposal: Proposal }) {
  const inReview = proposal.status === 'SUBMITTED' || proposal.status === 'IN_REVIEW';
  return (
    <>
      {inReview && proposal.resultBy && <DueExplained label={t('proposal.resultBy')} due={proposal.resultBy} />}
      {proposal.assignments.map(
        ({ id, status, unitName, deadlines, feedbackBy }) =>
          ((status === 'SENT' || status === 'ACCEPTED' || status === 'EXTENSION_REQUESTED') && deadlines?.reply && (
            <DueExplained key={id} label={t('proposal.replyByUnit', { unit: unitName })} due={deadlines.reply} />
          )) ||
          (status === 'REPLY_ACCEPTED' && proposal.status === 'AWAITING_FEEDBACK' && feedbackBy && (
            <p key={id}>
              {t('proposal.feedbackBy')} <Due on={feedbackBy} overdue={feedbackBy < today()} spelt />
            </p>
          )),
      )}
    </>
  );
}
