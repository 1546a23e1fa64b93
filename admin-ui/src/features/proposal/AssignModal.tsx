import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import type { MoveDialogProps } from './MoveButtons';
import { at } from './useProposal';

interface Values {
  unitId: string;
  replyBy?: Dayjs | string | null;
}

/** Hands the proposal to a unit. Without a date the committee's own reply period counts. */
export function AssignModal({ proposal, onClose, onMoved }: MoveDialogProps) {
  const send = async ({ unitId, replyBy }: Values) => {
    const day = replyBy ? dayjs(replyBy).format('YYYY-MM-DD') : undefined;
    await read(
      api.PUT('/api/proposals/{id}/assignment', {
        ...at(proposal),
        body: { version: proposal.version, units: [{ unitId, role: 'SOLE', replyBy: day }] },
      }),
    );
    onMoved('assign');
  };
  return (
    <FormModal<Values>
      title={t('proposal.move.assign')}
      verb={t('proposal.move.assign')}
      draft={`proposal.${proposal.id}.assign`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="unitId"
        label={t('proposal.assignTo')}
        extra={t('proposal.assignHelp')}
        rules={[{ required: true, message: t('proposal.unitNeeded') }]}
      >
        <UnitPicker />
      </Form.Item>
      <Form.Item
        name="replyBy"
        label={t('proposal.replyBy')}
        extra={t('proposal.replyByHelp')}
        getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
      >
        <DatePicker disabledDate={(date) => date.isBefore(dayjs(), 'day')} />
      </Form.Item>
    </FormModal>
  );
}
