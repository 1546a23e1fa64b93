import { Alert } from 'antd';
import { useState } from 'react';
import type { Proposal } from '../../api/types';
import { t } from '../../ui/text';
import type { Move } from './proposal';

/** The last thing done on this page, forgotten when another proposal is opened. */
export function useLastMove(id: string) {
  const [last, setLast] = useState<{ id: string; move: Move }>();
  const set = (move: Move | undefined) => setLast(move && { id, move });
  return [last?.id === id ? last.move : undefined, set] as const;
}

interface AfterMoveProps {
  proposal: Proposal;
  move: Move;
}

/** What happened. The way back stands among the moves, as long as the service allows it. */
export function AfterMove({ proposal, move }: AfterMoveProps) {
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t(`proposal.moved.${move}`, { caseNo: proposal.caseNo ?? '' })}
    />
  );
}
