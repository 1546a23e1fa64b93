import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { ProposalBrief } from '../../api/types';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { AssignModal } from './AssignModal';
import { IntoDigest } from './IntoDigest';
import { MergeModal } from './MergeModal';
import { move } from './useProposal';

interface BulkMovesProps {
  chosen: ProposalBrief[];
  clear: () => void;
}

/** What can be done with all the chosen at once; each button names its number. */
export function BulkMoves({ chosen, clear }: BulkMovesProps) {
  const { message } = App.useApp();
  const [assigning, setAssigning] = useState(false);
  const toAccept = chosen.filter((each) => each.can.includes('accept'));
  // What units have already is given to more of them one by one.
  const toAssign = chosen.filter((each) => each.status === 'FILED' && each.can.includes('assign'));
  const [merging, setMerging] = useState(false);
  const toMerge = chosen.filter((each) => each.can.includes('merge'));
  const finish = (words: string) => {
    message.success(words);
    clear();
  };
  /** Accepted by an earlier try that stopped half-way. */
  const gone = useRef(new Set<string>());
  const accept = useAct(
    async () => {
      for (const proposal of toAccept.filter(({ id }) => !gone.current.has(id))) {
        await move.accept(proposal);
        gone.current.add(proposal.id);
      }
    },
    () => {
      gone.current.clear();
      finish(t('proposal.acceptedMany', { count: toAccept.length }));
    },
  );
  return (
    <>
      {toAccept.length > 0 && (
        <Button loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('proposal.acceptMany', { count: toAccept.length })}
        </Button>
      )}
      {toAssign.length > 0 && (
        <Button onClick={() => setAssigning(true)}>{t('proposal.assignMany', { count: toAssign.length })}</Button>
      )}
      {toMerge.length > 0 && (
        <Button onClick={() => setMerging(true)}>{t('merge.verb', { count: toMerge.length })}</Button>
      )}
      <IntoDigest chosen={chosen} onDone={clear} />
      {toAccept.length + toAssign.length + toMerge.length === 0 && (
        <span className="quiet">{t('proposal.nothingForAll')}</span>
      )}
      <Problem error={accept.error} />
      {merging && (
        <MergeModal
          proposals={toMerge}
          onClose={() => setMerging(false)}
          onMoved={() => finish(t('merge.done', { count: toMerge.length }))}
        />
      )}
      {assigning && (
        <AssignModal
          proposals={toAssign}
          onClose={() => setAssigning(false)}
          onMoved={() => finish(t('proposal.assignedMany', { count: toAssign.length }))}
        />
      )}
    </>
  );
}
