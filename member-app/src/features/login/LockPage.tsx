import { useState } from 'react';
import { api, got, holdToken, refreshToken } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useSession } from '../../session/session';
import { useUnsent } from '../../store/outbox';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { deviceName } from './LoginPage';
import { PhoneCode } from './PhoneCode';

/** Locked after a while unused. Nothing on the phone is wiped; a device no longer trusted proves itself again. */
export function LockPage() {
  const { enter } = useSession();
  const { error, busy, run } = useDoing();
  const [mustProve, setMustProve] = useState(false);
  const unsent = useUnsent();

  const unlock = () =>
    run(async () => {
      try {
        await refreshToken();
        await enter();
      } catch (problem) {
        if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
        setMustProve(true);
      }
    });
  const prove = async (phone: string, code: string) => {
    const tokens = await got(api.POST('/api/login/phone', { body: { phone, code, deviceName: deviceName() } }));
    holdToken(tokens.accessToken, tokens.expiresInSeconds);
    await enter();
  };

  return (
    <div className="page">
      <main className="stack">
        <h1>{t('lock.title')}</h1>
        <p>{t('lock.says')}</p>
        {unsent.length > 0 && <p className="note">{t('lock.unsent', { count: unsent.length })}</p>}
        <Problem error={error} />
        {mustProve ? (
          <>
            <p>{t('lock.prove')}</p>
            <PhoneCode verb={t('lock.unlock')} onCode={prove} />
          </>
        ) : (
          <Button kind="main wide" onPress={unlock} disabled={busy}>
            {t('lock.unlock')}
          </Button>
        )}
      </main>
    </div>
  );
}
