import { Button, Form, Input } from 'antd';
import type { BulletinIssue } from '../../api/types';
import { t } from '../../ui/text';

type Item = BulletinIssue['items'][number];

interface ItemEditorProps {
  item: Item;
  saving: boolean;
  onSave: (item: Item) => void;
}

/** A piece as it will stand in the issue. */
export function ItemEditor({ item, saving, onSave }: ItemEditorProps) {
  return (
    <Form<Pick<Item, 'title' | 'text'>>
      layout="vertical"
      initialValues={{ title: item.title, text: item.text }}
      onFinish={(values) => onSave({ ...item, ...values })}
    >
      <Form.Item
        name="title"
        label={t('bulletin.itemTitle')}
        rules={[{ required: true, whitespace: true, message: t('opinion.titleNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('bulletin.itemText')}
        rules={[{ required: true, whitespace: true, message: t('bulletin.textNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4 }} showCount />
      </Form.Item>
      <Button htmlType="submit" className="no-print" loading={saving}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
