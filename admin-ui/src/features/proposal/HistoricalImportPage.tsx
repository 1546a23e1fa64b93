import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Table, Upload } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { newId } from '../../api/id';
import type { components } from '../../api/schema';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { save } from '../../ui/save';
import { findText, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { batches, eventsFrom, type HistoricalEvent, templateColumns } from './historicalImport';

type Fault = components['schemas']['ImportReport.Fault'];

interface Chosen {
  id: string;
  name: string;
  events: HistoricalEvent[];
  badLines: number[];
}

interface Result {
  imported: number;
  unchanged: number;
  refused: Fault[];
}

/** Brings in the session periods that an office ran before it had this system: tried first, then taken. */
export function HistoricalImportPage() {
  const [file, setFile] = useState<Chosen>();
  const attempt = useAct((chosen: Chosen) => send(chosen, true));
  const take = useAct((chosen: Chosen) => send(chosen, false));
  const choose = async (picked: File) => {
    take.reset();
    attempt.reset();
    const chosen = { id: newId(), name: picked.name, ...eventsFrom(await picked.text()) };
    setFile(chosen);
    if (chosen.events.length > 0 && chosen.badLines.length === 0) attempt.mutate(chosen);
  };
  const ready = file && attempt.data?.refused.length === 0 && !take.isSuccess;
  return (
    <Page title={t('historical.title')} note={t('historical.note')}>
      <Card>
        <div className="stack">
          <p>{t('historical.columns')}</p>
          <Button icon={<DownloadOutlined />} onClick={() => save(t('historical.template'), templateColumns(), [])}>
            {t('historical.template')}
          </Button>
          <Upload
            accept=".csv,.jsonl,.json"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(picked) => {
              void choose(picked);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />} loading={attempt.isPending}>
              {t('historical.choose')}
            </Button>
          </Upload>
          {file && <p>{t('historical.read', { name: file.name, count: file.events.length })}</p>}
          {file && file.badLines.length > 0 && (
            <Alert
              type="error"
              showIcon
              title={t('historical.badLines', { lines: file.badLines.slice(0, 10).join(t('common.and')) })}
            />
          )}
          {attempt.data && !take.data && <Report result={attempt.data} tried />}
          {ready && (
            <Button type="primary" loading={take.isPending} onClick={() => take.mutate(file)}>
              {t('historical.send', { count: attempt.data?.imported ?? 0 })}
            </Button>
          )}
          {take.data && <Report result={take.data} />}
          <Problem error={attempt.error ?? take.error} />
        </div>
      </Card>
    </Page>
  );
}

async function send(file: Chosen, dryRun: boolean): Promise<Result> {
  const result: Result = { imported: 0, unchanged: 0, refused: [] };
  // A trial keeps nothing, so only the first batch can be tried: later rows build on earlier ones.
  const parts = dryRun ? batches(file.events).slice(0, 1) : batches(file.events);
  for (const [at, events] of parts.entries()) {
    const report = await read(api.POST('/api/proposal-imports', { body: { id: file.id, dryRun, events } }));
    result.imported += report.imported;
    result.unchanged += report.unchanged;
    result.refused.push(...report.refused.map((fault) => ({ ...fault, row: fault.row + at * 5_000 })));
    if (report.refused.length > 0) break;
  }
  return result;
}

function Report({ result, tried }: { result: Result; tried?: boolean }) {
  const { imported, unchanged, refused } = result;
  return (
    <>
      <Alert
        type={refused.length > 0 ? 'error' : 'success'}
        showIcon
        role="status"
        title={
          tried
            ? t('historical.tried', { imported, unchanged, refused: refused.length })
            : t('historical.report', { imported, unchanged, refused: refused.length })
        }
      />
      {refused.length > 0 && (
        <Table<Fault>
          size="small"
          rowKey={(row) => `${row.row} ${row.field} ${row.code}`}
          dataSource={refused}
          columns={[
            { title: t('historical.line'), dataIndex: 'row', width: 80 },
            { title: t('historical.column.ref'), dataIndex: 'ref', width: 160 },
            {
              title: t('historical.why'),
              render: (_, row) => findText(`problem.${row.code}`) ?? findText(`field.${row.code}`) ?? row.code,
            },
          ]}
        />
      )}
    </>
  );
}
