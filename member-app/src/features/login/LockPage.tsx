import { useState } from 'react';
import { api, got, holdTokens, refreshToken } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useSession } from '../../session/session';
import { useLockedCount } from '../../store/outbox';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { deviceName } from './LoginPage';
import { PhoneCode } from './PhoneCode';

/** Locked after a while unused. Nothing on the phone is wiped; a device no longer trusted proves itself again. */
export function LockPage() {
  const { enter } = useSession();
  const { error, busy, run } = useDoing();
  const [mustProve, setMustProve] = useState(false);
  const unsent = useLockedCount();

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
    await holdTokens(tokens);
    await enter();
  };

  return (
    <div className="page">
      <main className="stack">
        <h1>{t('lock.title')}</h1>
        <p>{t('lock.says')}</p>
        {unsent > 0 && <p className="note">{t('lock.unsent', { count: unsent })}</p>}
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
