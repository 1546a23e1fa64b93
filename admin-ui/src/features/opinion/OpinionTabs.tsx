import { Link } from '@tanstack/react-router';
import { t } from '../../ui/text';

/** The other tables of the information office. */
export function OpinionTabs() {
  return (
    <nav className="row" aria-label={t('opinion.tables')}>
      <Link to="/opinions" search={{ awaiting: 'true' }} className="link-button">
        {t('opinion.awaiting')}
      </Link>
      <Link to="/bulletins" className="link-button">
        {t('bulletin.listTitle')}
      </Link>
      <Link to="/opinion-outcomes" className="link-button">
        {t('outcome.listTitle')}
      </Link>
      <Link to="/opinion-commissions" className="link-button">
        {t('commission.listTitle')}
      </Link>
      <Link to="/opinion-usage" className="link-button">
        {t('usage.title')}
      </Link>
      <Link to="/opinion-usage/notice" className="link-button">
        {t('usageNotice.title')}
      </Link>
      <Link to="/opinions/on-behalf" className="link-button">
        {t('opinion.enter')}
      </Link>
    </nav>
  );
}
