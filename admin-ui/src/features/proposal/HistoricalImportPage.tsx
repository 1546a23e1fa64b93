import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Table, Upload } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { findText, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { eventsFrom } from './historicalImport';

/** Brings in the session periods that an office ran before it had this system. */
export function HistoricalImportPage() {
  const [file, setFile] = useState<{ id: string; name: string; events: ReturnType<typeof eventsFrom> }>();
  const send = useAct(async () => {
    if (!file) throw new Error('No file has been chosen.');
    return read(api.POST('/api/proposal-imports', { body: { id: file.id, events: file.events.events } }));
  });
  const choose = async (chosen: File) => {
    send.reset();
    setFile({ id: crypto.randomUUID(), name: chosen.name, events: eventsFrom(await chosen.text()) });
  };
  return (
    <Page title={t('historical.title')} note={t('historical.note')}>
      <Card>
        <div className="stack">
          <Upload
            accept=".jsonl,.json"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(chosen) => {
              void choose(chosen);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />}>{t('historical.choose')}</Button>
          </Upload>
          {file && (
            <>
              <p>{t('historical.read', { name: file.name, count: file.events.events.length })}</p>
              {file.events.badLines.length > 0 && (
                <Alert
                  type="error"
                  showIcon
                  title={t('historical.badLines', { lines: file.events.badLines.slice(0, 10).join('、') })}
                />
              )}
              <Button
                type="primary"
                disabled={file.events.events.length === 0 || file.events.badLines.length > 0 || send.isSuccess}
                loading={send.isPending}
                onClick={() => send.mutate()}
              >
                {t('historical.send', { count: file.events.events.length })}
              </Button>
            </>
          )}
          <Problem error={send.error} />
          {send.data && <Report accepted={send.data.accepted} refused={send.data.refused} />}
        </div>
      </Card>
    </Page>
  );
}

interface ReportProps {
  accepted: number;
  refused: { line: number; code: string; detail: string }[];
}

function Report({ accepted, refused }: ReportProps) {
  return (
    <div className="stack">
      <Alert
        type={refused.length > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={t('historical.report', { accepted, refused: refused.length })}
      />
      {refused.length > 0 && (
        <Table
          size="small"
          rowKey="line"
          dataSource={refused}
          columns={[
            { title: t('historical.line'), dataIndex: 'line', width: 80 },
            { title: t('historical.why'), render: (_, row) => findText(`problem.${row.code}`) ?? row.detail },
          ]}
        />
      )}
    </div>
  );
}
