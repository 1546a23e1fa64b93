import { Button, Form, Input } from 'antd';
import { Crossed } from './Crossed';
import { Problem } from './Problem';
import { t } from './text';
import { useAct } from './useAct';
import { useKept } from './useKept';

interface Piece {
  title: string;
  text: string;
}

interface PieceEditorProps {
  piece: Piece;
  /** Where the typed text is kept until it was saved. */
  draft: string;
  onSave: (piece: Piece) => Promise<unknown>;
}

/** A piece as it will stand in an issue. */
export function PieceEditor({ piece, draft, onSave }: PieceEditorProps) {
  const kept = useKept<Piece>(draft, { title: piece.title, text: piece.text });
  const save = useAct(onSave, (_, sent) => kept.took(sent));
  return (
    <Form<Piece> {...kept.props} onFinish={(typed) => save.mutate(typed)}>
      <Crossed
        crossing={kept.crossing}
        texts={({ title, text }) => [title, text]}
        send={() => save.mutate(kept.form.getFieldsValue())}
      />
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
      <Problem error={save.error} />
      <Button htmlType="submit" className="no-print" loading={save.isPending} disabled={kept.crossing.theirs !== null}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
