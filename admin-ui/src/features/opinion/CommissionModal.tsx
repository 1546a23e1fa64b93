import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { SeatsPicker } from '../../ui/SeatsPicker';
import { t } from '../../ui/text';

interface Values {
  topic: string;
  brief?: string;
  dueOn: Dayjs | string;
  seatIds: string[];
}

/** Asks chosen members to write on a topic until a day. */
export function CommissionModal({ onClose }: { onClose: () => void }) {
  const send = ({ dueOn, ...values }: Values) => {
    const body = { ...values, dueOn: dayjs(dueOn).format('YYYY-MM-DD') };
    return sendOnce('commission.new', body, (id) =>
      read(api.POST('/api/opinion-commissions', { body: { ...body, id } })),
    );
  };
  return (
    <FormModal<Values>
      title={t('commission.ask')}
      verb={t('commission.send')}
      draft="commission.new"
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="topic"
        label={t('commission.topic')}
        rules={[{ required: true, whitespace: true, message: t('commission.topicNeeded') }]}
      >
        <Input count={counted(60)} />
      </Form.Item>
      <Form.Item name="brief" label={t('commission.brief')} extra={t('commission.briefHelp')}>
        <Input.TextArea rows={4} count={counted(1000)} />
      </Form.Item>
      <Form.Item
        name="dueOn"
        label={t('commission.dueOn')}
        rules={[{ required: true, message: t('common.dayNeeded') }]}
        getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
      >
        <DatePicker disabledDate={(date) => date.isBefore(dayjs(), 'day')} />
      </Form.Item>
      <Form.Item
        name="seatIds"
        label={t('commission.members')}
        rules={[{ required: true, message: t('commission.membersNeeded') }]}
      >
        <SeatsPicker />
      </Form.Item>
    </FormModal>
  );
}
