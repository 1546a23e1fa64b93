import { api, got } from '../../api/client';
import { hasCode } from '../../api/problem';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { boxesOf } from '../../ui/boxes';
import { go } from '../../ui/router';
import { Button, Field, Problem, Sub, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';

/** What a member says of a book. */
const blank = { title: '', author: '', publisher: '', isbn: '', reason: '', summary: '', link: '', id: '' };

/** A member recommends a book. What was typed stays on the phone until the server has it. */
export function RecommendPage() {
  const { seat } = useSeat();
  const box = useWords(seat.id, 'form/book', blank);
  const { texts: fields } = box;
  const { error, busy, run } = useDoing();
  /** Corrected words are other words: under the id of the first try the server would answer the first ones. */
  const set = (name: keyof typeof blank) => (value: string) => box.write({ [name]: value, id: '' });
  const of = boxesOf(fields, set, error);
  const send = () =>
    run(async () => {
      const sending = { ...fields, id: fields.id || newId() };
      box.write(sending);
      const book = await got(api.POST('/api/books', { body: sending }));
      await box.sent(sending);
      go(`/books/${book.id}`, true);
    });
  return (
    <Sub title={t('book.recommend')} up="/books">
      <main className="stack">
        <p className="quiet">{t('book.recommendHelp')}</p>
        <Field label={t('book.name')} {...of('title', 100)} />
        <Field label={t('book.author')} {...of('author', 60)} />
        <Field label={t('book.publisher')} {...of('publisher', 60)} />
        <Field label={t('book.isbn')} help={t('book.isbnHelp')} {...of('isbn', 30)} />
        <TextBox label={t('book.reason')} {...of('reason', 500)} />
        <TextBox label={t('book.summary')} {...of('summary', 1000)} />
        <Field label={t('book.link')} help={t('book.linkHelp')} {...of('link', 500)} />
        <Kept words={box} />
        <Button kind="main wide" onPress={send} disabled={busy || !fields.title.trim() || !fields.reason.trim()}>
          {t('book.send')}
        </Button>
        {!hasCode(error, 'fields.invalid') && <Problem error={error} />}
      </main>
    </Sub>
  );
}
