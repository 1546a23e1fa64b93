import { Button } from 'antd';
import { useState } from 'react';
import type { Proposal } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { AssignModal } from './AssignModal';
import { NonFilingModal } from './NonFilingModal';
import { leadsOn, type Move, movesOf } from './proposal';
import { ReasonModal } from './ReasonModal';
import { ReviewModal } from './ReviewModal';
import { move } from './useProposal';

interface MoveButtonsProps {
  proposal: Proposal;
  onMoved: (move: Move) => void;
}

/** What may be done now, in the order of the workflow; the first is the main thing to do. */
export function MoveButtons({ proposal, onMoved }: MoveButtonsProps) {
  const [open, setOpen] = useState<Move>();
  const direct = useAct((which: Move) =>
    which === 'accept' ? move.accept(proposal) : which === 'file' ? move.file(proposal) : move.close(proposal),
  );
  const moves = movesOf(proposal.can).filter((each) => each !== 'take-back');
  if (moves.length === 0) return null;
  const start = (which: Move) => {
    if (which === 'accept' || which === 'file' || which === 'close')
      direct.mutate(which, { onSuccess: () => onMoved(which) });
    else setOpen(which);
  };
  const dialog = { proposal, onClose: () => setOpen(undefined), onMoved };
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {moves.map((each, at) => (
          <Button
            key={each}
            block
            type={at === 0 && leadsOn(each) ? 'primary' : 'default'}
            danger={each === 'not-file' || each === 'unfile' || each === 'withdraw'}
            loading={direct.isPending && direct.variables === each}
            disabled={direct.isPending}
            onClick={() => start(each)}
          >
            {t(`proposal.move.${each}`)}
          </Button>
        ))}
        <Problem error={direct.error} />
      </div>
      {open === 'review' && <ReviewModal {...dialog} />}
      {open === 'assign' && <AssignModal {...dialog} />}
      {open === 'not-file' && <NonFilingModal {...dialog} />}
      {(open === 'return' || open === 'unfile' || open === 'withdraw') && <ReasonModal {...dialog} which={open} />}
    </Card>
  );
}

export interface MoveDialogProps {
  proposal: Proposal;
  onClose: () => void;
  onMoved: (move: Move) => void;
}
