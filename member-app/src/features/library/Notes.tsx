import { api, got } from '../../api/client';
import { listing, usePages } from '../../api/remote';
import type { Book, BookNote } from '../../api/types';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { moment } from '../../text/time';
import { Button, Problem, TextBox, tooMany, useDoing } from '../../ui/ui';
import { Written } from '../../ui/Written';
import { Kept } from '../draft/Saved';
import { ReadAloud } from './ReadAloud';

const notesOf = listing((after, id: string) =>
  got(api.GET('/api/books/{id}/notes', { params: { path: { id }, query: { after, limit: 20 } } })),
);

/** What readers say of a book, and the place to say it oneself. */
export function Notes({ book }: { book: Book }) {
  const list = usePages(notesOf, book.id);
  return (
    <section className="stack section" aria-labelledby="notes">
      <h2 id="notes">{t('note.title')}</h2>
      {book.can.includes('note') && <Write book={book} done={list.reload} />}
      <Problem error={list.error} retry={list.reload} />
      {list.items?.length === 0 && <p className="quiet">{t('note.none')}</p>}
      <ul className="stack">
        {list.items?.map((note) => (
          <li key={note.id} className="card stack">
            <Note bookId={book.id} note={note} done={list.reload} />
          </li>
        ))}
      </ul>
      {list.more && (
        <Button kind="wide" onPress={list.more}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

const longest = 2000;

/** What was typed stays on the phone until the server has it. */
function Write({ book, done }: { book: Book; done: () => Promise<void> }) {
  const { seat } = useSeat();
  const box = useWords(seat.id, `note/${book.id}`, { text: '' });
  const { texts } = box;
  const { text } = texts;
  const { error, busy, run } = useDoing();
  const send = () =>
    run(async () => {
      await api.PUT('/api/books/{id}/note', { params: { path: { id: book.id } }, body: { text: text.trim() } });
      await box.sent(texts);
      await done();
    });
  return (
    <div className="card stack">
      <TextBox
        label={t('note.write')}
        help={t('note.help')}
        value={text}
        onChange={(said) => box.write({ text: said })}
        max={longest}
      />
      <Kept words={box} />
      <Button kind="main wide" onPress={send} disabled={busy || !text.trim() || tooMany(text, longest) > 0}>
        {t('note.send')}
      </Button>
      <Problem error={error} />
    </div>
  );
}

function Note({ bookId, note, done }: { bookId: string; note: BookNote; done: () => Promise<void> }) {
  const { error, busy, run } = useDoing();
  const remove = () =>
    run(async () => {
      await api.DELETE('/api/books/{id}/note', { params: { path: { id: bookId } } });
      await done();
    });
  return (
    <>
      <p className="quiet">{[note.readerName, moment(note.createdAt)].join(' · ')}</p>
      <Written text={note.text} look="prose" />
      {note.hiddenReason && <p className="problem">{t('note.hidden', { reason: note.hiddenReason })}</p>}
      <ReadAloud text={note.text} />
      {note.can.includes('delete') && (
        <Button kind="plain wide" onPress={remove} disabled={busy}>
          {t('note.delete')}
        </Button>
      )}
      <Problem error={error} />
    </>
  );
}
