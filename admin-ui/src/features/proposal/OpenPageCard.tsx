import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';

/** The page that anybody may read: its address for the committee's own site, or that the committee has not opened it. */
export function OpenPageCard() {
  const { data, error, refetch } = useQuery({
    queryKey: ['publications', 'open-page'],
    queryFn: () => read(api.GET('/api/publications/open-page')),
  });
  const [copied, setCopied] = useState(false);
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  if (!data) return <Problem error={error} retry={() => refetch()} />;
  return (
    <Card
      title={t('openPage.title')}
      extra={
        data.open && (
          <Button onClick={() => copy(data.url)}>{copied ? t('openPage.copied') : t('openPage.copy')}</Button>
        )
      }
    >
      {data.open && (
        <p>
          <a href={data.url} target="_blank" rel="noreferrer">
            {data.url}
          </a>
        </p>
      )}
      <p className="quiet">{t(data.open ? 'openPage.isOpen' : 'openPage.isShut')}</p>
    </Card>
  );
}
