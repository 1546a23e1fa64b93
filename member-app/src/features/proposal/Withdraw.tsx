import { useState } from 'react';
import { t } from '../../text/t';
import { Ask, Button, Problem, useDoing } from '../../ui/ui';

/** Withdraws what was handed in, after asking: it is not reviewed any more, nor deleted. */
export function Withdraw({ withdraw }: { withdraw: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  const yes = () => run(() => withdraw().finally(() => setAsking(false)));
  return (
    <>
      <Button kind="wide" onPress={() => setAsking(true)}>
        {t('proposal.withdraw')}
      </Button>
      <Problem error={error} />
      {asking && (
        <Ask
          title={t('proposal.withdrawAsk')}
          actions={
            <>
              <Button kind="main" onPress={yes} disabled={busy}>
                {t('proposal.withdraw')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('proposal.withdrawMore')}</p>
        </Ask>
      )}
    </>
  );
}
