import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { Book } from '../../api/types';
import { counted } from '../../ui/counted';
import { EvidenceUpload, type UploadedFile } from '../../ui/EvidenceUpload';
import { FormModal } from '../../ui/FormModal';
import { t } from '../../ui/text';

interface Values {
  title: string;
  author?: string;
  publisher?: string;
  isbn?: string;
  summary?: string;
  tags?: string[];
  link?: string;
  licensed?: boolean;
  licensor?: string;
  reason: string;
}

/** A book as it is entered; the whole of it only by licence. */
export function BookModal({ book, onClose }: { book?: Book; onClose: () => void }) {
  const [cover, setCover] = useState(there(book?.coverId, t('book.cover')));
  const [file, setFile] = useState(there(book?.fileId, t('book.file')));
  const send = (values: Values) => {
    const body = { ...values, coverId: cover?.id, fileId: file?.id };
    const edit = ({ id, version }: Pick<Book, 'id' | 'version'>) =>
      read(api.PUT('/api/books/{id}', { params: { path: { id } }, body: { ...body, version } }));
    return book
      ? edit(book)
      : sendOnce('book.new', body, (id) => read(api.POST('/api/books', { body: { ...body, id } })), edit);
  };
  return (
    <FormModal<Values>
      title={t(book ? 'book.edit' : 'book.create')}
      verb={t(book ? 'common.save' : 'book.create')}
      draft={`book.${book?.id ?? 'new'}`}
      initial={book ? valuesOf(book) : {}}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('book.title')}
        rules={[{ required: true, whitespace: true, message: t('book.titleNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="author" label={t('book.author')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="publisher" label={t('book.publisher')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item name="isbn" label={t('book.isbn')} extra={t('book.isbnHelp')}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('book.reason')}
        rules={[{ required: true, whitespace: true, message: t('book.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} count={counted(500)} />
      </Form.Item>
      <Form.Item name="summary" label={t('book.summary')}>
        <Input.TextArea rows={3} count={counted(1000)} />
      </Form.Item>
      <Form.Item name="tags" label={t('book.tags')} extra={t('book.tagsHelp')}>
        <Select mode="tags" maxCount={10} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="link" label={t('book.link')} extra={t('book.linkHelp')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item label={t('book.cover')}>
        <EvidenceUpload file={cover} onFile={setCover} label={t('book.coverAdd')} accept=".jpg,.jpeg,.png,.webp" />
      </Form.Item>
      <Form.Item label={t('book.file')} extra={t('book.fileHelp')}>
        <EvidenceUpload file={file} onFile={setFile} label={t('book.fileAdd')} accept=".pdf,.docx,.txt,.ofd" />
      </Form.Item>
      {file && (
        <>
          <Form.Item
            name="licensed"
            valuePropName="checked"
            rules={[{ validator: (_, on) => (on ? Promise.resolve() : Promise.reject(t('book.licensedNeeded'))) }]}
          >
            <Checkbox>{t('book.licensed')}</Checkbox>
          </Form.Item>
          <Form.Item
            name="licensor"
            label={t('book.licensor')}
            rules={[{ required: true, whitespace: true, message: t('book.licensorNeeded') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </>
      )}
    </FormModal>
  );
}

const there = (id: string | null | undefined, name: string): UploadedFile | undefined =>
  id ? { id, name } : undefined;

function valuesOf(book: Book): Values {
  const { title, author, publisher, isbn, summary, tags, reason } = book;
  return {
    title,
    author,
    publisher,
    isbn,
    summary,
    tags,
    reason,
    link: book.link ?? '',
    licensed: Boolean(book.fileId),
    licensor: book.licensor ?? '',
  };
}
