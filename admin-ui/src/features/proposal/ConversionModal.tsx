import { Alert, Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

interface Values {
  agreed: boolean;
  comment?: string;
}

/** What the proponent said about its becoming an opinion report, as the office enters it for him. */
export function ConversionModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const send = async ({ agreed, comment }: Values) => {
    await read(
      api.PUT('/api/proposals/{id}/conversion', { ...at(proposal), body: { agreed, comment: comment?.trim() } }),
    );
    onMoved('answer-conversion');
  };
  return (
    <FormModal<Values>
      title={t('proposal.move.answer-conversion')}
      verb={t('proposal.move.answer-conversion')}
      draft={`proposal.${proposal.id}.answer-conversion`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <Alert type="warning" showIcon className="form-note" title={t('proposal.consequence.answer-conversion')} />
      <Form.Item
        name="agreed"
        label={t('conversion.answer', { name: proposal.proponent.name })}
        rules={[needed('conversion.needed')]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('conversion.agreed') },
            { value: false, label: t('conversion.refused') },
          ]}
        />
      </Form.Item>
      <Form.Item name="comment" label={t('conversion.comment')}>
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
