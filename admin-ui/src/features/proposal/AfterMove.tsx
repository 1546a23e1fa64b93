import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Proposal } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import type { Move } from './proposal';
import { move as moves } from './useProposal';

/** The last thing done on this page, forgotten when another proposal is opened. */
export function useLastMove(id: string) {
  const [last, setLast] = useState<{ id: string; move: Move }>();
  const set = (move: Move | undefined) => setLast(move && { id, move });
  return [last?.id === id ? last.move : undefined, set] as const;
}

interface AfterMoveProps {
  proposal: Proposal;
  move: Move;
  onTakenBack: () => void;
}

/** What happened, and the way back while nobody has acted on it. */
export function AfterMove({ proposal, move, onTakenBack }: AfterMoveProps) {
  const back = useAct(() => moves.takeBack(proposal), onTakenBack);
  return (
    <div className="stack">
      <Alert
        type="success"
        showIcon
        role="status"
        title={t(`proposal.moved.${move}`, { caseNo: proposal.caseNo ?? '' })}
        description={proposal.can.includes('take-back') && t('proposal.canTakeBack')}
        action={
          proposal.can.includes('take-back') && (
            <Button loading={back.isPending} onClick={() => back.mutate()}>
              {t('proposal.move.take-back')}
            </Button>
          )
        }
      />
      <Problem error={back.error} />
    </div>
  );
}
