import { useState } from 'react';
import { t } from '../../text/t';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';

/** Withdraws what was handed in, after asking: nobody works on it any more, and it is not deleted. */
export function Withdraw({ of, withdraw }: { of: 'proposal' | 'opinions'; withdraw: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  const yes = () => run(() => withdraw().finally(() => setAsking(false)));
  return (
    <>
      <Button kind="wide" onPress={() => setAsking(true)}>
        {t(`${of}.withdraw`)}
      </Button>
      <Problem error={error} />
      {asking && (
        <Ask
          title={t(`${of}.withdrawAsk`)}
          actions={
            <>
              <Button kind="main" onPress={yes} disabled={busy}>
                {t(`${of}.withdraw`)}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t(`${of}.withdrawMore`)}</p>
        </Ask>
      )}
    </>
  );
}
