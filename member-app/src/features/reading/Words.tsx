import type { ReactNode } from 'react';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { Ask, Button, Problem, TextBox, tooMany, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';

/** What is written here stays when the sheet is closed, and stands here again. */
export function Words({
  place,
  title,
  label,
  verb,
  first = '',
  max,
  mayBeEmpty = false,
  onClose,
  send,
  children,
}: {
  place: string;
  title: string;
  label: string;
  verb: string;
  first?: string;
  max?: number;
  mayBeEmpty?: boolean;
  onClose: () => void;
  send: (text: string) => Promise<unknown>;
  children?: ReactNode;
}) {
  const { seat } = useSeat();
  const box = useWords(seat.id, place, { text: first });
  const { texts } = box;
  const { text } = texts;
  const isTooLong = max !== undefined && tooMany(text, max) > 0;
  const { error, busy, run } = useDoing();
  return (
    <Ask
      title={title}
      actions={
        <>
          <Button
            kind="main"
            onPress={() => run(() => send(text.trim()).then(() => box.sent(texts)))}
            disabled={busy || isTooLong || !(mayBeEmpty || text.trim())}
          >
            {verb}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {children}
      <TextBox label={label} value={text} max={max} onChange={(said) => box.write({ text: said })} />
      <Kept words={box} />
      <Problem error={error} />
    </Ask>
  );
}
