import { api, got } from '../../api/client';
import { hasCode, wordsForField } from '../../api/problem';
import { useSeat } from '../../session/session';
import { newId } from '../../store/ids';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
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
  const wrong = (name: string) => wordsForField(error, name);
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
        <Field label={t('book.name')} value={fields.title} onChange={set('title')} max={100} problem={wrong('title')} />
        <Field
          label={t('book.author')}
          value={fields.author}
          onChange={set('author')}
          max={60}
          problem={wrong('author')}
        />
        <Field
          label={t('book.publisher')}
          value={fields.publisher}
          onChange={set('publisher')}
          max={60}
          problem={wrong('publisher')}
        />
        <Field
          label={t('book.isbn')}
          help={t('book.isbnHelp')}
          value={fields.isbn}
          onChange={set('isbn')}
          max={30}
          problem={wrong('isbn')}
        />
        <TextBox
          label={t('book.reason')}
          value={fields.reason}
          onChange={set('reason')}
          max={500}
          problem={wrong('reason')}
        />
        <TextBox
          label={t('book.summary')}
          value={fields.summary}
          onChange={set('summary')}
          max={1000}
          problem={wrong('summary')}
        />
        <Field
          label={t('book.link')}
          help={t('book.linkHelp')}
          value={fields.link}
          onChange={set('link')}
          max={500}
          problem={wrong('link')}
        />
        <Kept words={box} />
        <Button kind="main wide" onPress={send} disabled={busy || !fields.title.trim() || !fields.reason.trim()}>
          {t('book.send')}
        </Button>
        {!hasCode(error, 'fields.invalid') && <Problem error={error} />}
      </main>
    </Sub>
  );
}
