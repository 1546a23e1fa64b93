import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import { useHasRole } from '../../api/session';
import type { RequiredTitle } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** What all members are asked to read this year, and how many have confirmed it: n of N, and never who. */
export function RequiredListPage() {
  const has = useHasRole();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['required-titles'],
    queryFn: () => read(api.GET('/api/required-titles')),
  });
  return (
    <Page
      title={t('required.title')}
      note={<Link to="/reading">{t('reading.backToList')}</Link>}
      actions={
        has('STUDY_STAFF') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('required.add')}
          </Button>
        )
      }
    >
      <Problem error={error} retry={() => refetch()} />
      <div className="data-table">
        <Table<RequiredTitle>
          size="small"
          loading={isPending}
          pagination={false}
          dataSource={data ?? []}
          rowKey={(row) => row.id}
          locale={{ emptyText: t('required.empty') }}
          columns={[
            { title: t('required.category'), dataIndex: 'category', width: 160 },
            { title: t('required.name'), dataIndex: 'title' },
            { title: t('required.author'), dataIndex: 'author', width: 160 },
            { title: t('required.requiredOn'), width: 110, render: (_, row) => day(row.requiredOn) },
            {
              title: t('required.confirmed'),
              width: 120,
              align: 'end',
              render: (_, row) => (row.of ? t('required.nOf', { n: row.n ?? 0, of: row.of }) : t('common.none')),
            },
            { title: '', width: 110, render: (_, row) => row.can.includes('withdraw') && <Withdraw title={row} /> },
          ]}
        />
      </div>
      {adding && <AddModal onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Withdraw({ title }: { title: RequiredTitle }) {
  const act = useAct(() => done(api.DELETE('/api/required-titles/{id}', { params: { path: { id: title.id } } })));
  return (
    <>
      <Popconfirm
        title={t('required.withdrawSure', { title: title.title })}
        okText={t('required.withdraw')}
        cancelText={t('common.cancel')}
        onConfirm={() => act.mutate()}
      >
        <Button size="small" loading={act.isPending}>
          {t('required.withdraw')}
        </Button>
      </Popconfirm>
      <Problem error={act.error} />
    </>
  );
}

interface Values {
  category: string;
  title: string;
  author?: string;
  link?: string;
}

function AddModal({ onClose }: { onClose: () => void }) {
  return (
    <FormModal<Values>
      title={t('required.add')}
      verb={t('required.add')}
      draft="required.new"
      initial={{}}
      onSend={(values) =>
        sendOnce('required.new', values, (id) =>
          read(api.POST('/api/required-titles', { body: { ...values, id, link: values.link || null } })),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="category"
        label={t('required.category')}
        rules={[{ required: true, whitespace: true, message: t('required.categoryNeeded') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('required.name')}
        rules={[{ required: true, whitespace: true, message: t('required.nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="author" label={t('required.author')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="link" label={t('required.link')} extra={t('required.linkHelp')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
