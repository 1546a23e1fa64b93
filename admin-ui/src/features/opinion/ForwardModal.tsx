import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import type { OpinionReport } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';
import { UnitPicker } from '../../ui/UnitPicker';
import { at } from './useOpinion';

interface Values {
  unitId: string;
  replyBy?: Dayjs | string | null;
}

/** Hands an issued report to a unit, which owes a reply like any other. */
export function ForwardModal({ report, onClose }: { report: OpinionReport; onClose: () => void }) {
  const send = ({ unitId, replyBy }: Values) => {
    const day = replyBy ? dayjs(replyBy).format('YYYY-MM-DD') : undefined;
    return read(
      api.PUT('/api/opinion-reports/{id}/assignment', {
        ...at(report),
        body: { version: report.version, units: [{ unitId, role: 'SOLE', replyBy: day }] },
      }),
    );
  };
  return (
    <FormModal<Values>
      title={t('opinion.move.forward')}
      verb={t('opinion.move.forward')}
      draft={`opinion.${report.id}.forward`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="unitId"
        label={t('opinion.forwardTo')}
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
