import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { t } from './text';

/** By which decision: a member's seat moves on paper first. */
export function DecisionItems() {
  return (
    <div className="form-row">
      <Form.Item name="decisionDocument" label={t('seat.document')} extra={t('seat.documentHelp')}>
        <Input maxLength={100} placeholder={t('seat.documentExample')} />
      </Form.Item>
      <Form.Item
        name="decidedOn"
        label={t('seat.decidedOn')}
        getValueProps={(value) => ({ value: value ? dayjs(value) : undefined })}
      >
        <DatePicker />
      </Form.Item>
    </div>
  );
}
