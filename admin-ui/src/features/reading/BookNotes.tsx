import { Button, Empty, Form, Input } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import type { BookNote } from '../../api/types';
import { counted } from '../../ui/counted';
import { FormModal } from '../../ui/FormModal';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { usePages } from '../../ui/usePages';
import { Written } from '../../ui/Written';

/** What readers say of a book; one that should not be seen is hidden for a reason. */
export function BookNotes({ id }: { id: string }) {
  const { rows, state } = usePages(['book-notes', id], (after) =>
    read(api.GET('/api/books/{id}/notes', { params: { path: { id }, query: { after, limit: 50 } } })),
  );
  return (
    <Card title={t('book.notes')}>
      <Problem error={state.error} retry={() => state.refetch()} />
      {!state.isPending && !state.error && rows.length === 0 && <Empty description={t('book.noNotes')} />}
      <ol className="posts">
        {rows.map((note) => (
          <Note key={note.id} bookId={id} note={note} />
        ))}
      </ol>
      {state.hasNextPage && <Button onClick={() => state.fetchNextPage()}>{t('common.more')}</Button>}
    </Card>
  );
}

function Note({ bookId, note }: { bookId: string; note: BookNote }) {
  const [hiding, setHiding] = useState(false);
  const params = { path: { id: bookId, noteId: note.id } };
  const show = useAct(() => done(api.DELETE('/api/books/{id}/notes/{noteId}/hiding', { params })));
  return (
    <li>
      <span className="strong">{note.readerName}</span> <span className="quiet">{minute(note.createdAt)}</span>
      <Written text={note.text} />
      {note.hiddenReason && <p className="quiet">{t('book.noteHidden', { reason: note.hiddenReason })}</p>}
      {note.can.includes('hide') && (
        <Button size="small" onClick={() => setHiding(true)}>
          {t('book.hideNote')}
        </Button>
      )}
      {note.can.includes('show') && (
        <Button size="small" loading={show.isPending} onClick={() => show.mutate()}>
          {t('book.showNote')}
        </Button>
      )}
      <Problem error={show.error} />
      {hiding && (
        <FormModal<{ reason: string }>
          title={t('book.hideNoteTitle')}
          verb={t('book.hideNote')}
          draft={`book.hide.${note.id}`}
          initial={{}}
          onSend={(body) => done(api.PUT('/api/books/{id}/notes/{noteId}/hiding', { params, body }))}
          onClose={() => setHiding(false)}
        >
          <Form.Item
            name="reason"
            label={t('book.hideNoteReason')}
            extra={t('book.hideNoteHelp')}
            rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
          >
            <Input.TextArea rows={2} count={counted(200)} />
          </Form.Item>
        </FormModal>
      )}
    </li>
  );
}
