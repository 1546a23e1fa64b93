import { api, got } from '../../api/client';
import { question, useRemote } from '../../api/remote';
import { t } from '../../text/t';
import { Problem, Shape, Sub } from '../../ui/ui';

const aboutThis = question(() => got(api.GET('/api/about')));

export function AboutPage() {
  const { data: about, error, reload } = useRemote(aboutThis);
  return (
    <Sub title={t('about.title')} up="/me">
      <main className="stack">
        <Problem error={error} retry={reload} />
        {!about && !error && <Shape />}
        {about && (
          <div className="card stack">
            <p className="strong">{t('app.name')}</p>
            <p>{t('about.version', { version: about.version })}</p>
            <p>{about.filingNumber ? t('about.filing', { number: about.filingNumber }) : t('about.noFiling')}</p>
            <p className="quiet">{t('about.says')}</p>
          </div>
        )}
      </main>
    </Sub>
  );
}
