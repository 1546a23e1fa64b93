import { Alert, Form, Input, Radio } from 'antd';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { prose } from '../../ui/format';
import { t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

interface Values {
  granted: boolean;
  reason?: string;
}

/** The proponent asks to withdraw what was filed: granted, with its consequence in numbers; or refused, saying why. */
export function WithdrawalModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const request = proposal.withdrawalRequest;
  const open = proposal.assignments.filter((each) => !['RETURNED', 'CANCELLED'].includes(each.status)).length;
  const send = async (body: Values) => {
    await read(api.PUT('/api/proposals/{id}/withdrawal-decision', { ...at(proposal), body }));
    onMoved('decide-withdrawal');
  };
  return (
    <FormModal<Values>
      title={t('proposal.move.decide-withdrawal')}
      verb={t('proposal.move.decide-withdrawal')}
      draft={`proposal.${proposal.id}.decide-withdrawal`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      {request && (
        <>
          <p className="quiet">
            {t('withdrawal.askedBy', { name: proposal.proponent.name, day: prose(request.askedOn) })}
          </p>
          <p className="text">{request.reason}</p>
        </>
      )}
      <Form.Item name="granted" label={t('withdrawal.decision')} rules={[needed('withdrawal.decisionNeeded')]}>
        <Radio.Group
          options={[
            { value: true, label: t('withdrawal.grant') },
            { value: false, label: t('withdrawal.refuse') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['granted']}>
        {({ getFieldValue }) =>
          getFieldValue('granted') && (
            <Alert
              type="warning"
              showIcon
              className="form-note"
              title={t('proposal.consequence.withdraw', {
                caseNo: proposal.caseNo ?? t('common.none'),
                count: open,
              })}
            />
          )
        }
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('common.reason')}
        extra={t('withdrawal.reasonHelp')}
        dependencies={['granted']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('granted') === false,
            whitespace: true,
            message: t('common.reasonNeeded'),
          }),
        ]}
      >
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
