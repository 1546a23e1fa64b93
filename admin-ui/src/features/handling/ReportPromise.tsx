import { Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { FollowedPromise } from '../../api/types';
import { counted } from '../../ui/counted';
import { needed, ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';

interface Said {
  state: FollowedPromise['state'];
  text: string;
}

const states: readonly FollowedPromise['state'][] = ['OPEN', 'KEPT', 'NOT_KEPT'];

/** What became of a promise, and how it is known; the last word stands. */
export function ReportPromise({ promise, onClose }: { promise: FollowedPromise; onClose: () => void }) {
  const draft = `promise.${promise.id}`;
  const params = { path: { id: promise.id } };
  return (
    <FormModal<Said>
      title={t('promise.report')}
      verb={t('promise.report')}
      draft={draft}
      initial={{}}
      onSend={(said) =>
        sendOnce(draft, said, (id) => read(api.POST('/api/promises/{id}/reports', { params, body: { ...said, id } })))
      }
      onClose={onClose}
    >
      <p>{promise.text}</p>
      <Form.Item name="state" label={t('promise.stateLabel')} rules={[needed('promise.stateNeeded')]}>
        <Radio.Group options={states.map((value) => ({ value, label: nameOf('promise.state', value) }))} />
      </Form.Item>
      <Form.Item name="text" label={t('promise.lastReport')} rules={[needed('promise.reportNeeded')]}>
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}

/** The office reminds the unit of its word. */
export function UrgePromise({ promise, onClose }: { promise: FollowedPromise; onClose: () => void }) {
  const send = ({ reason }: { reason: string }) =>
    read(api.POST('/api/promises/{id}/urgings', { params: { path: { id: promise.id } }, body: { text: reason } }));
  return (
    <FormModal
      title={t('promise.urge')}
      verb={t('promise.urge')}
      draft={`promise.${promise.id}.urging`}
      initial={{ reason: t('promise.urgeStandard', { unit: promise.unitName, due: promise.dueOn }) }}
      onSend={send}
      onClose={onClose}
    >
      <p>{promise.text}</p>
      <ReasonItem label={t('urge.text')} />
    </FormModal>
  );
}
