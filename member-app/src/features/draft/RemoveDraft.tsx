import { useState } from 'react';
import { t } from '../../text/t';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';

/** Throws a draft away, after asking. */
export function RemoveDraft({ remove }: { remove: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {t('write.remove')}
      </Button>
      {asking && (
        <Ask
          title={t('write.removeAsk')}
          actions={
            <>
              <Button kind="main" onPress={() => run(remove)} disabled={busy}>
                {t('write.removeYes')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('write.keep')}</Button>
            </>
          }
        >
          <p>{t('write.removeMore')}</p>
          <Problem error={error} />
        </Ask>
      )}
    </>
  );
}
