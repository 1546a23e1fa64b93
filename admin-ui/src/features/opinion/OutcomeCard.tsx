import { Button, Empty } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { OpinionOutcome, OpinionReport } from '../../api/types';
import { FileLink } from '../../ui/FileLink';
import { day } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { OutcomeModal } from './OutcomeModal';
import { RemoveOutcomeModal } from './RemoveOutcomeModal';
import { at } from './useOpinion';

/** What came of it. The words of an instruction are asked for one by one, by those who may. */
export function OutcomeCard({ report }: { report: OpinionReport }) {
  const [adding, setAdding] = useState(false);
  const may = report.can.includes('add-outcome');
  if (!may && report.outcomes.length === 0) return null;
  return (
    <Card
      title={t('opinion.outcomes')}
      extra={
        may && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('outcome.add')}
          </Button>
        )
      }
    >
      {report.outcomes.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('outcome.empty')} />}
      <ul className="news">
        {report.outcomes.map((outcome) => (
          <OutcomeRow key={outcome.id} outcome={outcome} />
        ))}
      </ul>
      {adding && <OutcomeModal report={report} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function OutcomeRow({ outcome }: { outcome: OpinionOutcome }) {
  const [removing, setRemoving] = useState(false);
  const words = useAct(() => read(api.GET('/api/opinion-outcomes/{id}/instruction', at(outcome))));
  return (
    <li>
      <span className={outcome.kind === 'INSTRUCTION' ? 'gold-mark' : 'green-mark'}>
        {nameOf('outcome.level', outcome.level)}
        {nameOf('outcome.kind', outcome.kind)}
      </span>{' '}
      {outcome.on && day(outcome.on)} {outcome.who}
      {outcome.echoedFrom && <span className="quiet"> {t('outcome.echoed')}</span>}
      {outcome.note && <div className="quiet">{outcome.note}</div>}
      {outcome.fileId && <FileLink id={outcome.fileId}>{t('outcome.evidence')}</FileLink>}
      {words.data && <blockquote className="text">{words.data.text}</blockquote>}
      <Problem error={words.error} />
      <div className="row no-print">
        {outcome.can.includes('read-instruction') && !words.data && (
          <Button size="small" type="link" loading={words.isPending} onClick={() => words.mutate()}>
            {t('outcome.readInstruction')}
          </Button>
        )}
        {outcome.can.includes('remove') && (
          <Button size="small" type="link" danger onClick={() => setRemoving(true)}>
            {t('outcome.remove')}
          </Button>
        )}
      </div>
      {removing && <RemoveOutcomeModal outcome={outcome} onClose={() => setRemoving(false)} />}
    </li>
  );
}
