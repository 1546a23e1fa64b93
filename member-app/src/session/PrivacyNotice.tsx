import { t } from '../text/t';

export function PrivacyNotice() {
  return (
    <div className="card stack">
      <p>{t('privacy.what')}</p>
      <p>{t('privacy.not')}</p>
      <p>{t('privacy.where')}</p>
      <p>{t('privacy.rights')}</p>
    </div>
  );
}
