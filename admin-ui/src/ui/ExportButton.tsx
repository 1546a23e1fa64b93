import { DownloadOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, done } from '../api/client';
import { FormModal } from './FormModal';
import { save, type TextColumn } from './save';
import { t } from './text';

interface ExportProps<Row> {
  /** The heading of the list: the name of the file, and what the log says. */
  name: string;
  columns: TextColumn<Row>[];
  /** All rows that leave with it. */
  rows: () => Row[] | Promise<Row[]>;
}

/** A table leaves the house for a reason, which is logged before the file is saved. */
export function ExportButton<Row>(props: ExportProps<Row>) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)}>
        {t('common.export')}
      </Button>
      {asking && <ExportModal {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

function ExportModal<Row>({ name, columns, rows, onClose }: ExportProps<Row> & { onClose: () => void }) {
  const send = async (reason: string) => {
    const leaving = await rows();
    await done(api.POST('/api/list-exports', { body: { list: name, rows: leaving.length, reason } }));
    save(name, columns, leaving);
  };
  return <ReasonModal name={name} verb={t('common.export')} onSend={send} onClose={onClose} />;
}

interface ReasonProps {
  name: string;
  verb: string;
  onSend: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the reason for which something leaves. */
export function ReasonModal({ name, verb, onSend, onClose }: ReasonProps) {
  return (
    <FormModal
      title={t('export.title', { name })}
      verb={verb}
      draft={`export.${name}`}
      initial={{ reason: '' }}
      onSend={({ reason }) => onSend(reason)}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('export.reason')}
        extra={t('export.logged')}
        rules={[{ required: true, whitespace: true, message: t('common.reasonNeeded') }]}
      >
        <Input maxLength={200} placeholder={t('export.example')} />
      </Form.Item>
    </FormModal>
  );
}
