import { Form, Input, Radio } from 'antd';
import { counted } from '../../ui/counted';
import { needed } from '../../ui/FormItems';
import { t } from '../../ui/text';

/** Who met, what was said, and what it came to. */
export function MinutesItems({ notResolved }: { notResolved: string }) {
  return (
    <>
      <Form.Item name="attendees" label={t('consultation.attendees')} rules={[needed('consultation.attendeesNeeded')]}>
        <Input count={counted(200)} />
      </Form.Item>
      <Form.Item name="minutes" label={t('consultation.minutes')} rules={[needed('consultation.minutesNeeded')]}>
        <Input.TextArea autoSize={{ minRows: 5 }} count={counted(5000)} />
      </Form.Item>
      <Form.Item name="resolved" label={t('consultation.outcome')} rules={[needed('consultation.outcomeNeeded')]}>
        <Radio.Group
          vertical
          options={[
            { value: true, label: t('consultation.resolved') },
            { value: false, label: notResolved },
          ]}
        />
      </Form.Item>
    </>
  );
}
