import { api, got } from '../../api/client';
import { keptQuestion, useRemote } from '../../api/remote';
import type { Book } from '../../api/types';
import { bookName } from '../../text/book';
import { t, tOr } from '../../text/t';
import { Problem, Refreshable, Shape, Sub } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { Keepable } from '../attachment/Files';
import { Picture } from '../attachment/Picture';
import { Notes } from './Notes';
import { Progress } from './Progress';
import { ReadAloud } from './ReadAloud';

const bookBy = keptQuestion('book', (id: string) => got(api.GET('/api/books/{id}', { params: { path: { id } } })));
const fileBy = keptQuestion('book-file', (id: string) => got(api.GET('/api/files/{id}', { params: { path: { id } } })));

/** A book: what it is, where to read it, how far I have come, and what others say of it. */
export function BookPage({ id }: { id: string }) {
  const { data: book, error, reload } = useRemote(bookBy, id);
  return (
    <Sub title={book ? bookName(book.title) : t('book.title')} up="/books">
      <Refreshable reload={reload}>
        <Problem error={error} retry={reload} />
        {!book && !error && <Shape />}
        {book && (
          <div className="stack">
            <About book={book} />
            {book.can.includes('note') && <Progress id={id} title={book.title} />}
            {book.status === 'LISTED' && <Notes book={book} />}
          </div>
        )}
      </Refreshable>
    </Sub>
  );
}

function About({ book }: { book: Book }) {
  const standing = [
    book.shelf ? tOr(`book.shelf.${book.shelf}`, 'status.other') : tOr(`book.status.${book.status}`, 'status.other'),
    ...book.tags,
  ];
  return (
    <section className="card stack">
      {book.coverId && <Picture of={book.id} id={book.coverId} name={t('book.coverOf', { title: book.title })} />}
      <div className="tight">
        <p>{[book.author, book.publisher].filter(Boolean).join(' · ')}</p>
        {book.isbn && <p className="quiet">{t('book.isbnIs', { isbn: book.isbn })}</p>}
        <p className="quiet">{standing.join(' · ')}</p>
      </div>
      {book.declinedReason && <p className="prose">{t('book.declined', { reason: book.declinedReason })}</p>}
      <div>
        <p>{t('book.reasonBy', { name: book.recommenderName })}</p>
        <Written text={book.reason} look="prose" />
      </div>
      {book.summary && <Written text={book.summary} look="prose" />}
      <ReadAloud text={[book.title, book.reason, book.summary].filter(Boolean).join('。')} />
      {book.link && (
        <a className="button wide" href={book.link} target="_blank" rel="noopener noreferrer">
          {t('book.open')}
        </a>
      )}
      {book.fileId && <Whole of={book.id} id={book.fileId} licensor={book.licensor ?? ''} />}
    </section>
  );
}

/** The whole book, by licence; it may be kept on this phone. */
function Whole({ of, id, licensor }: { of: string; id: string; licensor: string }) {
  const { data: file, error, reload } = useRemote(fileBy, id);
  return (
    <div className="stack">
      <Problem error={error} retry={reload} />
      {file && <Keepable of={of} file={file} />}
      <p className="quiet">{t('book.licensedBy', { name: licensor })}</p>
    </div>
  );
}
