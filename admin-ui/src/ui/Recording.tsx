import { CustomerServiceOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { api, read } from '../api/client';
import { Problem } from './Problem';
import { t } from './text';
import { useAct } from './useAct';

/** A recording, fetched whole when somebody listens: its ticket is good once, and a player asks more than once. */
export function Recording({ id, name, lengthMs }: { id: string; name: string; lengthMs: number }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address]);
  const listen = useAct(
    async () => {
      const { url } = await read(api.POST('/api/files/{id}/tickets', { params: { path: { id } } }));
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.blob();
    },
    (bytes) => setAddress(URL.createObjectURL(bytes)),
  );
  if (address)
    return (
      <>
        <p>{name}</p>
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down its words */}
        <audio controls autoPlay src={address} aria-label={name} />
      </>
    );
  return (
    <>
      <Button
        type="link"
        size="small"
        icon={<CustomerServiceOutlined />}
        loading={listen.isPending}
        onClick={() => listen.mutate()}
      >
        {t('attachment.listen', { name, seconds: Math.ceil(lengthMs / 1000) })}
      </Button>
      <Problem error={listen.error} />
    </>
  );
}
