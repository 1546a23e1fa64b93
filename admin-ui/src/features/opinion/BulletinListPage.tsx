import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { useHasRole } from '../../api/session';
import type { BulletinIssue } from '../../api/types';
import { counted } from '../../ui/counted';
import { type Column, DataTable } from '../../ui/DataTable';
import { FormModal } from '../../ui/FormModal';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { t } from '../../ui/text';
import { usePages } from '../../ui/usePages';
import { OpinionTabs } from './OpinionTabs';

/** The issues of all bulletins: what is being built first. */
export function BulletinListPage() {
  const has = useHasRole();
  const [founding, setFounding] = useState(false);
  const pages = usePages(['bulletin-issues'], (after) =>
    read(api.GET('/api/bulletin-issues', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page title={t('bulletin.listTitle')} note={t('bulletin.note')} actions={<OpinionTabs />}>
      {(has('INFO_EDITOR') || has('INFO_APPROVER')) && (
        <Button className="form-note no-print" onClick={() => setFounding(true)}>
          {t('bulletin.found')}
        </Button>
      )}
      <DataTable
        name={t('bulletin.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('bulletin.empty')}
      />
      {founding && <FoundModal onClose={() => setFounding(false)} />}
    </Page>
  );
}

const columns: Column<BulletinIssue>[] = [
  {
    heading: t('bulletin.issue'),
    text: issueName,
    show: (row) => (
      <Link to="/bulletins/$id" params={{ id: row.id }} className="cell-title">
        {issueName(row)}
      </Link>
    ),
  },
  { heading: t('bulletin.issuedOn'), text: (row) => (row.issuedOn ? day(row.issuedOn) : ''), width: 120 },
  { heading: t('bulletin.items'), text: (row) => row.items.map((item) => item.title).join('；') },
  {
    heading: t('bulletin.reports'),
    text: (row) => row.items.reduce((sum, item) => sum + item.reports.length, 0),
    width: 90,
    align: 'end',
  },
];

export function issueName({ bulletin, year, no }: BulletinIssue): string {
  return year && no ? t('bulletin.no', { bulletin, year, no }) : t('bulletin.building', { bulletin });
}

function FoundModal({ onClose }: { onClose: () => void }) {
  return (
    <FormModal<{ name: string }>
      title={t('bulletin.found')}
      verb={t('bulletin.found')}
      draft="bulletin.found"
      initial={{}}
      onSend={({ name }) =>
        sendOnce('bulletin.found', { name }, (id) => read(api.POST('/api/bulletins', { body: { id, name } })))
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('bulletin.name')}
        extra={t('bulletin.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('bulletin.nameNeeded') }]}
      >
        <Input count={counted(40)} />
      </Form.Item>
    </FormModal>
  );
}
