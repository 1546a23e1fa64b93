import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, download, read } from '../../api/client';
import type { RosterImport } from '../../api/types';
import { DecisionItems } from '../../ui/DecisionItems';
import { FormModal } from '../../ui/FormModal';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { saveBlob } from '../../ui/save';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { willWrite } from './roster';

/** The one button, and the report to keep. */
export function RosterCommit({ roster }: { roster: RosterImport }) {
  const report = useAct(async () =>
    saveBlob(
      t('roster.reportName', { name: roster.fileName }),
      await download(`/api/roster-imports/${roster.id}/report.csv`),
    ),
  );
  return (
    <Card title={t('roster.commit')}>
      <div className="stack">
        {roster.status === 'COMMITTED' ? <Committed roster={roster} /> : <Commit roster={roster} />}
        <Button icon={<DownloadOutlined />} loading={report.isPending} onClick={() => report.mutate()}>
          {t('roster.report')}
        </Button>
        <Problem error={report.error} />
      </div>
    </Card>
  );
}

function Commit({ roster }: { roster: RosterImport }) {
  const [all, setAll] = useState(false);
  const commit = useAct(() =>
    read(
      api.POST('/api/roster-imports/{id}/commit', {
        params: { path: { id: roster.id } },
        body: { mode: all ? 'ALL_OR_NOTHING' : 'GOOD_ROWS' },
      }),
    ),
  );
  const left = roster.counts.refused + roster.counts.asked;
  const blocked = all && left > 0;
  const count = willWrite(roster);
  return (
    <>
      <p>{t('roster.counts', { ...roster.counts })}</p>
      <Radio.Group
        vertical
        value={all}
        onChange={(event) => setAll(event.target.value === true)}
        options={[
          { value: false, label: t('roster.goodRows', { left }) },
          { value: true, label: t('roster.allOrNothing') },
        ]}
      />
      {blocked && <p className="overdue">{t('roster.blocked', { count: left })}</p>}
      <Button
        type="primary"
        size="large"
        disabled={blocked || count === 0}
        loading={commit.isPending}
        onClick={() => commit.mutate()}
      >
        {t('roster.importNow', { count })}
      </Button>
      <Problem error={commit.error} />
    </>
  );
}

function Committed({ roster }: { roster: RosterImport }) {
  const [activating, setActivating] = useState(false);
  const [active, setActive] = useState<number>();
  return (
    <>
      <Alert type="success" showIcon role="status" title={t('roster.committed', { ...roster.counts })} />
      {active === undefined ? (
        <Button type="primary" onClick={() => setActivating(true)}>
          {t('roster.activate')}
        </Button>
      ) : (
        <Alert type="success" showIcon role="status" title={t('roster.activated', { count: active })} />
      )}
      {activating && <Activate roster={roster} onDone={setActive} onClose={() => setActivating(false)} />}
    </>
  );
}

interface ActivateProps {
  roster: RosterImport;
  onDone: (seats: number) => void;
  onClose: () => void;
}

function Activate({ roster, onDone, onClose }: ActivateProps) {
  const send = async (values: { decisionDocument?: string; decidedOn?: Dayjs | string | null }) => {
    const decidedOn = values.decidedOn ? dayjs(values.decidedOn).format('YYYY-MM-DD') : undefined;
    const { seats } = await read(
      api.PUT('/api/roster-imports/{id}/activation', {
        params: { path: { id: roster.id } },
        body: { decisionDocument: values.decisionDocument, decidedOn },
      }),
    );
    onDone(seats);
  };
  return (
    <FormModal
      title={t('roster.activate')}
      verb={t('roster.activate')}
      draft={`roster.${roster.id}.activate`}
      initial={{}}
      onSend={send}
      onClose={onClose}
    >
      <p>{t('roster.activateHelp')}</p>
      <DecisionItems />
    </FormModal>
  );
}
