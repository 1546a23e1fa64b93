import { Form, Input } from 'antd';
import { api, read } from '../../api/client';
import type { OpinionOutcome } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { at } from './useOpinion';

/** Strikes out what was noted by mistake, saying why. */
export function RemoveOutcomeModal({ outcome, onClose }: { outcome: OpinionOutcome; onClose: () => void }) {
  return (
    <FormModal<{ reason: string }>
      title={t('outcome.remove')}
      verb={t('outcome.remove')}
      draft={`outcome.${outcome.id}.remove`}
      initial={{}}
      onSend={(body) => read(api.DELETE('/api/opinion-outcomes/{id}', { ...at(outcome), body }))}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('common.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
