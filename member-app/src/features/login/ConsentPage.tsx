import { useState } from 'react';
import { api } from '../../api/client';
import { PrivacyNotice } from '../../session/PrivacyNotice';
import { useSession } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, Tick, useDoing } from '../../ui/ui';

/** The privacy notice, read before anything else; the answer is recorded with its version. */
export function ConsentPage({ version }: { version: string }) {
  const { enter, leave } = useSession();
  const [agreed, setAgreed] = useState(false);
  const { error, busy, run } = useDoing();
  const accept = () =>
    run(async () => {
      await api.PUT('/api/me/consent', { body: { version } });
      await enter();
    });
  return (
    <div className="page">
      <main className="stack">
        <h1>{t('privacy.title')}</h1>
        <PrivacyNotice />
        <Tick label={t('privacy.agree')} checked={agreed} onChange={setAgreed} />
        <Problem error={error} />
        <Button kind="main wide" onPress={accept} disabled={!agreed || busy}>
          {t('privacy.continue')}
        </Button>
        <Button kind="wide" onPress={leave}>
          {t('privacy.refuse')}
        </Button>
      </main>
    </div>
  );
}
