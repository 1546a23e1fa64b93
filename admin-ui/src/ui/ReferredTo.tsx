import { Form, Input } from 'antd';
import { t } from './text';

/** To whom something was passed: a name or a few words, at most a hundred characters. */
export function ReferredToItem({ needed = false, help }: { needed?: boolean; help?: string }) {
  return (
    <Form.Item
      name="referredTo"
      label={t('referred.label')}
      extra={help}
      rules={[{ required: needed, whitespace: needed, message: t('referred.needed') }]}
    >
      <Input maxLength={100} placeholder={t('referred.example')} />
    </Form.Item>
  );
}
