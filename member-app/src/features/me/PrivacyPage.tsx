import { PrivacyNotice } from '../../session/PrivacyNotice';
import { useSeat } from '../../session/session';
import { t } from '../../text/t';
import { Sub } from '../../ui/ui';

export function PrivacyPage() {
  const { me } = useSeat();
  return (
    <Sub title={t('privacy.title')} up="/me">
      <main className="stack">
        <PrivacyNotice />
        <p className="quiet">{t('privacy.agreed', { version: me.account.consentVersion ?? '' })}</p>
      </main>
    </Sub>
  );
}
