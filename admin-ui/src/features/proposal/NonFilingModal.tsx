import { Alert, Form, Input, Radio, Select } from 'antd';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { ReferredToItem } from '../../ui/ReferredTo';
import { nameOf, t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { useNotFileReasons } from './notFileReasons';
import { dispositions, goesToSomebody } from './proposal';
import { at } from './useProposal';

type Disposition = (typeof dispositions)[number];

interface Values {
  reason: string;
  disposition: Disposition;
  comment: string;
  referredTo?: string;
}

/** Not filed: never without a reason and a place where the proposal goes; the proponent is told both. */
export function NonFilingModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const reasons = useNotFileReasons();
  const send = async (values: Values) => {
    await read(
      api.PUT('/api/proposals/{id}/non-filing', {
        ...at(proposal),
        body: {
          version: proposal.version,
          ...values,
          referredTo: goesToSomebody(values.disposition) ? values.referredTo : undefined,
        },
      }),
    );
    onMoved('not-file');
  };
  return (
    <FormModal<Values>
      title={t('proposal.move.not-file')}
      verb={t('proposal.move.not-file')}
      draft={`proposal.${proposal.id}.not-file`}
      initial={{ disposition: 'ARCHIVE', comment: '' }}
      onSend={send}
      onClose={onClose}
    >
      <Alert type="warning" showIcon title={t('proposal.consequence.not-file')} className="form-note" />
      <Form.Item
        name="reason"
        label={t('proposal.reason')}
        rules={[{ required: true, message: t('proposal.reasonNeeded') }]}
      >
        <Select options={reasons} />
      </Form.Item>
      <Form.Item name="disposition" label={t('proposal.destination')} rules={[{ required: true }]}>
        <Radio.Group
          vertical
          options={dispositions.map((value) => ({ value, label: nameOf('proposal.disposition', value) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['disposition']}>
        {({ getFieldValue }) =>
          goesToSomebody(getFieldValue('disposition')) && <ReferredToItem help={t('proposal.referredHelp')} />
        }
      </Form.Item>
      <Form.Item
        name="comment"
        label={t('proposal.explanation')}
        extra={t('proposal.reasonShown')}
        dependencies={['reason']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('reason') === 'OTHER',
            message: t('proposal.explanationNeeded'),
          }),
        ]}
      >
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
