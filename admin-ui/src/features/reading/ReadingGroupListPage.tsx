import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { newId } from '../../api/id';
import { useHasRole } from '../../api/session';
import type { ReadingGroup } from '../../api/types';
import { type Column, DataTable } from '../../ui/DataTable';
import { FormModal } from '../../ui/FormModal';
import { day } from '../../ui/format';
import { Page } from '../../ui/Page';
import { State } from '../../ui/State';
import { nameOf, t } from '../../ui/text';
import { usePages } from '../../ui/usePages';

export function ReadingGroupListPage() {
  const has = useHasRole();
  const [editing, setEditing] = useState(false);
  const pages = usePages(['reading-groups'], (after) =>
    read(api.GET('/api/reading-groups', { params: { query: { after, limit: 50 } } })),
  );
  return (
    <Page
      title={t('reading.listTitle')}
      actions={
        has('STUDY_STAFF') && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('reading.create')}
          </Button>
        )
      }
    >
      <DataTable
        name={t('reading.listTitle')}
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('reading.empty')}
      />
      {editing && <ReadingGroupModal onClose={() => setEditing(false)} />}
    </Page>
  );
}

const columns: Column<ReadingGroup>[] = [
  {
    heading: t('reading.theme'),
    text: (row) => row.theme,
    show: (row) => (
      <Link to="/reading/$id" params={{ id: row.id }} className="cell-title">
        {row.theme}
      </Link>
    ),
  },
  { heading: t('reading.book'), text: (row) => t('reading.bookTitle', { book: row.book }), width: 200 },
  { heading: t('reading.startsOn'), text: (row) => day(row.startsOn), width: 110 },
  { heading: t('reading.endsOn'), text: (row) => day(row.endsOn), width: 110 },
  {
    heading: t('reading.statusLabel'),
    text: (row) => nameOf('reading.status', row.status),
    show: (row) => <State family="reading.status" code={row.status} />,
    width: 110,
  },
  { heading: t('reading.owner'), text: (row) => row.ownerName, width: 110 },
  { heading: t('reading.members'), text: (row) => row.members, width: 90, align: 'end' },
];

interface Values {
  theme: string;
  book: string;
  introduction?: string;
  startsOn: Dayjs | string;
  endsOn: Dayjs | string;
}

/** A group needs a theme, a book and dates; it is opened by a second step. */
export function ReadingGroupModal({ group, onClose }: { group?: ReadingGroup; onClose: () => void }) {
  const [id] = useState(() => group?.id ?? newId());
  const send = (values: Values) => {
    const body = {
      ...values,
      startsOn: dayjs(values.startsOn).format('YYYY-MM-DD'),
      endsOn: dayjs(values.endsOn).format('YYYY-MM-DD'),
    };
    return group
      ? read(
          api.PUT('/api/reading-groups/{id}', { params: { path: { id } }, body: { ...body, version: group.version } }),
        )
      : read(api.POST('/api/reading-groups', { body: { ...body, id } }));
  };
  return (
    <FormModal<Values>
      title={group ? t('reading.edit') : t('reading.create')}
      verb={group ? t('common.save') : t('reading.create')}
      draft={`reading.${group?.id ?? 'new'}`}
      initial={group ?? {}}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="theme"
        label={t('reading.theme')}
        extra={t('reading.themeHelp')}
        rules={[{ required: true, whitespace: true, message: t('reading.themeNeeded') }]}
      >
        <Input maxLength={60} showCount />
      </Form.Item>
      <Form.Item
        name="book"
        label={t('reading.book')}
        rules={[{ required: true, whitespace: true, message: t('reading.bookNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="introduction" label={t('reading.introduction')} extra={t('reading.introductionHelp')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="startsOn"
          label={t('reading.startsOn')}
          rules={[{ required: true, message: t('common.dayNeeded') }]}
          getValueProps={asDay}
        >
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={t('reading.endsOn')}
          dependencies={['startsOn']}
          getValueProps={asDay}
          rules={[
            { required: true, message: t('common.dayNeeded') },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value && dayjs(value).isBefore(dayjs(getFieldValue('startsOn')), 'day')
                  ? Promise.reject(t('reading.endsBeforeStart'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DatePicker />
        </Form.Item>
      </div>
    </FormModal>
  );
}

function asDay(value: Dayjs | string | undefined) {
  return { value: value ? dayjs(value) : undefined };
}
