import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { api, read } from '../api/client';
import { Problem } from './Problem';
import { useAct } from './useAct';

/** Opens a stored file by a one-use ticket: no token is ever in its address. */
export function FileLink({ id, children }: { id: string; children: ReactNode }) {
  const open = useAct(async () => {
    const tab = window.open('', '_blank');
    const { url } = await read(api.POST('/api/files/{id}/tickets', { params: { path: { id } } }));
    if (tab) tab.location.href = url;
    else window.location.assign(url);
  });
  return (
    <>
      <Button
        type="link"
        size="small"
        icon={<PaperClipOutlined />}
        loading={open.isPending}
        onClick={() => open.mutate()}
      >
        {children}
      </Button>
      <Problem error={open.error} />
    </>
  );
}
