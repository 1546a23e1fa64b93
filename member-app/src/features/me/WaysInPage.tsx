import { useState } from 'react';
import { api, got } from '../../api/client';
import { useSeat, useSession } from '../../session/session';
import { t } from '../../text/t';
import { Ask, Button, Problem, Sub, useDoing } from '../../ui/ui';
import { PhoneCode } from '../login/PhoneCode';

/** By what I log in: the number, and WeChat where it is bound. */
export function WaysInPage() {
  return (
    <Sub title={t('waysIn.title')} up="/me">
      <main className="stack">
        <Telephone />
        <Wechat />
      </main>
    </Sub>
  );
}

/** The new number is proved by a code; this phone, being logged in, vouches for the change. */
function Telephone() {
  const { me } = useSeat();
  const { enter } = useSession();
  const [standing, setStanding] = useState<'is' | 'changing' | 'changed'>('is');
  const ask = (phone: string) => got(api.POST('/api/me/phone-codes', { body: { phone } }));
  const change = async (phone: string, code: string) => {
    await api.PUT('/api/me/phone', { body: { phone, code } });
    setStanding('changed');
    await enter();
  };
  return (
    <section className="card stack" aria-labelledby="telephone">
      <h2 id="telephone">{t('login.phone')}</h2>
      {standing === 'changed' ? (
        <p className="ok" role="status">
          {t('waysIn.phoneChanged')}
        </p>
      ) : (
        <p>{t(me.account.phoneBound ? 'waysIn.phoneBound' : 'waysIn.phoneNotBound')}</p>
      )}
      <p className="quiet">{t('waysIn.phoneSays')}</p>
      {standing === 'changing' ? (
        <>
          <PhoneCode
            verb={t('waysIn.phoneVerb')}
            label={t('waysIn.newPhone')}
            sentWords={t('waysIn.sent')}
            ask={ask}
            onCode={change}
          />
          <Button kind="wide" onPress={() => setStanding('is')}>
            {t('cancel')}
          </Button>
        </>
      ) : (
        <Button kind="wide" onPress={() => setStanding('changing')}>
          {t('waysIn.changePhone')}
        </Button>
      )}
    </section>
  );
}

function Wechat() {
  const { me } = useSeat();
  const { enter } = useSession();
  const [asking, setAsking] = useState(false);
  const { error, busy, run } = useDoing();
  const unbind = () =>
    run(async () => {
      await api.DELETE('/api/me/wechat');
      setAsking(false);
      await enter();
    });
  return (
    <section className="card stack" aria-labelledby="wechat">
      <h2 id="wechat">{t('device.wechat')}</h2>
      <p>{t(me.account.wechatBound ? 'waysIn.wechatBound' : 'waysIn.wechatNotBound')}</p>
      {me.account.wechatBound && (
        <Button kind="wide" onPress={() => setAsking(true)}>
          {t('waysIn.unbind')}
        </Button>
      )}
      {asking && (
        <Ask
          title={t('waysIn.unbindAsk')}
          actions={
            <>
              <Button kind="main" onPress={unbind} disabled={busy}>
                {t('waysIn.unbind')}
              </Button>
              <Button onPress={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('waysIn.unbindMore')}</p>
          <Problem error={error} />
        </Ask>
      )}
    </section>
  );
}
