import { useState } from 'react';
import { t } from '../../text/t';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';

/** Throws a draft away, after asking; or words that only this phone has. */
export function RemoveDraft({ remove, onlyHere = false }: { remove: () => Promise<void>; onlyHere?: boolean }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {t(onlyHere ? 'outbox.drop' : 'write.remove')}
      </Button>
      {asking && (
        <Ask
          title={t(onlyHere ? 'outbox.dropAsk' : 'write.removeAsk')}
          actions={
            <>
              <Button kind="main" onPress={() => run(remove)} disabled={busy}>
                {t('write.removeYes')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('write.keep')}</Button>
            </>
          }
        >
          <p>{t(onlyHere ? 'outbox.dropMore' : 'write.removeMore')}</p>
          <Problem error={error} />
        </Ask>
      )}
    </>
  );
}
