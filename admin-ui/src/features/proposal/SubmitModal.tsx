import { Alert, Checkbox, Form } from 'antd';
import { api, read } from '../../api/client';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

/** Hands in what the office typed: says as what it will count, and asks for the tick. */
export function SubmitModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const preview = proposal.submissionPreview;
  const open = proposal.cosigners.filter((one) => one.state === 'ASKED');
  const send = async ({ secrecyConfirmed }: { secrecyConfirmed: boolean }) => {
    await read(
      api.PUT('/api/proposals/{id}/submission', {
        ...at(proposal),
        body: { version: proposal.version, secrecyConfirmed },
      }),
    );
    onMoved('submit');
  };
  return (
    <FormModal
      title={t('proposal.move.submit')}
      verb={t('proposal.move.submit')}
      draft={`proposal.${proposal.id}.submit`}
      initial={{ secrecyConfirmed: false }}
      onSend={send}
      onClose={onClose}
    >
      {preview && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title={t('behalf.countsAs', { session: preview.sessionName, kind: nameOf('proposal.kind', preview.kind) })}
        />
      )}
      {open.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('behalf.unsigned', { names: open.map((one) => one.name).join(t('common.and')) })}
        />
      )}
      <Form.Item
        name="secrecyConfirmed"
        valuePropName="checked"
        rules={[{ validator: (_, ticked) => (ticked ? Promise.resolve() : Promise.reject(t('secrecy.needed'))) }]}
      >
        <Checkbox>{t('secrecy.confirm')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}
