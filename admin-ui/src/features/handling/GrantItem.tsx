import { Form, Radio } from 'antd';
import { t } from '../../ui/text';

/** Yes or no, each in the words of its consequence; nothing is chosen beforehand. */
export function GrantItem({ name = 'granted', yes, no }: { name?: string; yes: string; no: string }) {
  return (
    <Form.Item
      name={name}
      label={t('assignment.decision')}
      rules={[{ required: true, message: t('assignment.decisionNeeded') }]}
    >
      <Radio.Group
        vertical
        options={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    </Form.Item>
  );
}
