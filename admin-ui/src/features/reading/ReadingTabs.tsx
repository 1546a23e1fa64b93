import { Link } from '@tanstack/react-router';
import { useHasRole } from '../../api/session';
import { t } from '../../ui/text';

/** The other tables; what only the programme office works in is shown to nobody else. */
export function ReadingTabs() {
  const office = useHasRole()('STUDY_STAFF');
  return (
    <nav className="row" aria-label={t('reading.tables')}>
      <Link to="/reading/roster" className="link-button">
        {t('rosterGrid.title')}
      </Link>
      <Link to="/reading/moderation" className="link-button">
        {t('moderation.title')}
      </Link>
      {office && (
        <Link to="/reading/excellent" className="link-button">
          {t('excellent.title')}
        </Link>
      )}
      <Link to="/reading/required" className="link-button">
        {t('required.title')}
      </Link>
      <Link to="/reading/books" className="link-button">
        {t('book.listTitle')}
      </Link>
      {office && (
        <Link to="/reading/terms" className="link-button">
          {t('readingTerm.title')}
        </Link>
      )}
    </nav>
  );
}
