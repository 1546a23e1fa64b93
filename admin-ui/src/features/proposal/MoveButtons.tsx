import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Proposal } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { AssignModal } from './AssignModal';
import { ConsultModal } from './ConsultModal';
import { ConversionModal } from './ConversionModal';
import { KeyModal } from './KeyModal';
import { MergeModal } from './MergeModal';
import { NonFilingModal } from './NonFilingModal';
import { PaperSignatureModal } from './PaperSignatureModal';
import { isDirect, leadsOn, type Move, movesOf, waysToAssign } from './proposal';
import { ReasonModal } from './ReasonModal';
import { RehandleModal } from './RehandleModal';
import { ReviewComment, useReviewComment } from './ReviewComment';
import { SplitModal } from './SplitModal';
import { SubmitModal } from './SubmitModal';
import { move } from './useProposal';
import { WithdrawalModal } from './WithdrawalModal';

interface MoveButtonsProps {
  proposal: Proposal;
  onMoved: (move: Move) => void;
}

/** What may be done now, in the order of the workflow; the first is the main thing to do. */
export function MoveButtons({ proposal, onMoved }: MoveButtonsProps) {
  const [open, setOpen] = useState<Move>();
  const navigate = useNavigate();
  const comment = useReviewComment(proposal.id);
  const direct = useAct(
    (which: Move) => {
      switch (which) {
        case 'accept':
          return move.accept(proposal);
        case 'review':
          return move.review(proposal, comment.text);
        case 'file':
          return move.file(proposal);
        case 'take-back':
          return move.takeBack(proposal);
        default:
          return move.close(proposal);
      }
    },
    (_, which) => {
      if (which !== 'take-back') comment.drop();
      onMoved(which);
    },
  );
  const ways = waysToAssign(proposal.assignments);
  const moves = movesOf(proposal.can).filter((each) => each !== 'take-back' && (each !== 'assign' || ways.length > 0));
  const canTakeBack = proposal.can.includes('take-back');
  if (moves.length === 0 && !canTakeBack) return null;
  const start = (which: Move) => {
    direct.reset();
    if (which === 'edit') void navigate({ to: '/proposals/$id/edit', params: { id: proposal.id } });
    else if (isDirect(which)) direct.mutate(which);
    else setOpen(which);
  };
  const dialog = { proposal, onClose: () => setOpen(undefined), onMoved };
  return (
    <Card title={t('proposal.moves')}>
      {moves.includes('review') && <ReviewComment proposal={proposal} comment={comment} />}
      <div className="moves">
        {moves.map((each, at) => (
          <Button
            key={each}
            block
            type={
              at === 0 && leadsOn(each) && !(each === 'assign' && proposal.status === 'HANDLING')
                ? 'primary'
                : 'default'
            }
            danger={each === 'not-file' || each === 'unfile' || each === 'withdraw' || each === 'split'}
            loading={direct.isPending && direct.variables === each}
            disabled={direct.isPending}
            onClick={() => start(each)}
          >
            {t(each === 'assign' && ways.length === 1 ? 'proposal.assignMore' : `proposal.move.${each}`)}
          </Button>
        ))}
        <Problem error={direct.error} />
      </div>
      {canTakeBack && (
        <Alert
          type="info"
          title={t('proposal.canTakeBack')}
          action={
            <Button
              loading={direct.isPending && direct.variables === 'take-back'}
              disabled={direct.isPending}
              onClick={() => start('take-back')}
            >
              {t('proposal.move.take-back')}
            </Button>
          }
        />
      )}
      {open === 'rehandle' && <RehandleModal {...dialog} />}
      {open === 'consult' && <ConsultModal {...dialog} />}
      {open === 'assign' && <AssignModal proposals={[proposal]} ways={ways} {...dialog} />}
      {open === 'not-file' && <NonFilingModal {...dialog} />}
      {open === 'merge' && <MergeModal proposals={[proposal]} {...dialog} />}
      {open === 'mark-key' && <KeyModal proposalId={proposal.id} version={proposal.version} onClose={dialog.onClose} />}
      {open === 'split' && <SplitModal {...dialog} />}
      {open === 'submit' && <SubmitModal {...dialog} />}
      {open === 'decide-withdrawal' && <WithdrawalModal {...dialog} />}
      {open === 'answer-conversion' && <ConversionModal {...dialog} />}
      {open === 'enter-signatures' && (
        <PaperSignatureModal proposal={proposal} version={proposal.version} onClose={dialog.onClose} />
      )}
      {(open === 'appeal' || open === 'return' || open === 'unfile' || open === 'withdraw' || open === 'unmerge') && (
        <ReasonModal {...dialog} which={open} />
      )}
    </Card>
  );
}

export interface MoveDialogProps {
  proposal: Proposal;
  onClose: () => void;
  onMoved: (move: Move) => void;
}
