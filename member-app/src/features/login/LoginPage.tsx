import { useEffect, useState } from 'react';
import { api, got, holdTokens } from '../../api/client';
import { hasCode, isRecord, textOf } from '../../api/problem';
import { useSession } from '../../session/session';
import { t } from '../../text/t';
import { Button, Problem, useDoing } from '../../ui/ui';
import { PhoneCode } from './PhoneCode';
import { codeFromWechat, goToWechat } from './wechat';

/** By a code sent to the phone, or by WeChat; nobody sees another log-in page. */
export function LoginPage() {
  const { enter } = useSession();
  const { error, run } = useDoing();
  const [bindTicket, setBindTicket] = useState('');
  const [wechatAppId, setWechatAppId] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: WeChat's code is used once, when the page opens
  useEffect(() => {
    void run(async () => {
      const config = await got(api.GET('/api/client-config'));
      setWechatAppId(config.wechatAppId ?? '');
      const code = codeFromWechat();
      if (!code || !config.wechatAppId) return;
      try {
        const tokens = await got(api.POST('/api/login/wechat', { body: { appId: config.wechatAppId, code } }));
        await holdTokens(tokens);
        await enter();
      } catch (problem) {
        if (!hasCode(problem, 'wechat.not-bound') || !isRecord(problem.body)) throw problem;
        setBindTicket(textOf(problem.body.bindTicket));
      }
    });
  }, []);

  const logIn = async (phone: string, code: string) => {
    const tokens = await got(
      bindTicket
        ? api.POST('/api/login/wechat/binding', { body: { bindTicket, phone, code } })
        : api.POST('/api/login/phone', { body: { phone, code, deviceName: deviceName() } }),
    );
    await holdTokens(tokens);
    await enter();
  };

  return (
    <div className="page">
      <main className="stack">
        <h1 className="brand">{t('app.name')}</h1>
        <p className="quiet">{t(bindTicket ? 'login.bind' : 'login.hint')}</p>
        <Problem error={error} />
        <PhoneCode verb={t(bindTicket ? 'login.bindVerb' : 'login.verb')} onCode={logIn} />
        {wechatAppId && !bindTicket && (
          <Button kind="wide" onPress={() => goToWechat(wechatAppId)}>
            {t('login.wechat')}
          </Button>
        )}
        <p className="quiet">{t('login.unknown')}</p>
      </main>
    </div>
  );
}

export function deviceName(): string {
  const agent = navigator.userAgent;
  const machine = /iPhone|iPad|HarmonyOS|Android|Macintosh|Windows/.exec(agent)?.[0] ?? '';
  return [machine, /MicroMessenger/.test(agent) ? t('device.wechat') : t('device.browser')].filter(Boolean).join(' ');
}
