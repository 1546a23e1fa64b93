import type { Proposal } from '../../api/types';
import { DueExplained } from '../../ui/DueExplained';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';

/** Where the proposal stands, in words first. */
export function ProposalState({ proposal }: { proposal: Proposal }) {
  return (
    <Card title={t('proposal.standing')}>
      <p className="strong">
        <State family="proposal.status" code={proposal.status} />
        {proposal.status === 'IN_REVIEW' && proposal.stage !== undefined && (
          <span>
            {' '}
            {t('proposal.stageOf', {
              stage: nameOf('proposal.stage', String(proposal.stage)),
              stages: proposal.stages ?? 3,
            })}
          </span>
        )}
      </p>
      {proposal.filedOn && <p className="quiet">{t('proposal.filedOn', { day: prose(proposal.filedOn) })}</p>}
      {proposal.notFiledReason && (
        <p>
          {t('proposal.notFiledBecause', {
            reason: nameOf('proposal.reason', proposal.notFiledReason),
            destination: proposal.disposition ? nameOf('proposal.disposition', proposal.disposition) : '',
          })}
        </p>
      )}
      {proposal.comment && <p className="quiet">{proposal.comment}</p>}
      {proposal.due && <DueExplained due={proposal.due} />}
    </Card>
  );
}
