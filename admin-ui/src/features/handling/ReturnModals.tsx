import { Form } from 'antd';
import { api, read } from '../../api/client';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import type { AssignmentDialogProps } from './AssignmentMoves';
import { GrantItem } from './GrantItem';

export function RequestReturn({ assignment, onClose }: AssignmentDialogProps) {
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
export function DecideReturn({ assignment, onClose }: AssignmentDialogProps) {
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
      <GrantItem yes={t('assignment.grant')} no={t('assignment.refuse')} />
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
