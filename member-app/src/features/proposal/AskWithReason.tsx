import { useState } from 'react';
import { refreshAll } from '../../api/remote';
import { useSeat } from '../../session/session';
import { useWords } from '../../store/words';
import { t } from '../../text/t';
import { Button, Problem, TextBox, useDoing } from '../../ui/ui';
import { Kept } from '../draft/Saved';

/** A button that opens a box for a reason; what is written is kept until it has been sent. */
export function AskWithReason({
  draft,
  about,
  onSend,
}: {
  draft: string;
  about: 'appeal' | 'withdrawal';
  onSend: (reason: string) => Promise<unknown>;
}) {
  const { seat } = useSeat();
  const box = useWords(seat.id, draft, { text: '' });
  const { texts } = box;
  const [opened, setOpened] = useState<boolean | null>(null);
  const { error, busy, run } = useDoing();
  const send = () =>
    run(async () => {
      await onSend(texts.text);
      await box.sent(texts);
      refreshAll();
    });
  if (!(opened ?? texts.text)) {
    return (
      <Button kind="wide" onPress={() => setOpened(true)}>
        {t(`${about}.do`)}
      </Button>
    );
  }
  return (
    <>
      <TextBox
        label={t(`${about}.reason`)}
        help={t(`${about}.says`)}
        rows={3}
        value={texts.text}
        onChange={(text) => box.write({ text })}
      />
      <Kept words={box} />
      <Problem error={error} />
      <div className="actions two">
        <Button kind="main" onPress={send} disabled={busy || !texts.text.trim()}>
          {t(`${about}.do`)}
        </Button>
        <Button onPress={() => setOpened(false)}>{t('cancel')}</Button>
      </div>
    </>
  );
}
