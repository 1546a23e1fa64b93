import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import { useAct } from '../../ui/useAct';

/** What the unit or the office may do with an assignment, besides replying. */
export function AssignmentMoves({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState<'request' | 'decide'>();
  const path = { params: { path: { id: assignment.id } } };
  const accept = useAct(() =>
    read(api.PUT('/api/assignments/{id}/acceptance', { ...path, body: { version: assignment.version } })),
  );
  const can = (move: string) => assignment.can.includes(move);
  const back = useAct(() => read(api.DELETE('/api/assignments/{id}/last-move', path)));
  if (!['accept', 'request-return', 'decide-return', 'take-back'].some(can)) return null;
  return (
    <Card title={t('proposal.moves')}>
      <div className="moves">
        {can('accept') && (
          <Button type="primary" block loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('assignment.accept')}
          </Button>
        )}
        {can('decide-return') && (
          <Button type="primary" block onClick={() => setOpen('decide')}>
            {t('assignment.decideReturn')}
          </Button>
        )}
        {can('request-return') && (
          <Button block onClick={() => setOpen('request')}>
            {t('assignment.requestReturn')}
          </Button>
        )}
        {can('take-back') && (
          <Button block loading={back.isPending} onClick={() => back.mutate()}>
            {t('proposal.move.take-back')}
          </Button>
        )}
        <Problem error={accept.error ?? back.error} />
      </div>
      {open === 'request' && <RequestReturn assignment={assignment} onClose={() => setOpen(undefined)} />}
      {open === 'decide' && <DecideReturn assignment={assignment} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

interface DialogProps {
  assignment: Assignment;
  onClose: () => void;
}

function RequestReturn({ assignment, onClose }: DialogProps) {
  const send = ({ reason }: { reason: string }) =>
    read(
      api.PUT('/api/assignments/{id}/return-request', {
        params: { path: { id: assignment.id } },
        body: { version: assignment.version, reason },
      }),
    );
  return (
    <FormModal
      title={t('assignment.requestReturn')}
      verb={t('assignment.requestReturn')}
      draft={`assignment.${assignment.id}.return`}
      initial={{ reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('assignment.requestReturnHelp')}</p>
      <ReasonItem />
    </FormModal>
  );
}

interface Decision {
  granted: boolean;
  reason: string;
  unitId?: string;
}

/** Grant and hand it to another unit, or refuse: either way with a reason that the unit reads. */
function DecideReturn({ assignment, onClose }: DialogProps) {
  const send = (values: Decision) =>
    read(
      api.PUT('/api/assignments/{id}/return-decision', {
        params: { path: { id: assignment.id } },
        body: { version: assignment.version, ...values },
      }),
    );
  return (
    <FormModal<Decision>
      title={t('assignment.decideReturn')}
      verb={t('assignment.decide')}
      draft={`assignment.${assignment.id}.decision`}
      initial={{ reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <p className="quiet">{t('assignment.unitSays', { reason: assignment.returnReason ?? '' })}</p>
      <Form.Item
        name="granted"
        label={t('assignment.decision')}
        rules={[{ required: true, message: t('assignment.decisionNeeded') }]}
      >
        <Radio.Group
          vertical
          options={[
            { value: true, label: t('assignment.grant') },
            { value: false, label: t('assignment.refuse') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['granted']}>
        {({ getFieldValue }) =>
          getFieldValue('granted') === true && (
            <Form.Item name="unitId" label={t('assignment.newUnit')} extra={t('assignment.newUnitHelp')}>
              <UnitPicker not={assignment.unitId} />
            </Form.Item>
          )
        }
      </Form.Item>
      <ReasonItem />
    </FormModal>
  );
}

function ReasonItem() {
  return (
    <Form.Item
      name="reason"
      label={t('common.reason')}
      rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
    >
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  );
}
