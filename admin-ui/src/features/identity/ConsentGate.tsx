import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { api, done, read } from '../../api/client';
import { useSession } from '../../api/session';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { PrivacyText } from './PrivacyText';

export function useAbout() {
  return useQuery({
    queryKey: ['about'],
    queryFn: () => read(api.GET('/api/about')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Before anything else: the privacy notice, agreed to once for each version, with the agreement recorded. */
export function ConsentGate({ children }: { children: ReactNode }) {
  const { me, refresh, signOut } = useSession();
  const { data: about, error, refetch } = useAbout();
  const agree = useAct((version: string) => done(api.PUT('/api/me/consent', { body: { version } })), refresh);
  if (error) {
    return (
      <main className="plain">
        <Problem error={error} retry={() => refetch()} />
      </main>
    );
  }
  if (!about) return <Spin fullscreen description={t('common.loading')} />;
  if (me.account.consentVersion === about.privacyVersion) return children;
  return (
    <main className="plain">
      <section className="card">
        <PrivacyText version={about.privacyVersion} />
        <Problem error={agree.error} />
        <div className="row">
          <Button
            type="primary"
            size="large"
            loading={agree.isPending}
            onClick={() => agree.mutate(about.privacyVersion)}
          >
            {t('privacy.agree')}
          </Button>
          <Button size="large" onClick={signOut}>
            {t('privacy.refuse')}
          </Button>
        </div>
      </section>
    </main>
  );
}
