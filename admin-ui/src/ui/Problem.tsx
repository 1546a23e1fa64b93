import { Alert, Button } from 'antd';
import { words } from './problems';
import { t } from './text';

/** An error where it happened, with a way to try again. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  if (!error) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words(error)}
      action={retry && <Button onClick={retry}>{t('common.retry')}</Button>}
    />
  );
}
