import { Link } from '@tanstack/react-router';
import { Result } from 'antd';
import { t } from '../ui/text';

export function NotFoundPage() {
  return <Result status="404" title={t('problem.http.404')} extra={<Link to="/">{t('app.home')}</Link>} />;
}
