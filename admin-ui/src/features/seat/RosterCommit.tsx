import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { api, download, read } from '../../api/client';
import type { RosterImport } from '../../api/types';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { saveBlob } from '../../ui/save';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

type Mode = 'GOOD_ROWS' | 'ALL_OR_NOTHING';

/** The one button, and the report to keep. */
export function RosterCommit({ roster }: { roster: RosterImport }) {
  const [mode, setMode] = useState<Mode>('GOOD_ROWS');
  const commit = useAct(() =>
    read(api.POST('/api/roster-imports/{id}/commit', { params: { path: { id: roster.id } }, body: { mode } })),
  );
  const report = useAct(async () =>
    saveBlob(
      t('roster.reportName', { name: roster.fileName }),
      await download(`/api/roster-imports/${roster.id}/report.csv`),
    ),
  );
  const blocked = mode === 'ALL_OR_NOTHING' && roster.refused + roster.asks > 0;
  return (
    <Card title={t('roster.commit')}>
      <div className="stack">
        {roster.status === 'COMMITTED' ? (
          <Alert type="success" showIcon role="status" title={t('roster.committed', { count: roster.importable })} />
        ) : (
          <>
            <Radio.Group
              vertical
              value={mode}
              onChange={(event) => setMode(event.target.value === 'ALL_OR_NOTHING' ? 'ALL_OR_NOTHING' : 'GOOD_ROWS')}
              options={[
                { value: 'GOOD_ROWS', label: t('roster.goodRows', { left: roster.refused + roster.asks }) },
                { value: 'ALL_OR_NOTHING', label: t('roster.allOrNothing') },
              ]}
            />
            {blocked && <p className="overdue">{t('roster.blocked', { count: roster.refused + roster.asks })}</p>}
            <div>
              <Button
                type="primary"
                size="large"
                disabled={blocked || roster.importable === 0}
                loading={commit.isPending}
                onClick={() => commit.mutate()}
              >
                {t('roster.importNow', { count: roster.importable })}
              </Button>
            </div>
          </>
        )}
        <div>
          <Button icon={<DownloadOutlined />} loading={report.isPending} onClick={() => report.mutate()}>
            {t('roster.report')}
          </Button>
        </div>
        <Problem error={commit.error ?? report.error} />
      </div>
    </Card>
  );
}
