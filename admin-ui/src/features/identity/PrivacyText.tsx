import { t } from '../../ui/text';

/** The notice, in the words an office can stand by. */
export function PrivacyText({ version }: { version: string }) {
  return (
    <>
      <h1>{t('privacy.title')}</h1>
      <p className="quiet">{t('privacy.version', { version })}</p>
      <h2>{t('privacy.whatTitle')}</h2>
      <p>{t('privacy.what')}</p>
      <h2>{t('privacy.whyTitle')}</h2>
      <p>{t('privacy.why')}</p>
      <h2>{t('privacy.notTitle')}</h2>
      <p>{t('privacy.not')}</p>
      <h2>{t('privacy.whoTitle')}</h2>
      <p>{t('privacy.who')}</p>
      <h2>{t('privacy.rightsTitle')}</h2>
      <p>{t('privacy.rights')}</p>
    </>
  );
}
