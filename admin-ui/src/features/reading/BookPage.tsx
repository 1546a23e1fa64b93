import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form, Input, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import type { Book } from '../../api/types';
import { counted } from '../../ui/counted';
import { FileLink } from '../../ui/FileLink';
import { FormModal } from '../../ui/FormModal';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { Written } from '../../ui/Written';
import { BookModal } from './BookModal';
import { BookNotes } from './BookNotes';
import { bookName, shelves } from './book';

/** A book: what is known of it, where it stands, and what its readers say. */
export function BookPage() {
  const { id } = useParams({ from: '/inside/reading/books/$id' });
  const {
    data: book,
    error,
    refetch,
  } = useQuery({
    queryKey: ['books', id],
    queryFn: () => read(api.GET('/api/books/{id}', { params: { path: { id } } })),
  });
  return (
    <Page
      title={book ? bookName(book.title) : t('book.listTitle')}
      note={<Link to="/reading/books">{t('book.backToList')}</Link>}
    >
      <Problem error={error} retry={() => refetch()} />
      {!book && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {book && (
        <div className="matter">
          <div>
            <Facts book={book} />
            {book.status === 'LISTED' && <BookNotes id={book.id} />}
          </div>
          <aside className="aside">
            <Moves key={book.version} book={book} />
          </aside>
        </div>
      )}
    </Page>
  );
}

function Facts({ book }: { book: Book }) {
  const facts: [string, string][] = [
    [t('book.author'), book.author],
    [t('book.publisher'), book.publisher],
    [t('book.isbn'), book.isbn],
    [t('book.tags'), book.tags.join('、')],
    [t('book.recommender'), book.recommenderName],
    [t('book.reason'), book.reason],
    [t('book.summary'), book.summary],
  ];
  return (
    <Card title={t('book.facts')}>
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
      <p className="row">
        {book.link && (
          <a href={book.link} target="_blank" rel="noopener noreferrer">
            {t('book.open')}
          </a>
        )}
        {book.coverId && <FileLink id={book.coverId}>{t('book.cover')}</FileLink>}
        {book.fileId && (
          <>
            <FileLink id={book.fileId}>{t('book.file')}</FileLink>
            <span className="quiet">{t('book.licensedBy', { name: book.licensor ?? '' })}</span>
          </>
        )}
      </p>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <Written as="dd" text={value} />
    </>
  );
}

/** What the office does with it, in the order of the way. */
function Moves({ book }: { book: Book }) {
  const [open, setOpen] = useState<'edit' | 'decline' | null>(null);
  const params = { path: { id: book.id } };
  const review = useAct(() => read(api.PUT('/api/books/{id}/review', { params })));
  const list = useAct((shelf: (typeof shelves)[number]) =>
    read(api.PUT('/api/books/{id}/listing', { params, body: { shelf } })),
  );
  const unlist = useAct(() => read(api.DELETE('/api/books/{id}/listing', { params })));
  const reopen = useAct(() => read(api.DELETE('/api/books/{id}/declining', { params })));
  const can = (name: string) => book.can.includes(name);
  return (
    <Card title={t('book.actions')}>
      <p className="strong">
        <State family="book.status" code={book.status} /> {book.shelf && nameOf('book.shelf', book.shelf)}
      </p>
      {book.declinedReason && <p className="text">{book.declinedReason}</p>}
      <div className="stack">
        {can('review') && (
          <Button type="primary" block loading={review.isPending} onClick={() => review.mutate()}>
            {t('book.review')}
          </Button>
        )}
        {can('list') &&
          shelves
            .filter((shelf) => shelf !== book.shelf)
            .map((shelf) => (
              <Button
                key={shelf}
                block
                type={book.shelf ? 'default' : 'primary'}
                loading={list.isPending}
                onClick={() => list.mutate(shelf)}
              >
                {nameOf('book.list', shelf)}
              </Button>
            ))}
        {can('decline') && (
          <Button block onClick={() => setOpen('decline')}>
            {t('book.decline')}
          </Button>
        )}
        {can('reopen') && (
          <Button block loading={reopen.isPending} onClick={() => reopen.mutate()}>
            {t('book.reopen')}
          </Button>
        )}
        {can('edit') && (
          <Button block onClick={() => setOpen('edit')}>
            {t('book.edit')}
          </Button>
        )}
        {can('unlist') && (
          <Popconfirm
            title={t('book.unlistSure')}
            okText={t('book.unlist')}
            cancelText={t('common.cancel')}
            onConfirm={() => unlist.mutate()}
          >
            <Button block loading={unlist.isPending}>
              {t('book.unlist')}
            </Button>
          </Popconfirm>
        )}
      </div>
      <Problem error={review.error ?? list.error ?? unlist.error ?? reopen.error} />
      {open === 'edit' && <BookModal book={book} onClose={() => setOpen(null)} />}
      {open === 'decline' && (
        <FormModal<{ reason: string }>
          title={t('book.decline')}
          verb={t('book.decline')}
          draft={`book.decline.${book.id}`}
          initial={{}}
          onSend={(body) => read(api.PUT('/api/books/{id}/declining', { params, body }))}
          onClose={() => setOpen(null)}
        >
          <Form.Item
            name="reason"
            label={t('book.declineReason')}
            extra={t('book.declineHelp')}
            rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
          >
            <Input.TextArea rows={3} count={counted(200)} />
          </Form.Item>
        </FormModal>
      )}
    </Card>
  );
}
