import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { OpinionReport } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { AnswerModal } from './AnswerModal';
import { ForwardModal } from './ForwardModal';
import { IntoIssue } from './IntoIssue';
import { isAnswering, isWorded, leadsOn, type Move, movesOf } from './opinion';
import { move, takeBack } from './useOpinion';
import { WordsModal } from './WordsModal';

/** What may be done now, in the order of the workflow, and the way back while nobody has acted on it. */
export function OpinionMoves({ report }: { report: OpinionReport }) {
  const [open, setOpen] = useState<Move>();
  const direct = useAct((which: Move) => move(report, which));
  const back = useAct(() => takeBack(report));
  const moves = movesOf(report.can);
  const start = (which: Move) => {
    if (which === 'forward' || isWorded(which) || isAnswering(which)) setOpen(which);
    else direct.mutate(which);
  };
  const dialog = { report, onClose: () => setOpen(undefined) };
  const issuable = report.can.includes('request-approval') || report.status === 'IN_APPROVAL';
  if (moves.length === 0 && !report.can.includes('take-back') && !issuable) return null;
  return (
    <Card title={t('opinion.moves')}>
      <div className="moves">
        {moves.map((each, at) => (
          <Button
            key={each}
            block
            type={at === 0 && leadsOn(each) ? 'primary' : 'default'}
            danger={each === 'not-use' || each === 'withdraw'}
            loading={direct.isPending && direct.variables === each}
            disabled={direct.isPending}
            onClick={() => start(each)}
          >
            {t(`opinion.move.${each}`)}
          </Button>
        ))}
        {issuable && <IntoIssue reports={[{ ...report, title: report.text.title }]} onDone={() => {}} />}
        {report.can.includes('take-back') && (
          <Alert
            type="info"
            title={t('opinion.canTakeBack')}
            action={
              <Button loading={back.isPending} onClick={() => back.mutate()}>
                {t('opinion.move.take-back')}
              </Button>
            }
          />
        )}
        <Problem error={direct.error ?? back.error} />
      </div>
      {open === 'forward' && <ForwardModal {...dialog} />}
      {open && isAnswering(open) && <AnswerModal {...dialog} which={open} />}
      {open && isWorded(open) && <WordsModal {...dialog} which={open} />}
    </Card>
  );
}
