import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Form } from 'antd';
import { api, read } from '../../api/client';
import { FormModal } from '../../ui/FormModal';
import { nameOf, t } from '../../ui/text';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

/** What it would count as now: what was said when the page was opened may be over. */
function CountsAs({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['proposal', id, 'submission'],
    queryFn: () => read(api.GET('/api/proposals/{id}', at({ id }))),
    gcTime: 0,
  });
  const preview = data?.submissionPreview;
  if (!preview)
    return error ? <Alert type="warning" showIcon className="form-note" title={t('behalf.countsUnknown')} /> : null;
  return (
    <Alert
      type={preview.late ? 'warning' : 'info'}
      showIcon
      className="form-note"
      title={t(preview.late ? 'behalf.countsLate' : 'behalf.countsAs', {
        session: preview.sessionName,
        kind: nameOf('proposal.kind', preview.kind),
      })}
    />
  );
}

/** Hands in what the office typed: says as what it will count, and asks for the tick. */
export function SubmitModal({ proposal, onClose, onMoved }: MoveDialogProps) {
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
      <CountsAs id={proposal.id} />
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
