import { Alert, Button } from 'antd';
import { useState } from 'react';
import { t } from './text';

/** Something shown once: a link that must be copied now. */
export function Secret({ text, note }: { text: string; note: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('secret.once')}
      description={
        <div className="stack">
          <p className="secret">{text}</p>
          <p>{note}</p>
          <Button onClick={copy}>{copied ? t('secret.copied') : t('secret.copy')}</Button>
        </div>
      }
    />
  );
}
