import { Button, Form, Input } from 'antd';
import { t } from './text';

interface Piece {
  title: string;
  text: string;
}

interface PieceEditorProps {
  piece: Piece;
  saving: boolean;
  onSave: (piece: Piece) => void;
}

/** A piece as it will stand in an issue. */
export function PieceEditor({ piece, saving, onSave }: PieceEditorProps) {
  return (
    <Form<Piece> layout="vertical" initialValues={{ title: piece.title, text: piece.text }} onFinish={onSave}>
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
