import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import type { Move } from './proposal';
import { at, type Stamped } from './useProposal';

interface AssignModalProps {
  proposals: readonly Stamped[];
  onClose: () => void;
  onMoved: (move: Move) => void;
}

interface Values {
  unitId: string;
  replyBy?: Dayjs | string | null;
}

/** Hands one proposal or several to a unit. Without a date the committee's own reply period counts. */
export function AssignModal({ proposals, onClose, onMoved }: AssignModalProps) {
  const send = async ({ unitId, replyBy }: Values) => {
    const day = replyBy ? dayjs(replyBy).format('YYYY-MM-DD') : undefined;
    for (const proposal of proposals) {
      await read(
        api.PUT('/api/proposals/{id}/assignment', {
          ...at(proposal),
          body: { version: proposal.version, units: [{ unitId, role: 'SOLE', replyBy: day }] },
        }),
      );
    }
    onMoved('assign');
  };
  const verb = proposals.length > 1 ? t('proposal.assignMany', { count: proposals.length }) : t('proposal.move.assign');
  return (
    <FormModal<Values>
      title={verb}
      verb={verb}
      draft={`proposal.${proposals[0]?.id}.assign`}
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
