import { Alert } from 'antd';
import { api, read } from '../../api/client';
import { ReasonItem } from '../../ui/FormItems';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

/** Sends it back to the units that did not satisfy the proponent, naming them. */
export function RehandleModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const units = proposal.assignments
    .filter((each) => each.status === 'REPLY_ACCEPTED' && each.rating?.result === 'NOT_SATISFIED')
    .map((each) => each.unitName);
  const send = async ({ reason }: { reason?: string }) => {
    await read(
      api.PUT('/api/proposals/{id}/rehandling', { ...at(proposal), body: { version: proposal.version, reason } }),
    );
    onMoved('rehandle');
  };
  return (
    <FormModal
      title={t('proposal.move.rehandle')}
      verb={t('proposal.move.rehandle')}
      draft={`proposal.${proposal.id}.rehandle`}
      initial={{ reason: '' }}
      onSend={send}
      onClose={onClose}
    >
      <Alert
        type="warning"
        showIcon
        className="form-note"
        title={t('proposal.consequence.rehandle', { units: units.join(t('common.and')) })}
      />
      <ReasonItem optional label={t('proposal.toUnits')} />
    </FormModal>
  );
}
