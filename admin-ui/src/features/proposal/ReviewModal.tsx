import { Form, Input } from 'antd';
import { api, read } from '../../api/client';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

/** Passes the stage that is open now. */
export function ReviewModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const stage = proposal.stage ?? 1;
  const send = async ({ comment }: { comment: string }) => {
    await read(
      api.PUT('/api/proposals/{id}/review', { ...at(proposal), body: { version: proposal.version, stage, comment } }),
    );
    onMoved('review');
  };
  return (
    <FormModal
      title={t('proposal.reviewStage', { stage: nameOf('proposal.stage', String(stage)) })}
      verb={t('proposal.move.review')}
      draft={`proposal.${proposal.id}.review`}
      initial={{ comment: '' }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="comment" label={t('proposal.comment')} extra={t('proposal.commentHelp')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormModal>
  );
}
