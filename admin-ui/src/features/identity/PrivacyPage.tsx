import { useSession } from '../../api/session';
import { Card, Page } from '../../ui/Page';
import { t } from '../../ui/text';
import { useAbout } from './ConsentGate';
import { PrivacyText } from './PrivacyText';

export function PrivacyPage() {
  const { me } = useSession();
  const { data: about } = useAbout();
  return (
    <Page title={t('privacy.title')}>
      <Card>
        <PrivacyText version={me.account.consentVersion ?? about?.privacyVersion ?? ''} />
      </Card>
      <Card title={t('about.title')}>
        <dl className="facts">
          <dt>{t('about.version')}</dt>
          <dd>{about?.version}</dd>
          <dt>{t('about.filing')}</dt>
          <dd>{about?.filingNumber ?? t('about.noFiling')}</dd>
        </dl>
      </Card>
    </Page>
  );
}
