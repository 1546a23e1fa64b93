import { CheckCircleOutlined, CloseCircleOutlined, InboxOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Empty, Radio, Table, Tabs, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { upload } from '../../api/client';
import type { QuestionImport } from '../../api/types';
import { Card, Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { saveBlob } from '../../ui/save';
import { findText, nameOf, t } from '../../ui/text';
import { useAct } from '../../ui/useAct';
import { isImport } from './questionImport';

type Row = QuestionImport['rows'][number];
type Outcome = Row['outcome'];

const outcomes: readonly Outcome[] = ['ADDED', 'UNCHANGED', 'REFUSED'];
const icons: Record<Outcome, ReactNode> = {
  ADDED: <CheckCircleOutlined />,
  UNCHANGED: <MinusCircleOutlined />,
  REFUSED: <CloseCircleOutlined />,
};

/** Choose a file, look at its rows, then one button that says the number. */
export function QuestionImportPage() {
  const [file, setFile] = useState<File>();
  const send = useAct(async ({ chosen, mode }: { chosen: File; mode: QuestionImport['mode'] }) => {
    const answer = await upload(
      `/api/question-imports?mode=${mode}&fileName=${encodeURIComponent(chosen.name)}`,
      chosen,
    );
    if (!isImport(answer)) throw new TypeError('This is no report.');
    return answer;
  });
  const report = send.data;
  return (
    <Page title={t('question.import')} note={<Link to="/questions">{t('question.backToList')}</Link>}>
      <Card
        title={t('question.file')}
        extra={
          <Button size="small" onClick={saveTemplate}>
            {t('question.template')}
          </Button>
        }
      >
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          disabled={send.isPending}
          beforeUpload={(chosen) => {
            setFile(chosen);
            send.mutate({ chosen, mode: 'LOOK' });
            return false;
          }}
        >
          <p>
            <InboxOutlined className="upload-icon" />
          </p>
          <p className="strong">{send.isPending ? t('roster.reading') : t('question.drop')}</p>
          <p className="quiet">{t('question.dropHelp')}</p>
        </Upload.Dragger>
        <Problem error={send.error} />
      </Card>
      {report && <Rows key={report.fileName} report={report} />}
      {report && file && (
        <Commit report={report} busy={send.isPending} onTake={(mode) => send.mutate({ chosen: file, mode })} />
      )}
    </Page>
  );
}

function Rows({ report }: { report: QuestionImport }) {
  const counts = { ADDED: report.added, UNCHANGED: report.unchanged, REFUSED: report.refused };
  return (
    <Card title={t('question.rowsOf', { name: report.fileName })}>
      <Tabs
        defaultActiveKey={report.refused > 0 ? 'REFUSED' : 'ADDED'}
        items={outcomes.map((outcome) => ({
          key: outcome,
          icon: icons[outcome],
          label: t('roster.tab', { name: nameOf('question.outcome', outcome), count: counts[outcome] }),
          children: <RowTable rows={report.rows.filter((row) => row.outcome === outcome)} />,
        }))}
      />
    </Card>
  );
}

function RowTable({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('roster.noRows')} />;
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => `${row.sheet} ${row.row}`}
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('roster.row'), dataIndex: 'row', width: 64 },
        { title: t('question.text'), dataIndex: 'text' },
        {
          title: t('roster.remarks'),
          width: 360,
          render: (_, row) =>
            row.faults.map((fault) => (
              <div key={`${fault.column} ${fault.field} ${fault.code}`}>
                {fault.column && (
                  <span className="bad-cell">
                    <CloseCircleOutlined aria-label={t('roster.badCell')} /> {`${fault.column}${row.row}`}
                  </span>
                )}{' '}
                {faultWords(fault.field, fault.code)}
              </div>
            )),
        },
      ]}
    />
  );
}

function faultWords(field: string, code: string): string {
  const name = findText(`question.field.${field}`) ?? t('question.field.variants');
  const words = findText(`question.fault.${code}`) ?? findText(`field.${code}`, { limit: '' }) ?? t('field.invalid');
  return t('question.faultOf', { field: name, fault: words });
}

interface CommitProps {
  report: QuestionImport;
  busy: boolean;
  onTake: (mode: 'GOOD_ROWS' | 'ALL_OR_NOTHING') => void;
}

function Commit({ report, busy, onTake }: CommitProps) {
  const [all, setAll] = useState(false);
  if (report.mode !== 'LOOK') {
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('question.imported', { added: report.added, unchanged: report.unchanged, refused: report.refused })}
      />
    );
  }
  const blocked = all && report.refused > 0;
  return (
    <Card title={t('roster.commit')}>
      <div className="stack">
        <Radio.Group
          vertical
          value={all}
          onChange={(event) => setAll(event.target.value === true)}
          options={[
            { value: false, label: t('question.goodRows', { left: report.refused }) },
            { value: true, label: t('question.allOrNothing') },
          ]}
        />
        {blocked && <p className="overdue">{t('question.blocked', { count: report.refused })}</p>}
        <Button
          type="primary"
          size="large"
          disabled={blocked || report.added === 0}
          loading={busy}
          onClick={() => onTake(all ? 'ALL_OR_NOTHING' : 'GOOD_ROWS')}
        >
          {t('question.importNow', { count: report.added })}
        </Button>
      </div>
    </Card>
  );
}

/** A table to fill in, with a line of each kind. */
function saveTemplate(): void {
  const text = `\uFEFF${t('question.templateRows')}`;
  saveBlob(t('question.templateName'), new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
