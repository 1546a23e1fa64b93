import { Alert, Form, Input } from 'antd';
import { api, read } from '../../api/client';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

type Which = 'return' | 'unfile' | 'withdraw' | 'unmerge' | 'appeal';

/** The moves that go back, and the appeal against one: each says what it will undo, in numbers, and asks for a reason. */
export function ReasonModal({ proposal, which, onClose, onMoved }: MoveDialogProps & { which: Which }) {
  const open = proposal.assignments.filter((each) => !['RETURNED', 'CANCELLED'].includes(each.status)).length;
  const consequence =
    which === 'return' || which === 'unmerge' || which === 'appeal'
      ? t(`proposal.consequence.${which}`)
      : t(`proposal.consequence.${which}`, { caseNo: proposal.caseNo ?? t('common.none'), count: open });
  const send = async ({ reason }: { reason: string }) => {
    const body = { version: proposal.version, reason };
    if (which === 'return') await read(api.PUT('/api/proposals/{id}/returning', { ...at(proposal), body }));
    else if (which === 'appeal')
      await read(api.PUT('/api/proposals/{id}/appeal', { ...at(proposal), body: { reason } }));
    else if (which === 'unmerge')
      await read(api.DELETE('/api/proposals/{id}/merger', { ...at(proposal), body: { reason } }));
    else if (which === 'unfile') await read(api.DELETE('/api/proposals/{id}/filing', { ...at(proposal), body }));
    else await read(api.PUT('/api/proposals/{id}/withdrawal', { ...at(proposal), body }));
    onMoved(which);
  };
  return (
    <FormModal
      title={t(`proposal.move.${which}`)}
      verb={t(`proposal.move.${which}`)}
      draft={`proposal.${proposal.id}.${which}`}
      initial={{ reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <Alert type="warning" showIcon title={consequence} className="form-note" />
      <Form.Item
        name="reason"
        label={t('common.reason')}
        extra={t('proposal.reasonShown')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
    </FormModal>
  );
}
