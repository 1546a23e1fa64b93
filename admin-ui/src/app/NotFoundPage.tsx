import { Link } from '@tanstack/react-router';
import { t } from '../ui/text';

/** An address that leads nowhere, and the way back to the work. */
export function NotFoundPage() {
  return (
    <main className="plain">
      <div className="card">
        <h1>{t('problem.http.404')}</h1>
        <Link to="/" className="link-button">
          {t('app.home')}
        </Link>
      </div>
    </main>
  );
}
