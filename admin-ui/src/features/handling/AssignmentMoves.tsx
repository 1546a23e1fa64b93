import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { AskForTime, DecideTime } from './ExtensionModals';
import { HoldConsultation } from './HoldConsultation';
import { RateOnBehalf } from './RateModal';
import { DecideReturn, RequestReturn } from './ReturnModals';
import { ReviewReply } from './ReviewReplyModal';
import { Evaluate, Opine, RecordContact, Urge } from './UnitModals';

export interface AssignmentDialogProps {
  assignment: Assignment;
  onClose: () => void;
}

/** Each move that asks for more than a click, in the order of the work; the first that is possible is the main one. */
const dialogs = {
  'review-reply': ReviewReply,
  'decide-return': DecideReturn,
  'decide-extension': DecideTime,
  rate: RateOnBehalf,
  urge: Urge,
  'give-opinion': Opine,
  contact: RecordContact,
  'hold-consultation': HoldConsultation,
  evaluate: Evaluate,
  'request-extension': AskForTime,
  'request-return': RequestReturn,
} as const;

type DialogName = keyof typeof dialogs;

const names: readonly DialogName[] = [
  'review-reply',
  'decide-return',
  'decide-extension',
  'rate',
  'urge',
  'give-opinion',
  'contact',
  'hold-consultation',
  'evaluate',
  'request-extension',
  'request-return',
];
const main: readonly DialogName[] = ['review-reply', 'decide-return', 'decide-extension', 'give-opinion'];

/** What the unit or the office may do with an assignment, besides replying. */
export function AssignmentMoves({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState<DialogName>();
  const path = { params: { path: { id: assignment.id } } };
  const direct = useAct((which: 'accept' | 'take-back') =>
    which === 'accept'
      ? read(api.PUT('/api/assignments/{id}/acceptance', { ...path, body: { version: assignment.version } }))
      : read(api.DELETE('/api/assignments/{id}/last-move', path)),
  );
  const busy = (which: string) => direct.isPending && direct.variables === which;
  const start = (name: DialogName) => {
    direct.reset();
    setOpen(name);
  };
  const can = (move: string) => assignment.can.includes(move);
  const offered = names.filter(can);
  if (offered.length === 0 && !can('accept') && !can('take-back')) return null;
  const Dialog = open && dialogs[open];
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {can('accept') && (
          <Button type="primary" block loading={busy('accept')} onClick={() => direct.mutate('accept')}>
            {t('assignment.accept')}
          </Button>
        )}
        {offered.map((name) => (
          <Button key={name} block type={main.includes(name) ? 'primary' : 'default'} onClick={() => start(name)}>
            {t(`assignment.move.${name}`)}
          </Button>
        ))}
        {can('take-back') && (
          <Button block loading={busy('take-back')} onClick={() => direct.mutate('take-back')}>
            {t('assignment.takeBack')}
          </Button>
        )}
        <Problem error={direct.error} />
      </div>
      {Dialog && <Dialog assignment={assignment} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}
