import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { download } from '../../api/client';
import { ReasonModal } from '../../ui/ExportButton';
import { today } from '../../ui/format';
import { saveBlob } from '../../ui/save';
import { t } from '../../ui/text';

/** Rows, files and history of the committee in one archive, which verifies itself and can be brought in elsewhere. */
export function TakeAway({ name }: { name: string }) {
  const [asking, setAsking] = useState(false);
  const send = async (reason: string) =>
    saveBlob(`${name} ${today()}.zip`, await download(`/api/committee/export?reason=${encodeURIComponent(reason)}`));
  return (
    <>
      <p>{t('takeAway.text')}</p>
      <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)}>
        {t('takeAway.verb')}
      </Button>
      {asking && (
        <ReasonModal
          name={t('takeAway.title')}
          verb={t('takeAway.verb')}
          onSend={send}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
